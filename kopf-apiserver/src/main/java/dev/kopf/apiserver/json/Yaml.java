package dev.kopf.apiserver.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into JSON trees; numbers keep their digits. Thread-safe. */
public final class Yaml {

    private static final int MAX_DEPTH = 200;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private Yaml() {}

    /** All documents of a text, empty ones left out; throws {@link IllegalArgumentException} that says where it is wrong. */
    public static List<JsonNode> documents(String text) {
        try {
            var documents = new ArrayList<JsonNode>();
            for (Node node : new Compose(SETTINGS).composeAllFromString(text)) {
                JsonNode tree = tree(node, 0);
                if (!tree.isNull()) {
                    documents.add(tree);
                }
            }
            return documents;
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("not a tree: deeper than " + MAX_DEPTH + " levels");
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = Json.object();
            for (NodeTuple tuple : mapping.getValue()) {
                object.set(key(tuple.getKeyNode()), tree(tuple.getValueNode(), depth + 1));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = Json.array();
            sequence.getValue().forEach(item -> array.add(tree(item, depth + 1)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("a key must be a text: "
                + node.getStartMark().map(Object::toString).orElse("?"));
    }

    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return NullNode.getInstance();
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(Boolean.parseBoolean(value));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(value);
        }
        return TextNode.valueOf(value);
    }

    private static JsonNode number(String value) {
        try {
            return Json.parse(value);
        } catch (IllegalArgumentException notJson) {
            return otherNumber(value);
        }
    }

    /** Numbers that YAML allows and JSON does not: {@code 0x1F}, {@code 0o17}, {@code +1}, {@code .5}. */
    private static JsonNode otherNumber(String value) {
        try {
            if (value.startsWith("0x")) {
                return Json.parse(new java.math.BigInteger(value.substring(2), 16).toString());
            }
            if (value.startsWith("0o")) {
                return Json.parse(new java.math.BigInteger(value.substring(2), 8).toString());
            }
            var decimal = new BigDecimal(value);
            return decimal.scale() == 0 ? Json.parse(decimal.toBigInteger().toString()) : DecimalNode.valueOf(decimal);
        } catch (NumberFormatException notFinite) {
            return TextNode.valueOf(value);
        }
    }
}
