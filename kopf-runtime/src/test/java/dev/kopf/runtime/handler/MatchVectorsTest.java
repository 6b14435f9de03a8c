package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Handlers are declared, selected and pre-matched as Kopf's are (G-2…G-5, C-8, F-1…F-9, F-13), but for what R10, R11, R18 and R19 want. */
final class MatchVectorsTest {

    @TestFactory
    Stream<DynamicTest> match() {
        return Vectors.tests(
                "match.json",
                vector -> Json.list(vector.in("stoppedForever")).isEmpty(), // BackgroundVectorsTest is about the others
                Map.of(
                        "match", this::checkMatch,
                        "matchPlain", this::checkPlain,
                        "matchWebhook", this::skipWebhook,
                        "declare", this::checkDeclaration));
    }

    private void checkMatch(Case vector) {
        List<Map<String, @Nullable Object>> specs = specs(vector.in("handlers"));
        if (vector.departs("R10")) {
            assertRefused(specs);
            return;
        }
        if (vector.hasQuirk("bool=int")) {
            assertThat(Match.of(vector, true).selected()).isEqualTo(ids(vector.out("selected")));
            assertThat(Match.of(vector, false).selected())
                    .as("a boolean is no number (R19)")
                    .isNotEqualTo(ids(vector.out("selected")));
            return;
        }
        Match match = Match.of(vector, false);
        if (vector.raises()) {
            assertThat(match.selected())
                    .as("odd metadata is no reason to raise (R14)")
                    .isNotNull();
            return;
        }
        assertThat(match.cause.reason().text()).isEqualTo(vector.out("reason"));
        assertThat(match.handlers.concern(match.body, handler -> match.cause)).isEqualTo(vector.out("prematched"));
        assertThat(match.handlers.requireFinalizer(match.body, match.cause)).isEqualTo(vector.out("finalizer"));
        if (!match.cause.reason().isHandled()) {
            assertThat(match.selected()).as("nobody is called for it").isEmpty();
        } else if (areRepeated(specs)) {
            assertRefused(specs);
            assertThat(match.selectedFunctions()).isEqualTo(ids(vector.out("selected")));
        } else {
            assertThat(match.selected()).isEqualTo(expected(vector, specs, match.cause));
        }
    }

    /** What Kopf selects, without handlers of fields for objects that were never handled (R18). */
    private static List<String> expected(Case vector, List<Map<String, @Nullable Object>> specs, Cause cause) {
        List<String> kopfs = ids(vector.out("selected"));
        if (cause.oldEssence() != null) {
            return kopfs;
        }
        List<String> ofFields = specs.stream()
                .filter(spec -> "field".equals(spec.get("kind")))
                .map(FilterSpecs::id)
                .toList();
        return kopfs.stream().filter(id -> !ofFields.contains(id)).toList();
    }

    /** Whether a function is declared for several causes under one id (G-5), which two ids must be given here (R10). */
    private static boolean areRepeated(List<Map<String, @Nullable Object>> specs) {
        Set<String> ids = new HashSet<>();
        return !specs.stream().allMatch(spec -> ids.add(FilterSpecs.id(spec)));
    }

    private static void assertRefused(List<Map<String, @Nullable Object>> specs) {
        List<Handler> handlers =
                specs.stream().map(FilterSpecs.usual()::handler).toList();
        assertThatThrownBy(() -> Registry.requireUniqueIds(handlers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have the id");
    }

    private void checkPlain(Case vector) {
        List<Map<String, @Nullable Object>> specs = specs(vector.in("handlers"));
        FilterSpecs filters = vector.hasQuirk("absent marker") ? FilterSpecs.withMarkedAbsence() : FilterSpecs.usual();
        Essence essence = Essence.of(vector.body(), List.of());
        Cause cause = new CauseDetector(Finalizers.DEFAULT)
                .detect(event(vector.in("type"), vector.body()), null, essence, false);
        KindHandlers handlers =
                FilterSpecs.kind(specs.stream().map(filters::handler).toList());
        assertThat(handlers.events(vector.body(), cause))
                .extracting(handler -> handler.id().value())
                .isEqualTo(ids(vector.out("event")));
        assertThat(handlers.indexing())
                .filteredOn(handler -> handler.ifMatching(vector.body(), cause) != null)
                .extracting(handler -> handler.id().value())
                .isEqualTo(ids(vector.out("index")));
        List<Handler> background = handlers.background(vector.body(), cause);
        assertThat(background).extracting(handler -> handler.id().value()).isEqualTo(ids(vector.out("spawn")));
        assertThat(handlers.requireFinalizer(vector.body(), cause))
                .as("handlers of events need no finalizer")
                .isFalse();
        boolean expected = Boolean.TRUE.equals(vector.out("finalizer")) && !vector.departs("R11");
        assertThat(background.stream().anyMatch(Handler::requiresFinalizer))
                .as("daemons need it, and timers do not (R11)")
                .isEqualTo(expected);
    }

    private void skipWebhook(Case vector) {
        throw Vectors.notBuilt("webhooks");
    }

    private void checkDeclaration(Case vector) {
        Map<String, @Nullable Object> spec = vector.inMap("handler");
        switch (String.valueOf(spec.get("kind"))) {
            case "validate", "mutate" -> throw Vectors.notBuilt("webhooks");
            default -> {}
        }
        if (vector.raises()) {
            assertThatThrownBy(() -> FilterSpecs.usual().handler(spec)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Handler handler = FilterSpecs.usual().handler(spec);
        assertThat(handler.id()).isEqualTo(new HandlerId((String) vector.out("id")));
        assertThat(handler.field()).isEqualTo(Specs.field(vector.out("field")));
        Reason reason = handler.type().reason();
        assertThat(reason == null ? null : reason.name().toLowerCase(Locale.ROOT))
                .isEqualTo(vector.out("reason"));
        assertThat(handler.type() == HandlerType.RESUME).isEqualTo(Boolean.TRUE.equals(vector.out("initial")));
        assertThat(handler.options().deleted()).isEqualTo(Boolean.TRUE.equals(vector.out("deleted")));
        assertThat(handler.requiresFinalizer())
                .as("timers need none (R11)")
                .isEqualTo(Boolean.TRUE.equals(vector.out("requiresFinalizer")) && handler.type() != HandlerType.TIMER);
        assertThat(handler.type().isForChanges()).isEqualTo(Boolean.TRUE.equals(vector.out("needsChange")));
    }

    private static List<Map<String, @Nullable Object>> specs(@Nullable Object handlers) {
        return Json.list(handlers).stream().map(Json::map).toList();
    }

    private static List<String> ids(@Nullable Object list) {
        return Json.list(list).stream().map(FilterSpecs::id).toList();
    }

    private static WatchEvent event(@Nullable Object type, Body body) {
        return new WatchEvent(
                type == null ? WatchEvent.Type.LISTED : WatchEvent.Type.valueOf(String.valueOf(type)), body);
    }

    /** What one case selects. */
    private record Match(
            List<Map<String, @Nullable Object>> specs,
            List<Handler> all,
            KindHandlers handlers,
            Body body,
            Cause cause) {

        /** @param likePython whether booleans are numbers */
        static Match of(Case vector, boolean likePython) {
            Object in = likePython ? Specs.withoutBooleans(vector.in()) : vector.in();
            Map<String, @Nullable Object> cause = Json.map(Json.map(in).get("cause"));
            List<Map<String, @Nullable Object>> specs =
                    MatchVectorsTest.specs(Json.map(in).get("handlers"));
            FilterSpecs filters =
                    vector.hasQuirk("absent marker") ? FilterSpecs.withMarkedAbsence() : FilterSpecs.usual();
            List<Handler> all = specs.stream().map(filters::handler).toList();
            Body body = new Body(Json.map(cause.get("body")));
            boolean initial = Boolean.TRUE.equals(Json.map(vector.in("cause")).get("initial"));
            Cause detected = new CauseDetector(Finalizers.DEFAULT)
                    .detect(event(cause.get("type"), body), essence(cause.get("old")), newEssence(cause), initial);
            return new Match(specs, all, FilterSpecs.kind(all), body, detected);
        }

        private static Essence newEssence(Map<String, @Nullable Object> cause) {
            return Essence.of(Json.map(cause.get("new")));
        }

        private static @Nullable Essence essence(@Nullable Object value) {
            return value == null ? null : Essence.of(Json.map(value));
        }

        List<String> selected() {
            return handlers.select(body, handler -> cause).stream()
                    .map(selected -> selected.id().value())
                    .toList();
        }

        /** The functions behind the selected handlers, each once. */
        List<String> selectedFunctions() {
            List<Handler> selected = handlers.select(body, handler -> cause).stream()
                    .map(Selected::handler)
                    .toList();
            return IntStream.range(0, all.size())
                    .filter(i -> selected.contains(all.get(i)))
                    .mapToObj(i -> FilterSpecs.id(specs.get(i)))
                    .distinct()
                    .toList();
        }
    }
}
