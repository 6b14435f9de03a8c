package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.Patch;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An API server of peering objects: requests are answered at once, lines of watches wait until {@link #pump}. Not safe for use by
 * several threads.
 */
final class FakePeerings implements Transport {

    static final String CLUSTER = "/apis/kopf.dev/v1/clusterkopfpeerings/default";

    private static final int MOST_LINES = 1_000;

    /** All requests, as {@code METHOD path body}. */
    final List<String> requests = new ArrayList<>();

    /** The names of the namespaces. */
    final Set<String> namespaces = new TreeSet<>();

    /** The kinds that are served, as {@code group/version/plural}. */
    final Set<String> served = new TreeSet<>();

    private final Map<String, Map<String, @Nullable Object>> objects = new TreeMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final List<Watch> watches = new ArrayList<>();
    private final Deque<Runnable> lines = new ArrayDeque<>();
    private boolean isReachable = true;
    private boolean threadless;
    private int version = 100;

    private record Watch(String collection, String name, Listener listener) {}

    static FakePeerings ofCluster() {
        FakePeerings peerings = new FakePeerings();
        peerings.served.add("kopf.dev/v1/clusterkopfpeerings");
        return peerings;
    }

    /** Puts an object there, or another one in its place. */
    FakePeerings create(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        put("ADDED", path, new LinkedHashMap<>(Map.of("metadata", Map.of("name", name, "uid", "uid-" + name))));
        return this;
    }

    void delete(String path) {
        put("DELETED", path, objects.get(path));
        objects.remove(path);
    }

    /** Writes a record as somebody else does; null removes it. */
    void record(String path, String identity, @Nullable String json) {
        Map<String, @Nullable Object> status = new HashMap<>();
        status.put(identity, json == null ? null : parse(json));
        patch(path, Map.of("status", status));
    }

    /** The records of an object. */
    Map<String, @Nullable Object> records(String path) {
        return Json.map(objects.getOrDefault(path, Map.of()).get("status"));
    }

    /** From now on requests that begin so are refused; 0 for not any more. */
    void refuse(String prefix, int status) {
        refusals.put(prefix, status);
    }

    /** Whether connections come to pass. Those of watches stay, and are silent. */
    void reachable(boolean is) {
        isReachable = is;
    }

    /** The system gives no thread in which a watch could be ended. */
    void threadless(boolean is) {
        threadless = is;
    }

    /** Delivers all lines, and those that come of them, which come to an end. */
    void pump() {
        for (int delivered = 0; !lines.isEmpty(); delivered++) {
            assertThat(delivered)
                    .as("lines, as whoever hears one causes another")
                    .isLessThan(MOST_LINES);
            lines.remove().run();
        }
    }

    /** Breaks all connections of watches. */
    void breakWatches() {
        for (Watch watch : List.copyOf(watches)) {
            watches.remove(watch);
            watch.listener().onEnd(new End.Broken(new EOFException("broken")));
        }
    }

    /** Those that were made since this was asked last. */
    List<String> taken() {
        List<String> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    @Override
    public String server() {
        return "http://fake";
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        if (!isReachable) {
            return CompletableFuture.failedFuture(new ConnectException("refused"));
        }
        requests.add(request.body() == null ? request.toString() : request + " " + request.body());
        return CompletableFuture.completedFuture(answer(request));
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        requests.add(request.toString());
        String collection = request.path().replaceAll("\\?.*", "");
        Watch watch = new Watch(collection, request.path().replaceAll(".*metadata.name%3D", ""), listener);
        watches.add(watch);
        lines.add(listener::onOpen);
        return () -> {
            if (threadless) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            watches.remove(watch);
        };
    }

    @Override
    public void close() {}

    /** A way to the server that can be cut. */
    Line line() {
        return new Line();
    }

    /** One operator's way to the server. */
    final class Line implements Transport {

        /** The requests that are not answered yet. */
        final Deque<Runnable> held = new ArrayDeque<>();

        private boolean isCut;
        private @Nullable String slow;
        private @Nullable String broken;
        private boolean isDoneAtOnce;

        /** From now on requests that begin so are answered one by one, by {@link #answer}. */
        void hold(@Nullable String prefix) {
            hold(prefix, false);
        }

        /** As above; done at once, if asked to, and answered late. */
        void hold(@Nullable String prefix, boolean isDoneAtOnce) {
            slow = prefix;
            this.isDoneAtOnce = isDoneAtOnce;
        }

        /** Answers the oldest request. */
        void answer() {
            held.remove().run();
        }

        /** From now on requests that begin so end with an error of the JVM; null for none any more. */
        void breakOff(@Nullable String prefix) {
            broken = prefix;
        }

        /** Whoever is at the other end has vanished without a word. */
        void cut() {
            isCut = true;
        }

        @Override
        public String server() {
            return FakePeerings.this.server();
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            if (isCut) {
                return new CompletableFuture<>();
            }
            if (broken != null && request.toString().startsWith(broken)) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            if (slow == null || !request.toString().startsWith(slow)) {
                return FakePeerings.this.send(request);
            }
            CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
            CompletableFuture<ApiResponse> done = isDoneAtOnce ? FakePeerings.this.send(request) : null;
            held.add(() -> answer.complete((done != null ? done : FakePeerings.this.send(request)).join()));
            return answer;
        }

        @Override
        public Stream stream(ApiRequest request, Listener listener) {
            return FakePeerings.this.stream(request, new Listener() {
                @Override
                public void onOpen() {
                    listener.onOpen();
                }

                @Override
                public void onLine(byte[] line) {
                    if (!isCut) {
                        listener.onLine(line);
                    }
                }

                @Override
                public void onEnd(End end) {
                    listener.onEnd(end);
                }
            });
        }

        @Override
        public void close() {}
    }

    private ApiResponse answer(ApiRequest request) {
        for (Map.Entry<String, Integer> refusal : refusals.entrySet()) {
            if (refusal.getValue() > 0 && request.toString().startsWith(refusal.getKey())) {
                return response(refusal.getValue(), Map.of("message", "refused"));
            }
        }
        String path = request.path().replaceAll("\\?.*", "");
        if (path.equals("/apis")) {
            return response(200, Map.of("groups", groups()));
        }
        if (path.equals("/api/v1/namespaces")) {
            return response(200, Map.of("metadata", Map.of("resourceVersion", "" + version), "items", namespaces()));
        }
        if (path.matches("/apis/[^/]+/[^/]+")) {
            return response(200, Map.of("resources", kinds(path.substring("/apis/".length()))));
        }
        if (request.method().equals("PATCH") && isServed(path.substring(0, path.lastIndexOf('/')))) {
            return patch(path, Json.map(parse(String.valueOf(request.body()))));
        }
        if (kinds(path).isEmpty() && !isServed(path)) {
            return response(404, Map.of("message", "no such kind"));
        }
        String name = request.path().replaceAll(".*metadata.name%3D", "");
        List<Object> items = new ArrayList<>();
        if (objects.containsKey(path + "/" + name)) {
            items.add(objects.get(path + "/" + name));
        }
        return response(200, Map.of("metadata", Map.of("resourceVersion", "" + version), "items", items));
    }

    private List<Object> namespaces() {
        List<Object> items = new ArrayList<>();
        namespaces.forEach(name -> items.add(Map.of("metadata", Map.of("name", name, "uid", "uid-" + name))));
        return items;
    }

    private boolean isServed(String path) {
        return served.stream().anyMatch(kind -> {
            int plural = kind.lastIndexOf('/');
            return path.startsWith("/apis/" + kind.substring(0, plural + 1)) && path.endsWith(kind.substring(plural));
        });
    }

    private List<Object> groups() {
        List<Object> groups = new ArrayList<>();
        for (String kind : served) {
            String version = kind.substring(0, kind.lastIndexOf('/'));
            groups.add(Map.of("versions", List.of(Map.of("groupVersion", version))));
        }
        return groups;
    }

    private List<Object> kinds(String version) {
        List<Object> kinds = new ArrayList<>();
        for (String kind : served) {
            if (kind.startsWith(version + "/")) {
                kinds.add(Map.of("name", kind.substring(version.length() + 1)));
            }
        }
        return kinds;
    }

    private ApiResponse patch(String path, Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> before = objects.get(path);
        if (before == null) {
            return response(404, Map.of("message", "not found"));
        }
        Map<String, @Nullable Object> content = new LinkedHashMap<>(patch);
        Object guard = Json.map(content.remove("metadata")).get("resourceVersion");
        if (guard != null && !guard.equals(new Body(before).resourceVersion())) {
            return response(409, Map.of("message", "conflict"));
        }
        Map<String, @Nullable Object> after = Patch.of(content).applyTo(before);
        if (!Json.identical(before, after)) {
            put("MODIFIED", path, after);
        }
        return response(200, objects.get(path));
    }

    private void put(String type, String path, Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> stored = Patch.of(Map.of("metadata", Map.of("resourceVersion", "" + ++version)))
                .applyTo(object);
        objects.put(path, stored);
        byte[] line = Json.write(Map.of("type", type, "object", stored)).getBytes(StandardCharsets.UTF_8);
        for (Watch watch : List.copyOf(watches)) {
            if (path.equals(watch.collection() + "/" + watch.name())) {
                lines.add(() -> {
                    if (watches.contains(watch)) {
                        watch.listener().onLine(line);
                    }
                });
            }
        }
    }

    private static ApiResponse response(int status, Map<String, ?> content) {
        return new ApiResponse(status, Json.write(content).getBytes(StandardCharsets.UTF_8), null);
    }

    private static @Nullable Object parse(String json) {
        try {
            return Json.parse(json);
        } catch (JsonException e) {
            throw new AssertionError(json, e);
        }
    }
}
