package dev.kopf.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.kind.ResourceKind;
import dev.kopf.apiserver.registry.ObjectList;
import dev.kopf.apiserver.table.Tables;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.List;

/** Answers in the form that the client asked for. */
final class Answers {

    static final String JSON = "application/json";

    private Answers() {}

    static void send(HttpServerResponse response, int code, JsonNode body) {
        send(response, code, JSON, body);
    }

    static void send(HttpServerResponse response, int code, String type, JsonNode body) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(code).putHeader("Content-Type", type);
        response.end(Buffer.buffer(Json.bytes(body)));
    }

    static void text(HttpServerResponse response, int code, String text) {
        response.setStatusCode(code).putHeader("Content-Type", "text/plain; charset=utf-8");
        response.end(text);
    }

    /** One object, or the status that came instead of it. */
    static ObjectNode one(Call call, ObjectNode object, Instant now) {
        if (object.path("kind").asText().equals("Status")) {
            return object;
        }
        return switch (call.accept()) {
            case TABLE ->
                table(
                        call,
                        List.of(object),
                        object.path("metadata").path("resourceVersion").asText(),
                        now);
            case METADATA -> Tables.partial(object);
            default -> object;
        };
    }

    static ObjectNode list(Call call, ObjectList list, Instant now) {
        String version = Long.toString(list.version());
        if (call.accept() == Accept.TABLE) {
            ObjectNode table = table(call, list.items(), version, now);
            page(table.withObjectProperty("metadata"), list);
            return table;
        }
        boolean partial = call.accept() == Accept.METADATA;
        ResourceKind kind = call.kind();
        ObjectNode object = Json.object()
                .put(
                        "kind",
                        partial ? "PartialObjectMetadataList" : kind.names().listKind())
                .put("apiVersion", partial ? "meta.k8s.io/v1" : kind.apiVersion());
        ObjectNode metadata = object.putObject("metadata").put("resourceVersion", version);
        if (kind.traits().custom()) {
            metadata.put("continue", "");
        }
        page(metadata, list);
        var items = object.putArray("items");
        list.items().forEach(item -> items.add(partial ? Tables.partial(item) : item));
        return object;
    }

    private static void page(ObjectNode metadata, ObjectList list) {
        if (list.remaining() > 0) {
            metadata.put("continue", list.continueToken()).put("remainingItemCount", list.remaining());
        }
    }

    private static ObjectNode table(Call call, List<ObjectNode> objects, String version, Instant now) {
        ObjectNode table = new Tables(call.kind()).table(objects, call.parameter("includeObject"), true, now);
        table.withObjectProperty("metadata").put("resourceVersion", version);
        return table;
    }
}
