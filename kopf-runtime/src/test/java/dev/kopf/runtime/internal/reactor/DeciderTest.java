package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cycle does (C-1, C-22…C-29, R11): the handlers, whose finalizers are there, the deletion, the event. */
final class DeciderTest {

    @ParameterizedTest
    @CsvSource({
        "create,   none,   false, MODIFIED, Handle[onCreate]",
        "create,   ours,   false, MODIFIED, RemoveFinalizer",
        "create,   ours,   true,  MODIFIED, RemoveFinalizer",
        "create,   none,   true,  MODIFIED, Ignore",
        "create,   others, true,  MODIFIED, Ignore",
        "create,   ours,   false, DELETED,  Ignore",
        "delete,   none,   false, LISTED,   AddFinalizer",
        "delete,   others, false, ADDED,    AddFinalizer",
        "delete,   ours,   false, MODIFIED, Handle[]",
        "delete,   ours,   true,  MODIFIED, Handle[onDelete]",
        "delete,   none,   true,  MODIFIED, Ignore",
        "delete,   others, true,  MODIFIED, Ignore",
        "delete,   ours,   true,  DELETED,  Ignore",
        "optional, none,   false, MODIFIED, Handle[]",
        "optional, none,   true,  MODIFIED, Ignore",
        "optional, others, true,  MODIFIED, Handle[onDelete]",
        "optional, others, true,  DELETED,  Ignore"
    })
    void decides(String handler, String finalizers, boolean deleting, WatchEvent.Type type, String expected) {
        Decider decider = new Decider(
                Registry.of(List.of(handlers(handler))).kinds().iterator().next(), Finalizers.DEFAULT);
        WatchEvent event = new WatchEvent(type, body(finalizers, deleting));
        Essence essence = Essence.of(event.body(), List.of());

        Decision decision = decider.decide(
                event,
                new CauseDetector(Finalizers.DEFAULT).detect(event, null, essence, false),
                Progress.empty(),
                false);

        assertThat(text(decision)).isEqualTo(expected);
    }

    private static WidgetHandlers handlers(String what) {
        WidgetHandlers on = WidgetHandlers.on();
        return what.equals("create")
                ? on.create("onCreate", (widget, ctx) -> null)
                : on.delete(HandlerOptions.of("onDelete").withOptional(what.equals("optional")), (widget, ctx) -> {});
    }

    private static Body body(String finalizers, boolean deleting) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("name", "w");
        if (!finalizers.equals("none")) {
            metadata.put("finalizers", List.of(finalizers.equals("ours") ? Finalizers.DEFAULT : "other/one"));
        }
        if (deleting) {
            metadata.put("deletionTimestamp", "2026-01-01T00:00:00Z");
        }
        return new Body(Map.of("metadata", metadata));
    }

    private static String text(Decision decision) {
        return decision instanceof Decision.Handle handle
                ? "Handle"
                        + handle.handlers().stream()
                                .map(each -> each.id().value())
                                .toList()
                : decision.getClass().getSimpleName();
    }
}
