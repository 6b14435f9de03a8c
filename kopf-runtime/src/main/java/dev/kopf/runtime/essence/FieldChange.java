package dev.kopf.runtime.essence;

import java.util.Objects;
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

    /** Whether the two differ. */
    public boolean isChanged() {
        return !Objects.equals(oldValue, newValue);
    }

    @Override
    public String toString() {
        return oldValue + " -> " + newValue;
    }
}
