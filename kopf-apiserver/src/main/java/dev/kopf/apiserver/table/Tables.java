package dev.kopf.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.kind.PrinterColumn;
import dev.kopf.apiserver.kind.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Objects as tables: {@code meta.k8s.io/v1 Table}. Immutable and thread-safe. */
public final class Tables {

    private final List<Column> columns = new ArrayList<>();

    /** Tables of a kind. */
    public Tables(ResourceKind kind) {
        columns.add(new Column(
                "Name", "string", "name", "Name must be unique within a namespace.", 0, (o, now) -> name(o)));
        if (kind.traits().custom()) {
            kind.columns().forEach(column -> columns.add(custom(column)));
        } else {
            columns.addAll(BuiltInColumns.of(kind.collection()));
        }
    }

    /**
     * A table of objects.
     *
     * @param include what of each object comes along: {@code None}, {@code Metadata} or {@code Object}
     * @param headed whether the columns are described, as they are once per list or watch
     */
    public ObjectNode table(List<ObjectNode> objects, String include, boolean headed, Instant now) {
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.putObject("metadata");
        if (headed) {
            var definitions = table.putArray("columnDefinitions");
            for (Column column : columns) {
                definitions
                        .addObject()
                        .put("name", column.name())
                        .put("type", column.type())
                        .put("format", column.format())
                        .put("description", column.description())
                        .put("priority", column.priority());
            }
        } else {
            table.putNull("columnDefinitions");
        }
        var rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            var cells = row.putArray("cells");
            columns.forEach(column -> cells.add(column.cell().of(object, now)));
            Trees.putOrRemove(row, "object", included(object, include));
        }
        return table;
    }

    private static JsonNode included(ObjectNode object, String include) {
        return switch (include) {
            case "None" -> NullNode.getInstance();
            case "Object" -> object;
            default -> partial(object);
        };
    }

    /** An object of which only the metadata is shown. */
    public static ObjectNode partial(ObjectNode object) {
        ObjectNode partial = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }

    private static JsonNode name(ObjectNode object) {
        return TextNode.valueOf(Trees.text(object, "metadata", "name"));
    }

    private static Column custom(PrinterColumn column) {
        JsonPath path = JsonPath.parse(column.jsonPath());
        return new Column(
                column.name(),
                column.type(),
                column.format(),
                column.description(),
                column.priority(),
                (object, now) -> cell(path.find(object), column.type(), now));
    }

    private static JsonNode cell(List<JsonNode> found, String type, Instant now) {
        if (found.isEmpty()) {
            return NullNode.getInstance();
        }
        JsonNode first = found.get(0);
        return switch (type) {
            case "date" -> TextNode.valueOf(Ages.since(first.asText(), now));
            case "integer" ->
                first.isNumber() ? Json.parse(first.bigIntegerValue().toString()) : NullNode.getInstance();
            case "number" -> first.isNumber() ? first : NullNode.getInstance();
            case "boolean" -> first.isBoolean() ? first : NullNode.getInstance();
            default ->
                TextNode.valueOf(found.stream()
                        .map(node -> node.isValueNode() ? node.asText() : node.toString())
                        .collect(Collectors.joining(" ")));
        };
    }
}
