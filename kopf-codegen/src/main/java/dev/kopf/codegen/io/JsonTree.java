package dev.kopf.codegen.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.kopf.codegen.model.YamlMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON to plain values. YAML is not quite a superset of it: tabs, and escapes of two halves. Not safe for use by several threads. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TreeLimits.MAX_BYTES)
                    .maxNameLength(TreeLimits.MAX_BYTES)
                    .maxNumberLength(TreeLimits.MAX_BYTES)
                    .maxNestingDepth(2 * TreeLimits.MAX_DEPTH)
                    .build())
            .build();

    private final TreeLimits limits = new TreeLimits();
    private final KeyPath path = new KeyPath();
    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * All documents of a text, which may stand one behind the other.
     *
     * @throws IOException if the text is no JSON
     * @throws TreeLimits.TooLargeException if it is too large or too deep
     */
    static List<Document> read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonTree(parser).documents();
        }
    }

    private List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>();
        while (parser.nextToken() != null) {
            documents.add(new Document(value(0), path.takeDuplicates()));
        }
        return documents;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException("the end comes too early");
        }
        limits.add(line());
        return token;
    }

    private @Nullable Object value(int depth) throws IOException {
        limits.checkDepth(depth, line());
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(depth);
            case START_ARRAY -> list(depth);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                Number number = Scalars.number(parser.getText());
                yield number == null ? parser.getText() : number;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> Scalars.whole(parser.getText());
        };
    }

    private List<@Nullable Object> list(int depth) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            path.item(items.size());
            items.add(value(depth + 1));
            path.leave();
        }
        return items;
    }

    private Map<String, @Nullable Object> map(int depth) throws IOException {
        YamlMap map = new YamlMap();
        while (next() != JsonToken.END_OBJECT) {
            int line = line();
            String key = limits.key(Scalars.whole(parser.currentName()));
            path.field(key);
            if (map.containsKey(key)) {
                path.addDuplicate(line);
            }
            next();
            map.add(key, value(depth + 1), line);
            path.leave();
        }
        return map;
    }
}
