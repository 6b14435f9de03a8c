package dev.kopf.apiserver.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.kind.ResourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** OpenAPI documents, as far as kubectl needs them to check and to explain. Thread-safe. */
public final class OpenApi {

    private final Kinds kinds;

    /** Documents of these kinds. */
    public OpenApi(Kinds kinds) {
        this.kinds = kinds;
    }

    /** {@code /openapi/v3}: where the documents of the group versions are. */
    public ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        for (ResourceKind kind : kinds.all()) {
            String path = path(kind);
            Trees.objectIn(paths, path).put("serverRelativeURL", "/openapi/v3/" + path);
        }
        return index;
    }

    /** {@code /openapi/v3/apis/GROUP/VERSION} or {@code /openapi/v3/api/v1}, if it is served. */
    public Optional<ObjectNode> document(String path) {
        List<ResourceKind> served =
                kinds.all().stream().filter(kind -> path(kind).equals(path)).toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode document = header("openapi", "3.0.0");
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (ResourceKind kind : served) {
            schemas.set(name(kind), schema(kind));
            addPaths(paths, kind);
        }
        return Optional.of(document);
    }

    /** {@code /openapi/v2}: the definitions of all kinds. */
    public ObjectNode swagger() {
        ObjectNode document = header("swagger", "2.0");
        document.putObject("paths");
        ObjectNode definitions = document.putObject("definitions");
        kinds.all().forEach(kind -> definitions.set(name(kind), schema(kind)));
        return document;
    }

    private static ObjectNode header(String field, String version) {
        ObjectNode document = Json.object().put(field, version);
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.34.4");
        return document;
    }

    private static String path(ResourceKind kind) {
        return kind.group().isEmpty() ? "api/" + kind.version() : "apis/" + kind.apiVersion();
    }

    private static String name(ResourceKind kind) {
        List<String> parts = new ArrayList<>();
        if (kind.group().isEmpty()) {
            parts.add("io.k8s.api.core");
        } else {
            List<String> reversed = kind.group()
                    .lines()
                    .flatMap(group -> java.util.Arrays.stream(group.split("\\.", -1)))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.reverse(reversed);
            parts.addAll(reversed);
        }
        parts.add(kind.version());
        parts.add(kind.names().kind());
        return String.join(".", parts);
    }

    private static ObjectNode schema(ResourceKind kind) {
        var structural = kind.schema();
        ObjectNode schema = structural != null && structural.openApi() instanceof ObjectNode object
                ? object.deepCopy()
                : Json.object().put("x-kubernetes-preserve-unknown-fields", true);
        schema.put("type", "object");
        ObjectNode properties = Trees.objectIn(schema, "properties");
        describe(properties, "apiVersion", "string", "The version of the schema of this object.");
        describe(properties, "kind", "string", "The kind of this object.");
        describe(properties, "metadata", "object", "Standard object's metadata.");
        schema.putArray("x-kubernetes-group-version-kind")
                .addObject()
                .put("group", kind.group())
                .put("kind", kind.names().kind())
                .put("version", kind.version());
        return schema;
    }

    private static void describe(ObjectNode properties, String name, String type, String description) {
        JsonNode given = properties.path(name);
        if (!given.has("description")) {
            properties.putObject(name).put("type", type).put("description", description);
        }
    }

    private static void addPaths(ObjectNode paths, ResourceKind kind) {
        String base = "/" + path(kind) + (kind.traits().namespaced() ? "/namespaces/{namespace}/" : "/")
                + kind.names().plural();
        ObjectNode group = Json.object()
                .put("group", kind.group())
                .put("kind", kind.names().kind())
                .put("version", kind.version());
        operation(paths, base, "get", "list", group);
        operation(paths, base, "post", "post", group);
        operation(paths, base + "/{name}", "get", "get", group);
        operation(paths, base + "/{name}", "patch", "patch", group);
        parameters(Trees.objectIn(Trees.objectIn(paths, base), "post"));
        parameters(Trees.objectIn(Trees.objectIn(paths, base + "/{name}"), "patch"));
    }

    private static void operation(ObjectNode paths, String path, String method, String action, ObjectNode group) {
        ObjectNode operation = Trees.objectIn(Trees.objectIn(paths, path), method);
        operation.put("x-kubernetes-action", action).set("x-kubernetes-group-version-kind", group);
        operation.putObject("responses");
    }

    /** kubectl looks here for whether the server checks fields and knows dry runs. */
    private static void parameters(ObjectNode operation) {
        var parameters = operation.putArray("parameters");
        for (String name : List.of("dryRun", "fieldManager", "fieldValidation")) {
            parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string");
        }
    }
}
