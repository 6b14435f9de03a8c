package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.EditSteps;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.OneObjectApi;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Outcome;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Objects are looked at again when Kopf looks at them again (P-10…P-13, P-23, X-20, X-21, W-30), but nothing is touched for that (R7),
 * and nothing is lost (R3).
 */
final class DelaysVectorsTest {

    private static final String URL = "/apis/example.com/v1/namespaces/ns/examples/n";
    private static final ResourceKind KIND = ResourceKind.namespaced("example.com", "v1", "Example", "examples");

    private final FakeTimers timers = new FakeTimers();

    @TestFactory
    Stream<DynamicTest> delays() {
        return Vectors.tests(
                "delays.json",
                Map.of(
                        "apply", this::checkApply,
                        "sleep", this::checkSleep,
                        "throttle", this::checkThrottle),
                "background",
                "request",
                "verify");
    }

    private void checkApply(Case vector) {
        List<Duration> delays = durations(vector.in("delays"));
        Patch patch = EditSteps.patch(vector.in("patch"), vector.in("functions"));
        List<Map<String, @Nullable Object>> kopfs =
                Json.list(vector.out("requests")).stream().map(Json::map).toList();
        OneObjectApi api = new OneObjectApi(vector.inMap("body"), timers);
        Applied applied =
                new Applied(api, delays, Json.list(vector.in("subresources")).contains("status"));
        for (Map.Entry<String, @Nullable Object> failure : vector.inMap("fails").entrySet()) {
            boolean onlyStatus = vector.inMap("patch").keySet().equals(Set.of("status"))
                    && Json.list(vector.in("subresources")).contains("status");
            api.refuse(onlyStatus ? URL + "/status" : URL, ((Number) failure.getValue()).intValue());
        }
        Instant start = timers.instant();

        Memory memory = applied.run(patch);

        if (vector.inMap("fails").containsValue(404)) {
            assertThat(Objects.requireNonNull(memory).isMissing())
                    .as("its end is waited for")
                    .isTrue();
            return;
        }
        assertThat(memory).isNotNull();
        if (vector.raises() || vector.out("remaining") != null) {
            assertThat(Objects.requireNonNull(memory.unwritten()).patch()).isEqualTo(patch);
            assertThat(memory.wakeAt())
                    .as("written later, whatever happens (R3)")
                    .isNotNull();
            return;
        }
        Same.assertSame(ours(api.body()), ours(kopfs(vector, kopfs)));
        boolean wrote = api.sent.stream().anyMatch(OneObjectApi.Sent::changed);
        boolean vanished = Boolean.TRUE.equals(vector.out("neverArrives"));
        if (wrote && !vanished) {
            assertThat(memory.awaitedVersion()).isEqualTo(api.body().resourceVersion());
        }
        Duration delay = delays.stream().min(Duration::compareTo).orElse(null);
        if (delay == null) {
            assertThat(memory.wakeAt()).as("nothing to wait for").isNull();
            assertThat(!wrote && patch.isEmpty()).isEqualTo(vector.out("finished"));
        } else {
            Instant due = start.plus(delay.isNegative() ? Duration.ZERO : delay);
            assertThat(memory.wakeAt())
                    .as("a timer and no touch, however long it is (R7)")
                    .isEqualTo(due);
            assertNewerEventsChangeNothing(vector, applied, memory, due);
        }
        if (vanished) {
            assertThat(applied.cycle(memory, WatchEvent.Type.DELETED)).isNull();
        }
    }

    /** An event before the time ends Kopf's sleep, which begins anew; ours goes on. */
    private void assertNewerEventsChangeNothing(Case vector, Applied applied, Memory memory, Instant due) {
        if (vector.in("newerEventAt") == null || vector.inMap("patch").containsKey("spec")) {
            return; // a change of the spec is handled at once, whoever made it
        }
        timers.pass(duration(vector.in("newerEventAt")));
        if (timers.instant().isBefore(due)) {
            int calls = applied.calls;
            Memory later = applied.cycle(memory, WatchEvent.Type.MODIFIED);
            assertThat(later).isNotNull();
            assertThat(later.wakeAt()).isEqualTo(due);
            assertThat(applied.calls).isEqualTo(calls);
        }
    }

    /** What Kopf's requests make of the object, but for touches. */
    private static Body kopfs(Case vector, List<Map<String, @Nullable Object>> requests) {
        Map<String, @Nullable Object> object = vector.inMap("body");
        for (Map<String, @Nullable Object> request : requests) {
            PatchType type = Stream.of(PatchType.values())
                    .filter(each -> each.mediaType().equals(request.get("contentType")))
                    .findFirst()
                    .orElseThrow();
            object = Objects.requireNonNull(OneObjectApi.patched(type, object, Json.write(request.get("payload"))));
        }
        return new Body(object);
    }

    /** All but our annotations and the version. */
    private static Map<String, @Nullable Object> ours(Body body) {
        Map<String, @Nullable Object> annotations = new LinkedHashMap<>(body.annotations());
        annotations.keySet().removeIf(key -> key.startsWith("kopf.zalando.org/"));
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(body.metadata());
        metadata.remove("resourceVersion");
        metadata.remove("annotations");
        metadata.put("others", annotations);
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(body.fields());
        rest.put("metadata", metadata);
        return rest;
    }

    private static List<Duration> durations(@Nullable Object value) {
        List<?> all = value instanceof Number ? List.of(value) : Json.list(value);
        return all.stream()
                .filter(Objects::nonNull)
                .map(DelaysVectorsTest::duration)
                .toList();
    }

    private static Duration duration(@Nullable Object seconds) {
        return Duration.ofMillis(Math.round(((Number) Objects.requireNonNull(seconds)).doubleValue() * 1000));
    }

    /** Cycles of an object whose handlers ask for delays. */
    private final class Applied {

        private final OneObjectApi api;
        private final Cycle cycle;
        private final Cycle.Subject subject;
        private int calls;

        Applied(OneObjectApi api, List<Duration> delays, boolean statusSubresource) {
            this.api = api;
            WidgetHandlers handlers = WidgetHandlers.on().event("seen", (widget, ctx) -> {});
            for (int i = 0; i < delays.size(); i++) {
                Duration delay = delays.get(i);
                handlers.create("h" + i, (widget, ctx) -> {
                    calls++;
                    throw new TemporaryException("not yet", delay);
                });
            }
            KindHandlers kind =
                    Registry.of(List.of(handlers)).kinds().iterator().next();
            Services services = new Services(
                    timers,
                    () -> 0,
                    () -> {
                        throw new IllegalStateException("no client here");
                    },
                    new BodyMapper(),
                    () -> false);
            Persistence persistence = Persistence.annotations();
            this.cycle = new Cycle(
                    kind,
                    new Collaborators(
                            new HandlerExecutor(services),
                            new Patcher(api, persistence.finalizer()),
                            persistence,
                            timers,
                            () -> 0,
                            Lifecycle.allAtOnce(),
                            Duration.ofDays(1),
                            new WaitingStates(Long.MAX_VALUE),
                            () -> false),
                    Runnable::run,
                    null,
                    (object, event) -> {});
            Body body = api.body();
            ObjectRef object = new ObjectRef(KIND, body.namespace() == null ? "ns" : body.namespace(), "n", "");
            this.subject = new Cycle.Subject(new ServedKind(KIND, statusSubresource), object, 0);
        }

        @Nullable
        Memory run(Patch patch) {
            WatchEvent event = new WatchEvent(WatchEvent.Type.ADDED, api.body());
            return cycle.run(subject, Memory.first(event), WaitingState.of(event), patch);
        }

        @Nullable
        Memory cycle(Memory memory, WatchEvent.Type type) {
            return cycle.run(subject, memory, WaitingState.of(new WatchEvent(type, api.body())), Patch.EMPTY);
        }
    }

    private void checkSleep(Case vector) {
        Instant start = timers.instant();
        Duration delay = shortest(durations(vector.in("delays")), start);
        Sleeper sleeper = new Sleeper(delay == null ? null : start.plus(delay));
        sleeper.notice();
        Object wakeAt = vector.in("wakeAt");
        if (wakeAt != null) {
            timers.advance(duration(wakeAt));
            sleeper.notice();
        }
        timers.advance(Duration.ofDays(1));

        if (delay == null) {
            assertThat(sleeper.cycles).as("nothing to wake up for").hasSize(1);
            return;
        }
        assertThat(seconds(start, sleeper.cycles.get(1))).isEqualTo(((Number) vector.out("slept")).doubleValue());
        if (Boolean.TRUE.equals(vector.out("interrupted"))) {
            double left = ((Number) vector.out("left")).doubleValue();
            assertThat(seconds(sleeper.cycles.get(1), sleeper.cycles.get(2)))
                    .as("what is left is slept after that")
                    .isEqualTo(left);
        }
    }

    /** The shortest of what handlers ask for, as progress has it. */
    private static @Nullable Duration shortest(List<Duration> delays, Instant now) {
        Map<HandlerId, Outcome> outcomes = new LinkedHashMap<>();
        delays.forEach(delay -> outcomes.put(new HandlerId("h" + outcomes.size()), new Outcome.Retry("later", delay)));
        return Progress.empty()
                .withPurpose(Reason.CREATE)
                .withHandlers(outcomes.keySet(), now)
                .withOutcomes(outcomes, now)
                .delay(now);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** A worker whose object is owed a look at some time. */
    private final class Sleeper implements ObjectWorker.Employer, ObjectWorker.Work {

        private final List<Instant> cycles = new ArrayList<>();
        private final @Nullable Instant due;
        private final WatchEvent event =
                new WatchEvent(WatchEvent.Type.ADDED, new Body(Map.of("metadata", Map.of("name", "n"))));
        private final ObjectWorker worker =
                new ObjectWorker(new ObjectRef(KIND, "ns", "n", ""), Memory.first(event), this);

        Sleeper(@Nullable Instant due) {
            this.due = due;
        }

        void notice() {
            boolean unused = worker.take(event, 0);
        }

        @Override
        public ObjectWorker.Work work() {
            return this;
        }

        @Override
        public Places places() {
            return Runnable::run;
        }

        @Override
        public WaitingStates waiting() {
            return new WaitingStates(Long.MAX_VALUE);
        }

        @Override
        public Timers timers() {
            return timers;
        }

        @Override
        public void onIdle(ObjectWorker idle, Memory memory) {}

        @Override
        public void onLeaving(ObjectWorker leaving) {}

        @Override
        public void onGone(ObjectWorker gone) {}

        @Override
        public boolean spies() {
            return false;
        }

        @Override
        public Patch spy(ObjectRef object, Memory memory, WatchEvent seen) {
            return Patch.EMPTY;
        }

        @Override
        public Memory cycle(
                ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra, int turnsOfOthers) {
            Instant now = timers.instant();
            cycles.add(now);
            boolean first = cycles.size() == 1;
            return due != null && (first || due.isAfter(now))
                    ? memory.waiting(WaitingState.of(event), due)
                    : memory.settled();
        }

        @Override
        public String digest(WatchEvent seen) {
            return "";
        }

        @Override
        public boolean isStopping() {
            return false;
        }
    }

    private void checkThrottle(Case vector) {
        List<Duration> delays = durations(vector.in("delays"));
        Throttle throttle = delays.equals(Throttle.DEFAULT.delays()) ? Throttle.DEFAULT : new Throttle(delays);
        List<@Nullable Object> events = Json.list(vector.in("events"));
        List<@Nullable Object> outs = Json.list(vector.out());
        int failures = 0;
        double free = 0;
        for (int i = 0; i < events.size(); i++) {
            Map<String, @Nullable Object> out = Json.map(outs.get(i));
            if (!Boolean.TRUE.equals(out.get("ran"))) {
                continue; // dropped by Kopf while it is throttled: here its state waits (R3)
            }
            boolean fails = Boolean.TRUE.equals(Json.map(events.get(i)).get("fails"));
            failures = fails ? failures + 1 : 0;
            double began = Math.max(((Number) out.get("at")).doubleValue(), free);
            Object throttled = out.get("throttledUntil") == null ? out.get("until") : out.get("throttledUntil");
            free = ((Number) Objects.requireNonNull(throttled)).doubleValue();
            Duration delay = fails ? throttle.delay(failures) : Duration.ZERO;
            assertThat(began + delay.toMillis() / 1000.0).isEqualTo(free);
        }
    }
}
