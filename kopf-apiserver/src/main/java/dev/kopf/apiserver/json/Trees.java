package dev.kopf.apiserver.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways into a tree that do not fail where something is missing or of another type. */
public final class Trees {

    private Trees() {}

    /** The node at a path of keys; a missing node where the path ends early. */
    public static JsonNode at(JsonNode tree, String... path) {
        JsonNode node = tree;
        for (String key : path) {
            JsonNode next = node.get(key);
            if (next == null) {
                return MissingNode.getInstance();
            }
            node = next;
        }
        return node;
    }

    /** The text at a path, empty where there is none. */
    public static String text(JsonNode tree, String... path) {
        return at(tree, path).asText("");
    }

    /** The texts of the array at a path. */
    public static List<String> texts(JsonNode tree, String... path) {
        var texts = new ArrayList<String>();
        at(tree, path).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** The object under a key, made where it is missing or something else. */
    public static ObjectNode objectIn(ObjectNode parent, String key) {
        return parent.get(key) instanceof ObjectNode child ? child : parent.putObject(key);
    }

    /** The array under a key, made where it is missing or something else. */
    public static ArrayNode arrayIn(ObjectNode parent, String key) {
        return parent.get(key) instanceof ArrayNode child ? child : parent.putArray(key);
    }

    /** Puts a value, or takes the key away where there is none. */
    public static void putOrRemove(ObjectNode parent, String key, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            parent.remove(key);
        } else {
            parent.set(key, value);
        }
    }

    /** Puts a value where the key has none yet. */
    public static void putIfAbsent(ObjectNode parent, String key, JsonNode value) {
        if (!parent.hasNonNull(key)) {
            parent.set(key, value);
        }
    }
}
