package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field's value in the state that was last handled, and its value now (D-9). What changed in objects, maps, sets and lists with keys is a
 * field's change too, which tells more.
 *
 * <p>What changed is told from the JSON as it came: a value that does not fit the type reads as null, and is a change all the same (R14).
 * Two changes are equal where they are of the same JSON.
 *
 * <p>Immutable where the values are.
 *
 * @param <T> the type of the field
 */
public sealed class FieldChange<T> permits KeyedListChange, MapChange, ObjectDiff, ObjectMapChange, SetChange {

    private final JsonStates states;
    private final Type<T> type;

    /**
     * The change of a value as a whole.
     *
     * @param oldValue the value that was last handled; null where the field was absent or null
     * @param newValue the value now; null where the field is absent or null
     */
    @SuppressWarnings("unchecked") // the values are the ones that are given as such here
    public FieldChange(@Nullable T oldValue, @Nullable T newValue) {
        this(new JsonStates(oldValue, newValue), value -> (T) value);
    }

    /**
     * For generated code: the change of a value that is seen as a type.
     *
     * @param states the value as JSON
     * @param type what it is seen as
     */
    public FieldChange(JsonStates states, Type<T> type) {
        this.states = Objects.requireNonNull(states, "states");
        this.type = Objects.requireNonNull(type, "type");
    }

    /** The value that was last handled; null where the field was absent or null, and where the value did not fit the type. */
    public final @Nullable T oldValue() {
        return states.oldValue(type);
    }

    /** The value now; null where the field is absent or null, and where the value does not fit the type. */
    public final @Nullable T newValue() {
        return states.newValue(type);
    }

    /** Whether the two differ; numbers by value, and a key with null is as good as none (R19), but inside of lists (D-22). */
    public boolean isChanged() {
        return states.differ();
    }

    final JsonStates states() {
        return states;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the same JSON of two schemas is two things
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && states.equals(((FieldChange<?>) other).states);
    }

    @Override
    public final int hashCode() {
        return states.hashCode();
    }

    /** The old value and the new one, without the secrets in them. */
    @Override
    public final String toString() {
        return states.shown(type);
    }
}
