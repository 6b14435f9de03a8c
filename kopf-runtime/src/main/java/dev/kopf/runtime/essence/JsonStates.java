package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.JsonValues;
import dev.kopf.runtime.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * For generated code: a value as JSON in the state that was last handled, and now. What changed is told from the JSON, so that no change is
 * lost, whatever of it a type shows.
 *
 * <p>Immutable where the values are.
 *
 * @param oldState the plain JSON value that was last handled; null where it was absent or null
 * @param newState the plain JSON value now; null where it is absent or null
 */
public record JsonStates(
        @Nullable Object oldState, @Nullable Object newState) {

    /** The JSON that two typed values stand for. */
    public static JsonStates of(@Nullable Object oldValue, @Nullable Object newValue) {
        return new JsonStates(JsonValues.plain(oldValue), JsonValues.plain(newValue));
    }

    /** The states of a field of the value, which is absent where the value is no object. */
    public JsonStates field(String name) {
        return new JsonStates(JsonValues.field(oldState, name), JsonValues.field(newState, name));
    }

    /** Whether the two differ; numbers by value, and a key with null is as good as none (R19). */
    boolean differ() {
        return !JsonValues.same(oldState, newState);
    }

    <T> @Nullable T oldValue(Type<T> type) {
        return oldState == null ? null : type.read(oldState);
    }

    <T> @Nullable T newValue(Type<T> type) {
        return newState == null ? null : type.read(newState);
    }

    String shown(Type<?> type) {
        return (oldState == null ? null : type.shown(oldState)) + " -> "
                + (newState == null ? null : type.shown(newState));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonStates that
                && JsonValues.same(oldState, that.oldState)
                && JsonValues.same(newState, that.newState);
    }

    @Override
    public int hashCode() {
        return 31 * JsonValues.hash(oldState) + JsonValues.hash(newState);
    }

    /** Never the values, which may be secret (R12). */
    @Override
    public String toString() {
        return differ() ? "JsonStates[different]" : "JsonStates[same]";
    }
}
