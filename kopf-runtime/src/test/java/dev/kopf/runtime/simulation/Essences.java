package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.resource.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of an object matters to handlers, told without the code that is tested. Essences are texts with sorted keys. */
final class Essences {

    static final String NONE = "none";
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final boolean phaseCounts;

    /** @param phaseCounts whether a handler looks at {@code status.phase} */
    Essences(boolean phaseCounts) {
        this.phaseCounts = phaseCounts;
    }

    /** The essence of an object: its spec, labels and annotations without those of operators. */
    ObjectNode tree(JsonNode object) {
        ObjectNode essence = Json.object();
        if (object.has("spec")) {
            essence.set("spec", object.get("spec"));
        }
        JsonNode metadata = object.path("metadata");
        ObjectNode kept = Json.object();
        if (metadata.path("labels").size() > 0) {
            kept.set("labels", metadata.get("labels"));
        }
        ObjectNode annotations = Json.object();
        metadata.path("annotations").properties().forEach(annotation -> {
            if (!isOfOperator(annotation.getKey())) {
                annotations.set(annotation.getKey(), annotation.getValue());
            }
        });
        if (!annotations.isEmpty()) {
            kept.set("annotations", annotations);
        }
        if (!kept.isEmpty()) {
            essence.set("metadata", kept);
        }
        JsonNode phase = object.path("status").path("phase");
        if (phaseCounts && !phase.isMissingNode()) {
            essence.putObject("status").set("phase", phase);
        }
        return essence;
    }

    static boolean isOfOperator(String annotation) {
        return annotation.startsWith("kopf.zalando.org/") || annotation.startsWith("second.example.org/");
    }

    /** The annotation that keeps the record of a handler. What it is called for ids that no server takes, vectors of Kopf tell. */
    static String annotationOf(String id, String prefix) {
        boolean plain = id.length() < 40 && id.matches("[A-Za-z0-9/]+");
        return plain
                ? prefix + "/" + id.replace('/', '.')
                : AnnotationKeys.of(prefix).keys(id, new Body(Map.of())).get(0);
    }

    /** A value as text; the same for equal values. */
    static String text(@Nullable JsonNode value) {
        return value == null || value.isMissingNode() || value.isNull()
                ? NONE
                : sorted(value).toString();
    }

    static String text(@Nullable Map<?, ?> value) {
        return value == null ? NONE : text(tree(value));
    }

    static JsonNode tree(Map<?, ?> value) {
        return SORTED.valueToTree(value);
    }

    static JsonNode parse(String json) {
        try {
            return SORTED.readTree(json);
        } catch (JsonProcessingException e) {
            return Json.object().put("unreadable", json);
        }
    }

    /** What of an essence a handler is shown: a field, or all. */
    static String shown(JsonNode essence, String field) {
        if (field.isEmpty()) {
            return text(essence);
        }
        JsonNode value = essence;
        for (String name : List.of(field.split("\\.", -1))) {
            value = value.path(name);
        }
        return text(value);
    }

    private static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            ObjectNode result = Json.object();
            fields.forEach(result::set);
            return result;
        }
        if (value.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            value.forEach(item -> items.add(sorted(item)));
            return Json.array().addAll(items);
        }
        return value;
    }
}
