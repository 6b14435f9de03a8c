package dev.kopf.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes away what a structural schema does not name, in place, and remembers the paths. Not thread-safe. */
final class Pruning {

    private static final Set<String> OF_EVERY_RESOURCE = Set.of("apiVersion", "kind", "metadata");

    private final List<String> pruned = new ArrayList<>();

    List<String> pruned() {
        return pruned;
    }

    void prune(JsonNode value, JsonNode schema, Path path, boolean resource) {
        if (value instanceof ObjectNode object) {
            pruneObject(object, schema, path, resource);
        } else if (value instanceof ArrayNode array) {
            JsonNode items = schema.path("items");
            for (int i = 0; i < array.size(); i++) {
                prune(array.get(i), items, path.item(i), embedded(items));
            }
        }
    }

    private void pruneObject(ObjectNode object, JsonNode schema, Path path, boolean resource) {
        boolean keep = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        JsonNode properties = schema.path("properties");
        JsonNode additional = schema.path("additionalProperties");
        for (String key :
                List.copyOf(object.propertyStream().map(e -> e.getKey()).toList())) {
            if (resource && OF_EVERY_RESOURCE.contains(key)) {
                continue;
            }
            JsonNode property = properties.get(key);
            if (property != null) {
                prune(object.path(key), property, path.field(key), embedded(property));
            } else if (additional.isObject()) {
                prune(object.path(key), additional, path.field(key), embedded(additional));
            } else if (!keep && !additional.asBoolean()) {
                object.remove(key);
                pruned.add(path.field(key).toString());
            }
        }
    }

    private static boolean embedded(JsonNode schema) {
        return schema.path("x-kubernetes-embedded-resource").asBoolean();
    }
}
