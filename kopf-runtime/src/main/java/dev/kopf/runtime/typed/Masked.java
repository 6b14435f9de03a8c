package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For generated code: an object as its {@code toString()} shows it, without the secrets in it. Not safe for use by several threads. */
public final class Masked {

    /** What is shown of a secret. */
    public static final String MASK = Password.MASK;

    private final Map<String, @Nullable Object> fields;

    /** @param fields the object with its secrets */
    public Masked(JsonObject fields) {
        this.fields = new LinkedHashMap<>(fields);
        if (fields.get("metadata") instanceof Map<?, ?> metadata) {
            this.fields.put("metadata", withoutAnnotations(Json.map(metadata)));
        }
    }

    /** Some annotations hold the whole object as it was, whoever wrote them. */
    private static Map<String, @Nullable Object> withoutAnnotations(Map<String, @Nullable Object> metadata) {
        if (!(metadata.get("annotations") instanceof Map<?, ?> annotations)) {
            return metadata;
        }
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        annotations.keySet().forEach(name -> masked.put(String.valueOf(name), Password.MASK));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(metadata);
        shown.put("annotations", masked);
        return shown;
    }

    /** Shows a field only as its type does. What does not fit the type is not shown either: it may be a secret all the same. */
    public void field(String name, Type<?> type) {
        Object value = fields.get(name);
        if (value != null) {
            Object shown = type.shown(value);
            fields.put(name, shown == null ? Password.MASK : shown);
        }
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
