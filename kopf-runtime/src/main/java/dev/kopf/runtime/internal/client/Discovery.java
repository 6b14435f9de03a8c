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

    private static boolean names(List<@Nullable Object> resources, String name) {
        return resources.stream()
                .anyMatch(resource -> name.equals(Json.map(resource).get("name")));
    }
}
