package dev.kopf.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;

/** The kinds of patches, each with the content type that names it. */
public enum PatchType {
    /** RFC 7386. */
    MERGE("application/merge-patch+json") {
        @Override
        JsonNode patched(ObjectNode object, JsonNode patch) {
            return MergePatch.apply(object, patch);
        }
    },
    /** RFC 6902. */
    JSON("application/json-patch+json") {
        @Override
        JsonNode patched(ObjectNode object, JsonNode patch) {
            if (!(patch instanceof ArrayNode)) {
                throw Failures.badRequest(
                        "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp");
            }
            return JsonPatch.apply(object, patch);
        }
    },
    /** Kubernetes' own, for built-in kinds: lists are merged by the key of their items. */
    STRATEGIC("application/strategic-merge-patch+json") {
        @Override
        JsonNode patched(ObjectNode object, JsonNode patch) {
            return StrategicMergePatch.apply(object, patch);
        }
    };

    private final String mediaType;

    PatchType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The content type that names it. */
    public String mediaType() {
        return mediaType;
    }

    /** The object with the patch applied; the given one stays as it is. Fails with a status where that is impossible. */
    public ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (patched(object, patch) instanceof ObjectNode result) {
            return result;
        }
        throw Failures.badRequest("error decoding patch: the patch does not leave an object");
    }

    abstract JsonNode patched(ObjectNode object, JsonNode patch);
}
