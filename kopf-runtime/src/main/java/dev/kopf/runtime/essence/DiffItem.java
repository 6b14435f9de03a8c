package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.UnknownValue;
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

    /** Whether all of what was there is known. It is not where only a digest was kept, which stands in {@link #oldValue()} then (R12, R13). */
    public boolean isOldKnown() {
        return !UnknownValue.isIn(oldValue);
    }

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
