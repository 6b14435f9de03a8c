package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Timers of objects, from the watch to the write (B-1, B-7…B-10, R6, R11). */
final class TimersOfObjectsTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final String LABEL = "{\"metadata\": {\"labels\": {\"on\": \"%s\"}}}";

    private final World world = new World();

    @Test
    void B_7_a_timer_is_called_at_once_and_then_after_each_interval() {
        world.on().timer("tick", TEN, (widget, ctx) -> world.note("tick"));
        world.start().create("{}");
        world.advance(Duration.ofSeconds(35));

        assertThat(world.calls).hasSize(4);
    }

    @Test
    void R11_a_timer_needs_no_finalizer_and_costs_no_write() {
        world.on().timer("tick", TEN, (widget, ctx) -> world.note("tick"));
        world.start().create("{}");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.widget().finalizers()).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void B_5_what_a_timer_returns_and_sets_is_one_write_after_each_call_that_changes_something() {
        world.on().timer("tick", TEN, (widget, ctx) -> {
            ctx.patch().setStatus("phase", "Checked");
            return Map.of("attempts", world.calls.size());
        });
        world.start().create("{}");
        world.advance(Duration.ofSeconds(25));

        assertThat(world.status("tick")).isEqualTo(Map.of("attempts", 0));
        assertThat(world.status("phase")).isEqualTo("Checked");
        assertThat(world.api.takeWrites())
                .as("P4: the same again is not written")
                .hasSize(1);
    }

    @Test
    void P3_a_timer_sees_what_it_has_written() {
        world.on().timer("tick", TEN, (widget, ctx) -> {
            Object before = widget.get("status", "count");
            world.note(String.valueOf(before));
            ctx.patch().setStatus("count", before == null ? 1 : ((Number) before).intValue() + 1);
            return null;
        });
        world.start().create("{}");
        for (int i = 0; i < 3; i++) {
            world.timers.advance(i == 0 ? Duration.ZERO : TEN); // and no event comes
        }

        assertThat(world.calls).containsExactly("null", "1", "2");
    }

    @Test
    void R3_what_a_timer_has_set_is_written_when_the_server_takes_it_again() {
        world.on().timer("tick", Duration.ofHours(1), (widget, ctx) -> "done");
        world.start().create("{}");
        world.api.refuse(World.STATUS, 500);
        world.advance(Duration.ofMinutes(1));

        assertThat(world.status("tick")).isEqualTo("done");
    }

    @Test
    void B_8_a_timer_ends_when_its_filters_do_not_match_any_more_and_begins_anew_when_they_do() {
        world.on()
                .timer(
                        HandlerOptions.of("tick").withInterval(TEN).withLabel("on", "yes"),
                        (widget, ctx) -> world.note("tick"));
        world.start().create("{}");
        world.advance(Duration.ofMinutes(1));
        assertThat(world.calls).isEmpty();

        world.patch(LABEL.formatted("yes"));
        world.advance(Duration.ofSeconds(5));
        assertThat(world.calls).hasSize(1);

        world.patch(LABEL.formatted("no"));
        world.advance(Duration.ofMinutes(1));
        assertThat(world.calls).hasSize(1);

        world.patch(LABEL.formatted("yes"));
        world.advance(Duration.ZERO);
        assertThat(world.calls).hasSize(2);
    }

    @Test
    void R6_a_timer_ends_with_its_object_whichever_way_it_went() {
        world.on().timer("tick", TEN, (widget, ctx) -> world.note("tick"));
        world.start().create("{}");
        world.advance(Duration.ZERO);
        world.api.remove("w"); // and the event has no time of a deletion
        world.settle();
        int before = world.calls.size();
        world.advance(Duration.ofHours(1));

        assertThat(world.calls).hasSize(before);
        assertThat(world.timers.waiting()).as("R4, P6: nothing is left of it").isEqualTo(idleTimers());
    }

    /** How many timers an operator has that knows no object. */
    private static int idleTimers() {
        World empty = new World();
        empty.on().timer("tick", TEN, (widget, ctx) -> null);
        empty.start();
        return empty.timers.waiting();
    }

    @Test
    void B_10_a_change_of_the_status_is_no_change_to_an_idle_timer_also_without_handlers_of_changes() {
        world.on().timer(HandlerOptions.of("tick").withIdle(TEN), (widget, ctx) -> world.note("tick"));
        world.start().create("{}");
        world.advance(Duration.ofSeconds(8));
        world.patch("{\"status\": {\"phase\": \"Busy\"}}");
        world.advance(Duration.ofSeconds(3));
        assertThat(world.calls).containsExactly("tick");

        world.patch("{\"spec\": {\"size\": \"2Gi\"}}");
        world.advance(Duration.ofSeconds(9));
        assertThat(world.calls).hasSize(1);
        world.advance(Duration.ofSeconds(2));
        assertThat(world.calls).hasSize(2);
    }

    @Test
    void B_9_a_timer_without_interval_and_idle_time_is_called_once() {
        world.on().timer(HandlerOptions.of("once"), (widget, ctx) -> world.note("once"));
        world.start().create("{}");
        world.advance(Duration.ofMinutes(1));
        world.patch("{\"spec\": {\"size\": \"2Gi\"}}");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsExactly("once");
    }

    @Test
    void B_6_the_next_operator_begins_anew() {
        world.on().timer(HandlerOptions.of("tick").withBackoff(TEN), (widget, ctx) -> {
            world.calls.add("attempt " + ctx.retry());
            throw new TemporaryException("not yet", TEN);
        });
        world.start().create("{}");
        world.advance(Duration.ofSeconds(15));
        assertThat(world.calls).containsExactly("attempt 0", "attempt 1");

        world.crash();
        world.start();
        world.advance(Duration.ZERO);
        assertThat(world.calls).containsExactly("attempt 0");
    }

    @Test
    void P1_changes_are_handled_beside_timers_and_what_both_set_is_kept() {
        world.on()
                .timer("tick", TEN, (widget, ctx) -> "ticked")
                .create("onCreate", (widget, ctx) -> "created")
                .update("onUpdate", (widget, diff, ctx) -> "updated");
        world.start().create("{}");
        world.advance(Duration.ofSeconds(1));
        world.patch("{\"spec\": {\"size\": \"2Gi\"}}");
        world.advance(Duration.ofMinutes(1));

        assertThat(List.of(
                        String.valueOf(world.status("onCreate")),
                        String.valueOf(world.status("onUpdate")),
                        String.valueOf(world.status("tick"))))
                .containsExactly("created", "updated", "ticked");
    }
}
