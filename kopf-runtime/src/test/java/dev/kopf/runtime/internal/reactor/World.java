package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.AccessCheck;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.EventSubject;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** An operator of widgets on a scripted API server, in one thread and on a clock that a test turns. */
final class World {

    static final String OBJECT = "PATCH " + FakeApi.COLLECTION + "/w";
    static final String STATUS = OBJECT + "/status";

    /** How a state is asked for. */
    static final String LOOK = "GET " + FakeApi.COLLECTION + "?fieldSelector=metadata.name%3D";

    static final String ESSENCE = "kopf.zalando.org/last-handled-configuration";

    final FakeApi api = new FakeApi();
    final FakeTimers timers = new FakeTimers();
    /** Whether the operator that runs is stopping. */
    AtomicBoolean stopping = new AtomicBoolean();

    /** The permissions that were asked for. */
    final List<AccessCheck.Need> needs = new ArrayList<>();

    /** The events that were posted: the type, the reason and the object of each. */
    final List<String> events = new ArrayList<>();

    /** What handlers have noted of their calls. */
    final List<String> calls = new ArrayList<>();

    private final WidgetHandlers handlers = WidgetHandlers.on();
    private Persistence persistence = Persistence.annotations();
    private Lifecycle lifecycle = Lifecycle.allAtOnce();
    private Duration checkpointInterval = Duration.ofSeconds(1);
    private double chance;
    private WaitingStates waiting = new WaitingStates(Long.MAX_VALUE);
    private Places places = Runnable::run;
    private Executor daemons = Runnable::run;
    private @Nullable KindReactor reactor;

    World() {}

    /** Where handlers are registered. */
    WidgetHandlers on() {
        return handlers;
    }

    World storing(Persistence where) {
        persistence = where;
        return this;
    }

    World choosing(Lifecycle choice) {
        lifecycle = choice;
        return this;
    }

    /** The random numbers of lifecycles and pauses are this one. */
    World drawing(double number) {
        chance = number;
        return this;
    }

    World checkpointing(Duration interval) {
        checkpointInterval = interval;
        return this;
    }

    /** With so much room for states that wait. */
    World waiting(WaitingStates room) {
        waiting = room;
        return this;
    }

    World workingIn(Places where) {
        places = where;
        return this;
    }

    /** With threads for daemons, which else run where their time comes. */
    World withDaemonsIn(Executor threads) {
        daemons = threads;
        return this;
    }

    /** Starts the operator, or the next one after {@link #crash}, and lets it do all that there is to do now. */
    World start() {
        if (reactor != null) {
            throw new AssertionError("There would be two operators.");
        }
        stopping = new AtomicBoolean();
        BooleanSupplier isStopping = stopping::get;
        Services services = new Services(
                timers,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                isStopping,
                new Posted());
        Collaborators with = new Collaborators(
                new HandlerExecutor(services),
                new Patcher(api, persistence.finalizer(), persistence.isInStatus()),
                persistence,
                timers,
                () -> chance,
                lifecycle,
                checkpointInterval,
                waiting,
                isStopping);
        KindHandlers kind = Registry.of(List.of(handlers)).kinds().iterator().next();
        reactor = new KindReactor(kind, with, places, timers, daemons);
        reactor.watch(
                () -> List.of("default"),
                new Watcher.Surroundings(api, timers, Duration.ofDays(1), Duration.ofMillis(100), () -> 0, needs::add));
        api.pump();
        return this;
    }

    /** Ends the operator between two steps; its alarms still ring, and nobody hears them. */
    void crash() {
        stopping.set(true);
        if (reactor != null) {
            reactor.stop();
            reactor = null;
        }
        timers.advance(Duration.ofDays(1));
        calls.clear();
        api.requests.clear();
    }

    /** Ends the operator as it is to end: what daemons and timers have left is written. */
    void stop() {
        stopping.set(true);
        KindReactor ending = Objects.requireNonNull(reactor);
        ending.stop();
        ending.writeRest(timers.instant().plus(Duration.ofMinutes(1)));
    }

    /** Another operator takes over, for daemons and timers, and gives back. */
    void pauseBackground() {
        Objects.requireNonNull(reactor).pauseBackground();
    }

    /** Others have had their turn. */
    void catchUp() {
        Objects.requireNonNull(reactor).catchUp();
    }

    void resumeBackground() {
        Objects.requireNonNull(reactor).resumeBackground(true);
    }

    /** Notes a call of a handler that has no result. */
    @Nullable
    Object note(String call) {
        calls.add(call);
        return null;
    }

    /** How many objects are left alone. */
    int parked() {
        return Objects.requireNonNull(reactor).parked();
    }

    /** Whether nothing is owed to the object as it is. */
    boolean isDone() {
        return Objects.requireNonNull(reactor).isDone(widget());
    }

    /** The objects that something is owed to. */
    List<UnsettledObject> unsettled() {
        return Objects.requireNonNull(reactor).unsettled().toList();
    }

    /** Of how many objects handlers share something. */
    int memos() {
        return Objects.requireNonNull(reactor).memos();
    }

    void settle() {
        api.pump();
    }

    void advance(Duration time) {
        timers.advance(time);
        api.pump();
    }

    void create(String spec) {
        api.create("w", spec);
        api.pump();
    }

    void patch(String json) {
        api.patch("w", json);
        api.pump();
    }

    void delete() {
        api.delete("w");
        api.pump();
    }

    /** Delivers the state of the object once more. */
    void redeliver() {
        api.line("{\"type\":\"MODIFIED\",\"object\":" + Json.write(api.body("w").fields()) + "}");
        api.pump();
    }

    Body widget() {
        return api.body("w");
    }

    @Nullable
    Object status(String field) {
        return FieldPath.of("status", field).resolve(widget().fields());
    }

    /** The annotations that are ours and not the essence. */
    List<String> records() {
        return widget().annotations().entrySet().stream()
                .filter(annotation -> annotation.getKey().startsWith("kopf.zalando.org/")
                        && annotation.getValue() != null
                        && !annotation.getKey().equals(ESSENCE)
                        && !annotation.getKey().contains("kopf-managed"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The stored record of a handler. */
    Map<String, @Nullable Object> record(String id) {
        return json(widget().annotations().get("kopf.zalando.org/" + id));
    }

    /** The stored essence. */
    Map<String, @Nullable Object> essence() {
        return json(widget().annotations().get(ESSENCE));
    }

    private final class Posted implements EventSink {
        @Override
        public void post(EventSubject subject, String type, String reason, String message) {
            events.add(type + " " + reason + " " + subject.name());
        }

        @Override
        public boolean takes(Level level) {
            return true;
        }

        @Override
        public boolean takesLogs(Level level) {
            return false;
        }
    }

    private static Map<String, @Nullable Object> json(@Nullable Object text) {
        try {
            return text == null ? Map.of() : Json.map(Json.parse(String.valueOf(text)));
        } catch (JsonException e) {
            throw new AssertionError(String.valueOf(text), e);
        }
    }
}
