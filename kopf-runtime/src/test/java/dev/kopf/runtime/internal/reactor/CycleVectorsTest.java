package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.handler.FilterSpecs;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.OneObjectApi;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.ProgressSpecs;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * One cycle of one object comes to what it comes to with Kopf (C-1, C-5, C-6, C-11, C-12, D-8, S-6, S-15, S-16, X-1… …X-48), by
 * the lifecycle that the case names, but for the departures.
 */
final class CycleVectorsTest {

    private static final Set<String> OURS = Set.of("digest", "handled", "attempted", "waited", "paused");

    @TestFactory
    Stream<DynamicTest> cycles() {
        return Vectors.tests("state.json", Map.of("cycle", this::checkCycle), "sequence", "lifecycle");
    }

    /** Attempts of handlers that hand their work over (X-40…X-48, R5). */
    @TestFactory
    Stream<DynamicTest> subHandlers() {
        return Vectors.tests(
                "outcomes.json",
                vector -> vector.inMap("does").containsKey("subhandlers"),
                Map.of("attempt", this::checkSubHandlers));
    }

    private static void skipWhatJavaLacks(Case vector) {
        String text = Json.write(vector.in());
        if (text.contains("\"delay\":null")) {
            throw new TestAbortedException("without a delay means after the backoff here; at once is Duration.ZERO");
        }
        if (text.contains("\"cancelled\"")) {
            throw new TestAbortedException("Java has no cancellation: a handler is interrupted, see L-14");
        }
    }

    private void checkCycle(Case vector) {
        skipWhatJavaLacks(vector);
        boolean inOnePass = vector.departs("R7");
        Lifecycle lifecycle =
                inOnePass ? Lifecycle.allAtOnce() : Lifecycle.named(String.valueOf(vector.in("lifecycle")));
        Run run = new Run(vector, vector.body(), vector.in("handlers"), lifecycle);
        Memory memory = run.cycle();
        if (vector.departs("R18")) {
            assertThat(run.handlers.calls).as("fields are for changes").isEmpty();
            return;
        }
        if (vector.departs("R5") || inOnePass) {
            assertAllInOnePass(run, vector);
            return;
        }
        if (vector.departs("R11")) {
            assertThat(run.api.body().finalizers())
                    .as("a failed deletion keeps the object")
                    .contains(Finalizers.DEFAULT);
            return;
        }
        if (vector.departs("R10")) {
            assertThat(run.handlers.calls)
                    .as("nothing is taken from other causes")
                    .isNotEmpty();
            return;
        }
        if ("add".equals(vector.out("finalizer"))) {
            assertThat(Json.map(Json.map(run.api.sent.get(0).payload()).get("metadata")))
                    .containsKey("finalizers");
            return;
        }
        Same.assertSame(run.handlers.calls, vector.out("calls"));
        assertThat(run.api.body().finalizers().contains(Finalizers.DEFAULT))
                .isEqualTo(vector.body().finalizers().contains(Finalizers.DEFAULT)
                        && !"remove".equals(vector.out("finalizer")));
        if (memory != null) {
            assertThat(memory.fullyHandled())
                    .isEqualTo(Boolean.TRUE.equals(vector.out("fullyHandledOnce"))
                            || Boolean.TRUE.equals(vector.inMap("memory").get("fullyHandledOnce")));
        }
        if (vector.departs("R1")) {
            assertThat(run.records()).as("no record is left behind").isEmpty();
            return;
        }
        if (run.handlers.calls.isEmpty() && "update".equals(vector.out("reason")) && run.api.sent.isEmpty()) {
            assertThat(run.records())
                    .as("a change that nobody could see writes nothing (R7)")
                    .isEmpty();
            return;
        }
        if (!vector.departs("R16")) {
            Same.assertSame(run.patch(), withoutEmpty(Json.map(vector.out("patch"))));
            assertDelay(run, memory, Json.list(vector.out("delays")));
        }
    }

    private static void assertAllInOnePass(Run run, Case vector) {
        long due = Json.list(vector.in("handlers")).stream()
                .filter(handler -> !"event".equals(Json.map(handler).get("kind")))
                .count();
        assertThat(run.handlers.calls).hasSizeGreaterThanOrEqualTo((int) Math.min(due, 1));
        assertThat(run.api.sent).as("one write for all of them (R7)").hasSize(1);
        assertThat(run.records()).as("all is done").isEmpty();
    }

    private void checkSubHandlers(Case vector) {
        Map<String, @Nullable Object> does = vector.inMap("does");
        skipWhatJavaLacks(vector);
        Map<String, @Nullable Object> spec = new LinkedHashMap<>(vector.inMap("handler"));
        spec.put("kind", "create");
        spec.put("does", does);
        Lifecycle lifecycle = vector.departs("R7") ? Lifecycle.allAtOnce() : Lifecycle.asap();
        String id = String.valueOf(spec.get("id"));
        Map<String, @Nullable Object> record = new LinkedHashMap<>(vector.inMap("record"));
        record.put("purpose", "create");
        Map<String, @Nullable Object> object = Patch.of(
                        Map.of("metadata", Map.of("name", "n", "namespace", "ns", "uid", "u", "resourceVersion", "1")))
                .mergedWith(vector.inMap("body"))
                .withAnnotation("kopf.zalando.org/" + id, Json.write(record))
                .asMap();
        Run run = new Run(vector, new Body(object), List.of(spec), lifecycle);
        Memory memory = run.cycle();
        if (vector.departs("R7")) {
            assertThat(run.handlers.calls)
                    .hasSize(1 + Json.list(does.get("subhandlers")).size());
            return;
        }
        List<?> calls = run.handlers.calls.stream()
                .filter(call -> !id.equals(call.get("id")))
                .toList();
        Same.assertSame(calls, vector.out("calls") == null ? List.of() : vector.out("calls"));
        Map<String, @Nullable Object> after = run.record(id);
        if (Boolean.TRUE.equals(vector.out("final"))) {
            assertThat(after).as("done and purged").isEmpty();
            return;
        }
        if (vector.departs("R5")) {
            assertThat(after.getOrDefault("retries", 0))
                    .as("waiting is no attempt")
                    .isEqualTo(record.getOrDefault("retries", 0));
        }
        Same.assertSame(after.getOrDefault("subrefs", List.of()), vector.out("subrefs"));
        assertDelay(run, memory, List.of(Objects.requireNonNull(vector.out("delay"))));
    }

    private static void assertDelay(Run run, @Nullable Memory memory, List<?> delays) {
        Double shortest = delays.stream()
                .map(delay -> ((Number) delay).doubleValue())
                .min(Double::compare)
                .orElse(null);
        if (memory == null || shortest == null) {
            assertThat(memory == null ? null : memory.wakeAt()).isNull();
        } else {
            Duration left = Duration.between(run.timers.instant(), memory.wakeAt());
            assertThat(left.toMillis()).isEqualTo(Math.round(shortest * 1000));
        }
    }

    private static Map<String, @Nullable Object> withoutEmpty(Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        patch.forEach((key, value) -> {
            Object kept = value instanceof Map<?, ?> ? withoutEmpty(Json.map(value)) : value;
            if (!(kept instanceof Map<?, ?> map && map.isEmpty())) {
                rest.put(key, kept);
            }
        });
        return rest;
    }

    /** One operator with the handlers of a case. */
    private static final class Run {

        final VectorHandlers handlers = new VectorHandlers();
        final FakeTimers timers = new FakeTimers();
        private final Case vector;
        private final Cycle cycle;
        private final KindHandlers kind;
        private final OneObjectApi api;

        Run(Case vector, Body body, @Nullable Object specs, Lifecycle lifecycle) {
            this.vector = vector;
            this.api = new OneObjectApi(body.fields(), timers);
            timers.pass(Duration.between(
                    timers.instant(),
                    OffsetDateTime.parse((String) vector.in("now")).toInstant()));
            List<Handler> declared = handlers.handlers(specs);
            this.kind = FilterSpecs.kind(declared);
            Map<String, @Nullable Object> settings = vector.inMap("settings");
            Persistence persistence = new Persistence(
                    settings.get("diffbase") == null
                            ? EssenceStorage.annotations()
                            : Specs.essenceStorage(Json.map(settings.get("diffbase"))),
                    ProgressSpecs.storage(Json.map(settings.get("progress"))),
                    Finalizers.DEFAULT,
                    List.of());
            Services services = new Services(
                    timers,
                    () -> 0,
                    () -> {
                        throw new IllegalStateException("no client here");
                    },
                    new BodyMapper(),
                    () -> false);
            this.cycle = new Cycle(
                    kind,
                    new Collaborators(
                            new HandlerExecutor(services),
                            new Patcher(api, persistence.finalizer()),
                            persistence,
                            timers,
                            () -> 0,
                            lifecycle,
                            Duration.ofDays(1),
                            new WaitingStates(Long.MAX_VALUE),
                            () -> false),
                    Runnable::run,
                    null,
                    (object, event) -> {});
        }

        @Nullable
        Memory cycle() {
            Object type = vector.in("type");
            WatchEvent event = new WatchEvent(
                    type == null ? WatchEvent.Type.LISTED : WatchEvent.Type.valueOf((String) type), api.body());
            Map<String, @Nullable Object> known = vector.inMap("memory");
            Memory memory = new Memory(
                    Boolean.TRUE.equals(known.get("noticedByListing")),
                    Boolean.TRUE.equals(known.get("fullyHandledOnce")),
                    null,
                    null,
                    null,
                    null,
                    0,
                    List.of(),
                    Basis.NONE);
            ObjectRef object = ObjectRef.of(kind.kind(), api.body());
            Patch spied = kind.events().isEmpty() ? Patch.EMPTY : cycle.spy(object, memory, event);
            return cycle.run(
                    new Cycle.Subject(new ServedKind(kind.kind(), false), object, 0),
                    memory,
                    WaitingState.of(event),
                    spied);
        }

        /** All that was sent, without the locks, the finalizers and what records have of ours alone. */
        Map<String, @Nullable Object> patch() {
            Patch sent = Patch.EMPTY;
            for (OneObjectApi.Sent each : api.sent) {
                sent = sent.mergedWith(Json.map(each.payload()));
            }
            Map<String, @Nullable Object> patch = Json.map(Json.mutableCopy(sent.asMap()));
            if (patch.get("metadata") instanceof Map<?, ?> metadata) {
                metadata.keySet().removeAll(Set.of("uid", "resourceVersion", "finalizers"));
            }
            Map<String, @Nullable Object> annotations =
                    Json.map(FieldPath.of("metadata", "annotations").resolve(patch));
            for (String key : List.copyOf(annotations.keySet())) {
                if (!key.endsWith("last-handled-configuration")) {
                    annotations.put(key, kopfs(annotations.get(key)));
                }
            }
            for (Object record : Json.map(
                            FieldPath.of("status", "kopf", "progress").resolve(patch))
                    .values()) {
                if (record instanceof Map<?, ?> fields) {
                    fields.keySet().removeAll(OURS);
                }
            }
            return withoutEmpty(patch);
        }

        private static @Nullable Object kopfs(@Nullable Object text) {
            if (!(text instanceof String record) || !record.startsWith("{")) {
                return text;
            }
            Map<String, @Nullable Object> fields = Json.map(Json.mutableCopy(Json.parse(record)));
            fields.keySet().removeAll(OURS);
            return Json.write(fields);
        }

        /** What is stored of handlers. */
        Map<String, @Nullable Object> records() {
            Map<String, @Nullable Object> records =
                    new LinkedHashMap<>(api.body().annotations());
            records.keySet()
                    .removeIf(key -> key.endsWith("last-handled-configuration") || key.endsWith("kopf-managed"));
            records.putAll(Json.map(
                    Json.map(Json.map(api.body().fields().get("status")).get("kopf"))
                            .get("progress")));
            return records;
        }

        Map<String, @Nullable Object> record(String id) {
            Object text = api.body().annotations().get("kopf.zalando.org/" + id);
            return text == null ? Map.of() : Json.map(Json.parse((String) text));
        }
    }
}
