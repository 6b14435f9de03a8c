package dev.kopf.codegen.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML and JSON to plain values, with limits against texts that are made to hang a reader. */
final class YamlTree {

    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;
    private static final int MAX_DEPTH = 400;
    private static final int MAX_NODES = 4_000_000;

    private int nodes;

    private YamlTree() {}

    /**
     * All documents of a text.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the text is no YAML
     * @throws TooLargeException if it is too large or too deep
     */
    static List<@Nullable Object> read(String label, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        List<@Nullable Object> documents = new ArrayList<>();
        YamlTree tree = new YamlTree();
        try {
            for (Object document : new Load(settings).loadAllFromString(text)) {
                documents.add(tree.copy(document, 0));
            }
        } catch (StackOverflowError e) {
            throw new TooLargeException("nested deeper than " + MAX_DEPTH + " levels");
        }
        return documents;
    }

    private @Nullable Object copy(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooLargeException("nested deeper than " + MAX_DEPTH + " levels");
        }
        nodes++;
        if (nodes > MAX_NODES) {
            throw new TooLargeException("more than " + MAX_NODES + " values, aliases written out");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), copy(item, depth + 1)));
            return copy;
        }
        if (value instanceof Iterable<?> items) {
            List<@Nullable Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(copy(item, depth + 1)));
            return copy;
        }
        return value;
    }

    /** The text is larger or deeper than any CRD. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }
}
