package dev.kopf.runtime.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Causes and finalizers are Kopf's (C-2…C-4, C-20…C-30), but for what R7, R11 and R19 want. */
final class CauseVectorsTest {

    private static final Set<String> FILTERS = Set.of("labels", "annotations", "when", "value", "old", "new");

    @TestFactory
    Stream<DynamicTest> cause() {
        return Vectors.tests("cause.json", Map.of("reason", this::checkReason, "finalizer", this::checkFinalizer));
    }

    private void checkReason(Case vector) {
        String finalizer = (String) vector.in("finalizer");
        boolean initial = Boolean.TRUE.equals(vector.in("initial"));
        Cause cause = new CauseDetector(finalizer)
                .detect(event(vector), essence(vector.in("old")), essence(vector.in("new")), initial);
        if (vector.raises()) {
            return; // an odd object is no reason to raise (R14): it has got its cause
        }
        assertThat(vector.body().isDeleting()).isEqualTo(vector.out("deleted"));
        boolean same =
                cause.diff().items().stream().allMatch(item -> Specs.equalToPython(item.oldValue(), item.newValue()));
        if (same && !cause.diff().isEmpty() && Set.of("noop", "resume").contains(vector.out("reason"))) {
            assertThat(cause.reason()).as("a boolean is no number (R19)").isEqualTo(Reason.UPDATE);
            return;
        }
        assertThat(cause.reason().text()).isEqualTo(vector.out("reason"));
        assertThat(cause.initial()).isEqualTo(vector.out("initial"));
        assertThat(cause.reason().isHandled()).isEqualTo(vector.out("handlersCalled"));
    }

    private void checkFinalizer(Case vector) {
        List<Map<String, @Nullable Object>> handlers =
                Json.list(vector.in("handlers")).stream().map(Json::map).toList();
        handlers.forEach(CauseVectorsTest::requireBuilt);
        Pass pass = Pass.of(vector, handlers);
        List<Object> expected = List.copyOf(Json.list(vector.out("called")));
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
        if (handler.keySet().stream().anyMatch(FILTERS::contains)) {
            throw Vectors.notBuilt("filters");
        }
    }

    private static WatchEvent event(Case vector) {
        WatchEvent.Type type = vector.in("type") == null
                ? WatchEvent.Type.LISTED
                : switch ((String) vector.in("type")) {
                    case "ADDED" -> WatchEvent.Type.ADDED;
                    case "DELETED" -> WatchEvent.Type.DELETED;
                    default -> WatchEvent.Type.MODIFIED;
                };
        return new WatchEvent(type, vector.body());
    }

    private static @Nullable Essence essence(@Nullable Object value) {
        return value == null ? null : Essence.of(Json.map(value));
    }

    /** One pass over an object that was never handled, as far as causes and finalizers decide it. */
    private static final class Pass {
        private final WatchEvent event;
        private final String finalizerName;
        private final List<Map<String, @Nullable Object>> handlers;
        private final List<String> called = new ArrayList<>();
        private Diff diff = Diff.EMPTY;
        private @Nullable String finalizer;

        private Pass(WatchEvent event, String finalizerName, List<Map<String, @Nullable Object>> handlers) {
            this.event = event;
            this.finalizerName = finalizerName;
            this.handlers = handlers;
        }

        static Pass of(Case vector, List<Map<String, @Nullable Object>> handlers) {
            Object name = vector.inMap("settings").getOrDefault("finalizer", Finalizers.DEFAULT);
            Pass pass = new Pass(event(vector), (String) name, handlers);
            pass.call(Set.of("event"), false);
            boolean needed = handlers.stream().anyMatch(handler -> isKind(handler, "delete") && !isOptional(handler));
            FinalizerRules.Action action = FinalizerRules.decide(needed, pass.event, pass.finalizerName);
            if (action == FinalizerRules.Action.NONE) {
                pass.handle();
            } else {
                pass.finalizer = action.name().toLowerCase(Locale.ROOT);
            }
            return pass;
        }

        private void handle() {
            EssenceStorage storage = EssenceStorage.annotations();
            Essence essence = storage.build(
                    event.body(),
                    handlers.stream()
                            .filter(handler -> handler.containsKey("field"))
                            .map(handler -> Specs.field(handler.get("field")))
                            .toList());
            boolean initial = event.type() == WatchEvent.Type.LISTED;
            Cause cause = new CauseDetector(finalizerName).detect(event, storage.fetch(event.body()), essence, initial);
            diff = cause.diff();
            boolean waiting = switch (cause.reason()) {
                case CREATE -> call(Set.of("create", "field"), false);
                case UPDATE -> call(initial ? Set.of("update", "field", "resume") : Set.of("update", "field"), false);
                case RESUME -> call(Set.of("resume"), false);
                case DELETE -> call(Set.of("delete"), false);
                case FREE -> FinalizerRules.isHeldByOthers(event, finalizerName) && call(Set.of("delete"), true);
                default -> false;
            };
            if (FinalizerRules.releases(event, finalizerName, waiting)) {
                finalizer = "remove";
            }
        }

        /** Calls the handlers of some kinds, and says whether one of them keeps the object (R11). */
        private boolean call(Set<String> kinds, boolean onlyOptional) {
            boolean keeps = false;
            for (Map<String, @Nullable Object> handler : handlers) {
                if (kinds.contains(handler.get("kind"))
                        && isSelected(handler)
                        && (!onlyOptional || isOptional(handler))) {
                    called.add(id(handler));
                    keeps |= Json.map(handler.get("does")).containsKey("raise");
                }
            }
            return keeps;
        }

        private boolean isSelected(Map<String, @Nullable Object> handler) {
            Object field = handler.get("field");
            return field == null || !diff.reduce(Specs.field(field)).isEmpty();
        }

        private static String id(Map<String, @Nullable Object> handler) {
            Object field = handler.get("field");
            return handler.get("id") + (field == null ? "" : "/" + Specs.field(field));
        }

        private static boolean isKind(Map<String, @Nullable Object> handler, String kind) {
            return kind.equals(handler.get("kind"));
        }

        private static boolean isOptional(Map<String, @Nullable Object> handler) {
            return Boolean.TRUE.equals(handler.get("optional"));
        }
    }
}
