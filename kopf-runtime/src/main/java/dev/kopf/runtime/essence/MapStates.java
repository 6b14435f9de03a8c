package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a map, by key; a key with null is as good as none (R19). */
final class MapStates {

    private MapStates() {}

    static <V extends @Nullable Object> Map<String, V> added(JsonStates states, Type<V> value) {
        return without(states.newState(), states.oldState(), value);
    }

    static <V extends @Nullable Object> Map<String, V> removed(JsonStates states, Type<V> value) {
        return without(states.oldState(), states.newState(), value);
    }

    static <D> Map<String, D> changed(JsonStates states, Function<JsonStates, D> diff) {
        Map<String, @Nullable Object> now = Json.map(states.newState());
        Map<String, D> changes = new LinkedHashMap<>();
        Json.map(states.oldState()).forEach((key, before) -> {
            JsonStates both = new JsonStates(before, now.get(key));
            if (both.oldState() != null && both.newState() != null && both.differ()) {
                changes.put(key, diff.apply(both));
            }
        });
        return Collections.unmodifiableMap(changes);
    }

    @SuppressWarnings("NullAway") // a value that does not fit reads as null (R14)
    private static <V extends @Nullable Object> Map<String, V> without(
            @Nullable Object some, @Nullable Object others, Type<V> value) {
        Map<String, @Nullable Object> rest = Json.map(others);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Json.map(some).forEach((key, json) -> {
            if (json != null && rest.get(key) == null) {
                fields.put(key, json);
            }
        });
        return Types.map(value).read(fields);
    }
}
