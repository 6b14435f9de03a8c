package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/** The indexes of an operator, for reading. Safe for use by several threads. */
public interface Indexes {

    /**
     * What an index has.
     *
     * @throws IllegalArgumentException if no handler fills it; the message names those that there are
     */
    <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name);
}
