package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that was wrong once, and records with times that no clock has written, block nothing (P2, R14). */
final class ClockTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final World world = new World();

    @BeforeEach
    void register() {
        world.on()
                .create("made", (widget, ctx) -> {
                    world.note("made " + ctx.retry());
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("wait", WAIT);
                    }
                    return null;
                })
                .delete("gone", (widget, ctx) -> {
                    world.note("gone " + ctx.retry());
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("wait", WAIT);
                    }
                });
    }

    @Test
    void P2_a_clock_that_goes_back_by_years_makes_a_handler_wait_no_longer_than_it_was_to() {
        world.timers.jump(TEN_YEARS);
        world.start().create("{}");
        world.timers.jump(TEN_YEARS.negated());
        world.advance(WAIT.multipliedBy(2));

        assertThat(world.calls).containsExactly("made 0", "made 1");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void P2_a_record_of_a_clock_that_was_ahead_is_waited_for_no_longer_after_a_restart() {
        world.timers.jump(TEN_YEARS);
        world.start().create("{}");
        world.crash();
        world.timers.jump(TEN_YEARS.negated());
        world.start();
        world.advance(WAIT.minusMillis(1));
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofMillis(1));

        assertThat(world.calls).containsExactly("made 1");
    }

    @Test
    void P2_a_clock_that_was_ahead_only_when_an_attempt_failed_is_not_waited_for() {
        World twice = failingTwice();
        twice.start().create("{}");
        twice.timers.jump(TEN_YEARS);
        twice.advance(WAIT);
        assertThat(twice.calls).containsExactly("made 0", "made 1");
        twice.timers.jump(TEN_YEARS.negated());
        twice.advance(WAIT.minusMillis(1));
        assertThat(twice.calls).hasSize(2);
        twice.advance(WAIT.plusMillis(1));

        assertThat(twice.calls).containsExactly("made 0", "made 1", "made 2");
        assertThat(twice.essence()).isNotEmpty();
    }

    @Test
    void P2_a_clock_that_was_ahead_only_when_an_attempt_failed_is_not_waited_for_after_a_restart() {
        World twice = failingTwice();
        twice.start().create("{}");
        twice.timers.jump(TEN_YEARS);
        twice.advance(WAIT);
        twice.crash();
        twice.timers.jump(TEN_YEARS.negated().minus(Duration.ofDays(1))); // the day of the crash, too
        twice.start();
        twice.advance(WAIT.minusMillis(1));
        assertThat(twice.calls).isEmpty();
        twice.advance(Duration.ofMillis(1));

        assertThat(twice.calls).containsExactly("made 2");
    }

    @Test
    void P2_a_parent_that_waited_by_a_clock_that_was_ahead_is_called_when_its_sub_handlers_are_due() {
        World parent = new World();
        parent.on().create("made", (widget, ctx) -> {
            if (parent.calls.isEmpty()) {
                parent.note("made " + ctx.retry());
                throw new TemporaryException("wait", WAIT);
            }
            ctx.subHandlers(List.of("a"), item -> item, (item, sub) -> {
                parent.note("a " + sub.retry());
                if (parent.calls.size() < 3) {
                    throw new TemporaryException("wait", WAIT);
                }
            });
            return null;
        });
        parent.start().create("{}");
        parent.timers.jump(TEN_YEARS);
        parent.advance(WAIT);
        assertThat(parent.calls).containsExactly("made 0", "a 0");
        parent.timers.jump(TEN_YEARS.negated());
        parent.advance(WAIT.multipliedBy(2)); // the parent is called
        parent.advance(WAIT); // and finds that its sub-handler waits

        assertThat(parent.calls).containsExactly("made 0", "a 0", "a 1");
        assertThat(parent.records()).isEmpty();
    }

    private static World failingTwice() {
        World twice = new World();
        twice.on().create("made", (widget, ctx) -> {
            twice.note("made " + ctx.retry());
            if (ctx.retry() < 2) {
                throw new TemporaryException("wait", WAIT);
            }
            return null;
        });
        return twice;
    }

    @Test
    void R11_a_clock_that_was_ahead_does_not_block_a_deletion() {
        world.start().create("{}");
        world.advance(WAIT);
        world.timers.jump(TEN_YEARS);
        world.delete();
        world.timers.jump(TEN_YEARS.negated());
        world.advance(WAIT.multipliedBy(2));

        assertThat(world.calls).endsWith("gone 0", "gone 1");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R14_a_record_with_a_time_that_nothing_can_wait_for_is_handled_and_deleted() {
        String far = "+999999999-12-31T23:59:59Z";
        for (String times : new String[] {
            "'started':'2025-12-31T23:00:00Z','delayed':'" + far + "'",
            "'started':'" + far + "','delayed':'" + far + "','waited':'" + far + "'",
            "'started':'" + far + "','delayed':'-999999999-01-01T00:00:00Z'",
            "'started':'-999999999-01-01T00:00:00Z','delayed':'2025-12-31T23:00:00Z'",
            "'started':'2025-12-31T23:00:00Z','waited':'" + far + "'",
            "'started':'2025-12-31T23:00:00Z','delayed':'" + far + "','paused':'" + far + "'",
            "'started':'2025-12-31T23:00:00Z','delayed':'" + far + "','paused':'-999999999-01-01T00:00:00Z'",
        }) {
            World hostile = new World();
            hostile.on().create("made", (widget, ctx) -> hostile.note("made"));
            hostile.start();
            String record = ("{" + times + ",'purpose':'create','retries':1,'success':false,'failure':false}")
                    .replace('\'', '"');
            hostile.api.create("w", "{}", Map.of("annotations", Map.of("kopf.zalando.org/made", record)));
            hostile.settle();
            hostile.advance(Duration.ofSeconds(1));

            assertThat(hostile.calls).as(times).containsExactly("made");
            assertThat(hostile.essence()).as(times).isNotEmpty();
            assertThat(hostile.records()).as(times).isEmpty();
        }
    }

    @Test
    void a_wait_of_days_that_an_author_asked_for_is_kept_over_a_restart() {
        World patient = new World();
        patient.on().create("made", (widget, ctx) -> {
            patient.note("made " + ctx.retry());
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofDays(30));
            }
            return null;
        });
        patient.start().create("{}");
        patient.crash(); // a day
        patient.start();
        patient.advance(Duration.ofDays(29).minusMillis(1));
        assertThat(patient.calls).isEmpty();
        patient.advance(Duration.ofMillis(1));

        assertThat(patient.calls).containsExactly("made 1");
    }

    @Test
    void R3_a_pause_of_writes_is_no_longer_than_it_was_where_the_clock_goes_back() {
        World failing = new World();
        failing.on().create("made", (widget, ctx) -> failing.note("made"));
        failing.start();
        failing.api.refuse(World.OBJECT, 500);
        failing.create("{}");
        failing.timers.jump(Duration.ofHours(-6));
        failing.redeliver();
        failing.advance(Duration.ofMinutes(1));

        assertThat(failing.calls).containsExactly("made");
        assertThat(failing.essence()).isNotEmpty();
    }
}
