package dev.kopf.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.json.Trees;
import java.time.Instant;
import java.util.function.Function;

/** A column and where its cells come from. Immutable. */
record Column(String name, String type, String format, String description, int priority, Cell cell) {

    static Column text(String name, Function<ObjectNode, String> text) {
        return new Column(name, "string", "", "", 0, (object, now) -> TextNode.valueOf(text.apply(object)));
    }

    static Column path(String name, String... path) {
        return text(name, object -> Trees.text(object, path));
    }

    static Column age(String name, String... path) {
        return new Column(
                name,
                "string",
                "",
                "",
                0,
                (object, now) -> TextNode.valueOf(Ages.since(Trees.text(object, path), now)));
    }

    Column wide() {
        return new Column(name, type, format, description, 1, cell);
    }

    /** The content of one row. */
    @FunctionalInterface
    interface Cell {

        /** What an object has in this column. */
        JsonNode of(ObjectNode object, Instant now);
    }
}
