package dev.kopf.runtime.essence;

import org.jspecify.annotations.Nullable;

/**
 * A field's value in the state that was last handled, and its value now (D-9).
 *
 * <p>Immutable where the values are.
 *
 * @param oldValue the value that was last handled; null where the field was absent or null
 * @param newValue the value now; null where the field is absent or null
 * @param <T> the type of the field
 */
public record FieldChange<T>(@Nullable T oldValue, @Nullable T newValue) {

    /** Whether the two differ; numbers by value, and a key with null is as good as none (R19). */
    public boolean isChanged() {
        return !Values.same(oldValue, newValue);
    }

    @Override
    public String toString() {
        return oldValue + " -> " + newValue;
    }
}
