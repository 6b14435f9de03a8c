package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map of objects in the state that was last handled, and now. A value that is no object is null here, and counts all the same.
 *
 * <p>Immutable where the values are.
 *
 * @param <V> the type of the values
 * @param <D> the type of what changed in a value
 */
public final class ObjectMapChange<V extends @Nullable Object, D> extends FieldChange<Map<String, V>> {

    private final Type<V> value;
    private final Function<JsonStates, D> diff;

    /**
     * For generated code.
     *
     * @param states the map as JSON
     * @param value what its values are seen as
     * @param diff tells what changed between two states of a value
     */
    public ObjectMapChange(JsonStates states, Type<V> value, Function<JsonStates, D> diff) {
        super(states, Types.map(value));
        this.value = value;
        this.diff = diff;
    }

    /** What has a key that was not there before, or had null. */
    public Map<String, V> added() {
        return MapStates.added(states(), value);
    }

    /** What had a key that is not there any more, or has null. */
    public Map<String, V> removed() {
        return MapStates.removed(states(), value);
    }

    /** What changed in the values that are not what they were under the same key. */
    public Map<String, D> changed() {
        return MapStates.changed(states(), diff);
    }
}
