package dev.kopf.apiserver.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Yaml;
import dev.kopf.apiserver.kind.ResourceKind;
import dev.kopf.apiserver.registry.DeleteOptions;
import dev.kopf.apiserver.registry.ListOptions;
import dev.kopf.apiserver.registry.Target;
import dev.kopf.apiserver.registry.WriteOptions;
import dev.kopf.apiserver.registry.WriteOptions.FieldValidation;
import dev.kopf.apiserver.selector.FieldSelector;
import dev.kopf.apiserver.selector.LabelSelector;
import dev.kopf.apiserver.selector.Selection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request for objects, with its parameters read. */
record Call(HttpServerRequest request, Buffer body, ResourceKind kind, ResourcePath path) {

    String parameter(String name) {
        String value = request.getParam(name);
        return value == null ? "" : value;
    }

    private boolean flag(String name) {
        String value = parameter(name);
        return value.equals("true") || value.equals("1");
    }

    /** Whether a client wants a web socket; its request has no body that could be read. */
    static boolean wantsSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    boolean wantsSocket() {
        return wantsSocket(request);
    }

    boolean isWatch() {
        return flag("watch");
    }

    boolean wantsBookmarks() {
        return flag("allowWatchBookmarks");
    }

    boolean wantsInitialEvents() {
        return flag("sendInitialEvents");
    }

    boolean declinesInitialEvents() {
        return parameter("sendInitialEvents").equals("false");
    }

    String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    Accept accept() {
        return Accept.of(header("Accept"));
    }

    String verb() {
        boolean one = !path.name().isEmpty();
        return switch (request.method().name()) {
            case "GET" -> isWatch() ? "watch" : one ? "get" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> one ? "delete" : "deletecollection";
            default -> throw Failures.methodNotAllowed();
        };
    }

    /** What it is about; fails where the path or the method makes no sense for the kind. */
    Target target() {
        boolean status = path.subresource().equals("status");
        boolean one = !path.name().isEmpty();
        if (!path.subresource().isEmpty() && !(status && kind.traits().status())) {
            throw Failures.noSuchResource();
        }
        if (!kind.traits().namespaced() && !path.namespace().isEmpty()) {
            throw Failures.noSuchResource();
        }
        String verb = verb();
        boolean needsNamespace = one || verb.equals("create") || verb.equals("deletecollection");
        if (kind.traits().namespaced() && path.namespace().isEmpty() && needsNamespace) {
            throw Failures.methodNotAllowed();
        }
        boolean fits = switch (verb) {
            case "create" -> !one;
            case "update", "patch" -> one;
            case "delete" -> !status;
            default -> true;
        };
        if (!fits) {
            throw Failures.methodNotAllowed();
        }
        return new Target(kind, path.namespace(), path.name(), status);
    }

    Selection selection() {
        String fields = parameter("fieldSelector");
        if (!path.name().isEmpty()) {
            fields = "metadata.name=" + path.name();
        }
        return new Selection(
                LabelSelector.parse(parameter("labelSelector")),
                FieldSelector.parse(fields, kind.traits().selectableFields()));
    }

    ListOptions listOptions() {
        return new ListOptions(selection(), (int) Math.min(number("limit"), Integer.MAX_VALUE), parameter("continue"));
    }

    /** A parameter that is a number, 0 where it is not given. */
    long number(String name) {
        String value = parameter(name);
        try {
            return value.isEmpty() ? 0 : Long.parseUnsignedLong(value);
        } catch (NumberFormatException e) {
            throw Failures.other(
                    500,
                    "",
                    name + ": Invalid value: \"" + value + "\": strconv.ParseUint: parsing \"" + value
                            + "\": invalid syntax");
        }
    }

    WriteOptions writeOptions() {
        FieldValidation validation = switch (parameter("fieldValidation")) {
            case "Strict" -> FieldValidation.STRICT;
            case "Ignore" -> FieldValidation.IGNORE;
            default -> FieldValidation.WARN;
        };
        return new WriteOptions(isDryRun(), validation);
    }

    DeleteOptions deleteOptions() {
        return DeleteOptions.of(
                body.length() == 0 ? Json.object() : tree(), parameter("propagationPolicy"), isDryRun());
    }

    private boolean isDryRun() {
        return parameter("dryRun").equals("All");
    }

    String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** The body, JSON or YAML. */
    JsonNode tree() {
        String type = mediaType();
        if (type.endsWith("yaml")) {
            try {
                List<JsonNode> documents = Yaml.documents(body.toString(StandardCharsets.UTF_8));
                return documents.isEmpty() ? Json.object() : documents.get(0);
            } catch (IllegalArgumentException e) {
                throw Failures.badRequest("error parsing the body: " + e.getMessage());
            }
        }
        Optional<ObjectNode> protobuf = Protobuf.read(body.getBytes());
        if (protobuf.isPresent()) {
            return protobuf.get();
        }
        try {
            return Json.parse(body.getBytes());
        } catch (JsonProcessingException e) {
            throw Failures.badRequest("the object provided is unrecognized (must be of type "
                    + kind.names().kind() + "): couldn't get version/kind; json parse error: "
                    + e.getOriginalMessage());
        }
    }

    /** The name in the body of a creation, as far as there is one; for those who count requests. */
    String nameInBody() {
        try {
            return tree().path("metadata").path("name").asText("");
        } catch (RuntimeException unreadable) {
            return "";
        }
    }
}
