package dev.kopf.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.StatusException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON patch, RFC 6902: operations in their order, all or none.
 *
 * <p>Written here and not taken from a library, because what is not there must be a failure: an operator's {@code remove} of a missing
 * field is refused by a real server, and libraries let it pass.
 */
final class JsonPatch {

    private static final Supplier<StatusException> REJECTED = Failures::patchRejected;

    private JsonPatch() {}

    static JsonNode apply(JsonNode tree, JsonNode operations) {
        JsonNode result = tree.deepCopy();
        for (JsonNode operation : operations) {
            result = apply(result, operation, Pointer.parse(operation.get("path")));
        }
        return result;
    }

    private static JsonNode apply(JsonNode tree, JsonNode operation, Pointer path) {
        switch (operation.path("op").asText()) {
            case "add" -> {
                return add(tree, path, value(operation));
            }
            case "remove" -> {
                remove(tree, path);
                return tree;
            }
            case "replace" -> {
                return replace(tree, path, value(operation));
            }
            case "move" -> {
                JsonNode moved = remove(tree, Pointer.parse(operation.get("from")));
                return add(tree, path, moved);
            }
            case "copy" -> {
                JsonNode copied = Pointer.parse(operation.get("from")).in(tree).deepCopy();
                return add(tree, path, copied);
            }
            case "test" -> {
                if (path.in(tree).equals(value(operation))) {
                    return tree;
                }
                throw REJECTED.get();
            }
            default -> throw REJECTED.get();
        }
    }

    private static JsonNode value(JsonNode operation) {
        JsonNode value = operation.get("value");
        if (value == null) {
            throw REJECTED.get();
        }
        return value.deepCopy();
    }

    private static JsonNode add(JsonNode tree, Pointer path, JsonNode value) {
        if (path.isRoot()) {
            return value;
        }
        JsonNode parent = path.parent().in(tree);
        if (parent instanceof ObjectNode object) {
            object.set(path.last(), value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(path.last().equals("-") ? array.size() : index(path.last(), array.size()), value);
        } else {
            throw REJECTED.get();
        }
        return tree;
    }

    private static JsonNode replace(JsonNode tree, Pointer path, JsonNode value) {
        if (path.isRoot()) {
            return value;
        }
        path.in(tree);
        JsonNode parent = path.parent().in(tree);
        if (parent instanceof ObjectNode object) {
            object.set(path.last(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(index(path.last(), array.size() - 1), value);
        }
        return tree;
    }

    private static JsonNode remove(JsonNode tree, Pointer path) {
        if (path.isRoot()) {
            throw REJECTED.get();
        }
        JsonNode removed = path.in(tree);
        JsonNode parent = path.parent().in(tree);
        if (parent instanceof ObjectNode object) {
            object.remove(path.last());
        } else if (parent instanceof ArrayNode array) {
            array.remove(index(path.last(), array.size() - 1));
        }
        return removed;
    }

    private static int index(String step, int last) {
        if (!step.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(step) > last) {
            throw REJECTED.get();
        }
        return Integer.parseInt(step);
    }

    /** A JSON pointer, RFC 6901. */
    private record Pointer(List<String> steps) {

        static Pointer parse(@Nullable JsonNode text) {
            if (text == null || !text.isTextual()) {
                throw REJECTED.get();
            }
            String pointer = text.asText();
            if (pointer.isEmpty()) {
                return new Pointer(List.of());
            }
            if (pointer.charAt(0) != '/') {
                throw REJECTED.get();
            }
            return new Pointer(List.of(pointer.substring(1).split("/", -1)).stream()
                    .map(step -> step.replace("~1", "/").replace("~0", "~"))
                    .toList());
        }

        boolean isRoot() {
            return steps.isEmpty();
        }

        String last() {
            return steps.get(steps.size() - 1);
        }

        Pointer parent() {
            return new Pointer(steps.subList(0, steps.size() - 1));
        }

        /** The node that it points to; what is not there is a failure. */
        JsonNode in(JsonNode tree) {
            JsonNode node = tree;
            for (String step : steps) {
                JsonNode next =
                        node instanceof ArrayNode array ? array.get(index(step, array.size() - 1)) : node.get(step);
                if (next == null) {
                    throw REJECTED.get();
                }
                node = next;
            }
            return node;
        }
    }
}
