package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the first of several storages that has a record, writes, purges, touches and clears all (S-21). */
record MultiProgressStorage(List<ProgressStorage> storages) implements ProgressStorage {

    MultiProgressStorage {
        storages = List.copyOf(storages);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> fetch(HandlerId id, Body body) {
        for (ProgressStorage storage : storages) {
            Map<String, @Nullable Object> record = storage.fetch(id, body);
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    @Override
    public @Nullable String problem(HandlerId id, Body body) {
        return storages.stream()
                .map(storage -> storage.problem(id, body))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Patch store(HandlerId id, Map<String, @Nullable Object> record, Body body, Patch patch) {
        return each(patch, (storage, stored) -> storage.store(id, record, body, stored));
    }

    @Override
    public Patch purge(String id, Body body, Patch patch) {
        return each(patch, (storage, purged) -> storage.purge(id, body, purged));
    }

    @Override
    public Patch touch(@Nullable String value, Body body, Patch patch) {
        return each(patch, (storage, touched) -> storage.touch(value, body, touched));
    }

    @Override
    public Patch shorten(Body body, Patch patch) {
        return each(patch, (storage, shortened) -> storage.shorten(body, shortened));
    }

    @Override
    public Patch mark(Body body, Patch patch) {
        return each(patch, (storage, marked) -> storage.mark(body, marked));
    }

    @Override
    public Set<FieldPath> places(String id, Body body) {
        return all(storage -> storage.places(id, body));
    }

    @Override
    public Set<FieldPath> reserved(Body body) {
        return all(storage -> storage.reserved(body));
    }

    private Set<FieldPath> all(Function<ProgressStorage, Set<FieldPath>> each) {
        return storages.stream().map(each).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Essence clear(Essence essence) {
        Essence rest = essence;
        for (ProgressStorage storage : storages) {
            rest = storage.clear(rest);
        }
        return rest;
    }

    private Patch each(Patch patch, BiFunction<ProgressStorage, Patch, Patch> step) {
        Patch result = patch;
        for (ProgressStorage storage : storages) {
            result = step.apply(storage, result);
        }
        return result;
    }
}
