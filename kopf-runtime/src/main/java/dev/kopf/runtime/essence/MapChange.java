package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map in the state that was last handled, and now. A value that does not fit its type is null here, and counts all the same.
 *
 * <p>Immutable where the values are.
 *
 * @param <V> the type of the values
 */
public final class MapChange<V extends @Nullable Object> extends FieldChange<Map<String, V>> {

    private final Type<V> value;

    /**
     * For generated code.
     *
     * @param states the map as JSON
     * @param value what its values are seen as
     */
    public MapChange(JsonStates states, Type<V> value) {
        super(states, Types.map(value));
        this.value = value;
    }

    /** What has a key that was not there before, or had null. */
    public Map<String, V> added() {
        return MapStates.added(states(), value);
    }

    /** What had a key that is not there any more, or has null. */
    public Map<String, V> removed() {
        return MapStates.removed(states(), value);
    }

    /** What has another value under the same key. */
    public Map<String, FieldChange<V>> changed() {
        return MapStates.changed(states(), change -> new FieldChange<>(change, value));
    }
}
