package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists and watches one kind in one namespace or in the whole cluster, for as long as it is not closed: whatever fails is tried
 * again with growing pauses (R2), from the last resourceVersion where it can (W-4), from a new list where it must (W-6).
 *
 * <p>Never blocks: it goes from state to state as answers, lines and timers come. Safe for use by several threads.
 */
public final class Watcher implements AutoCloseable {

    /** Where a watcher stands. */
    public enum State {
        /** Asks the server whether it knows the kind; next: {@link #LISTING}, or {@link #PAUSING}. */
        DISCOVERING,
        /** Reads the list, chunk by chunk; next: {@link #WATCHING}, or {@link #PAUSING}. */
        LISTING,
        /** Hears of changes; next: the same again when the stream ends, {@link #LISTING} when it is too old, {@link #PAUSING}. */
        WATCHING,
        /** Waits after a failure; next: what failed. */
        PAUSING,
        /** Is over. */
        CLOSED
    }

    /** Hears what a watcher finds. Its methods return at once. */
    public interface Listener {
        /** The server serves the kind, and so. */
        void onServed(ServedKind kind);

        /** An object was listed, added, modified or deleted. */
        void onEvent(WatchEvent event);

        /** A list is complete: these are the uids of all objects that there are (R4). */
        void onListed(Set<String> uids);
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");
    private static final int CHUNK = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int GONE = 410;

    /** A problem that stays the same is said again when the pauses have become this long. */
    private static final Duration LASTING = Duration.ofSeconds(5);

    /** Refusals that say nothing of the version to watch from; after any other it is in doubt, and a new list brings a new one. */
    private static final Set<Integer> VERSION_STAYS = Set.of(401, 403, 429, 503);

    private final ResourceKind kind;
    private final @Nullable String namespace;
    private final Transport transport;
    private final Timers timers;
    private final Listener listener;
    private final Duration inactivityTimeout;
    private final RetryPolicy pauses;
    private final DoubleSupplier chance;

    private State state = State.DISCOVERING;
    private int epoch;
    private int failures;
    private String lastProblem = "";
    private boolean saidAloud;
    private String resourceVersion = "";
    private Set<String> listed = new HashSet<>();
    private Instant lastHeard = Instant.MIN;
    private Transport.@Nullable Stream stream;
    private Timers.@Nullable Timer timer;

    /** What all watchers of an operator share. */
    public record Surroundings(
            Transport transport,
            Timers timers,
            Duration inactivityTimeout,
            Duration reconnectBackoff,
            DoubleSupplier chance) {}

    /**
     * @param kind what to watch
     * @param namespace where; null for the whole cluster
     */
    public Watcher(ResourceKind kind, @Nullable String namespace, Surroundings surroundings, Listener listener) {
        this.kind = kind;
        this.namespace = namespace;
        this.transport = surroundings.transport();
        this.timers = surroundings.timers();
        this.inactivityTimeout = surroundings.inactivityTimeout();
        this.pauses = new RetryPolicy(surroundings.reconnectBackoff(), LONGEST_PAUSE);
        this.chance = surroundings.chance();
        this.listener = listener;
    }

    /** Begins. */
    public synchronized void start() {
        discover();
    }

    /** Where it stands. */
    public synchronized State state() {
        return state;
    }

    @Override
    public synchronized void close() {
        state = State.CLOSED;
        epoch++;
        cancelAll();
    }

    private void discover() {
        state = State.DISCOVERING;
        send(
                ApiRequest.get(Paths.group(kind)),
                response -> {
                    if (response.status() == 404) {
                        pause(this::discover, missingKind());
                        return;
                    }
                    if (refused(response, "discover", this::discover)) {
                        return;
                    }
                    ServedKind served = Discovery.read(kind, response);
                    if (served == null) {
                        pause(this::discover, missingKind());
                        return;
                    }
                    listener.onServed(served);
                    list();
                },
                this::discover);
    }

    private void list() {
        state = State.LISTING;
        listed = new HashSet<>();
        listChunk("");
    }

    private void listChunk(String token) {
        String path = Paths.collection(kind, namespace) + "?limit=" + CHUNK
                + (token.isEmpty() ? "" : "&continue=" + Paths.segment(token));
        send(
                ApiRequest.get(path),
                response -> {
                    if (response.status() == 404) {
                        pause(this::discover, missingKind());
                        return;
                    }
                    if (refused(response, "list", this::list)) {
                        return;
                    }
                    Map<String, @Nullable Object> list = Json.map(Json.parse(response.body()));
                    for (Object item : Json.list(list.get("items"))) {
                        Body body = completed(item);
                        listed.add(body.uid());
                        listener.onEvent(new WatchEvent(WatchEvent.Type.LISTED, body));
                    }
                    Map<String, @Nullable Object> metadata = Json.map(list.get("metadata"));
                    if (metadata.get("continue") instanceof String next && !next.isEmpty()) {
                        listChunk(next);
                    } else if (metadata.get("resourceVersion") instanceof String version && !version.isEmpty()) {
                        resourceVersion = version;
                        listener.onListed(listed);
                        listed = new HashSet<>();
                        watch();
                    } else {
                        pause(this::list, "The list of " + subject() + " has no resourceVersion to watch from.");
                    }
                },
                this::list);
    }

    /** Items of a list lack what the list says once (W-2). */
    private Body completed(@Nullable Object item) {
        Map<String, @Nullable Object> fields = Json.map(item);
        fields.putIfAbsent("apiVersion", kind.apiVersion());
        fields.putIfAbsent("kind", kind.kind());
        return new Body(fields);
    }

    private void watch() {
        state = State.WATCHING;
        int mine = ++epoch;
        cancelAll();
        lastHeard = timers.instant();
        stream = transport.stream(
                ApiRequest.get(Paths.collection(kind, namespace)
                        + "?watch=true&allowWatchBookmarks=true&resourceVersion=" + Paths.segment(resourceVersion)),
                new Transport.Listener() {
                    @Override
                    public void onOpen() {
                        inEpoch(mine, () -> {
                            if (saidAloud) {
                                saidAloud = false;
                                LOGGER.info("Watching {} again.", subject());
                            } else {
                                LOGGER.debug("Watching {} from resource version {}.", subject(), resourceVersion);
                            }
                        });
                    }

                    @Override
                    public void onLine(byte[] line) {
                        inEpoch(mine, () -> hear(line));
                    }

                    @Override
                    public void onEnd(Transport.End end) {
                        inEpoch(mine, () -> ended(end));
                    }
                });
        checkSilence(mine, inactivityTimeout);
    }

    private void hear(byte[] line) {
        lastHeard = timers.instant();
        Map<String, @Nullable Object> event;
        try {
            event = Json.map(Json.parse(line));
        } catch (JsonException e) {
            pause(this::list, "A line of the watch of " + subject() + " is not readable: " + e.getMessage() + ".");
            return;
        }
        Body body = new Body(Json.map(event.get("object")));
        if (!"ERROR".equals(event.get("type"))) {
            failures = 0;
            lastProblem = "";
        }
        switch (String.valueOf(event.get("type"))) {
            case "ADDED" -> pass(WatchEvent.Type.ADDED, body);
            case "MODIFIED" -> pass(WatchEvent.Type.MODIFIED, body);
            case "DELETED" -> pass(WatchEvent.Type.DELETED, body);
            case "BOOKMARK" -> remember(body);
            case "ERROR" -> error(body);
            default ->
                LOGGER.warn("Ignored an event of unknown type in the watch of {}: {}", subject(), event.get("type"));
        }
    }

    private void pass(WatchEvent.Type type, Body body) {
        remember(body);
        listener.onEvent(new WatchEvent(type, body));
    }

    private void remember(Body body) {
        if (!body.resourceVersion().isEmpty()) {
            resourceVersion = body.resourceVersion();
        }
    }

    private void error(Body status) {
        if (status.fields().get("code") instanceof Number code && code.intValue() == GONE) {
            relist();
        } else {
            pause(
                    this::list,
                    "The watch of " + subject() + " failed: " + status.fields().get("message") + ".");
        }
    }

    /** Too old is everyday life, and not said aloud; but a server that finds every watch too old is not to be flooded. */
    private void relist() {
        failures++;
        Duration delay = pauses.delay(failures, chance.getAsDouble());
        LOGGER.debug("The watch of {} is too old; listing anew in {} s.", subject(), seconds(delay));
        later(delay, this::list);
    }

    private void ended(Transport.End end) {
        if (end instanceof Transport.End.Refused refusal) {
            int status = refusal.response().status();
            if (status == GONE) {
                relist();
            } else if (status == 404) {
                pause(this::discover, missingKind());
            } else {
                refused(refusal.response(), "watch", VERSION_STAYS.contains(status) ? this::watch : this::list);
            }
        } else if (end instanceof Transport.End.Broken broken) {
            pause(this::watch, "The watch of " + subject() + " broke: " + Answers.message(broken.cause()) + ".");
        } else {
            // Regular: servers end watches after a while. The short pause keeps a server that ends each at once from
            // being flooded.
            later(pauses.first(), this::watch);
        }
    }

    /** Some connections die without a word (W-5). */
    private void checkSilence(int mine, Duration after) {
        Timers.Timer check = timers.after(
                after,
                () -> inEpoch(mine, () -> {
                    Duration silent = Duration.between(lastHeard, timers.instant());
                    if (silent.compareTo(inactivityTimeout) >= 0) {
                        LOGGER.debug("Nothing heard of {} for {} s; connecting anew.", subject(), silent.toSeconds());
                        watch();
                    } else {
                        checkSilence(mine, inactivityTimeout.minus(silent));
                    }
                }));
        timer = check;
    }

    private interface Reader {
        void read(ApiResponse response) throws JsonException;
    }

    private void send(ApiRequest request, Reader reader, Runnable again) {
        int mine = ++epoch;
        cancelAll();
        CompletableFuture<ApiResponse> sending = transport.send(request);
        Consumer<Throwable> failed = failure -> inEpoch(
                mine,
                () -> pause(
                        again,
                        "Cannot reach the API server at " + transport.server() + ": " + Answers.message(failure)
                                + "."));
        CompletableFuture<ApiResponse> unused = sending.whenComplete((response, failure) -> {
            if (failure != null) {
                failed.accept(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
                return;
            }
            inEpoch(mine, () -> {
                try {
                    reader.read(response);
                } catch (JsonException e) {
                    pause(again, "The answer to " + request + " is not readable: " + e.getMessage() + ".");
                }
            });
        });
    }

    /** Whether the server refused; then it has been said, and will be tried again. */
    private boolean refused(ApiResponse response, String verb, Runnable again) {
        if (response.isSuccessful()) {
            return false;
        }
        if (response.status() == GONE) {
            pause(this::list, "The list of " + subject() + " went stale while it was read.");
        } else if (response.status() == 403) {
            pause(
                    again,
                    state == State.DISCOVERING
                            ? Permissions.missingDiscovery(Paths.group(kind))
                            : Permissions.missing(verb, kind, null, namespace));
        } else if (response.status() == 401) {
            pause(again, "The API server does not accept our credentials: " + Answers.message(response) + ".");
        } else {
            pause(again, "Cannot " + verb + " " + subject() + ": " + Answers.message(response) + ".");
        }
        return true;
    }

    private void pause(Runnable next, String problem) {
        failures++;
        Duration delay = pauses.delay(failures, chance.getAsDouble());
        boolean known = problem.equals(lastProblem) && delay.compareTo(LASTING) < 0;
        lastProblem = problem;
        saidAloud |= !known;
        if (known) {
            LOGGER.debug("{} Trying again in {} s.", problem, seconds(delay));
        } else if (failures == 1 && problem.contains("broke")) {
            // The first breaks of a connection are everyday life; what lasts is said aloud.
            LOGGER.info("{} Trying again.", problem);
        } else {
            LOGGER.warn("{} Trying again in {} s.", problem, seconds(delay));
        }
        later(delay, next);
    }

    private static String seconds(Duration delay) {
        return String.format(Locale.ROOT, "%.1f", delay.toMillis() / 1000.0);
    }

    private void later(Duration delay, Runnable next) {
        state = State.PAUSING;
        int mine = ++epoch;
        cancelAll();
        timer = timers.after(delay, () -> inEpoch(mine, next));
    }

    private void cancelAll() {
        if (stream != null) {
            stream.cancel();
            stream = null;
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Whatever comes from a request, a stream or a timer that was given up is not heard any more. */
    private synchronized void inEpoch(int expected, Runnable step) {
        if (epoch != expected || state == State.CLOSED) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            // Whoever called would swallow it, and nobody would watch any more (R2).
            LOGGER.error("Watching {} failed in the framework, and begins anew. This is a bug of Kopf.", subject(), e);
            pause(this::list, "What came of " + subject() + " was not heard to its end.");
        }
    }

    private String missingKind() {
        return "The cluster does not serve " + kind + ". Install its CRD: kubectl apply -f " + kind.qualifiedPlural()
                + ".yaml (the file that the operator was generated from).";
    }

    private String subject() {
        return kind + (namespace == null ? "" : " in namespace " + namespace);
    }
}
