package dev.kopf.runtime.internal.client;

import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.Patch;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API server of widgets in one namespace, for exact interleavings: requests are answered at once, lines of watches wait until
 * {@link #pump}, and faults come when a test has asked for them. Not safe for use by several threads.
 */
public final class FakeApi implements Transport {

    public static final String GROUP = "/apis/example.org/v1";
    private static final String VERSIONS = "/apis/example.org";
    public static final String COLLECTION = GROUP + "/namespaces/default/widgets";
    private static final int ENDLESS = 2_000;
    private static final Pattern ANNOTATION =
            Pattern.compile("([-a-z0-9.]{1,253}/)?(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");

    /** All requests, as {@code METHOD path body}. */
    public final List<String> requests = new ArrayList<>();

    private final Map<String, Map<String, @Nullable Object>> objects = new LinkedHashMap<>();
    private final List<Line> history = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Happening> happening = new ArrayList<>();
    private long version = 100;
    private long oldest;
    private int uids;
    private int givenUp;
    private int pageSize = Integer.MAX_VALUE;
    private boolean served = true;
    private @Nullable String otherVersion;
    private boolean statusSubresource = true;
    private boolean finalizersDropped;
    private boolean mute;
    private boolean threadless;
    private final Set<String> prunedStatusFields = new HashSet<>();

    private record Line(long version, String text) {}

    private record Fault(String prefix, Supplier<CompletableFuture<ApiResponse>> reply, boolean afterwards) {}

    private record Happening(String prefix, Runnable what) {}

    /** What {@code kubectl create} does; gives the uid. */
    public String create(String name, String spec) {
        return create(name, spec, Map.of());
    }

    /** As {@link #create(String, String)}, with more metadata. */
    public String create(String name, String spec, Map<String, @Nullable Object> moreMetadata) {
        String uid = "uid-" + ++uids;
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(moreMetadata);
        metadata.putAll(Map.of("name", name, "namespace", "default", "uid", uid));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.putAll(Map.of("apiVersion", "example.org/v1", "kind", "Widget", "metadata", metadata));
        object.put("spec", parse(spec));
        store("ADDED", object);
        return uid;
    }

    /** What {@code kubectl patch --type=merge} does. */
    public void patch(String name, String json) {
        Patch patch = Patch.of(Json.map(parse(json)));
        if (statusSubresource && patch.asMap().containsKey("status")) {
            update(name, "status", patch);
        }
        if (patch.asMap().size() > 1 || !statusSubresource || !patch.asMap().containsKey("status")) {
            update(name, null, patch);
        }
    }

    /** What {@code kubectl delete} does. */
    public void delete(String name) {
        if (body(name).finalizers().isEmpty()) {
            remove(name);
        } else {
            patch(name, "{\"metadata\": {\"deletionTimestamp\": \"2026-01-01T00:00:00Z\"}}");
        }
    }

    /** Removes an object whatever its finalizers say. */
    public void remove(String name) {
        Map<String, @Nullable Object> object = objects.get(name);
        if (object != null) {
            store("DELETED", object);
            objects.remove(name);
        }
    }

    /** The object as it is. */
    public Body body(String name) {
        Map<String, @Nullable Object> object = objects.get(name);
        if (object == null) {
            throw new AssertionError("there is no " + name);
        }
        return new Body(object);
    }

    public boolean exists(String name) {
        return objects.containsKey(name);
    }

    /** What one read, and then forgets: the writes since this was asked last. */
    public List<String> takeWrites() {
        List<String> writes =
                requests.stream().filter(r -> r.startsWith("PATCH")).toList();
        requests.clear();
        return writes;
    }

    /** The group of the kind is served in this version, and not in that of the kind. */
    public void servedAs(String version) {
        served = false;
        otherVersion = version;
    }

    public void pageSize(int size) {
        pageSize = size;
    }

    public void served(boolean is) {
        served = is;
    }

    public void withoutStatusSubresource() {
        statusSubresource = false;
    }

    public void withStatusSubresource() {
        statusSubresource = true;
    }

    /** The schema does not know this field of the status. */
    public void pruning(String statusField) {
        prunedStatusFields.add(statusField);
    }

    public void droppingFinalizers() {
        finalizersDropped = true;
    }

    /** The next request that begins so ({@code METHOD path}, and a space after it where nothing may follow) is refused. */
    public void refuse(String prefix, int status) {
        refuse(prefix, status, null);
    }

    public void refuse(String prefix, int status, @Nullable Duration retryAfter) {
        fault(prefix, () -> CompletableFuture.completedFuture(refusal(status, retryAfter)), false);
    }

    /** The next request that begins so does not reach the server. */
    public void disconnect(String prefix) {
        fault(prefix, () -> CompletableFuture.failedFuture(new ConnectException("Connection refused")), false);
    }

    /** The next request that begins so finds a bug in the framework. */
    public void crash(String prefix) {
        fault(
                prefix,
                () -> {
                    throw new IllegalStateException("a bug");
                },
                false);
    }

    /** The next request that begins so is done, and its answer is lost. */
    public void loseAnswer(String prefix) {
        fault(prefix, () -> CompletableFuture.failedFuture(new ConnectException("Connection reset")), true);
    }

    /** The next request that begins so is answered so. */
    public void answer(String prefix, String json) {
        fault(prefix, () -> CompletableFuture.completedFuture(response(200, json)), false);
    }

    /** The next request that begins so is answered when this is. */
    public CompletableFuture<ApiResponse> hold(String prefix) {
        CompletableFuture<ApiResponse> held = new CompletableFuture<>();
        fault(prefix, () -> held, false);
        return held;
    }

    /** This happens before the next request that begins so, which is answered as ever. */
    public void during(String prefix, Runnable what) {
        happening.add(new Happening(prefix, what));
    }

    private void fault(String prefix, Supplier<CompletableFuture<ApiResponse>> reply, boolean afterwards) {
        faults.add(new Fault(prefix, reply, afterwards));
    }

    /** Forgets the history: older versions cannot be watched from any more. */
    public void compact() {
        oldest = ++version;
        history.clear();
    }

    /** Watches that are asked for meanwhile are not answered. */
    public void mute(boolean is) {
        mute = is;
    }

    /** The system gives no thread in which a watch could be ended. */
    public void threadless(boolean is) {
        threadless = is;
    }

    /** Sends a line to all who watch. */
    public void line(String text) {
        open().forEach(watch -> watch.todo.add(() -> watch.listener.onLine(bytes(text))));
    }

    public void bookmark(String resourceVersion) {
        line("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"" + resourceVersion + "\"}}}");
    }

    public void error(int code) {
        line("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":" + code + ",\"message\":\"error " + code
                + "\"}}");
    }

    /** Ends all watches. */
    public void end(Transport.End end) {
        open().forEach(watch -> watch.todo.add(() -> watch.end(end)));
    }

    /** The watches that are open. */
    public int watching() {
        return open().size();
    }

    /** How many watches were given up, as their connections may be dead. */
    public int givenUp() {
        return givenUp;
    }

    /** Delivers all lines, and those that come of it. */
    public void pump() {
        for (int i = 0; i < ENDLESS; i++) {
            Watch next = watches.stream()
                    .filter(watch -> !watch.todo.isEmpty())
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return;
            }
            next.todo.remove().run();
        }
        throw new AssertionError("It does not settle; last: " + requests.subList(requests.size() - 5, requests.size()));
    }

    @Override
    public String server() {
        return "http://fake";
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        requests.add(request.body() == null ? request.toString() : request + " " + request.body());
        if (requests.size() > ENDLESS) {
            throw new AssertionError("Requests without end: " + request);
        }
        happening.stream()
                .filter(each -> request.toString().startsWith(each.prefix()))
                .findFirst()
                .ifPresent(each -> {
                    happening.remove(each);
                    each.what().run();
                });
        Fault fault = takeFault(request);
        if (fault == null) {
            return CompletableFuture.completedFuture(answer(request));
        }
        if (fault.afterwards()) {
            answer(request);
        }
        return fault.reply().get();
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        requests.add(request.toString());
        if (mute) {
            return () -> {};
        }
        Watch watch = new Watch(listener);
        Fault fault = takeFault(request);
        if (fault != null) {
            End end = fault.reply()
                    .get()
                    .<End>thenApply(End.Refused::new)
                    .exceptionally(End.Broken::new)
                    .join();
            watch.todo.add(() -> watch.end(end));
        } else {
            watch.todo.add(listener::onOpen);
            long from = Long.parseLong(request.path().replaceAll(".*resourceVersion=", ""));
            if (from < oldest) {
                watch.todo.add(() -> listener.onLine(
                        bytes("{\"type\":\"ERROR\",\"object\":{\"code\":410,\"message\":\"too old\"}}")));
            } else {
                history.stream()
                        .filter(line -> line.version() > from)
                        .forEach(line -> watch.todo.add(() -> listener.onLine(bytes(line.text()))));
            }
        }
        watches.add(watch);
        return watch;
    }

    @Override
    public void close() {}

    private List<Watch> open() {
        return watches.stream().filter(watch -> !watch.cancelled).toList();
    }

    private @Nullable Fault takeFault(ApiRequest request) {
        Fault fault = faults.stream()
                .filter(each -> (request + " ").startsWith(each.prefix()))
                .findFirst()
                .orElse(null);
        faults.remove(fault);
        return fault;
    }

    private ApiResponse answer(ApiRequest request) {
        String path = request.path();
        if (path.equals(GROUP)) {
            return served
                    ? response(
                            200,
                            "{\"resources\":[{\"name\":\"widgets\"}"
                                    + (statusSubresource ? ",{\"name\":\"widgets/status\"}]}" : "]}"))
                    : refusal(404, null);
        }
        if (path.equals(VERSIONS)) {
            return otherVersion == null
                    ? refusal(404, null)
                    : response(200, "{\"versions\":[{\"version\":\"" + otherVersion + "\"}]}");
        }
        if (path.startsWith(COLLECTION + "?")) {
            return list(path);
        }
        String name = path.substring(COLLECTION.length() + 1).replace("/status", "");
        String subresource = path.endsWith("/status") ? "status" : null;
        if (!objects.containsKey(name) || (subresource != null && !statusSubresource)) {
            return refusal(404, null);
        }
        String text = String.valueOf(request.body());
        if (PatchType.JSON.mediaType().equals(request.contentType())) {
            Map<String, @Nullable Object> after =
                    OneObjectApi.patched(PatchType.JSON, body(name).fields(), text);
            return after == null ? refusal(422, null) : put(name, subresource, after);
        }
        return update(name, subresource, Patch.of(Json.map(parse(text))));
    }

    private ApiResponse list(String path) {
        int start = path.contains("continue=") ? Integer.parseInt(path.replaceAll(".*continue=", "")) : 0;
        String only = path.contains("fieldSelector=") ? path.replaceAll(".*metadata.name%3D", "") : null;
        List<Map<String, @Nullable Object>> all = objects.values().stream()
                .filter(object -> only == null || new Body(object).name().equals(only))
                .toList();
        int end = (int) Math.min(all.size(), (long) start + pageSize);
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("resourceVersion", String.valueOf(version)));
        if (end < all.size()) {
            metadata.put("continue", String.valueOf(end));
        }
        return response(200, Json.write(Map.of("metadata", metadata, "items", all.subList(start, end))));
    }

    private ApiResponse update(String name, @Nullable String subresource, Patch patch) {
        Map<String, @Nullable Object> before = body(name).fields();
        Map<String, @Nullable Object> content = new LinkedHashMap<>(patch.asMap());
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(Json.map(content.get("metadata")));
        Object guard = metadata.remove("resourceVersion");
        if (guard != null && !guard.equals(body(name).resourceVersion())) {
            return refusal(409, null);
        }
        if (finalizersDropped) {
            metadata.remove("finalizers");
        }
        content.put("metadata", metadata);
        if (content.get("status") instanceof Map<?, ?> status) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>(Json.map(status));
            kept.keySet().removeAll(prunedStatusFields);
            content.put("status", kept);
        }
        if (subresource != null) {
            content.keySet().retainAll(List.of("status"));
        } else if (statusSubresource) {
            content.remove("status");
        }
        return store(name, before, Patch.of(content).applyTo(before));
    }

    /** An endpoint takes its part of the object, and leaves the other as it is. */
    private ApiResponse put(String name, @Nullable String subresource, Map<String, @Nullable Object> after) {
        Map<String, @Nullable Object> before = body(name).fields();
        Map<String, @Nullable Object> taken = new LinkedHashMap<>(subresource == null ? after : before);
        if (statusSubresource) {
            Map<String, @Nullable Object> status = subresource == null ? before : after;
            taken.remove("status");
            if (status.containsKey("status")) {
                taken.put("status", status.get("status"));
            }
        }
        return store(name, before, taken);
    }

    private ApiResponse store(String name, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        if (Json.identical(before, after)) {
            return response(200, Json.write(before));
        }
        if (!new Body(after)
                .annotations().keySet().stream()
                        .allMatch(key -> ANNOTATION.matcher(key).matches())) {
            return refusal(422, null);
        }
        store("MODIFIED", after);
        String answer = Json.write(body(name).fields());
        if (body(name).isDeleting() && body(name).finalizers().isEmpty()) {
            remove(name);
        }
        return response(200, answer);
    }

    private void store(String type, Map<String, @Nullable Object> object) {
        version++;
        Map<String, @Nullable Object> stored = Patch.of(
                        Map.of("metadata", Map.of("resourceVersion", String.valueOf(version))))
                .applyTo(object);
        objects.put(new Body(stored).name(), stored);
        String text = Json.write(Map.of("type", type, "object", stored));
        history.add(new Line(version, text));
        line(text);
    }

    private static ApiResponse refusal(int status, @Nullable Duration retryAfter) {
        String body = "{\"kind\":\"Status\",\"message\":\"refused with " + status + "\"}";
        return new ApiResponse(status, bytes(body), retryAfter);
    }

    private static ApiResponse response(int status, String json) {
        return new ApiResponse(status, bytes(json), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object parse(String json) {
        try {
            return Json.parse(json);
        } catch (JsonException e) {
            throw new AssertionError(json, e);
        }
    }

    private final class Watch implements Stream {

        private final Listener listener;
        private final Deque<Runnable> todo = new ArrayDeque<>();
        private boolean cancelled;

        Watch(Listener listener) {
            this.listener = listener;
        }

        void end(End end) {
            if (!cancelled) {
                cancelled = true;
                todo.clear();
                listener.onEnd(end);
            }
        }

        @Override
        public void cancel() {
            if (threadless) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            end(new End.Closed());
        }

        @Override
        public void giveUp() {
            givenUp++;
            cancel();
        }
    }
}
