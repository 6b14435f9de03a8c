package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * All kinds of a version of a group (F-25).
     *
     * @param preferred whether the group prefers the version
     * @param answer the server's list of its resources, which may be empty
     */
    static List<DiscoveredKind> kinds(
            String group, String version, boolean preferred, Map<String, @Nullable Object> answer) {
        List<Map<String, @Nullable Object>> resources =
                Json.list(answer.get("resources")).stream().map(Json::map).toList();
        List<DiscoveredKind> kinds = new ArrayList<>();
        for (Map<String, @Nullable Object> resource : resources) {
            String plural = text(resource.get("name"));
            if (!plural.isEmpty() && plural.indexOf('/') < 0) {
                kinds.add(new DiscoveredKind(
                        kind(group, version, resource),
                        names(resource),
                        preferred,
                        subresources(resources, plural + "/"),
                        Set.copyOf(texts(resource.get("verbs")))));
            }
        }
        return kinds;
    }

    private static ResourceKind kind(String group, String version, Map<String, @Nullable Object> resource) {
        return new ResourceKind(
                group,
                version,
                text(resource.get("kind")),
                text(resource.get("name")),
                Boolean.FALSE.equals(resource.get("namespaced"))
                        ? ResourceKind.Scope.CLUSTER
                        : ResourceKind.Scope.NAMESPACED);
    }

    private static DiscoveredKind.Names names(Map<String, @Nullable Object> resource) {
        String singular = text(resource.get("singularName"));
        return new DiscoveredKind.Names(
                singular.isEmpty() ? text(resource.get("kind")).toLowerCase(Locale.ROOT) : singular,
                texts(resource.get("shortNames")),
                texts(resource.get("categories")));
    }

    private static Set<String> subresources(List<Map<String, @Nullable Object>> resources, String prefix) {
        return resources.stream()
                .map(resource -> text(resource.get("name")))
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static List<String> texts(@Nullable Object values) {
        return Json.list(values).stream().map(Discovery::text).distinct().toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
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
