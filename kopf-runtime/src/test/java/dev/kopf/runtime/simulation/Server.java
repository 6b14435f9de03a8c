package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.kind.CustomKinds;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.kind.ResourceKind;
import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.apiserver.registry.DeleteOptions;
import dev.kopf.apiserver.registry.ListOptions;
import dev.kopf.apiserver.registry.Registry;
import dev.kopf.apiserver.registry.Target;
import dev.kopf.apiserver.registry.WatchEvent;
import dev.kopf.apiserver.registry.WatchOptions;
import dev.kopf.apiserver.registry.WriteOptions;
import dev.kopf.apiserver.selector.Selection;
import dev.kopf.apiserver.storage.VersionedStore;
import dev.kopf.apiserver.storage.Watch;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The API server's own registry, store and watches, asked without HTTP. */
final class Server {

    /** The uid of an object that stays: the namespace in which some of the others are. */
    static final String OWNER = "uid-of-a-namespace";

    static final String GROUP = "/apis/example.org/v1";
    private static final ResourceKind WITH_STATUS = kind(true);
    private static final ResourceKind WITHOUT_STATUS = kind(false);

    private final ResourceKind kind;
    private final Registry registry;
    private final int pageSize;
    private final Map<String, Page> pages = new HashMap<>();
    private final Consumer<Change> onChange;
    private String actor = "nobody";
    private int uids = -1;
    private int tokens;

    /** What the registry has told of one write. */
    record Change(String actor, String type, ObjectNode object) {}

    /** The rest of a list that is read in pages: the objects as they were at its begin. */
    private record Page(long version, List<ObjectNode> rest) {}

    Server(boolean statusSubresource, int pageSize, InstantSource clock, Consumer<Change> onChange) {
        this.kind = statusSubresource ? WITH_STATUS : WITHOUT_STATUS;
        this.pageSize = pageSize;
        this.onChange = onChange;
        Kinds kinds = new Kinds();
        kinds.serve(kind.collection(), List.of(kind));
        registry = new Registry(kinds, new VersionedStore(10_000), clock, () -> uids < 0 ? OWNER : "uid-" + ++uids);
        as("nobody", () -> namespace(kinds, "other"));
        uids = 0;
        registry.watch(target("", ""), new WatchOptions(Selection.EVERYTHING, registry.version(), false), this::told);
    }

    private void namespace(Kinds kinds, String name) {
        ResourceKind namespaces = kinds.ofCollection("namespaces").orElseThrow();
        ObjectNode namespace = Json.object();
        namespace.putObject("metadata").put("name", name);
        registry.create(new Target(namespaces, "", "", false), namespace, WriteOptions.DEFAULT);
    }

    private static ResourceKind kind(boolean status) {
        String crd = """
                {"spec": {"group": "example.org", "scope": "Namespaced",
                "names": {"kind": "Widget", "plural": "widgets", "singular": "widget", "listKind": "WidgetList"},
                "versions": [{"name": "v1", "served": true, "storage": true, %s
                "schema": {"openAPIV3Schema": {"type": "object", "properties": {
                "spec": {"type": "object", "properties": {"size": {"type": "string"}, "color": {"type": "string"}}},
                "status": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}}]}}
                """.formatted(status ? "\"subresources\": {\"status\": {}}," : "");
        return CustomKinds.of((ObjectNode) Json.parse(crd)).get(0);
    }

    private void told(WatchEvent event) {
        onChange.accept(new Change(actor, event.type(), event.object()));
    }

    private void as(String who, Runnable action) {
        String before = actor;
        actor = who;
        try {
            action.run();
        } finally {
            actor = before;
        }
    }

    private Target target(String namespace, String name) {
        return new Target(kind, namespace, name, false);
    }

    long version() {
        return registry.version();
    }

    void compact() {
        registry.compact();
    }

    // --- people

    @Nullable
    ObjectNode get(String namespace, String name) {
        try {
            return registry.get(target(namespace, name));
        } catch (StatusException e) {
            return null;
        }
    }

    List<ObjectNode> all() {
        return registry.list(target("", ""), ListOptions.EVERYTHING).items();
    }

    void create(String who, String namespace, String name, JsonNode spec) {
        ObjectNode object = Json.object();
        object.put("apiVersion", "example.org/v1").put("kind", "Widget");
        object.putObject("metadata").put("name", name).put("namespace", namespace);
        object.set("spec", spec);
        as(who, () -> registry.create(target(namespace, ""), object, WriteOptions.DEFAULT));
    }

    void patch(String who, String namespace, String name, String json, boolean status) {
        as(
                who,
                () -> registry.patch(
                        new Target(
                                kind, namespace, name, status && kind.traits().status()),
                        PatchType.MERGE,
                        Json.parse(json),
                        WriteOptions.DEFAULT));
    }

    void delete(String who, String namespace, String name) {
        as(who, () -> registry.delete(target(namespace, name), DeleteOptions.BACKGROUND));
    }

    // --- operators

    /** Answers a request as the server would over HTTP. */
    ApiResponse answer(String who, ApiRequest request) {
        try {
            return new ApiResponse(200, Json.bytes(serve(who, request)), null);
        } catch (StatusException e) {
            return new ApiResponse(e.code(), Json.bytes(e.toStatus()), null);
        } catch (Refusal e) {
            return refusal(e.code, String.valueOf(e.getMessage()), null);
        }
    }

    private JsonNode serve(String who, ApiRequest request) throws StatusException {
        String path = request.path();
        if (path.equals(GROUP)) {
            ObjectNode list = Json.object();
            var resources = list.putArray("resources");
            resources.addObject().put("name", "widgets");
            if (kind.traits().status()) {
                resources.addObject().put("name", "widgets/status");
            }
            return list;
        }
        if (request.method().equals("GET")) {
            return list(path);
        }
        String rest = path.substring((GROUP + "/namespaces/").length());
        String[] parts = rest.split("/", -1); // namespace, plural, name, perhaps "status"
        boolean status = parts.length == 4;
        if (!request.method().equals("PATCH") || (status && !kind.traits().status())) {
            return refuse(404, "the server could not find the requested resource");
        }
        ObjectNode[] written = new ObjectNode[1];
        JsonNode patch = Json.parse(String.valueOf(request.body()));
        PatchType type = PatchType.JSON.mediaType().equals(request.contentType()) ? PatchType.JSON : PatchType.MERGE;
        as(
                who,
                () -> written[0] = registry.patch(
                                new Target(kind, parts[0], parts[2], status), type, patch, WriteOptions.DEFAULT)
                        .object());
        return written[0];
    }

    static String namespaceOf(String path) {
        String marker = "/namespaces/";
        int at = path.indexOf(marker);
        return at < 0 ? "" : path.substring(at + marker.length()).split("/", 2)[0];
    }

    private static @Nullable String parameter(String path, String name) {
        int query = path.indexOf('?');
        if (query >= 0) {
            for (String pair : path.substring(query + 1).split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
        }
        return null;
    }

    private JsonNode list(String path) {
        String token = parameter(path, "continue");
        Page page;
        if (token == null) {
            var all = registry.list(target(namespaceOf(path), ""), ListOptions.EVERYTHING);
            String only = parameter(path, "fieldSelector");
            page = new Page(
                    all.version(),
                    all.items().stream()
                            .filter(object -> only == null
                                    || only.equals("metadata.name%3D"
                                            + object.path("metadata")
                                                    .path("name")
                                                    .asText()))
                            .toList());
        } else {
            page = pages.get(token);
            if (page == null) {
                return refuse(410, "The provided continue parameter is too old");
            }
        }
        String wanted = parameter(path, "limit");
        int limit = Math.min(pageSize, wanted == null ? Integer.MAX_VALUE : Integer.parseInt(wanted));
        int size = Math.min(limit, page.rest().size());
        ObjectNode list = Json.object().put("kind", "WidgetList").put("apiVersion", "example.org/v1");
        ObjectNode metadata = list.putObject("metadata").put("resourceVersion", Long.toString(page.version()));
        metadata.put("continue", "");
        if (size < page.rest().size()) {
            String next = "token" + ++tokens;
            pages.put(
                    next,
                    new Page(
                            page.version(),
                            page.rest().subList(size, page.rest().size())));
            metadata.put("continue", next);
        }
        var items = list.putArray("items");
        page.rest().subList(0, size).forEach(items::add);
        return list;
    }

    /** Forgets the lists that are being read. */
    void forgetPages() {
        pages.clear();
    }

    private static JsonNode refuse(int code, String message) {
        throw new Refusal(code, message);
    }

    /** A refusal that the registry knows nothing of. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int code;

        Refusal(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    static ApiResponse refusal(int code, String message, @Nullable Duration retryAfter) {
        String json = "{\"kind\":\"Status\",\"code\":" + code + ",\"message\":\"" + message + "\"}";
        return new ApiResponse(code, json.getBytes(StandardCharsets.UTF_8), retryAfter);
    }

    /**
     * Opens a watch. Lines are told of at once.
     *
     * @return null where the version is too old; a line says so then
     */
    @Nullable
    Watch watch(String path, Consumer<byte[]> lines) {
        long from = Long.parseLong(String.valueOf(parameter(path, "resourceVersion")));
        try {
            return registry.watch(
                    target(namespaceOf(path), ""),
                    new WatchOptions(Selection.EVERYTHING, from, false),
                    event -> lines.accept(line(event.type(), event.object())));
        } catch (StatusException e) {
            lines.accept(line("ERROR", e.toStatus()));
            return null;
        }
    }

    byte[] bookmark() {
        ObjectNode object = Json.object().put("kind", "Widget").put("apiVersion", "example.org/v1");
        object.putObject("metadata").put("resourceVersion", Long.toString(registry.version()));
        return line("BOOKMARK", object);
    }

    static byte[] line(String type, JsonNode object) {
        ObjectNode line = Json.object().put("type", type);
        line.set("object", object);
        return Json.bytes(line);
    }
}
