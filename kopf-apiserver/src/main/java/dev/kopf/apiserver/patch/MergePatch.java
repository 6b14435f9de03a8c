package dev.kopf.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;

/** JSON merge patch, RFC 7386: objects are merged, {@code null} deletes, all else replaces. */
final class MergePatch {

    private MergePatch() {}

    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        for (var change : changes.properties()) {
            String key = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(key);
            } else {
                result.set(key, apply(result.path(key), change.getValue()));
            }
        }
        return result;
    }
}
