package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps one annotation with JSON for each handler (S-2, S-20). */
record AnnotationsProgressStorage(AnnotationKeys keys, boolean verbose, String touchKey) implements ProgressStorage {

    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

    @Override
    public @Nullable Map<String, @Nullable Object> fetch(HandlerId id, Body body) {
        return read(id, body).record();
    }

    @Override
    public @Nullable String problem(HandlerId id, Body body) {
        return read(id, body).problem();
    }

    @Override
    public Patch store(HandlerId id, Map<String, @Nullable Object> record, Body body, Patch patch) {
        String text = Json.write(verbose ? record : Records.withoutNulls(record));
        Patch stored = patch;
        for (String key : keys.keys(id.value(), body)) {
            stored = stored.withAnnotation(key, text);
        }
        return keys.mark(body, stored);
    }

    @Override
    public Patch purge(String id, Body body, Patch patch) {
        Patch purged = patch;
        for (String key : keys.keys(id, body)) {
            purged = Purge.of(AnnotationKeys.path(key), body, purged);
        }
        return purged;
    }

    @Override
    public Patch touch(@Nullable String value, Body body, Patch patch) {
        Patch touched = patch;
        for (String key : keys.keys(touchKey, body)) {
            FieldPath path = AnnotationKeys.path(key);
            if (!Json.identical(path.resolve(body.fields()), value)) {
                touched = keys.mark(body, touched.with(path, value));
            }
        }
        return touched;
    }

    @Override
    public Patch shorten(Body body, Patch patch) {
        Patch shortened = patch;
        for (Map.Entry<String, @Nullable Object> annotation :
                Json.map(ANNOTATIONS.resolve(patch.asMap())).entrySet()) {
            Map<String, @Nullable Object> record = keys.isOurs(annotation.getKey())
                    ? StoredRecord.ofText(annotation.getValue(), annotation.getKey())
                            .record()
                    : null;
            if (record != null && record.containsKey("started")) {
                shortened = shortened.withAnnotation(annotation.getKey(), Json.write(Records.shortened(record)));
            }
        }
        return shortened;
    }

    @Override
    public Patch mark(Body body, Patch patch) {
        boolean writes = Json.map(ANNOTATIONS.resolve(patch.asMap())).entrySet().stream()
                .anyMatch(annotation -> keys.isOurs(annotation.getKey()) && annotation.getValue() != null);
        return writes && !keys.isKnownToAll() ? keys.markAlways(body, patch) : patch;
    }

    @Override
    public Set<FieldPath> places(String id, Body body) {
        return paths(keys.keys(id, body));
    }

    @Override
    public Set<FieldPath> reserved(Body body) {
        Set<FieldPath> reserved = paths(keys.keys(touchKey, body));
        reserved.add(AnnotationKeys.path(keys.marker()));
        return reserved;
    }

    private static Set<FieldPath> paths(List<String> keys) {
        return keys.stream().map(AnnotationKeys::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Essence clear(Essence essence) {
        return essence.withoutAnnotations(keys::isOurs);
    }

    private StoredRecord read(HandlerId id, Body body) {
        for (String key : keys.keys(id.value(), body)) {
            StoredRecord stored = StoredRecord.ofText(body.annotations().get(key), key);
            if (!stored.isNone()) {
                return stored;
            }
        }
        return StoredRecord.NONE;
    }
}
