package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Posts Kubernetes events one after the other (E-6), and never holds up whoever posts: at most a thousand wait, and what comes on top is
 * dropped, counted and told. Safe for use by several threads.
 */
public final class EventPoster implements EventSink {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.events");
    private static final int MOST_WAITING = 1_000;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** An event that comes late is worth less than those behind it: they do not wait for as long as other requests may. */
    private static final ApiRetries.Policy RETRIES =
            new ApiRetries.Policy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), false);

    private final Options options;
    private final ApiRetries requests;
    private final Timers timers;
    private final EventCorrelator correlator = new EventCorrelator();
    private final Deque<Event> waiting = new ArrayDeque<>();
    private boolean sending;
    private int dropped;
    private String lastProblem = "";

    /**
     * What is posted, and under which name.
     *
     * @param enabled whether anything is (E-3)
     * @param loggers whether the messages of objects' loggers are (E-2)
     * @param level what is less important than this is not
     * @param source who posts
     * @param namePrefix what the names of events begin with
     */
    public record Options(boolean enabled, boolean loggers, Level level, Source source, String namePrefix) {}

    /** Who posts: a component, and which instance of it (E-4). */
    public record Source(String component, String instance) {}

    /** An event, before it has a name. */
    record Event(EventSubject subject, String type, String reason, String message) {

        /** Whether the log has it, too. */
        boolean isOfLog() {
            return reason.equals(LOGGING);
        }
    }

    public EventPoster(Transport transport, Timers timers, Options options) {
        this.options = options;
        this.timers = timers;
        this.requests = new ApiRetries(transport, timers, RETRIES);
    }

    @Override
    public boolean takesLogs(Level level) {
        return options.enabled() && options.loggers() && takes(level);
    }

    @Override
    public boolean takes(Level level) {
        return level.toInt() >= options.level().toInt();
    }

    @Override
    public void post(EventSubject subject, String type, String reason, String message) {
        if (!options.enabled() || ("Event".equals(subject.kind()) && "v1".equals(subject.apiVersion()))) {
            return;
        }
        Event event = new Event(subject, type, EventBodies.cutReason(reason), EventBodies.cut(message));
        boolean isFirstDropped = false;
        boolean isFirst = false;
        synchronized (this) {
            if (waiting.size() >= MOST_WAITING) {
                isFirstDropped = dropped++ == 0;
            } else {
                waiting.add(event);
                isFirst = !sending;
                sending = true;
            }
        }
        if (isFirstDropped) { // without the monitor: all that post would wait for who waits for the log
            LOGGER.warn("Events come faster than the API server takes them: some are dropped.");
        }
        if (isFirst) {
            sendAll();
        }
    }

    /** Sends what waits, one after the other. In a loop, as answers that are there at once would make a deep stack. */
    private void sendAll() {
        while (true) {
            CompletableFuture<Void> step = nextOrFailed();
            if (step == null) {
                return;
            }
            if (!step.isDone()) {
                CompletableFuture<Void> unused = step.whenComplete((nothing, failure) -> sendAll());
                return;
            }
        }
    }

    /** As {@link #next}, and never throws: those behind would wait for ever. */
    private @Nullable CompletableFuture<Void> nextOrFailed() {
        try {
            return next();
        } catch (RuntimeException | Error e) {
            LOGGER.error("An event was dropped, as the framework failed. This is a bug of Kopf.", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Begins to send the next event; null where none waits. */
    private @Nullable CompletableFuture<Void> next() {
        Instant now = timers.instant();
        Event event;
        EventCorrelator.Verdict verdict = null;
        int tooMany = 0;
        int lost = 0;
        do {
            synchronized (this) {
                event = waiting.poll();
                if (event == null) {
                    sending = false;
                    tooMany = correlator.takeSpam();
                    lost = dropped;
                    dropped = 0;
                } else {
                    verdict = correlator.judge(event, now);
                }
            }
            if (event == null) {
                tellDropped(lost, tooMany);
                return null;
            }
            if (verdict instanceof EventCorrelator.Spam spam && spam.isToBeTold()) {
                tellSpam(event);
            }
        } while (verdict instanceof EventCorrelator.Spam);
        return verdict instanceof EventCorrelator.Repeated repeated ? repeat(event, repeated, now) : create(event, now);
    }

    /** In the log an author looks for events that are missing; what the log has itself is not lost. */
    private static void tellSpam(Event event) {
        LOGGER.warn(
                "There are too many events {} {}: beyond {} at once, and then one in five minutes, they are dropped. The first one"
                        + " is {} {}.",
                event.isOfLog() ? "of the log of" : "about",
                event.subject().label(),
                EventCorrelator.BURST,
                event.type(),
                event.reason());
    }

    /** Never throws: whoever sends has ended already, and another one may have begun. */
    private static void tellDropped(int lost, int spam) {
        try {
            if (lost > 0) {
                LOGGER.warn("{} events were dropped, as they came too fast.", lost);
            }
            if (spam > 0) {
                LOGGER.debug("{} events were dropped, as there were too many about one object.", spam);
            }
        } catch (Throwable e) {
            // There is no memory for words.
        }
    }

    private CompletableFuture<Void> create(Event event, Instant now) {
        String namespace = EventBodies.namespace(event.subject());
        Map<String, @Nullable Object> body = EventBodies.create(event, options, now);
        ApiRequest request = ApiRequest.post(Paths.collection(AccessCheck.EVENTS, namespace), Json.write(body));
        return requests.send(request).handle((response, failure) -> {
            if (failure != null) {
                failed(Answers.message(failure) + ".");
            } else if (response.isSuccessful()) {
                created(event, namespace, response, now);
            } else {
                failed(problem(response, "create", namespace));
            }
            return null;
        });
    }

    private void created(Event event, String namespace, ApiResponse response, Instant now) {
        lastProblem = "";
        try {
            Object metadata = Json.map(Json.parse(response.body())).get("metadata");
            if (Json.map(metadata).get("name") instanceof String name) {
                synchronized (this) {
                    correlator.created(event, namespace, name, now);
                }
            }
        } catch (JsonException e) {
            LOGGER.debug("The answer to an event is not readable: {}", e.getMessage());
        }
    }

    private CompletableFuture<Void> repeat(Event event, EventCorrelator.Repeated repeated, Instant now) {
        String path = Paths.collection(AccessCheck.EVENTS, repeated.namespace()) + "/" + Paths.segment(repeated.name());
        String body = Json.write(EventBodies.repeat(repeated.count(), now));
        return requests.send(ApiRequest.mergePatch(path, body))
                .handle((response, failure) -> {
                    if (failure == null && response.status() == NOT_FOUND) {
                        return true; // it has expired meanwhile
                    }
                    if (failure != null) {
                        failed(Answers.message(failure) + ".");
                    } else if (!response.isSuccessful()) {
                        failed(problem(response, "patch", repeated.namespace()));
                    }
                    return false;
                })
                .thenCompose(expired -> expired ? anew(event, now) : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> anew(Event event, Instant now) {
        synchronized (this) {
            correlator.forget(event);
        }
        return create(event, now);
    }

    private static String problem(ApiResponse response, String verb, String namespace) {
        return response.status() == FORBIDDEN
                ? Permissions.missing(verb, AccessCheck.EVENTS, null, namespace) + " The server says: "
                        + Answers.sentence(response)
                : Answers.sentence(response);
    }

    /** What stays wrong is said once. */
    private void failed(String problem) {
        if (problem.equals(lastProblem)) {
            LOGGER.debug("An event was dropped, as it cannot be posted: {}", problem);
        } else {
            lastProblem = problem;
            LOGGER.warn("An event was dropped, as it cannot be posted: {}", problem);
        }
    }
}
