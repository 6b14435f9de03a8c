package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers that take long and are due again at once do not keep others of the object from their turn (P1). */
final class TurnsTest {

    private static final int ENOUGH = 30;

    private final World world = new World();

    /** Takes its time and fails, until others have had every chance. */
    private void slow(String id, Duration time, Duration delay) {
        world.on().create(id, (widget, ctx) -> fail(id, time, delay));
    }

    private Object fail(String id, Duration time, Duration delay) {
        world.calls.add(id);
        world.timers.pass(time);
        if (world.calls.size() > ENOUGH) {
            return "done";
        }
        throw new TemporaryException("Not yet.", delay);
    }

    @Test
    void P1_a_slow_handler_that_is_retried_at_once_does_not_keep_the_next_one_from_its_first_call() {
        slow("first", Duration.ofMillis(1100), Duration.ZERO);
        world.on().create("second", (widget, ctx) -> world.note("second"));

        world.start().create("{}");

        assertThat(world.calls).startsWith("first", "second", "first").containsOnlyOnce("second");
    }

    @Test
    void P1_slow_handlers_that_are_due_again_before_all_had_their_turn_come_after_those_who_had_none() {
        for (String id : List.of("one", "two", "three")) {
            world.on()
                    .create(
                            HandlerOptions.of(id).withBackoff(Duration.ofSeconds(10)),
                            (widget, ctx) -> fail(id, Duration.ofSeconds(10), Duration.ofSeconds(10)));
        }
        world.on().create("last", (widget, ctx) -> world.note("last"));

        world.start().create("{}");

        assertThat(world.calls).startsWith("one", "two", "three", "last", "one", "two", "three", "one");
    }

    @Test
    void P1_sub_handlers_have_their_turns_too() {
        world.on().create("parent", (widget, ctx) -> {
            ctx.subHandlers(List.of("a", "b"), item -> item, (item, sub) -> {
                if (item.equals("a")) {
                    fail("a", Duration.ofMillis(1100), Duration.ZERO);
                } else {
                    world.note("b");
                }
            });
            return null;
        });

        world.start().create("{}");

        assertThat(world.calls).startsWith("a", "b", "a").containsOnlyOnce("b");
    }

    @Test
    void P1_a_lifecycle_that_chooses_one_is_shown_those_first_who_had_no_turn() {
        world.choosing(Lifecycle.oneByOne());
        slow("first", Duration.ZERO, Duration.ZERO);
        world.on().create("second", (widget, ctx) -> world.note("second"));

        world.start().create("{}");

        assertThat(world.calls).startsWith("first", "second", "first");
    }

    @Test
    void X_1_those_who_all_had_their_turn_are_called_in_order_of_registration_again() {
        for (String id : List.of("one", "two")) {
            world.on().create(id, (widget, ctx) -> {
                world.calls.add(id);
                if (ctx.retry() < 2) {
                    throw new TemporaryException("Not yet.", Duration.ofSeconds(10));
                }
                return null;
            });
        }

        world.start().create("{}");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsExactly("one", "two", "one", "two", "one", "two");
    }

    @Test
    void W_20_events_are_shown_between_the_passes_of_handlers_that_never_rest() {
        world.on().event("seen", (widget, ctx) -> {
            Object size = widget.get("spec", "size");
            if (Integer.valueOf(2).equals(size) && !world.calls.contains("seen 2")) {
                world.calls.add("seen 2");
            }
        });
        world.on().create("slow", (widget, ctx) -> {
            if (world.calls.size() == 2) {
                world.api.patch("w", "{\"spec\": {\"size\": 2}}");
            }
            return fail("slow", Duration.ofMillis(1100), Duration.ZERO);
        });
        world.on().create("other", (widget, ctx) -> fail("other", Duration.ofMillis(1100), Duration.ZERO));

        world.start().create("{\"size\": 1}");

        assertThat(world.calls.indexOf("seen 2")).isBetween(2, ENOUGH - 5);
    }
}
