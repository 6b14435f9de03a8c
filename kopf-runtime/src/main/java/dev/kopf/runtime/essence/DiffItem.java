package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two plain JSON values (D-20).
 *
 * @param operation what happened to the value
 * @param path where
 * @param oldValue what was there; null where nothing was
 * @param newValue what is there; null where nothing is
 */
public record DiffItem(
        Operation operation,
        FieldPath path,
        @Nullable Object oldValue,
        @Nullable Object newValue) {

    /** What happened where, but not the values, which may be secret (R12). */
    @Override
    public String toString() {
        return operation + " " + path;
    }

    /** What happened to a value. */
    public enum Operation {
        /** It appeared. */
        ADD,
        /** It changed. */
        CHANGE,
        /** It went. */
        REMOVE
    }
}
