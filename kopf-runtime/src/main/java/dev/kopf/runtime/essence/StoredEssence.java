package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found where an essence is kept: an essence, nothing, or something else.
 *
 * @param essence the essence, if it is one
 * @param problem why it is none, if something else is there
 */
record StoredEssence(@Nullable Essence essence, @Nullable String problem) {

    static final StoredEssence NONE = new StoredEssence(null, null);

    /** What a stored value says, which was found at a place that has this name. */
    static StoredEssence read(@Nullable Object stored, String place) {
        if (stored == null) {
            return NONE;
        }
        if (!(stored instanceof String text)) {
            return new StoredEssence(null, place + " is no text");
        }
        try {
            Object value = Json.parseStored(text);
            if (value == null) {
                return NONE;
            }
            return value instanceof Map<?, ?>
                    ? new StoredEssence(Essence.of(EssenceForm.read(Json.map(value))), null)
                    : new StoredEssence(null, place + " is no JSON object");
        } catch (JsonException e) {
            return new StoredEssence(null, place + " is no JSON: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new StoredEssence(null, place + " is no essence: " + e.getMessage());
        }
    }

    boolean isNone() {
        return essence == null && problem == null;
    }
}
