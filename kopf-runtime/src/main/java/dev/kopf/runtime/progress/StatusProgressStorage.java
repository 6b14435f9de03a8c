package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps one map for each handler below a field of the status (S-19). */
record StatusProgressStorage(FieldPath field, FieldPath touchField) implements ProgressStorage {

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
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(record);
        // A map in the status is merged with the one before, whose fields would else stay.
        Map<String, @Nullable Object> before = fetch(id, body);
        if (before != null) {
            Records.OURS.stream().filter(before::containsKey).forEach(key -> whole.putIfAbsent(key, null));
        }
        return patch.with(field.child(id.value()), whole);
    }

    @Override
    public Patch purge(String id, Body body, Patch patch) {
        return Purge.of(field.child(id), body, patch);
    }

    @Override
    public Patch touch(@Nullable String value, Body body, Patch patch) {
        return Json.identical(touchField.resolve(body.fields()), value) ? patch : patch.with(touchField, value);
    }

    @Override
    public Set<FieldPath> places(String id, Body body) {
        return Set.of(field.child(id));
    }

    @Override
    public Set<FieldPath> reserved(Body body) {
        return Set.of(touchField);
    }

    @Override
    public Essence clear(Essence essence) {
        return essence.without(field);
    }

    private StoredRecord read(HandlerId id, Body body) {
        Object records = field.resolve(body.fields());
        if (field.isPresentIn(body.fields()) && !(records instanceof Map<?, ?>)) {
            return new StoredRecord(null, field + " is no JSON object");
        }
        FieldPath path = field.child(id.value());
        return StoredRecord.ofValue(path.resolve(body.fields()), path.toString());
    }
}
