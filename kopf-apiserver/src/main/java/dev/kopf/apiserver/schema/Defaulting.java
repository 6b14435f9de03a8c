package dev.kopf.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what a schema has defaults for, and drops nulls where none is allowed, as Kubernetes does; in place. */
final class Defaulting {

    private Defaulting() {}

    static void apply(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            applyToObject(object, schema);
        } else if (value instanceof ArrayNode array) {
            array.forEach(item -> apply(item, schema.path("items")));
        }
    }

    private static void applyToObject(ObjectNode object, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        for (var entry : properties.properties()) {
            applyToProperty(object, entry.getKey(), entry.getValue());
        }
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isObject()) {
            for (var entry : object.properties()) {
                if (!properties.has(entry.getKey())) {
                    apply(entry.getValue(), additional);
                }
            }
        }
    }

    private static void applyToProperty(ObjectNode object, String name, JsonNode schema) {
        JsonNode value = object.get(name);
        JsonNode fallback = schema.get("default");
        boolean forbiddenNull =
                value != null && value.isNull() && !schema.path("nullable").asBoolean();
        if ((value == null || forbiddenNull) && fallback != null) {
            object.set(name, fallback.deepCopy());
        } else if (forbiddenNull) {
            object.remove(name);
        }
        apply(object.path(name), schema);
    }
}
