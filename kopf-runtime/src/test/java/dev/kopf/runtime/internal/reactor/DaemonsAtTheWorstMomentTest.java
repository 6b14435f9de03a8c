package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Daemons and timers that end, fail and write just when it suits least: nothing of theirs is lost, and no object stays for them (P1, R6). */
final class DaemonsAtTheWorstMomentTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** What daemons have to do, in the thread of the test and when it likes. */
    private final Deque<Runnable> daemons = new ArrayDeque<>();

    private final World world = new World().withDaemonsIn(daemons::add);

    private void runDaemons() {
        while (!daemons.isEmpty()) {
            daemons.remove().run();
        }
    }

    private void label(String value) {
        world.patch("{\"metadata\": {\"labels\": {\"on\": \"" + value + "\"}}}");
    }

    @Test
    void P1_the_result_of_a_daemon_that_ends_while_its_object_is_looked_at_is_stored() {
        world.on().daemon("watch", (widget, ctx) -> "result").event("seen", (widget, ctx) -> runDaemons());
        world.start().create("{}");
        world.advance(Duration.ZERO);
        assertThat(daemons).hasSize(1);

        label("yes");
        world.advance(HOUR);

        assertThat(world.status("watch")).isEqualTo("result");
        assertThat(world.widget().finalizers()).isEmpty();
    }

    @Test
    void
            P1_what_a_daemon_has_set_is_stored_though_the_state_of_its_object_has_to_be_asked_for_and_is_refused_at_first() {
        world.on().daemon("watch", (widget, ctx) -> "result").event("seen", (widget, ctx) -> runDaemons());
        world.start().create("{}");
        world.advance(Duration.ZERO);
        world.api.refuse(World.LOOK, 500);

        label("yes");
        world.advance(HOUR);

        assertThat(world.status("watch")).isEqualTo("result");
    }

    @Test
    void R6_nothing_begins_for_an_object_that_goes_while_the_operator_ends_to_pause() {
        world.on().daemon("watch", (widget, ctx) -> world.note("watch")).event("seen", (widget, ctx) -> {
            if (ctx.event().type() == WatchEvent.Type.DELETED) {
                world.pauseBackground();
                world.resumeBackground();
            }
        });
        world.start().create("{}");
        world.api.remove("w");
        world.settle();
        world.api.requests.clear();
        world.advance(HOUR);
        runDaemons();
        world.advance(HOUR);

        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void R6_an_object_goes_though_its_daemon_ends_with_what_cannot_be_shown() {
        world.on().daemon("watch", (widget, ctx) -> {
            world.delete();
            assertThat(ctx.stopped().isSet()).isTrue();
            throw new Mute();
        });
        world.start().create("{}");
        world.advance(Duration.ZERO);
        runDaemons();
        world.advance(HOUR);

        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R15_a_timer_that_fails_with_what_cannot_be_shown_is_called_again() {
        world.on().timer("tick", Duration.ofMinutes(1), (widget, ctx) -> {
            world.note("tick");
            throw new Mute();
        });
        world.start().create("{}");
        world.advance(HOUR);

        assertThat(world.calls).hasSizeGreaterThan(2);
    }

    @Test
    void P1_a_timer_goes_on_though_there_was_no_memory_for_its_alarm_when_its_result_was_written() {
        Deque<Runnable> work = new ArrayDeque<>();
        world.workingIn(work::add).on().timer("tick", Duration.ofMinutes(1), (widget, ctx) -> {
            world.note("tick");
            return Map.of("count", world.calls.size());
        });
        world.start().create("{}");
        world.timers.failOnce(Duration.ofMinutes(1));
        for (int i = 0; i < 600; i++) {
            world.advance(Duration.ofSeconds(1));
            while (!work.isEmpty()) {
                work.remove().run();
                world.settle();
            }
        }

        assertThat(world.calls).hasSize(10);
        assertThat(world.status("tick")).isEqualTo(Map.of("count", 10));
    }

    @Test
    void B_13_a_clock_that_goes_back_does_not_keep_an_object_for_its_deaf_daemon() {
        HandlerOptions options = HandlerOptions.of("deaf").withCancellationTimeout(Duration.ofMinutes(1));
        world.on().daemon(options, (widget, ctx) -> {
            world.delete();
            world.timers.jump(Duration.ofDays(-1));
            world.advance(Duration.ofMinutes(5));
            return world.note(world.api.exists("w") ? "kept" : "gone");
        });
        world.start().create("{}");
        world.advance(Duration.ZERO);
        runDaemons();

        assertThat(world.calls).containsExactly("gone");
    }

    @Test
    void B_10_a_clock_that_goes_back_does_not_hold_up_a_timer_that_waits_for_its_object_to_be_idle() {
        HandlerOptions options = HandlerOptions.of("quiet").withIdle(Duration.ofMinutes(10));
        world.on().timer(options, (widget, ctx) -> world.note("quiet"));
        world.start().create("{}");
        world.timers.jump(Duration.ofDays(-1));
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("quiet");
    }

    @Test
    void B_5_a_retry_of_a_daemon_is_not_held_up_by_a_clock_that_goes_back() {
        world.on().daemon("watch", (widget, ctx) -> {
            world.note("tried");
            throw new TemporaryException("not yet", Duration.ofMinutes(1));
        });
        world.start().create("{}");
        world.advance(Duration.ZERO);
        runDaemons();
        world.timers.jump(Duration.ofDays(-1));
        world.advance(Duration.ofMinutes(2));
        runDaemons();

        assertThat(world.calls).hasSize(2);
    }
}
