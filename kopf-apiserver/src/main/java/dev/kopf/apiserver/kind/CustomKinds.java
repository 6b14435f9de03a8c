package dev.kopf.apiserver.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.schema.StructuralSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the kinds that a CRD describes; the CRD is known to be valid. */
public final class CustomKinds {

    private CustomKinds() {}

    /** Where the objects of a CRD's kind are kept. */
    public static String collection(ObjectNode crd) {
        return Trees.text(crd, "spec", "names", "plural") + "." + Trees.text(crd, "spec", "group");
    }

    /** The versions that a CRD wants served. */
    public static List<ResourceKind> of(ObjectNode crd) {
        var kinds = new ArrayList<ResourceKind>();
        for (JsonNode version : Trees.at(crd, "spec", "versions")) {
            if (version.path("served").asBoolean()) {
                kinds.add(kind(crd, version));
            }
        }
        return kinds;
    }

    private static ResourceKind kind(ObjectNode crd, JsonNode version) {
        JsonNode schema = Trees.at(version, "schema", "openAPIV3Schema");
        boolean status = version.path("subresources").has("status");
        boolean namespaced = Trees.text(crd, "spec", "scope").equals("Namespaced");
        return new ResourceKind(
                Trees.text(crd, "spec", "group"),
                Trees.text(version, "name"),
                names(Trees.at(crd, "spec", "names")),
                new Traits(namespaced, status, true, true, selectableFields(version)),
                new StructuralSchema(schema.isObject() ? schema : Json.object()),
                columns(version));
    }

    private static Names names(JsonNode names) {
        return new Names(
                Trees.text(names, "plural"),
                Trees.text(names, "singular"),
                Trees.text(names, "kind"),
                Trees.text(names, "listKind"),
                Trees.texts(names, "shortNames"),
                Trees.texts(names, "categories"));
    }

    private static Set<String> selectableFields(JsonNode version) {
        var fields = new HashSet<>(Set.of("metadata.name", "metadata.namespace"));
        version.path("selectableFields")
                .forEach(field -> fields.add(Trees.text(field, "jsonPath").replaceFirst("^\\.", "")));
        return Set.copyOf(fields);
    }

    private static List<PrinterColumn> columns(JsonNode version) {
        var columns = new ArrayList<PrinterColumn>();
        for (JsonNode column : version.path("additionalPrinterColumns")) {
            String path = Trees.text(column, "jsonPath");
            String description = Trees.text(column, "description");
            columns.add(new PrinterColumn(
                    Trees.text(column, "name"),
                    Trees.text(column, "type"),
                    Trees.text(column, "format"),
                    description.isEmpty()
                            ? "Custom resource definition column (in JSONPath format): " + path
                            : description,
                    column.path("priority").asInt(),
                    path));
        }
        if (columns.isEmpty()) {
            columns.add(new PrinterColumn("Age", "date", "", "", 0, ".metadata.creationTimestamp"));
        }
        return columns;
    }
}
