package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of an object. Nothing is compared before it is asked for.
 *
 * <p>Immutable where the values are.
 *
 * @param <T> the type of the object
 */
public abstract non-sealed class ObjectDiff<T> extends FieldChange<T> {

    /**
     * Of a whole resource.
     *
     * @param oldValue the object as it was last handled; null where it was absent
     * @param newValue the object now; null where it is absent
     */
    protected ObjectDiff(@Nullable T oldValue, @Nullable T newValue) {
        super(oldValue, newValue);
    }

    /**
     * Of an object that is seen as a type.
     *
     * @param states the object as JSON
     * @param type what it is seen as
     */
    protected ObjectDiff(JsonStates states, Type<T> type) {
        super(states, type);
    }

    /** For generated code: the states of a field. */
    protected final JsonStates states(String name) {
        return states().field(name);
    }

    /** For generated code: the change of a value as a whole. */
    protected final <V> FieldChange<V> field(String name, Type<V> type) {
        return new FieldChange<>(states(name), type);
    }

    /** For generated code: the change of a map. */
    protected final <V extends @Nullable Object> MapChange<V> map(String name, Type<V> value) {
        return new MapChange<>(states(name), value);
    }

    /** For generated code: the change of a map of objects. */
    protected final <V extends @Nullable Object, D> ObjectMapChange<V, D> objects(
            String name, Type<V> value, Function<JsonStates, D> diff) {
        return new ObjectMapChange<>(states(name), value, diff);
    }

    /** For generated code: the change of a list whose order means nothing. */
    protected final <V extends @Nullable Object> SetChange<V> set(String name, Type<V> item) {
        return new SetChange<>(states(name), item);
    }

    /** For generated code: the change of a list whose items have keys. */
    protected final <K, V, D> KeyedListChange<K, V, D> keyed(
            String name, Type<V> item, Function<V, @Nullable K> key, Function<JsonStates, D> diff) {
        return new KeyedListChange<>(states(name), item, key, diff);
    }
}
