package dev.kopf.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.kind.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents of discovery, made anew from the kinds that are served. Thread-safe. */
public final class Discovery {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> STATUS_VERBS = List.of("get", "patch", "update");

    private final Kinds kinds;

    /** Discovery of these kinds. */
    public Discovery(Kinds kinds) {
        this.kinds = kinds;
    }

    /** {@code /version}. */
    public ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "34")
                .put("gitVersion", "v1.34.4")
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-02-10T12:53:36Z")
                .put("goVersion", "none")
                .put("compiler", "javac")
                .put("platform", "java");
    }

    /** {@code /api}. */
    public ObjectNode coreVersions() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    /** {@code /apis}. */
    public ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        byGroup().forEach((group, versions) -> {
            if (!group.isEmpty()) {
                groups.add(group(group, versions));
            }
        });
        return list;
    }

    /** {@code /apis/GROUP}, if it is served. */
    public Optional<ObjectNode> group(String group) {
        return Optional.ofNullable(byGroup().get(group))
                .map(versions -> group(group, versions).put("kind", "APIGroup").put("apiVersion", "v1"));
    }

    /** {@code /apis/GROUP/VERSION} and {@code /api/v1}, if it is served. */
    public Optional<ObjectNode> resources(String group, String version) {
        List<ResourceKind> served = byGroup().getOrDefault(group, Map.of()).getOrDefault(version, List.of());
        if (served.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put("groupVersion", served.get(0).apiVersion());
        ArrayNode resources = list.putArray("resources");
        for (ResourceKind kind : served) {
            ObjectNode resource = resources
                    .addObject()
                    .put("name", kind.names().plural())
                    .put("singularName", kind.names().singular())
                    .put("namespaced", kind.traits().namespaced())
                    .put("kind", kind.names().kind());
            resource.set("verbs", Json.texts(VERBS));
            putNames(resource, kind);
            if (kind.traits().status()) {
                resources
                        .addObject()
                        .put("name", kind.names().plural() + "/status")
                        .put("singularName", "")
                        .put("namespaced", kind.traits().namespaced())
                        .put("kind", kind.names().kind())
                        .set("verbs", Json.texts(STATUS_VERBS));
            }
        }
        return Optional.of(list);
    }

    /** The aggregated document of {@code /api} (core) or {@code /apis} (the named groups). */
    public ObjectNode aggregated(boolean core) {
        ObjectNode list =
                Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        byGroup().forEach((group, versions) -> {
            if (group.isEmpty() == core) {
                ObjectNode item = items.addObject();
                ObjectNode metadata = item.putObject("metadata");
                if (!core) {
                    metadata.put("name", group);
                }
                metadata.putNull("creationTimestamp");
                ArrayNode array = item.putArray("versions");
                versions.forEach((version, served) -> array.add(aggregatedVersion(version, served)));
            }
        });
        return list;
    }

    private static ObjectNode aggregatedVersion(String version, List<ResourceKind> served) {
        ObjectNode item = Json.object().put("version", version).put("freshness", "Current");
        ArrayNode resources = item.putArray("resources");
        for (ResourceKind kind : served) {
            ObjectNode resource =
                    resources.addObject().put("resource", kind.names().plural());
            resource.set("responseKind", responseKind(kind));
            resource.put("scope", kind.traits().namespaced() ? "Namespaced" : "Cluster")
                    .put("singularResource", kind.names().singular())
                    .set("verbs", Json.texts(VERBS));
            putNames(resource, kind);
            if (kind.traits().status()) {
                ObjectNode status =
                        resource.putArray("subresources").addObject().put("subresource", "status");
                status.set("responseKind", responseKind(kind));
                status.set("verbs", Json.texts(STATUS_VERBS));
            }
        }
        return item;
    }

    private static ObjectNode responseKind(ResourceKind kind) {
        return Json.object()
                .put("group", kind.group())
                .put("version", kind.version())
                .put("kind", kind.names().kind());
    }

    private static void putNames(ObjectNode resource, ResourceKind kind) {
        if (!kind.names().shortNames().isEmpty()) {
            resource.set("shortNames", Json.texts(kind.names().shortNames()));
        }
        if (!kind.names().categories().isEmpty()) {
            resource.set("categories", Json.texts(kind.names().categories()));
        }
    }

    private static ObjectNode group(String group, Map<String, List<ResourceKind>> versions) {
        ObjectNode object = Json.object().put("name", group);
        ArrayNode array = object.putArray("versions");
        versions.keySet()
                .forEach(version -> array.addObject()
                        .put("groupVersion", group + "/" + version)
                        .put("version", version));
        object.set("preferredVersion", array.get(0).deepCopy());
        return object;
    }

    private Map<String, Map<String, List<ResourceKind>>> byGroup() {
        return kinds.all().stream()
                .collect(Collectors.groupingBy(
                        ResourceKind::group,
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                ResourceKind::version,
                                () -> new java.util.TreeMap<>(VersionOrder.BEST_FIRST),
                                Collectors.toList())));
    }
}
