package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from the server's discovery whether it serves a kind, and how. */
final class Discovery {

    private Discovery() {}

    /**
     * What the server says of a kind.
     *
     * @return null where the server does not know the kind
     */
    static @Nullable ServedKind read(ResourceKind kind, ApiResponse response) throws JsonException {
        if (!(Json.parse(response.body()) instanceof Map<?, ?> list)) {
            return null;
        }
        List<@Nullable Object> resources = Json.list(list.get("resources"));
        if (!names(resources, kind.plural())) {
            return null;
        }
        return new ServedKind(kind, names(resources, kind.plural() + "/status"));
    }

    /** The versions that the server serves of a group; empty where it does not know the group. */
    static List<String> versions(ApiResponse response) throws JsonException {
        if (!response.isSuccessful()) {
            return List.of();
        }
        return Json.list(Json.map(Json.parse(response.body())).get("versions")).stream()
                .map(version -> String.valueOf(Json.map(version).get("version")))
                .toList();
    }

    private static boolean names(List<@Nullable Object> resources, String name) {
        return resources.stream()
                .anyMatch(resource -> name.equals(Json.map(resource).get("name")));
    }
}
