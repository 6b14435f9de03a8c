package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.cause.FinalizerRules;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.handler.FilterSpecs;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.internal.background.KindBackground;
import dev.kopf.runtime.internal.background.Surroundings;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
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

/** Finalizers come and go, and handlers are called, as Kopf's (C-20…C-30), but for what R7, R11 and R18 want. */
final class DeciderVectorsTest {

    private static final ObjectRef OBJECT =
            new ObjectRef(ResourceKind.namespaced("example.com", "v1", "Example", "examples"), "ns", "n", "u");

    @TestFactory
    Stream<DynamicTest> finalizer() {
        return Vectors.tests("cause.json", Map.of("finalizer", this::checkFinalizer), "reason");
    }

    private void checkFinalizer(Case vector) {
        List<Map<String, @Nullable Object>> specs =
                Json.list(vector.in("handlers")).stream().map(Json::map).toList();
        Pass pass = new Pass(vector, specs);
        pass.run();
        List<Object> expected = Json.list(vector.out("called")).stream()
                .map(String::valueOf)
                .filter(id -> !pass.creates || !pass.isOfField(id)) // R18
                .map(Object.class::cast)
                .toList();
        assertThat(pass.spawned()).isEqualTo(pass.expectedToSpawn(vector));
        if (vector.departs("R11") && pass.hasTimers()) {
            assertThat(pass.finalizer).as("timers need no finalizer (R11)").isEqualTo(pass.isOurs() ? "remove" : null);
            assertThat(pass.called.isEmpty())
                    .as("optional handlers are called where others keep the object (R11)")
                    .isEqualTo(!pass.event.body().isDeleting() || pass.isOurs());
        } else if (vector.departs("R11")) {
            assertThat(pass.called)
                    .as("optional handlers are called, failed ones keep the object (R11)")
                    .isNotEmpty();
            assertThat(pass.finalizer).isNull();
        } else if (vector.departs("R7")) {
            assertThat(pass.called).as("all in one pass (R7)").startsWith(expected.toArray(String[]::new));
            assertThat(pass.called).hasSizeGreaterThan(expected.size());
        } else {
            assertThat(pass.called).isEqualTo(expected);
            assertThat(pass.finalizer).isEqualTo(vector.out("finalizer"));
        }
    }

    /** Whom nobody calls back. */
    private static final class Nobody implements Surroundings.Objects {
        @Override
        public void wake(ObjectRef object) {}

        @Override
        public void write(ObjectRef object, Patch patch, Runnable done) {
            done.run();
        }
    }

    /** One pass over an object, as far as it is decided before handlers are called, and what their failures come to. */
    private static final class Pass {
        private final FakeTimers timers = new FakeTimers();
        private final List<Map<String, @Nullable Object>> specs;
        private final KindHandlers handlers;
        private final WatchEvent event;
        private final String finalizerName;
        private final List<String> called = new ArrayList<>();
        private @Nullable String finalizer;
        private boolean creates;
        private final KindBackground background;

        Pass(Case vector, List<Map<String, @Nullable Object>> specs) {
            this.specs = specs;
            this.handlers = FilterSpecs.kind(
                    specs.stream().map(FilterSpecs.usual()::handler).toList());
            this.event = new WatchEvent(type(vector.in("type")), vector.body());
            this.finalizerName = String.valueOf(vector.inMap("settings").getOrDefault("finalizer", Finalizers.DEFAULT));
            this.background = background();
            if (!Json.list(vector.inMap("memory").get("stoppedForever")).isEmpty()) {
                letDaemonsEnd();
            }
        }

        private KindBackground background() {
            Services services = new Services(
                    timers,
                    () -> 0,
                    () -> {
                        throw new IllegalStateException("no client here");
                    },
                    new BodyMapper(),
                    () -> false);
            return new KindBackground(
                    handlers,
                    new Surroundings(
                            new HandlerExecutor(services),
                            Persistence.annotations().withFinalizer(finalizerName),
                            timers,
                            new Surroundings.Threads(Runnable::run, Runnable::run),
                            new Nobody()));
        }

        /** They return at once, before what the case is about. */
        private void letDaemonsEnd() {
            Map<String, @Nullable Object> metadata =
                    new LinkedHashMap<>(event.body().metadata());
            metadata.remove("deletionTimestamp");
            Map<String, @Nullable Object> fields =
                    new LinkedHashMap<>(event.body().fields());
            fields.put("metadata", metadata);
            WatchEvent before = new WatchEvent(WatchEvent.Type.MODIFIED, new Body(fields));
            boolean unused = background.look("k", OBJECT, before, cause(before));
            timers.advance(Duration.ZERO);
        }

        /** The daemons and timers that are there after the pass. */
        List<String> spawned() {
            return background.present("k").stream().map(Object::toString).toList();
        }

        /** What Kopf begins, but for objects that are gone, and for daemons whose finalizer is not stored yet (R6). */
        List<String> expectedToSpawn(Case vector) {
            return Json.list(vector.out("spawned")).stream()
                    .map(String::valueOf)
                    .filter(id -> event.type() != WatchEvent.Type.DELETED)
                    .filter(id -> hasTimers() || isOurs())
                    .toList();
        }

        boolean hasTimers() {
            return specs.stream().anyMatch(spec -> "timer".equals(spec.get("kind")));
        }

        /** Whether our finalizer is on an object that is there. */
        boolean isOurs() {
            return event.type() != WatchEvent.Type.DELETED && Finalizers.has(event.body(), finalizerName);
        }

        private Cause cause(WatchEvent seen) {
            EssenceStorage storage = EssenceStorage.annotations();
            Essence essence = storage.build(seen.body(), handlers.extraFields());
            boolean initial = seen.type() == WatchEvent.Type.LISTED;
            return new CauseDetector(finalizerName).detect(seen, storage.fetch(seen.body()), essence, initial);
        }

        private static WatchEvent.Type type(@Nullable Object name) {
            return name == null
                    ? WatchEvent.Type.LISTED
                    : switch ((String) name) {
                        case "ADDED" -> WatchEvent.Type.ADDED;
                        case "DELETED" -> WatchEvent.Type.DELETED;
                        default -> WatchEvent.Type.MODIFIED;
                    };
        }

        void run() {
            Body body = event.body();
            Cause cause = cause(event);
            creates = cause.reason() == Reason.CREATE;
            handlers.indexing().stream()
                    .filter(handler ->
                            event.type() != WatchEvent.Type.DELETED && handler.ifMatching(body, cause) != null)
                    .forEach(handler -> called.add(handler.id().value()));
            handlers.events(body, cause)
                    .forEach(handler -> called.add(handler.id().value()));
            boolean attended = event.type() != WatchEvent.Type.DELETED && background.look("k", OBJECT, event, cause);
            Decision decision = new Decider(handlers, finalizerName).decide(event, cause, nothingStored(), attended);
            if (decision instanceof Decision.AddFinalizer) {
                finalizer = "add";
            } else if (decision instanceof Decision.RemoveFinalizer) {
                finalizer = "remove";
            } else if (decision instanceof Decision.Handle handle) {
                handle.handlers().forEach(selected -> called.add(selected.id().value()));
                if (FinalizerRules.releases(event, finalizerName, isKept())) {
                    finalizer = "remove";
                }
            }
        }

        private boolean isOfField(String id) {
            return specs.stream()
                    .anyMatch(spec -> "field".equals(spec.get("kind")) && id.startsWith(spec.get("id") + "/"));
        }

        private Progress nothingStored() {
            return Progress.load(Persistence.annotations().progress(), event.body(), List.of(), Instant.EPOCH);
        }

        /** Whether one of those that were called fails, and so keeps the object (R11). */
        private boolean isKept() {
            return specs.stream()
                    .filter(spec -> called.contains(String.valueOf(spec.get("id"))))
                    .anyMatch(spec -> Json.map(Objects.requireNonNullElse(spec.get("does"), Map.of()))
                            .containsKey("raise"));
        }
    }
}
