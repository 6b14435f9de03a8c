package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.essence.Essence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The typed views of one object, decoded once for all handlers of a pass. Not safe for use by several threads. */
final class Pass {

    private enum View {
        RESOURCE,
        OLD_ESSENCE,
        NEW_ESSENCE
    }

    private record Key(View view, Class<?> type) {}

    private final Situation situation;
    private final BodyMapper mapper;
    private final Map<Key, Object> decoded = new HashMap<>();

    Pass(Situation situation, BodyMapper mapper) {
        this.situation = situation;
        this.mapper = mapper;
    }

    Situation situation() {
        return situation;
    }

    <R> R resource(Class<R> type) {
        return view(View.RESOURCE, situation.body().fields(), type);
    }

    <R> @Nullable R oldEssence(Class<R> type) {
        Essence essence = situation.cause().oldEssence();
        return essence == null ? null : view(View.OLD_ESSENCE, essence.asMap(), type);
    }

    <R> R newEssence(Class<R> type) {
        return view(View.NEW_ESSENCE, situation.cause().newEssence().asMap(), type);
    }

    private <R> R view(View view, Map<String, @Nullable Object> fields, Class<R> type) {
        return type.cast(decoded.computeIfAbsent(new Key(view, type), key -> mapper.decode(fields, type)));
    }
}
