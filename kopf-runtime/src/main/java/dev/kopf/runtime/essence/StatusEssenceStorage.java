package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the essence as JSON in a field of the status (D-6): as one text, so that no merge mixes two of them. */
record StatusEssenceStorage(FieldPath field, List<FieldPath> ignoredFields) implements EssenceStorage {

    StatusEssenceStorage {
        ignoredFields = List.copyOf(ignoredFields);
    }

    @Override
    public Essence build(Body body, Collection<FieldPath> extraFields) {
        Map<String, @Nullable Object> essence =
                EssenceRules.withoutFields(EssenceRules.essence(body, extraFields), ignoredFields);
        return Essence.of(field.without(essence));
    }

    @Override
    public Set<FieldPath> places(Body body) {
        return Set.of(field);
    }

    @Override
    public @Nullable Essence fetch(Body body) {
        return read(body).essence();
    }

    @Override
    public @Nullable String problem(Body body) {
        return read(body).problem();
    }

    @Override
    public Patch store(Body body, Essence essence, Patch patch) {
        return patch.with(field, essence.asJson());
    }

    @Override
    public Patch rewrite(Body body, EssenceForm form, Patch patch) {
        Object text = field.resolve(patch.applyTo(body.fields()));
        Essence essence = StoredEssence.read(text, field.toString()).essence();
        return essence == null ? patch : patch.with(field, form.write(essence.asMap(), body.uid()));
    }

    private StoredEssence read(Body body) {
        return StoredEssence.read(field.resolve(body.fields()), field.toString());
    }
}
