package dev.kopf.runtime.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.FilterSpecs;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerCall;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Daemons and timers are called when Kopf's are (B-5, B-7, B-9), but for what R11 and R16 want. */
final class BackgroundVectorsTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    @TestFactory
    Stream<DynamicTest> delays() {
        return Vectors.tests(
                "delays.json", vector -> vector.call().equals("background"), Map.of("background", this::checkCalls));
    }

    @TestFactory
    Stream<DynamicTest> exited() {
        return Vectors.tests(
                "match.json",
                vector -> !Json.list(vector.in("stoppedForever")).isEmpty(),
                Map.of("matchPlain", this::checkExited));
    }

    private void checkCalls(Case vector) {
        Map<String, @Nullable Object> spec = vector.inMap("handler");
        Life life = new Life(List.of(spec));
        life.look(0);
        int version = 0;
        for (Object at : Json.list(vector.in("changesAt"))) {
            life.advanceTo(seconds(at));
            life.look(++version);
        }
        Object stopAt = vector.in("stopAt");
        if (stopAt != null) {
            life.advanceTo(seconds(stopAt));
            life.background.forget("k");
            assertThat(life.timers.waiting()).as("nothing is left of it").isZero();
            assertSame(life.now(), vector.out("endedAt"));
        }
        life.advanceTo(seconds(vector.in("seconds")).minus(MOMENT));

        if (vector.departs("R16")) {
            double first = RetryPolicy.HANDLERS.delay(1, 0).toMillis() / 1000.0;
            assertSame(life.calls, List.of(call(0, 0), call(first, 1)));
        } else {
            assertSame(life.calls, vector.out("calls"));
            assertSame(life.patches, vector.out("patches"));
            if (stopAt == null) {
                assertSame(life.wakeAt, vector.out("endedAt"));
            }
        }
        assertThat(life.hasExited(stopAt != null)).isEqualTo(vector.out("exitedForever"));
    }

    private void checkExited(Case vector) {
        List<Map<String, @Nullable Object>> exiting = new ArrayList<>();
        for (Object each : Json.list(vector.in("handlers"))) {
            Map<String, @Nullable Object> spec = new LinkedHashMap<>(Json.map(each));
            boolean exits = Json.list(vector.in("stoppedForever")).contains(spec.get("id"));
            spec.put("does", exits ? null : Map.of("raise", "temporary", "message", "w", "delay", 3600));
            exiting.add(spec);
        }
        Life life = new Life(exiting);
        life.look(0);
        life.advanceTo(Duration.ofSeconds(1));

        boolean needsFinalizer = life.look(0);
        assertThat(needsFinalizer).isEqualTo(vector.out("finalizer"));
        assertThat(life.background.present("k")).extracting(Object::toString).isEqualTo(Json.list(vector.out("spawn")));
    }

    private static void assertSame(@Nullable Object ours, @Nullable Object kopfs) {
        assertThat(Json.equal(ours, kopfs)).as("%s, and Kopf: %s", ours, kopfs).isTrue();
    }

    private static Map<String, @Nullable Object> call(double at, int retry) {
        return new LinkedHashMap<>(Map.of("at", at, "retry", retry));
    }

    private static Duration seconds(@Nullable Object value) {
        return Duration.ofMillis(Math.round(((Number) Objects.requireNonNull(value)).doubleValue() * 1000));
    }

    /** The life of one object, on a clock that a case turns. */
    private static final class Life implements Surroundings.Objects {

        private final FakeTimers timers = new FakeTimers();
        private final Instant start = timers.instant();
        private final List<Map<String, @Nullable Object>> calls = new ArrayList<>();
        private final List<Map<String, @Nullable Object>> patches = new ArrayList<>();
        private final Map<String, Integer> attempts = new LinkedHashMap<>();
        private final KindBackground background;
        private final ObjectRef object;
        private @Nullable Double wakeAt;

        Life(List<Map<String, @Nullable Object>> specs) {
            List<Handler> handlers = specs.stream().map(this::handler).toList();
            object = new ObjectRef(handlers.get(0).kind(), "ns", "n", "u");
            Services services = new Services(
                    timers,
                    () -> 0,
                    () -> {
                        throw new IllegalStateException("no client here");
                    },
                    new BodyMapper(),
                    () -> false);
            background = new KindBackground(
                    FilterSpecs.kind(handlers),
                    new Surroundings(
                            new HandlerExecutor(services),
                            Persistence.annotations(),
                            timers,
                            new Surroundings.Threads(Runnable::run, Runnable::run),
                            this));
        }

        private Handler handler(Map<String, @Nullable Object> spec) {
            Handler declared = FilterSpecs.usual().handler(spec);
            HandlerOptions options = declared.options();
            if (spec.get("errors") != null) {
                options = options.withErrors(ErrorMode.valueOf(String.valueOf(spec.get("errors"))));
            }
            if (spec.get("retries") instanceof Number retries) {
                options = options.withRetries(retries.intValue());
            }
            options = spec.get("timeout") == null ? options : options.withTimeout(seconds(spec.get("timeout")));
            options = spec.get("backoff") == null ? options : options.withBackoff(seconds(spec.get("backoff")));
            String id = options.id().value();
            return new Handler(
                    declared.kind(),
                    declared.type(),
                    declared.field(),
                    options,
                    call -> perform(call, spec.get("does"), attempts.merge(id, 1, Integer::sum) - 1));
        }

        private @Nullable Object perform(HandlerCall call, @Nullable Object does, int attempt) {
            calls.add(call(now(), call.context(HandlerContext.class).retry()));
            Map<String, @Nullable Object> now = Json.map(does);
            if (does instanceof List<?> list) {
                now = Json.map(list.get(Math.min(attempt, list.size() - 1)));
            }
            if (now.get("takes") != null) {
                timers.pass(seconds(now.get("takes")));
            }
            String message = String.valueOf(now.get("message"));
            if (now.get("raise") == null) {
                return now.get("return");
            }
            throw switch (String.valueOf(now.get("raise"))) {
                case "permanent" -> new PermanentException(message);
                case "temporary" ->
                    new TemporaryException(
                            message, now.get("delay") == null ? Duration.ZERO : seconds(now.get("delay")));
                default -> new IllegalStateException(message);
            };
        }

        /** Lets the object come to a version of its spec; whether the finalizer is needed. */
        boolean look(int version) {
            Body body = new Body(Map.of(
                    "apiVersion",
                    "example.com/v1",
                    "kind",
                    "Example",
                    "metadata",
                    Map.of("name", "n", "namespace", "ns", "uid", "u", "finalizers", List.of(Finalizers.DEFAULT)),
                    "spec",
                    Map.of("version", version)));
            WatchEvent event = new WatchEvent(WatchEvent.Type.MODIFIED, body);
            return background.look(
                    "k",
                    object,
                    event,
                    new CauseDetector(Finalizers.DEFAULT).detect(event, null, Essence.of(body, List.of()), false));
        }

        double now() {
            return Duration.between(start, timers.instant()).toMillis() / 1000.0;
        }

        void advanceTo(Duration time) {
            timers.advance(time.minus(Duration.between(start, timers.instant())));
        }

        /** Whether nobody is called again for the object. */
        boolean hasExited(boolean stopped) {
            if (stopped) { // for another object of the same name all begin anew
                look(0);
                return background.present("k").isEmpty();
            }
            int before = calls.size();
            boolean needsFinalizer = look(0);
            timers.advance(Duration.ofMinutes(5));
            return calls.size() == before
                    && !needsFinalizer
                    && background.present("k").isEmpty();
        }

        @Override
        public void wake(ObjectRef woken) {
            assertThat(woken).isEqualTo(object);
            wakeAt = now();
        }

        @Override
        public void write(ObjectRef written, Patch patch, Runnable done) {
            patches.add(new LinkedHashMap<>(Map.of("at", now(), "payload", patch.asMap())));
            done.run();
        }
    }
}
