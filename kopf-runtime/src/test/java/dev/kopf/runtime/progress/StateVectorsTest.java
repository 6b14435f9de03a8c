package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Progress goes Kopf's way from step to step (S-6…S-9, S-15…S-17, S-23), but for what R1 and R10 want. */
final class StateVectorsTest {

    @TestFactory
    Stream<DynamicTest> sequence() {
        return Vectors.tests("state.json", Map.of("sequence", this::checkSequence), "cycle", "lifecycle");
    }

    private void checkSequence(Case vector) {
        Run run = new Run(vector);
        if (vector.raises()) {
            assertRaisedOrTold(run);
            return;
        }
        run.steps();
        if (vector.departs("R10")) {
            run.assertNothingIsTakenFromOtherCauses();
            return;
        }
        if (!vector.departs("R1")) {
            Same.assertSame(run.patch.asMap(), vector.out("patch"));
        }
        Same.assertSame(run.look(), without(Json.map(vector.out()), "patch", "looks"));
        Same.assertSame(run.looks, Json.list(vector.out("looks")));
    }

    private static void assertRaisedOrTold(Run run) {
        try {
            run.steps();
        } catch (IllegalArgumentException e) {
            assertThat(e).as("only wrong arguments raise").hasMessageContaining("not a handler of this progress");
            return;
        }
        assertThat(run.progress.problems()).as("odd records are told (R14)").isNotEmpty();
        assertThat(run.progress.isDone())
                .as("and start afresh")
                .isEqualTo(run.progress.selected().isEmpty());
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> map, String... keys) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(map);
        List.of(keys).forEach(rest::remove);
        return rest;
    }

    private static List<HandlerId> ids(@Nullable Object list) {
        return Json.list(list).stream().map(id -> new HandlerId((String) id)).toList();
    }

    /** The steps of a case. */
    private static final class Run {
        private final Case vector;
        private final ProgressStorage storage;
        private final Body body;
        private final List<Object> looks = new ArrayList<>();
        private Instant now;
        private Progress progress = Progress.empty();
        private Patch patch = Patch.EMPTY;

        private Run(Case vector) {
            this.vector = vector;
            this.storage = ProgressSpecs.storage(vector.inMap("storage"));
            this.body = vector.body();
            this.now = OffsetDateTime.parse((String) vector.in("now")).toInstant();
        }

        private void steps() {
            Json.list(vector.in("steps")).forEach(step -> step(Json.map(step)));
        }

        private void step(Map<String, @Nullable Object> step) {
            switch ((String) step.get("do")) {
                case "from_storage" -> progress = Progress.load(storage, body, ids(step.get("handlers")), now);
                case "with_purpose" -> progress = progress.withPurpose(reason(step.get("purpose")));
                case "with_handlers" -> progress = progress.withHandlers(ids(step.get("handlers")), now);
                case "with_outcomes" -> Json.map(step.get("outcomes")).forEach(this::attempt);
                case "store" -> patch = progress.store(storage, body, patch);
                case "purge" -> patch = progress.purge(storage, body, ids(step.get("handlers")), patch);
                case "pass" -> now = now.plus(duration(step.get("seconds")));
                case "look" -> looks.add(look());
                case "without_successes" -> throw Vectors.notBuilt("activities (without_successes)");
                default -> throw new IllegalArgumentException("not a step: " + step);
            }
        }

        private void attempt(String id, @Nullable Object value) {
            Map<String, @Nullable Object> spec = Json.map(value);
            String message = spec.containsKey("error") ? (String) spec.getOrDefault("message", "") : null;
            Duration delay = spec.get("delay") == null ? null : duration(spec.get("delay"));
            Outcome outcome = Boolean.TRUE.equals(spec.get("final"))
                    ? message == null ? new Outcome.Succeeded(spec.get("result")) : new Outcome.Failed(message)
                    : new Outcome.Retry(message == null ? "" : message, delay);
            List<String> subrefs = Json.list(spec.get("subrefs")).stream()
                    .map(String.class::cast)
                    .toList();
            HandlerId handler = new HandlerId(id);
            progress = progress.withOutcomes(Map.of(handler, outcome), now);
            progress = progress.withState(handler, state -> state.withSubrefs(subrefs));
        }

        /** What is to be seen from outside. */
        private Map<String, @Nullable Object> look() {
            Map<String, @Nullable Object> look = new LinkedHashMap<>();
            List<Object> delays = progress.delays(now).stream()
                    .sorted()
                    .map(Run::seconds)
                    .map(Object.class::cast)
                    .toList();
            look.put("done", progress.isDone());
            Duration delay = progress.delay(now);
            look.put("delay", delay == null ? null : seconds(delay));
            look.put("delays", delays);
            look.put("counts", counts(progress.counts()));
            Map<String, @Nullable Object> extras = new LinkedHashMap<>();
            progress.superseded().forEach((purpose, counts) -> extras.put(purpose, counts(counts)));
            look.put("extras", extras);
            Reason purpose = progress.purpose();
            look.put("purpose", purpose == null ? null : purpose.text());
            Map<String, @Nullable Object> states = new LinkedHashMap<>();
            progress.states().forEach((id, state) -> states.put(id.value(), look(id, state)));
            look.put("states", states);
            return look;
        }

        private Map<String, @Nullable Object> look(HandlerId id, HandlerState state) {
            Map<String, @Nullable Object> look = Records.withoutNulls(state.toRecord());
            look.remove("digest");
            look.put("active", progress.selected().contains(id));
            look.put("finished", state.isFinished());
            look.put("sleeping", state.isSleeping(now));
            look.put("awakened", state.isAwakened(now));
            look.put("runtime", seconds(state.runtime(now)));
            return look;
        }

        private void assertNothingIsTakenFromOtherCauses() {
            Reason purpose = progress.purpose();
            for (HandlerId id : progress.selected()) {
                HandlerState state = progress.state(id);
                assertThat(state.purpose()).isIn(null, purpose.text());
                HandlerState found =
                        Progress.load(storage, body, List.of(id), now).state(id);
                if (found != null && !found.isFor(purpose)) {
                    assertThat(state.retries()).as("%s starts afresh", id).isEqualTo(attempts(id));
                }
            }
            Body stored = new Body(progress.store(storage, body, Patch.EMPTY).applyTo(body.fields()));
            Progress left = Progress.load(storage, stored, progress.states().keySet(), now);
            assertThat(left.states().values())
                    .as("records of other causes are purged")
                    .allMatch(state -> state.isFor(purpose));
            assertThat(left.states().keySet()).containsAll(progress.selected());
        }

        private int attempts(HandlerId id) {
            return (int) Json.list(vector.in("steps")).stream()
                    .filter(step -> Json.map(Json.map(step).get("outcomes")).containsKey(id.value()))
                    .count();
        }

        private static @Nullable Reason reason(@Nullable Object purpose) {
            return purpose == null ? null : Reason.valueOf(((String) purpose).toUpperCase(Locale.ROOT));
        }

        private static Duration duration(@Nullable Object seconds) {
            return Duration.ofNanos(
                    new BigDecimal(String.valueOf(seconds)).movePointRight(9).longValueExact());
        }

        private static BigDecimal seconds(Duration duration) {
            return BigDecimal.valueOf(duration.toNanos(), 9);
        }

        private static Map<String, @Nullable Object> counts(Progress.Counts counts) {
            return Map.of("success", counts.success(), "failure", counts.failure(), "running", counts.running());
        }
    }
}
