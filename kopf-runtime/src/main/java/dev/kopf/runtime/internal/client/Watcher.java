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
import java.util.List;
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

        /** The server's versions went back: those of before say nothing any more. Comes before what is listed. */
        void onHistoryRestored();

        /**
         * Others may have changed what is watched: what is told of next may be from before. What is listed after this is not.
         *
         * @param until from which version on states are as new as is known here; null while that is not known
         */
        default void onCatchingUp(@Nullable String until) {}

        /** A list is complete: these are the uids of all objects that there are (R4). */
        void onListed(Set<String> uids);

        /** The server does not serve the kind, which is asked for again and again unless the watcher is closed now. */
        default void onMissing() {}

        /** The server refuses to say what there is; gives a sentence on what follows from that, with a space in front, or nothing. */
        default String onRefused(int status) {
            return "";
        }

        /** Who waits for the kind, as people are told when it is missing. */
        default List<String> waiting() {
            return List.of();
        }
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");
    private static final MemoryShortage.Step<Watcher> BEGIN_AGAIN = Watcher::beginAgain;
    private static final int CHUNK = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** Refusals that say nothing of the version to watch from; after any other it is in doubt, and a new list brings a new one. */
    private static final Set<Integer> VERSION_STAYS = Set.of(401, 403, 429, 503);

    private final Scope scope;
    private final Transport transport;
    private final Timers timers;
    private final Listener listener;
    private final Duration inactivityTimeout;
    private final Setbacks setbacks;
    private final Instant begun;

    private State state = State.DISCOVERING;
    private int epoch;
    private String resourceVersion = "";
    private Set<String> listed = new HashSet<>();
    private WatchRun run;
    private boolean complete;

    /** Whether it is to find out how far changes have come. */
    private boolean behind;

    /** What is asked for; begins anew when run. */
    private Runnable asking = this::discover;

    private Transport.@Nullable Stream stream;
    private Timers.@Nullable Timer timer;

    /**
     * What all watchers of an operator share.
     *
     * @param needs is told of permissions that will be needed
     */
    public record Surroundings(
            Transport transport,
            Timers timers,
            Duration inactivityTimeout,
            Duration reconnectBackoff,
            DoubleSupplier chance,
            Consumer<AccessCheck.Need> needs) {

        /** Without questions for permissions. */
        public Surroundings(
                Transport transport,
                Timers timers,
                Duration inactivityTimeout,
                Duration reconnectBackoff,
                DoubleSupplier chance) {
            this(transport, timers, inactivityTimeout, reconnectBackoff, chance, AccessCheck.NONE);
        }

        /** The same by another way to the server. */
        public Surroundings over(Transport other) {
            return new Surroundings(other, timers, inactivityTimeout, reconnectBackoff, chance, needs);
        }
    }

    /**
     * @param kind what to watch
     * @param namespace where; null for the whole cluster
     */
    public Watcher(ResourceKind kind, @Nullable String namespace, Surroundings surroundings, Listener listener) {
        this(new Scope(kind, namespace), surroundings, listener);
    }

    /** Of one object: the right to list and watch may be limited to its name. */
    public static Watcher ofObject(ObjectName object, Surroundings surroundings, Listener listener) {
        return new Watcher(new Scope(object.kind(), object.namespace(), object.name()), surroundings, listener);
    }

    private Watcher(Scope scope, Surroundings surroundings, Listener listener) {
        this.scope = scope;
        this.transport = surroundings.transport();
        this.timers = surroundings.timers();
        this.inactivityTimeout = surroundings.inactivityTimeout();
        this.setbacks = new Setbacks(
                new RetryPolicy(surroundings.reconnectBackoff(), LONGEST_PAUSE), surroundings.chance(), LOGGER, timers);
        this.run = new WatchRun(timers);
        this.begun = timers.instant();
        this.listener = listener;
    }

    /** Begins, unless it was closed before. */
    public synchronized void start() {
        inEpoch(epoch, this::discover);
    }

    /** Where it stands. */
    public synchronized State state() {
        return state;
    }

    /** What people wait for, who wait for what this finds; null where there is nothing that it does not tell of (R2). */
    public synchronized @Nullable Outage outage() {
        boolean works = state == State.WATCHING && run.wasSteady();
        String problem = works ? null : setbacks.problem();
        if (problem != null) {
            return new Outage(scope.toString(), problem, complete ? setbacks.since() : begun);
        }
        return complete ? null : new Outage(scope.toString(), "It has not been listed to its end yet.", begun);
    }

    /**
     * Others may have changed what is watched, and this may be late to tell of it. What is told from now on is from before, as far as is known,
     * until it has caught up, which it does at {@link #catchUp}, or when it begins to watch anew.
     */
    public synchronized void fallBehind() {
        behind = true;
        inEpoch(epoch, () -> {
            listener.onCatchingUp(null);
            if (state == State.LISTING) {
                asking.run(); // what was asked before others had ended says nothing
            }
        });
    }

    /**
     * Finds out how far changes have come, where it has fallen behind, and watches on from where it was, by a new stream. Nothing is told
     * meanwhile.
     */
    public synchronized void catchUp() {
        if (behind && state == State.WATCHING) {
            inEpoch(epoch, this::resume);
        }
    }

    private void caughtUp(String version) {
        if (behind) {
            listener.onCatchingUp(version);
            behind = false; // last: it is told again where that was not heard to its end
        }
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
                ApiRequest.get(Paths.group(scope.kind())),
                response -> {
                    if (response.status() != NOT_FOUND && refused(response, "discover", this::discover)) {
                        return;
                    }
                    ServedKind served = response.status() == NOT_FOUND ? null : Discovery.read(scope.kind(), response);
                    if (served == null) {
                        missing();
                        return;
                    }
                    listener.onServed(served);
                    list();
                },
                this::discover);
    }

    private void missing() {
        listener.onMissing();
        if (state != State.CLOSED) {
            tellMissing();
        }
    }

    /** A kind that is missing in the version that handlers are for may be there in another one, which its CRD was changed to. */
    private void tellMissing() {
        if (scope.kind().group().isEmpty()) {
            pause(setbacks.failed(scope.missing(List.of(), listener.waiting())), this::discover);
            return;
        }
        send(
                ApiRequest.get(Paths.versions(scope.kind())),
                response -> pause(
                        setbacks.failed(scope.missing(Discovery.versions(response), listener.waiting())),
                        this::discover),
                this::discover);
    }

    private void list() {
        state = State.LISTING;
        listed = new HashSet<>();
        listChunk("");
    }

    private void listChunk(String token) {
        send(
                scope.list(CHUNK, token),
                response -> {
                    if (!refused(response, "list", this::list)) {
                        read(ListPage.read(scope.kind(), response.body()));
                    }
                },
                this::list);
    }

    private void read(ListPage page) {
        if (Versions.isBefore(page.resourceVersion(), resourceVersion)) {
            LOGGER.warn(
                    "The API server's history went back, from version {} to {}: it was restored from a backup, perhaps.",
                    resourceVersion,
                    page.resourceVersion());
            resourceVersion = page.resourceVersion();
            listener.onHistoryRestored();
        }
        if (!page.resourceVersion().isEmpty()) {
            caughtUp(page.resourceVersion());
        }
        for (Body body : page.items()) {
            listed.add(body.uid());
            listener.onEvent(new WatchEvent(WatchEvent.Type.LISTED, body));
        }
        if (!page.next().isEmpty()) {
            listChunk(page.next());
        } else if (page.resourceVersion().isEmpty()) {
            pause(setbacks.failed("The list of " + scope + " has no resourceVersion to watch from."), this::list);
        } else {
            resourceVersion = page.resourceVersion();
            listener.onListed(listed);
            complete = true;
            listed = new HashSet<>();
            watch();
        }
    }

    /**
     * After a break, a refusal or a silence the server may be another one than before, restored from a backup: it would be silent about all
     * that happens until its versions have caught up with ours. The head of the list tells.
     */
    private void resume() {
        state = State.LISTING;
        send(
                scope.list(1, ""),
                response -> {
                    if (refused(response, "list", this::resume)) {
                        return;
                    }
                    String version =
                            ListPage.read(scope.kind(), response.body()).resourceVersion();
                    if (version.isEmpty()) {
                        pause(setbacks.failed("The list of " + scope + " has no resourceVersion."), this::resume);
                    } else if (Versions.isBefore(version, resourceVersion)) {
                        discover();
                    } else {
                        caughtUp(version);
                        watch();
                    }
                },
                this::resume);
    }

    private void watch() {
        if (behind) {
            resume();
            return;
        }
        state = State.WATCHING;
        int mine = ++epoch;
        cancelAll();
        run = new WatchRun(timers);
        stream = transport.stream(scope.watch(resourceVersion), new Transport.Listener() {
            @Override
            public void onOpen() {
                inEpoch(mine, () -> {
                    run.opened();
                    if (setbacks.wasSaidAloud()) {
                        LOGGER.info("Watching {} again.", scope);
                    } else {
                        LOGGER.debug("Watching {} from resource version {}.", scope, resourceVersion);
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
        run.heard();
        Map<String, @Nullable Object> event;
        try {
            event = Json.map(Json.parse(line));
        } catch (JsonException e) {
            pause(
                    setbacks.failed("A line of the watch of " + scope + " is not readable: " + e.getMessage() + "."),
                    this::list);
            return;
        }
        Body body = new Body(Json.map(event.get("object")));
        if (!"ERROR".equals(event.get("type"))) {
            setbacks.over();
        }
        switch (String.valueOf(event.get("type"))) {
            case "ADDED" -> pass(WatchEvent.Type.ADDED, body);
            case "MODIFIED" -> pass(WatchEvent.Type.MODIFIED, body);
            case "DELETED" -> pass(WatchEvent.Type.DELETED, body);
            case "BOOKMARK" -> remember(body);
            case "ERROR" -> error(body);
            default -> LOGGER.warn("Ignored an event of unknown type in the watch of {}: {}", scope, event.get("type"));
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
                    setbacks.failed("The watch of " + scope + " failed: "
                            + status.fields().get("message") + "."),
                    this::list);
        }
    }

    /** Too old is everyday life, and not said aloud; but a server that finds every watch too old is not to be flooded. */
    private void relist() {
        pause(setbacks.failedQuietly("The watch of " + scope + " is too old, and it is listed anew."), this::discover);
    }

    private void ended(Transport.End end) {
        if (run.wasSteady()) {
            setbacks.over();
        }
        if (end instanceof Transport.End.Refused refusal) {
            int status = refusal.response().status();
            if (status == GONE) {
                relist();
            } else {
                refused(refusal.response(), "watch", VERSION_STAYS.contains(status) ? this::resume : this::list);
            }
        } else if (end instanceof Transport.End.Broken broken) {
            pause(
                    setbacks.brokeOff("The watch of " + scope + " broke: " + Answers.message(broken.cause()) + "."),
                    this::resume);
        } else if (run.wasVain()) {
            // Whatever ends each watch so would make us blind: only a list tells what happened since the last.
            pause(
                    setbacks.brokeOff("The watch of " + scope + " ended at once, without a line, as behind a proxy that"
                            + " does not let streams through; it is listed anew."),
                    this::list);
        } else {
            pause(setbacks.regular(), this::watch); // servers end watches after a while
        }
    }

    /** Some connections die without a word (W-5). */
    private void checkSilence(int mine, Duration after) {
        Timers.Timer check = timers.after(
                after,
                () -> inEpoch(mine, () -> {
                    Duration silent = run.silence();
                    if (silent.isNegative() || silent.compareTo(inactivityTimeout) >= 0) { // the clock may go back
                        LOGGER.debug("Nothing heard of {} for {} s; connecting anew.", scope, silent.toSeconds());
                        giveUp();
                    } else {
                        checkSilence(mine, inactivityTimeout.minus(silent));
                    }
                }));
        timer = check;
    }

    /** Of a watch that is silent; its end is ours, and says nothing. One that was never answered told of nothing that happened. */
    private void giveUp() {
        epoch++;
        endStream(Transport.Stream::giveUp);
        if (!run.wasAnswered()) {
            pause(
                    setbacks.brokeOff("The watch of " + scope + " was not answered within "
                            + inactivityTimeout.toMillis() / 1000.0 + " s; it is listed anew."),
                    this::list);
            return;
        }
        if (run.wasSteady()) {
            setbacks.over();
        }
        resume();
    }

    private interface Reader {
        void read(ApiResponse response) throws JsonException;
    }

    private void send(ApiRequest request, Reader reader, Runnable again) {
        int mine = ++epoch;
        asking = again;
        cancelAll();
        CompletableFuture<ApiResponse> sending = transport.send(request);
        Consumer<Throwable> failed = failure -> inEpoch(
                mine,
                () -> pause(
                        setbacks.failed("Cannot reach the API server at " + transport.server() + ": "
                                + Answers.message(failure) + "."),
                        again));
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
                    pause(
                            setbacks.failed("The answer to " + request + " is not readable: " + e.getMessage() + "."),
                            again);
                }
            });
        });
    }

    /** Whether the server refused; then it has been said, and will be tried again. */
    private boolean refused(ApiResponse response, String verb, Runnable again) {
        if (response.isSuccessful()) {
            return false;
        }
        Duration delay = setbacks.failed(scope.problem(response, verb) + listener.onRefused(response.status()));
        if (response.status() == NOT_FOUND) {
            pause(delay, this::discover);
        } else {
            boolean tooOld = response.status() == GONE && state != State.DISCOVERING;
            pause(delay, tooOld ? this::list : again);
        }
        return true;
    }

    private void pause(Duration delay, Runnable next) {
        int mine = epoch + 1;
        Timers.Timer later = timers.after(delay, () -> inEpoch(mine, next)); // first: whatever fails then, it goes on
        state = State.PAUSING;
        epoch = mine;
        cancelAll();
        timer = later;
    }

    private void cancelAll() {
        endStream(Transport.Stream::cancel);
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Where the system gives no thread, a stream may not end; what comes after it is not to fail with it (R2, R8). */
    private void endStream(Consumer<Transport.Stream> how) {
        Transport.Stream ending = stream;
        stream = null;
        if (ending == null) {
            return;
        }
        try {
            how.accept(ending);
        } catch (RuntimeException | Error e) {
            LOGGER.warn("The watch of {} could not be ended. It is not heard any more.", scope, e);
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
            // Whoever called would swallow it, and nobody would watch any more (R2). The log comes last: it may fail,
            // too.
            MemoryShortage.outlast(this, BEGIN_AGAIN);
            LOGGER.error("Watching {} failed in the framework, and begins anew. This is a bug of Kopf.", scope, e);
        }
    }

    private void beginAgain() {
        Runnable again = state == State.DISCOVERING ? this::discover : this::list;
        pause(setbacks.failedAsIsSaid("What came of " + scope + " was not heard to its end."), again);
    }
}
