package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.ChangingContext;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers of raw events see every event, and what they set is written (W-20, P-1). */
final class RawEventsTest {

    private final World world = new World();

    private void note(EventContext ctx) {
        world.calls.add(String.valueOf(ctx.event().type()));
    }

    @Test
    void W_20_every_event_is_seen() {
        world.on().event("onEvent", (widget, ctx) -> note(ctx));
        world.api.create("w", "{}");
        world.start();
        world.api.patch("w", "{\"spec\": {\"size\": 1}}");
        world.api.patch("w", "{\"spec\": {\"size\": 2}}");
        world.delete();

        assertThat(world.calls).containsExactly("LISTED", "MODIFIED", "MODIFIED", "DELETED");
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void W_20_a_deletion_that_comes_while_a_write_finds_the_object_gone_is_seen() {
        world.on().event("onEvent", (widget, ctx) -> note(ctx)).create("onCreate", (widget, ctx) -> {
            world.api.remove("w");
            world.settle();
            return 1;
        });
        world.start().create("{}");

        assertThat(world.calls).containsExactly("ADDED", "DELETED");
    }

    @Test
    void P_1_what_is_set_is_written_with_the_rest() {
        world.on()
                .event("onEvent", (widget, ctx) -> ctx.patch().setLabel("seen", "yes"))
                .create("onCreate", (widget, ctx) -> null);
        world.start().create("{}");

        assertThat(world.widget().labels()).containsEntry("seen", "yes");
        assertThat(world.api.takeWrites()).hasSizeLessThan(3);
    }

    @Test
    void P_1_what_is_set_is_not_lost_when_the_finalizer_cannot_be_added() {
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    if (world.calls.isEmpty()) {
                        note(ctx);
                        ctx.patch().setLabel("first", "yes");
                    }
                })
                .delete("onDelete", (widget, ctx) -> {});
        world.start();
        world.api.refuse(World.OBJECT, 500);
        world.create("{}");
        world.advance(Duration.ofSeconds(1));

        assertThat(world.widget().labels()).containsEntry("first", "yes");
        assertThat(world.widget().finalizers()).isNotEmpty();
    }

    @Test
    void P_1_what_is_set_while_a_write_is_owed_is_written_with_it() {
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    Object beat = widget.<Object>get("status", "beat");
                    if (beat != null) {
                        ctx.patch().setLabel("beat-" + beat, "yes");
                    }
                })
                .create("onCreate", (widget, ctx) -> 42);
        world.start();
        world.api.refuse(World.STATUS, 500);
        world.api.refuse(World.STATUS, 500);
        world.create("{}");
        world.patch("{\"status\": {\"beat\": 1}}");
        world.patch("{\"status\": {\"beat\": 2}}");
        world.advance(Duration.ofSeconds(1));
        world.advance(Duration.ofSeconds(2));

        assertThat(world.status("onCreate")).isEqualTo(42);
        assertThat(world.widget().labels()).containsKeys("beat-1", "beat-2");
    }

    @Test
    void R3_what_is_owed_is_not_forgotten_when_an_older_state_comes_late() {
        world.api.create("w", "{}");
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    if ("late".equals(widget.get("spec", "note"))) {
                        ctx.patch().setLabel("late", "yes");
                    }
                })
                .create("onCreate", (widget, ctx) -> {
                    world.api.patch("w", "{\"spec\": {\"note\": \"late\"}}");
                    world.api.patch("w", "{\"spec\": {\"note\": \"later\"}}");
                    world.api.refuse(World.OBJECT, 500);
                    return 42;
                });
        world.start();
        world.advance(Duration.ofSeconds(1));
        world.advance(Duration.ofSeconds(2));

        assertThat(world.essence()).isNotEmpty();
        assertThat(world.widget().labels()).containsEntry("late", "yes");
    }

    @Test
    void X_10_a_handler_of_raw_events_that_fails_is_not_called_again() {
        world.on().event("onEvent", (widget, ctx) -> {
            note(ctx);
            throw new IllegalStateException("boom");
        });
        world.start().create("{}");
        world.advance(Duration.ofHours(1));

        assertThat(world.calls).containsExactly("ADDED");
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void P_1_what_is_set_for_a_state_from_before_our_own_write_is_written() {
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    if ("late".equals(widget.get("spec", "note"))) {
                        ctx.patch().setLabel("late", "yes");
                    }
                })
                .create("onCreate", (widget, ctx) -> {
                    world.api.patch("w", "{\"spec\": {\"note\": \"late\"}}");
                    world.api.patch("w", "{\"spec\": {\"note\": null}}");
                    return world.note("c");
                });
        world.start().create("{}");

        assertThat(world.calls).containsExactly("c");
        assertThat(world.widget().labels()).containsEntry("late", "yes");
    }

    @Test
    void P3_what_is_there_already_on_a_state_from_before_our_own_write_makes_no_other_such_state_count() {
        WaitingStates room = new WaitingStates(100_000);
        world.on()
                .event("onEvent", (widget, ctx) -> ctx.patch().setLabel("seen", "yes"))
                .create("onCreate", (widget, ctx) -> {
                    world.api.patch("w", "{\"status\": {\"beat\": 1}}");
                    world.api.patch("w", "{\"status\": {\"beat\": 2}}");
                    return world.note("c");
                });
        world.waiting(room).start();
        world.api.create("w", "{}", Map.of("labels", Map.of("seen", "yes")));
        world.settle();

        assertThat(world.calls).containsExactly("c");
        assertThat(world.api.takeWrites()).hasSize(1);
        assertThat(room.taken()).as("nor is it remembered").isZero();
    }

    @Test
    void X_40_a_handler_of_raw_events_that_has_got_at_sub_handlers_is_told_why_there_are_none() {
        world.on().event("onEvent", (widget, ctx) -> {
            ChangingContext other = (ChangingContext) ctx;
            try {
                other.subHandler(HandlerOptions.of("sub"), sub -> world.calls.add("sub"));
                other.runSubHandlers();
            } catch (IllegalStateException e) {
                world.note(String.valueOf(e.getMessage()));
            }
        });
        world.start().create("{}");

        assertThat(world.calls)
                .containsExactly("Handlers of events have no sub-handlers, as nothing is remembered of them.");
    }

    @Test
    void R3_what_is_set_on_an_object_that_others_keep_is_written_after_a_failure() {
        world.api.create("w", "{}", Map.of("finalizers", List.of("other/one")));
        world.api.delete("w");
        world.on().event("onEvent", (widget, ctx) -> {
            if (world.calls.isEmpty()) {
                note(ctx);
                ctx.patch().setLabel("seen", "yes");
            }
        });
        world.api.refuse(World.OBJECT, 500);
        world.start();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.widget().labels()).containsEntry("seen", "yes");
    }

    @Test
    void P_1_what_is_set_while_a_release_is_owed_is_written_though_the_object_is_not_released_then() {
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    if (widget.<Object>get("status", "beat") != null) {
                        ctx.patch().setLabel("beat", "yes");
                    }
                })
                .delete(HandlerOptions.of("onDelete").withLabel("late", "yes"), (widget, ctx) -> {
                    throw new TemporaryException("wait", Duration.ofHours(1));
                })
                .delete("other", (widget, ctx) -> {});
        world.start().create("{}");
        world.api.refuse(World.OBJECT + " ", 500);
        world.delete();
        world.patch("{\"status\": {\"beat\": 1}}");
        world.patch("{\"status\": {\"beat\": null}, \"metadata\": {\"labels\": {\"late\": \"yes\"}}}");

        assertThat(world.api.exists("w")).isTrue();
        assertThat(world.widget().labels()).containsEntry("beat", "yes");
    }

    @Test
    void W_20_of_more_events_than_are_kept_the_newest_are_seen_and_the_log_says_so_once_and_how_many_are_not() {
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    Object beat = widget.<Object>get("status", "beat");
                    if (beat != null) {
                        world.note("" + beat);
                    }
                })
                .create("onCreate", (widget, ctx) -> {
                    for (int i = 1; i <= 150; i++) {
                        world.api.patch("w", "{\"status\": {\"beat\": " + i + "}}");
                    }
                    world.settle();
                    return null;
                });
        try (CapturedLog log = new CapturedLog("kopf.reactor")) {
            world.start().create("{}");

            assertThat(log.messages())
                    .containsExactly(
                            "Widget default/w changes faster than its handlers are done: event handlers are shown"
                                    + " the newest 100 events only.",
                            "Event handlers were not shown 50 events of Widget default/w, as its handlers were at work.");
        }
        assertThat(world.calls).startsWith("51", "52").contains("150");
    }
}
