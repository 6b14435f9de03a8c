package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and purges what is in another storage, but adds nothing to it (S-2, S-21). */
record ReadOnlyProgressStorage(ProgressStorage storage) implements ProgressStorage {

    @Override
    public @Nullable Map<String, @Nullable Object> fetch(HandlerId id, Body body) {
        return storage.fetch(id, body);
    }

    @Override
    public @Nullable String problem(HandlerId id, Body body) {
        return storage.problem(id, body);
    }

    @Override
    public Patch store(HandlerId id, Map<String, @Nullable Object> record, Body body, Patch patch) {
        return patch;
    }

    @Override
    public Patch purge(String id, Body body, Patch patch) {
        return storage.purge(id, body, patch);
    }

    @Override
    public Patch touch(@Nullable String value, Body body, Patch patch) {
        return patch;
    }

    /** It keeps nothing. */
    @Override
    public Set<FieldPath> places(String id, Body body) {
        return Set.of();
    }

    @Override
    public Set<FieldPath> reserved(Body body) {
        return Set.of();
    }

    @Override
    public Essence clear(Essence essence) {
        return storage.clear(essence);
    }
}
