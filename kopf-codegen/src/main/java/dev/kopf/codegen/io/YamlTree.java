package dev.kopf.codegen.io;

import dev.kopf.codegen.model.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.ConstructorException;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML and JSON to plain values, with limits against texts that are made to hang a reader. */
final class YamlTree {

    /** The largest file, in bytes; what a server stores is a tenth of it. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** The deepest nesting. */
    static final int MAX_DEPTH = 400;

    private static final int MAX_VALUES = 1_000_000;

    /** Parsing a number takes quadratic time; a longer one stays a text. */
    private static final int MAX_DIGITS = 100;

    private final CoreSchema schema = new CoreSchema();
    private final Map<Tag, ConstructNode> constructors = schema.getSchemaTagConstructors();
    private int values;

    private YamlTree() {}

    /**
     * All documents of a text.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the text is no YAML
     * @throws TooLargeException if it is too large or too deep
     */
    static List<@Nullable Object> read(String label, String text) {
        return new YamlTree().documents(label, text);
    }

    private List<@Nullable Object> documents(String label, String text) {
        // Aliases need no limit of their own: what they stand for is counted.
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setSchema(schema)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .build();
        ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
        Composer composer = new Composer(settings, new LimitedParser(parser, MAX_DEPTH));
        List<@Nullable Object> documents = new ArrayList<>();
        while (composer.hasNext()) {
            documents.add(value(composer.next(), 0));
        }
        return documents;
    }

    private @Nullable Object value(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooLargeException("nested deeper than " + MAX_DEPTH + " levels");
        }
        values++;
        if (values > MAX_VALUES) {
            throw new TooLargeException("more than " + MAX_VALUES + " values, aliases written out");
        }
        if (node instanceof MappingNode map) {
            return map(map, depth);
        }
        if (node instanceof SequenceNode list) {
            List<@Nullable Object> items = new ArrayList<>(list.getValue().size());
            list.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return items;
        }
        return scalar((ScalarNode) node);
    }

    private Map<String, @Nullable Object> map(MappingNode node, int depth) {
        YamlMap map = new YamlMap();
        for (NodeTuple entry : node.getValue()) {
            Node keyNode = entry.getKeyNode();
            if (!(keyNode instanceof ScalarNode scalar)) {
                throw new ConstructorException(
                        null, Optional.empty(), "a list or a map is a key", keyNode.getStartMark());
            }
            String key = String.valueOf(scalar(scalar));
            if (map.containsKey(key)) {
                throw new DuplicateKeyException(node.getStartMark(), key, keyNode.getStartMark());
            }
            int line = keyNode.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
            map.add(key, value(entry.getValueNode(), depth + 1), line);
        }
        return map;
    }

    private @Nullable Object scalar(ScalarNode node) {
        Tag tag = node.getTag();
        boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        ConstructNode constructor = constructors.get(tag);
        if (tag.equals(Tag.STR) || (isNumber && node.getValue().length() > MAX_DIGITS)) {
            return node.getValue();
        }
        if (constructor == null) {
            throw new ConstructorException(null, Optional.empty(), "unknown tag " + tag, node.getStartMark());
        }
        return constructor.construct(node);
    }

    /** The text is larger or deeper than any CRD. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }
}
