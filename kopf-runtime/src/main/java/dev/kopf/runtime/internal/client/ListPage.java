package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a list.
 *
 * @param items the objects
 * @param next the token of the next chunk; empty at the last
 * @param resourceVersion the version of the whole list; empty where it has none
 */
record ListPage(List<Body> items, String next, String resourceVersion) {

    static ListPage read(ResourceKind kind, byte[] body) throws JsonException {
        Map<String, @Nullable Object> list = Json.map(Json.parse(body));
        List<Body> items = new ArrayList<>();
        for (Object item : Json.list(list.get("items"))) {
            items.add(completed(kind, item));
        }
        Map<String, @Nullable Object> metadata = Json.map(list.get("metadata"));
        return new ListPage(items, text(metadata.get("continue")), text(metadata.get("resourceVersion")));
    }

    /** Items of a list lack what the list says once (W-2). */
    private static Body completed(ResourceKind kind, @Nullable Object item) {
        Map<String, @Nullable Object> fields = Json.map(item);
        fields.putIfAbsent("apiVersion", kind.apiVersion());
        fields.putIfAbsent("kind", kind.kind());
        return new Body(fields);
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
