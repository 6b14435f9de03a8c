package dev.kopf.runtime.typed;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A typed value that knows the plain JSON value that it stands for. */
interface JsonBacked {
    /** The plain value; nobody changes it. */
    @Nullable
    Object plain();

    /** A field of the plain value; null where it has none of this name, or is no object. */
    default @Nullable Object plain(String field) {
        return plain() instanceof Map<?, ?> fields ? fields.get(field) : null;
    }
}
