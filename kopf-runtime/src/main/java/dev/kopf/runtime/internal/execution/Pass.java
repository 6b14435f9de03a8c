package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.essence.Essence;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The typed views of one object, decoded once for all handlers of a pass. Not safe for use by several threads. */
final class Pass {

    private final Situation situation;
    private final BodyMapper mapper;
    private final Map<Class<?>, Object> resources = new HashMap<>();
    private final IdentityHashMap<Essence, Map<Class<?>, Object>> essences = new IdentityHashMap<>();

    Pass(Situation situation, BodyMapper mapper) {
        this.situation = situation;
        this.mapper = mapper;
    }

    Situation situation() {
        return situation;
    }

    <R> R resource(Class<R> type) {
        return view(resources, situation.body().fields(), type);
    }

    <R> R essence(Essence essence, Class<R> type) {
        return view(essences.computeIfAbsent(essence, key -> new HashMap<>()), essence.asMap(), type);
    }

    private <R> R view(Map<Class<?>, Object> decoded, Map<String, @Nullable Object> fields, Class<R> type) {
        return type.cast(decoded.computeIfAbsent(type, key -> mapper.decode(fields, type)));
    }
}
