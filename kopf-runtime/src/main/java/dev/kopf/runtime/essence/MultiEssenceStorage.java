package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the first of several storages that has something, writes all, cleans from all (D-7). */
record MultiEssenceStorage(List<EssenceStorage> storages) implements EssenceStorage {

    MultiEssenceStorage {
        storages = List.copyOf(storages);
    }

    @Override
    public Essence build(Body body, Collection<FieldPath> extraFields) {
        Essence essence = Essence.of(body, extraFields);
        for (EssenceStorage storage : storages) {
            essence = storage.build(new Body(essence.asMap()), extraFields);
        }
        return essence;
    }

    @Override
    public Set<FieldPath> places(Body body) {
        return storages.stream()
                .map(storage -> storage.places(body))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable Essence fetch(Body body) {
        for (EssenceStorage storage : storages) {
            Essence essence = storage.fetch(body);
            if (essence != null) {
                return essence;
            }
        }
        return null;
    }

    @Override
    public @Nullable String problem(Body body) {
        return storages.stream()
                .map(storage -> storage.problem(body))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Patch store(Body body, Essence essence, Patch patch) {
        Patch stored = patch;
        for (EssenceStorage storage : storages) {
            stored = storage.store(body, essence, stored);
        }
        return stored;
    }

    @Override
    public Patch rewrite(Body body, EssenceForm form, Patch patch) {
        Patch rewritten = patch;
        for (EssenceStorage storage : storages) {
            rewritten = storage.rewrite(body, form, rewritten);
        }
        return rewritten;
    }
}
