package dev.kopf.runtime.typed;

import org.jspecify.annotations.Nullable;

/**
 * How a plain JSON value is seen as a Java type. What does not fit reads as null, and stays as it is in the object that has it (R14).
 *
 * @param <T> the Java type
 */
@FunctionalInterface
public interface Type<T> {
    /**
     * The value seen as this type.
     *
     * @param plain a plain JSON value, not null
     * @return null where it does not fit
     */
    @Nullable
    T read(Object plain);

    /**
     * What {@code toString()} shows of a value: the typed one, or a mask where it is secret.
     *
     * @param plain a plain JSON value, not null
     * @return null where it does not fit
     */
    default @Nullable Object shown(Object plain) {
        return read(plain);
    }
}
