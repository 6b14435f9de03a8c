package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.Transport;
import java.net.ConnectException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of handlers that throw (X-4, X-10, X-11, R15, R16). */
final class RetriesTest {

    private static final HandlerOptions OPTIONS = HandlerOptions.of("h");

    private final World world = new World();
    private final List<Integer> attempts = new ArrayList<>();

    private interface Failure {
        void happen() throws Exception;
    }

    /** A create handler that fails so each time. */
    private void failing(HandlerOptions options, Failure failure) {
        world.on().create(options, (widget, ctx) -> {
            attempts.add(ctx.retry());
            failure.happen();
            return "done";
        });
        world.start().create("{}");
    }

    private static Failure thrown(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private boolean isHandled() {
        return !world.essence().isEmpty() && world.records().isEmpty();
    }

    @Test
    void X_10_a_permanent_error_ends_it_and_the_essence_advances() {
        failing(OPTIONS, thrown(new PermanentException("no")));
        world.advance(Duration.ofDays(1));

        assertThat(attempts).containsExactly(0);
        assertThat(isHandled()).isTrue();
        assertThat(world.status("h")).isNull();
    }

    @Test
    void X_10_a_temporary_error_is_retried_after_its_own_delay() {
        failing(OPTIONS, thrown(new TemporaryException("wait", Duration.ofSeconds(7))));
        assertThat(world.record("h")).containsEntry("message", "wait").containsEntry("retries", 1);
        world.advance(Duration.ofMillis(6_999));
        assertThat(attempts).containsExactly(0);
        world.advance(Duration.ofMillis(1));

        assertThat(attempts).containsExactly(0, 1);
        assertThat(world.essence()).isEmpty();
    }

    @Test
    void X_10_a_delay_of_zero_is_retried_at_once() {
        failing(OPTIONS, () -> {
            if (attempts.size() < 3) {
                throw new TemporaryException("again", Duration.ZERO);
            }
        });
        world.advance(Duration.ZERO);

        assertThat(attempts).containsExactly(0, 1, 2);
        assertThat(isHandled()).isTrue();
    }

    @Test
    void X_10_a_delay_for_ever_is_no_bug_of_ours() {
        failing(OPTIONS, thrown(new TemporaryException("never", ChronoUnit.FOREVER.getDuration())));
        world.advance(Duration.ofDays(2));

        assertThat(attempts).containsExactly(0);
        assertThat(world.record("h")).containsEntry("message", "never");
    }

    @Test
    void X_10_an_arbitrary_error_is_retried_after_the_backoff() {
        failing(OPTIONS.withBackoff(Duration.ofSeconds(3)), thrown(new IllegalStateException("boom")));
        world.advance(Duration.ofSeconds(3));
        world.advance(Duration.ofSeconds(3));

        assertThat(attempts).containsExactly(0, 1, 2);
    }

    @Test
    void X_10_an_arbitrary_error_may_be_permanent() {
        failing(OPTIONS.withErrors(ErrorMode.PERMANENT), thrown(new IllegalStateException("boom")));
        world.advance(Duration.ofDays(1));

        assertThat(attempts).containsExactly(0);
        assertThat(isHandled()).isTrue();
    }

    @Test
    void X_10_an_arbitrary_error_may_be_ignored() {
        failing(OPTIONS.withErrors(ErrorMode.IGNORED), thrown(new IllegalStateException("boom")));
        world.advance(Duration.ofDays(1));

        assertThat(attempts).containsExactly(0);
        assertThat(isHandled()).isTrue();
        assertThat(world.status("h")).isNull();
    }

    @Test
    void X_11_three_retries_are_three_attempts() {
        failing(OPTIONS.withRetries(3).withBackoff(Duration.ofSeconds(1)), thrown(new IllegalStateException("boom")));
        for (int i = 0; i < 5; i++) {
            world.advance(Duration.ofSeconds(1));
        }

        assertThat(attempts).containsExactly(0, 1, 2);
        assertThat(isHandled()).isTrue();
    }

    @Test
    void X_11_an_attempt_that_would_come_too_late_is_not_waited_for() {
        failing(
                OPTIONS.withTimeout(Duration.ofSeconds(10)),
                thrown(new TemporaryException("wait", Duration.ofSeconds(10))));

        assertThat(attempts).containsExactly(0);
        assertThat(isHandled()).isTrue();
    }

    @Test
    void X_4_a_handler_whose_time_is_over_is_not_called_again() {
        failing(
                OPTIONS.withTimeout(Duration.ofSeconds(10)),
                thrown(new TemporaryException("wait", Duration.ofSeconds(9))));
        world.crash();
        attempts.clear();
        world.start();

        assertThat(attempts).isEmpty();
        assertThat(isHandled()).isTrue();
    }

    @Test
    void R16_backoff_grows_to_five_minutes() {
        failing(OPTIONS, thrown(new IllegalStateException("boom")));
        int attempt = 1;
        for (long pause : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            world.advance(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(attempts).hasSize(attempt);
            world.advance(Duration.ofMillis(1));
            assertThat(attempts).hasSize(++attempt);
        }
    }

    @Test
    void R16_a_temporary_error_without_a_delay_grows_too() {
        failing(OPTIONS, thrown(new TemporaryException("wait")));
        world.advance(Duration.ofSeconds(1));
        world.advance(Duration.ofSeconds(1));
        assertThat(attempts).hasSize(2);
        world.advance(Duration.ofSeconds(1));
        assertThat(attempts).hasSize(3);
    }

    @Test
    void R15_an_error_thrown_by_a_handler_is_an_outcome() {
        failing(OPTIONS, () -> {
            switch (attempts.size()) {
                case 1 -> throw new StackOverflowError();
                case 2 -> throw new AssertionError("wrong");
                default -> {}
            }
        });
        assertThat(world.record("h")).containsEntry("message", "java.lang.StackOverflowError");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.record("h")).containsEntry("message", "wrong");
        world.advance(Duration.ofSeconds(2));

        assertThat(isHandled()).isTrue();
        assertThat(world.status("h")).isEqualTo("done");
    }

    @Test
    void R15_an_exception_that_cannot_even_say_what_it_is_is_an_outcome() {
        failing(OPTIONS, thrown(new Mute()));
        world.advance(Duration.ofSeconds(1));

        assertThat(attempts).containsExactly(0, 1);
        assertThat(world.record("h")).containsEntry("message", Mute.class.getName());
    }

    @Test
    void R3_a_message_that_is_too_long_to_be_kept_is_shortened() {
        failing(OPTIONS, thrown(new IllegalStateException("x".repeat(300_000))));

        assertThat(String.valueOf(world.record("h").get("message")))
                .hasSizeLessThan(3_000)
                .endsWith("…");
    }

    @Test
    void X_3_a_handler_that_fails_does_not_keep_others_from_running_and_is_retried_alone() {
        world.on()
                .create("good", (widget, ctx) -> world.calls.add("good") ? "g" : null)
                .create("bad", (widget, ctx) -> {
                    world.calls.add("bad");
                    if (ctx.retry() == 0) {
                        throw new IllegalStateException("boom");
                    }
                    return "b";
                })
                .create("also", (widget, ctx) -> world.calls.add("also") ? "a" : null);
        world.start().create("{}");
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("good", "bad", "also", "bad");
        assertThat(isHandled()).isTrue();
        assertThat(world.widget().fields().get("status")).isEqualTo(Map.of("good", "g", "bad", "b", "also", "a"));
    }

    @Test
    void P5_a_delay_is_honoured_after_a_restart() {
        failing(OPTIONS, thrown(new TemporaryException("wait", Duration.ofDays(3))));
        world.crash();
        world.start();
        assertThat(attempts).containsExactly(0);
        world.advance(Duration.ofDays(2));

        assertThat(attempts).containsExactly(0, 1);
    }

    @Test
    void R4_nothing_is_retried_of_an_object_that_vanished_while_nobody_looked() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.note("created");
            throw new TemporaryException("wait", Duration.ofHours(1));
        });
        world.start();
        cut();
        lookAgain();
        int watching = world.timers.waiting();
        world.create("{}");
        cut();
        world.api.remove("w");
        lookAgain();
        assertThat(world.timers.waiting()).as("the watch's own").isEqualTo(watching);
        world.advance(Duration.ofHours(2));
        assertThat(world.calls).containsExactly("created");

        world.create("{}");
        assertThat(world.calls).as("another object of that name").containsExactly("created", "created");
    }

    private void cut() {
        world.api.end(new Transport.End.Broken(new ConnectException("Connection reset")));
        world.settle();
    }

    private void lookAgain() {
        world.api.compact();
        world.advance(Duration.ofMinutes(1));
        world.advance(Duration.ofMinutes(1));
    }
}
