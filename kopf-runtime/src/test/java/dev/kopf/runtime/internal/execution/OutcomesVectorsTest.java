package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import dev.kopf.runtime.progress.RecordPlaces;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** One attempt of a handler comes to what it comes to with Kopf (X-4, X-10…X-14, S-5, S-7, S-8), default delays excepted (R16). */
final class OutcomesVectorsTest {

    @TestFactory
    Stream<DynamicTest> outcomes() {
        return Vectors.tests(
                "outcomes.json",
                vector -> !vector.inMap("does").containsKey("subhandlers"), // CycleVectorsTest, where a pass calls them
                Map.of("attempt", this::checkAttempt));
    }

    private void checkAttempt(Case vector) {
        Map<String, @Nullable Object> does = vector.inMap("does");
        if (vector.out() instanceof Map<?, ?> out && out.containsKey("propagates")) {
            throw new TestAbortedException("Java has no cancellation: a handler is interrupted, see L-14");
        }
        if (does.containsKey("delay") && does.get("delay") == null) {
            throw new TestAbortedException("without a delay means after the backoff here; at once is Duration.ZERO");
        }
        if (does.containsKey("raise") && does.get("message") == null) {
            throw new TestAbortedException("an exception without a text is named by its class here");
        }
        Instant now = OffsetDateTime.parse((String) vector.in("now")).toInstant();
        FakeTimers time = new FakeTimers();
        time.pass(Duration.between(time.instant(), now));
        AtomicBoolean called = new AtomicBoolean();
        Handler handler =
                new Handler(WidgetHandlers.KIND, HandlerType.CREATE, FieldPath.ROOT, options(vector), call -> {
                    called.set(true);
                    return perform(does, time);
                });
        if (vector.out("called") == null) {
            assertThatThrownBy(() -> HandlerState.fromRecord(vector.inMap("record"), now))
                    .as("counts as not there (S-10)")
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        HandlerState state = HandlerState.fromRecord(vector.inMap("record"), now);

        Situation situation = situation();
        Outcome outcome = executor(time)
                .calls(situation)
                .call(new Selected(handler, situation.cause()), state, NO_SUB_HANDLERS)
                .outcome();

        assertThat(called.get()).isEqualTo(vector.out("called"));
        if (vector.departs("R16")) {
            checkDefaultDelay(outcome, state);
            return;
        }
        assertThat(outcome.isFinal()).isEqualTo(vector.out("final"));
        if (outcome instanceof Outcome.Succeeded succeeded) {
            Same.assertSame(succeeded.result(), vector.out("result"));
        }
        checkDelay(outcome, vector.out("delay"));
        HandlerState after = state.withOutcome(outcome, time.instant());
        checkRecord(after, Json.map(vector.out("record")), String.valueOf(vector.out("error")));
        assertThat(after.isSleeping(time.instant())).isEqualTo(vector.out("sleeping"));
        assertThat(after.isAwakened(time.instant())).isEqualTo(vector.out("awakened"));
    }

    private static final SubHandlerRunner NO_SUB_HANDLERS = new SubHandlerRunner() {
        @Override
        public RecordPlaces.@Nullable Taken take(HandlerId id) {
            return null;
        }

        @Override
        public @Nullable Duration run(Handler parent, Cause cause, List<Handler> handlers) {
            return null;
        }
    };

    /** Where Kopf waits for a constant minute, ours grows (R16). */
    private static void checkDefaultDelay(Outcome outcome, HandlerState state) {
        if (outcome instanceof Outcome.Retry retry) {
            long seconds = Math.min(1L << Math.min(state.retries(), 20), 300);
            assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    private static void checkDelay(Outcome outcome, @Nullable Object seconds) {
        if (seconds == null) {
            assertThat(outcome.delay()).isNull();
        } else {
            assertThat(outcome.delay()).isEqualTo(duration(seconds));
        }
    }

    /** The texts of limits are ours, times are written in UTC, and a digest is of no use to Kopf (R1). */
    private static void checkRecord(HandlerState state, Map<String, @Nullable Object> expected, String error) {
        Map<String, @Nullable Object> record = Json.map(Json.mutableCopy(state.toRecord()));
        if (error.equals("timeout") || error.equals("retries")) {
            assertThat(record.remove("message")).asString().isNotEmpty();
            expected.remove("message");
        }
        Object started = expected.get("started");
        expected.put("started", OffsetDateTime.parse(String.valueOf(started)).toInstant());
        record.put("started", state.started());
        record.remove("digest");
        assertThat(record).isEqualTo(expected);
    }

    private static @Nullable Object perform(Map<String, @Nullable Object> does, FakeTimers time) {
        if (does.get("takes") != null) {
            time.pass(duration(does.get("takes")));
        }
        String message = String.valueOf(does.get("message"));
        Object raise = does.get("raise");
        if (raise == null) {
            return does.get("return");
        }
        Duration delay = does.get("delay") == null ? null : duration(does.get("delay"));
        throw switch (String.valueOf(raise).replace("own ", "")) {
            case "permanent" -> new PermanentException(message);
            case "temporary" -> new TemporaryException(message, delay);
            default -> new IllegalStateException(message);
        };
    }

    private static HandlerOptions options(Case vector) {
        Map<String, @Nullable Object> handler = vector.inMap("handler");
        HandlerOptions options = HandlerOptions.of((String) handler.get("id"));
        Object errors = handler.get("errors") != null ? handler.get("errors") : vector.in("defaultErrors");
        options = options.withErrors(ErrorMode.valueOf(String.valueOf(errors)));
        try {
            if (handler.get("retries") instanceof Number retries) {
                options = options.withRetries(retries.intValue());
            }
            if (handler.get("timeout") != null) {
                options = options.withTimeout(duration(handler.get("timeout")));
            }
            return handler.get("backoff") == null ? options : options.withBackoff(duration(handler.get("backoff")));
        } catch (IllegalArgumentException e) {
            throw new TestAbortedException("refused when the handler is declared: " + e.getMessage());
        }
    }

    private static Duration duration(@Nullable Object seconds) {
        return Duration.ofNanos(
                new BigDecimal(String.valueOf(seconds)).movePointRight(9).longValue());
    }

    private static HandlerExecutor executor(FakeTimers time) {
        return new HandlerExecutor(new Services(
                time,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false));
    }

    private static Situation situation() {
        Body body = new Body(Map.of("metadata", Map.of("name", "w", "namespace", "default", "uid", "u")));
        Essence essence = Essence.of(body, List.of());
        return new Situation(
                ObjectRef.of(WidgetHandlers.KIND, body),
                new WatchEvent(WatchEvent.Type.ADDED, body),
                new Cause(Reason.CREATE, null, essence, Diff.between(null, essence), false));
    }
}
