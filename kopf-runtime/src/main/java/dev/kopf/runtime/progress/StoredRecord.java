package dev.kopf.runtime.progress;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found where a record is kept: a record, nothing, or something else (S-10).
 *
 * @param record the record, if it is one
 * @param problem why it is none, if something else is there
 */
record StoredRecord(
        @Nullable Map<String, @Nullable Object> record,
        @Nullable String problem) {

    static final StoredRecord NONE = new StoredRecord(null, null);

    static StoredRecord ofText(@Nullable Object stored, String place) {
        if (stored == null) {
            return NONE;
        }
        if (!(stored instanceof String text)) {
            return new StoredRecord(null, place + " is no text");
        }
        try {
            return ofValue(Json.parseStored(text), place);
        } catch (JsonException e) {
            return new StoredRecord(null, place + " is no JSON: " + e.getMessage());
        }
    }

    static StoredRecord ofValue(@Nullable Object value, String place) {
        if (value == null) {
            return NONE;
        }
        return value instanceof Map<?, ?>
                ? new StoredRecord(Json.map(value), null)
                : new StoredRecord(null, place + " is no JSON object");
    }

    boolean isNone() {
        return record == null && problem == null;
    }
}
