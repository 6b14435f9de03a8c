package dev.kopf.runtime.typed;

import org.jspecify.annotations.Nullable;

/** A typed value that knows the plain JSON value that it stands for. */
interface JsonBacked {
    /** The plain value; nobody changes it. */
    @Nullable
    Object plain();
}
