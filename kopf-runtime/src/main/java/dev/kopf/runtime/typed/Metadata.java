package dev.kopf.runtime.typed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fabric8's metadata from plain values, and writes back only what was changed since. */
final class Metadata {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Metadata() {}

    /** The metadata as fabric8's class knows it; a field that does not fit is left out (R14). */
    static ObjectMeta read(@Nullable Object plain) {
        Map<String, @Nullable Object> fields = Json.map(plain);
        try {
            return MAPPER.convertValue(JsonObject.wrap(fields), ObjectMeta.class);
        } catch (IllegalArgumentException e) {
            return readWhatFits(fields);
        }
    }

    private static ObjectMeta readWhatFits(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> fitting = new LinkedHashMap<>(fields);
        fitting.entrySet().removeIf(field -> !fits(field));
        return MAPPER.convertValue(JsonObject.wrap(fitting), ObjectMeta.class);
    }

    private static boolean fits(Map.Entry<String, @Nullable Object> field) {
        Map<String, @Nullable Object> alone = new LinkedHashMap<>();
        alone.put(field.getKey(), field.getValue());
        try {
            MAPPER.convertValue(JsonObject.wrap(alone), ObjectMeta.class);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The metadata as plain values: what it was where nothing changed, and what it is now where something did.
     *
     * @param raw what the metadata was read from; null where it was not
     */
    static Map<String, @Nullable Object> write(@Nullable Object raw, ObjectMeta now) {
        Map<String, @Nullable Object> current = plain(now);
        if (raw == null) {
            return current;
        }
        Map<String, @Nullable Object> before = plain(read(raw));
        Map<String, @Nullable Object> written = new LinkedHashMap<>(Json.map(raw));
        before.keySet().stream().filter(name -> !current.containsKey(name)).forEach(written::remove);
        current.forEach((name, value) -> {
            if (!Plain.same(value, before.get(name))) {
                written.put(name, value);
            }
        });
        return written;
    }

    private static Map<String, @Nullable Object> plain(ObjectMeta metadata) {
        return MAPPER.convertValue(metadata, JsonObject.class);
    }
}
