package dev.kopf.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' strategic merge patch: a merge patch in which lists are merged by the key of their items, with the directives
 * {@code $patch}, {@code $retainKeys}, {@code $setElementOrder/…} and {@code $deleteFromPrimitiveList/…}.
 */
final class StrategicMergePatch {

    private static final String PATCH = "$patch";
    private static final String RETAIN_KEYS = "$retainKeys";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";

    private StrategicMergePatch() {}

    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        if (changes.path(PATCH).asText().equals("replace")) {
            return plain(changes);
        }
        if (changes.path(PATCH).asText().equals("delete")) {
            return Json.object();
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        for (var change : changes.properties()) {
            if (change.getKey().startsWith(DELETE_VALUES)) {
                deleteValues(result, change.getKey().substring(DELETE_VALUES.length()), change.getValue());
            }
        }
        for (var change : changes.properties()) {
            if (!change.getKey().startsWith("$")) {
                applyField(result, change.getKey(), change.getValue());
            }
        }
        finish(result, changes);
        return result;
    }

    private static void applyField(ObjectNode result, String field, JsonNode change) {
        if (change.isNull()) {
            result.remove(field);
        } else if (change instanceof ArrayNode items) {
            result.set(field, list(field, result.path(field), items));
        } else {
            result.set(field, apply(result.path(field), change));
        }
    }

    private static ArrayNode list(String field, JsonNode target, ArrayNode changes) {
        if (MergeKeys.isSet(field)) {
            return union(target, changes);
        }
        String key = MergeKeys.of(
                field,
                () -> List.of(target, changes).stream()
                        .flatMap(list -> list.valueStream())
                        .iterator());
        if (key == null || replaces(changes)) {
            return withoutDirectives(changes);
        }
        List<JsonNode> merged = new ArrayList<>();
        target.forEach(merged::add);
        for (JsonNode change : changes) {
            mergeItem(merged, key, change);
        }
        return Json.array().addAll(merged);
    }

    private static void mergeItem(List<JsonNode> merged, String key, JsonNode change) {
        int at = indexOf(merged, key, change.get(key));
        if (change.path(PATCH).asText().equals("delete")) {
            if (at >= 0) {
                merged.remove(at);
            }
        } else if (at >= 0) {
            merged.set(at, apply(merged.get(at), change));
        } else {
            merged.add(apply(Json.object(), change));
        }
    }

    private static int indexOf(List<JsonNode> items, String key, @Nullable JsonNode value) {
        for (int i = 0; i < items.size(); i++) {
            if (Objects.equals(items.get(i).get(key), value)) {
                return i;
            }
        }
        return -1;
    }

    private static ArrayNode union(JsonNode target, ArrayNode changes) {
        ArrayNode all = Json.array();
        target.forEach(all::add);
        for (JsonNode change : changes) {
            if (all.valueStream().noneMatch(change::equals)) {
                all.add(change);
            }
        }
        return all;
    }

    private static boolean replaces(ArrayNode changes) {
        return changes.valueStream()
                .anyMatch(item -> item.size() == 1 && item.path(PATCH).asText().equals("replace"));
    }

    private static ArrayNode withoutDirectives(ArrayNode changes) {
        ArrayNode plain = Json.array();
        for (JsonNode item : changes) {
            if (!item.has(PATCH)) {
                plain.add(apply(Json.object(), item));
            }
        }
        return plain;
    }

    private static void deleteValues(ObjectNode result, String field, JsonNode values) {
        if (result.get(field) instanceof ArrayNode list) {
            ArrayNode kept = Json.array();
            list.valueStream()
                    .filter(item -> values.valueStream().noneMatch(item::equals))
                    .forEach(kept::add);
            result.set(field, kept);
        }
    }

    private static void finish(ObjectNode result, ObjectNode changes) {
        for (var change : changes.properties()) {
            if (change.getKey().startsWith(ORDER)) {
                order(result, change.getKey().substring(ORDER.length()), change.getValue());
            } else if (change.getKey().equals(RETAIN_KEYS)) {
                List<String> kept =
                        change.getValue().valueStream().map(JsonNode::asText).toList();
                result.retain(kept);
            }
        }
    }

    /** Items that the order names come as it says; the others stay behind the one that they followed. */
    private static void order(ObjectNode result, String field, JsonNode order) {
        if (!(result.get(field) instanceof ArrayNode list)) {
            return;
        }
        String key = MergeKeys.of(field, list);
        record Ranked(JsonNode item, int rank) {}
        var ranked = new ArrayList<Ranked>();
        int last = -1;
        for (JsonNode item : list) {
            int rank = rank(item, key, order);
            last = rank >= 0 ? rank : last;
            ranked.add(new Ranked(item, last));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        ArrayNode sorted = Json.array();
        ranked.forEach(entry -> sorted.add(entry.item()));
        result.set(field, sorted);
    }

    private static int rank(JsonNode item, @Nullable String key, JsonNode order) {
        for (int i = 0; i < order.size(); i++) {
            boolean same = key == null
                    ? order.get(i).equals(item)
                    : Objects.equals(order.get(i).get(key), item.get(key));
            if (same) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode plain(ObjectNode changes) {
        ObjectNode copy = changes.deepCopy();
        copy.remove(PATCH);
        return copy;
    }
}
