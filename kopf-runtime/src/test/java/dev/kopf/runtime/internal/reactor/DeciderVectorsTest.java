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
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Finalizers come and go, and handlers are called, as Kopf's (C-20…C-30), but for what R7, R11 and R18 want. */
final class DeciderVectorsTest {

    @TestFactory
    Stream<DynamicTest> finalizer() {
        return Vectors.tests("cause.json", Map.of("finalizer", this::checkFinalizer), "reason");
    }

    private void checkFinalizer(Case vector) {
        List<Map<String, @Nullable Object>> specs =
                Json.list(vector.in("handlers")).stream().map(Json::map).toList();
        specs.forEach(DeciderVectorsTest::requireBuilt);
        Pass pass = new Pass(vector, specs);
        pass.run();
        List<Object> expected = Json.list(vector.out("called")).stream()
                .map(String::valueOf)
                .filter(id -> !pass.creates || !pass.isOfField(id)) // R18
                .map(Object.class::cast)
                .toList();
        if (vector.departs("R11")) {
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

    private static void requireBuilt(Map<String, @Nullable Object> handler) {
        String kind = (String) handler.get("kind");
        if (Set.of("daemon", "timer", "index").contains(kind)) {
            throw Vectors.notBuilt(kind.equals("index") ? "indexes" : kind + "s");
        }
    }

    /** One pass over an object, as far as it is decided before handlers are called, and what their failures come to. */
    private static final class Pass {
        private final List<Map<String, @Nullable Object>> specs;
        private final KindHandlers handlers;
        private final WatchEvent event;
        private final String finalizerName;
        private final List<String> called = new ArrayList<>();
        private @Nullable String finalizer;
        private boolean creates;

        Pass(Case vector, List<Map<String, @Nullable Object>> specs) {
            this.specs = specs;
            this.handlers = FilterSpecs.kind(
                    specs.stream().map(FilterSpecs.usual()::handler).toList());
            this.event = new WatchEvent(type(vector.in("type")), vector.body());
            this.finalizerName = String.valueOf(vector.inMap("settings").getOrDefault("finalizer", Finalizers.DEFAULT));
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
            EssenceStorage storage = EssenceStorage.annotations();
            Essence essence = storage.build(body, handlers.extraFields());
            boolean initial = event.type() == WatchEvent.Type.LISTED;
            Cause cause = new CauseDetector(finalizerName).detect(event, storage.fetch(body), essence, initial);
            creates = cause.reason() == Reason.CREATE;
            handlers.events(body, cause)
                    .forEach(handler -> called.add(handler.id().value()));
            Decision decision = new Decider(handlers, finalizerName).decide(event, cause, nothingStored());
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
