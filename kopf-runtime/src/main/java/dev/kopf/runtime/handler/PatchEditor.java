package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.FieldPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects fields that a handler sets on its object (P-1). All of them go into the one write that ends the pass, as a merge patch
 * (RFC 7386). Not safe for use by several threads.
 */
public interface PatchEditor {

    /**
     * Sets a field.
     *
     * @param path where, such as {@code FieldPath.of("status", "phase")}
     * @param value a plain JSON value (map, list, text, number, boolean); null deletes the field
     * @throws IllegalArgumentException if the value is nothing that JSON knows, or the path is the root
     */
    PatchEditor set(FieldPath path, @Nullable Object value);

    /** Sets a field of the status. */
    default PatchEditor setStatus(String field, @Nullable Object value) {
        return set(FieldPath.of("status", field), value);
    }

    /** Sets a label; null removes it. */
    default PatchEditor setLabel(String name, @Nullable String value) {
        return set(FieldPath.of("metadata", "labels", name), value);
    }

    /** Sets an annotation; null removes it. */
    default PatchEditor setAnnotation(String name, @Nullable String value) {
        return set(FieldPath.of("metadata", "annotations", name), value);
    }

    /** What was set so far, as a merge patch; unmodifiable. */
    Map<String, @Nullable Object> asMap();
}
