package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the essence as JSON in an annotation (D-4, D-5). */
record AnnotationsEssenceStorage(AnnotationKeys keys, String key, List<FieldPath> ignoredFields)
        implements EssenceStorage {

    AnnotationsEssenceStorage {
        ignoredFields = List.copyOf(ignoredFields);
    }

    @Override
    public Essence build(Body body, Collection<FieldPath> extraFields) {
        Map<String, @Nullable Object> essence =
                EssenceRules.withoutFields(EssenceRules.essence(body, extraFields), ignoredFields);
        return Essence.of(EssenceRules.clearAnnotations(essence, keys.keys(key, body)::contains));
    }

    @Override
    public Set<FieldPath> places(Body body) {
        return keys.keys(key, body).stream().map(AnnotationKeys::path).collect(Collectors.toUnmodifiableSet());
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
        String text = essence.asJson() + "\n"; // as kubectl ends its own, so that it shows it unwrapped
        Patch stored = patch;
        for (String annotation : keys.keys(key, body)) {
            stored = stored.withAnnotation(annotation, text);
        }
        return keys.mark(body, stored);
    }

    @Override
    public Patch rewrite(Body body, EssenceForm form, Patch patch) {
        Patch rewritten = patch;
        Body after = new Body(patch.applyTo(body.fields()));
        Essence essence = read(after).essence();
        if (essence != null) {
            String text = form.write(essence.asMap(), body.uid()) + "\n";
            for (String annotation : keys.keys(key, body)) {
                rewritten = rewritten.withAnnotation(annotation, text);
            }
        }
        return rewritten;
    }

    private StoredEssence read(Body body) {
        for (String annotation : keys.keys(key, body)) {
            StoredEssence stored = StoredEssence.read(body.annotations().get(annotation), annotation);
            if (!stored.isNone()) {
                return stored;
            }
        }
        return StoredEssence.NONE;
    }
}
