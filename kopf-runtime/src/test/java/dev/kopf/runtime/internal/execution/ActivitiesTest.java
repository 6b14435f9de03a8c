package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Activity;
import dev.kopf.runtime.handler.ActivityFunction;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ActivitiesTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final Services services = new Services(
            timers,
            () -> 0.5,
            () -> {
                throw new AssertionError("Nobody asks for a client here.");
            },
            new BodyMapper(),
            () -> false);

    private static Activity startup(HandlerOptions options, ActivityFunction function) {
        return new Activity(Activity.Type.STARTUP, options, function);
    }

    private CompletableFuture<List<String>> run(Activity... activities) {
        CompletableFuture<List<String>> failures =
                new Activities(List.of(activities), services, threads::add).run(LIMIT);
        work();
        return failures;
    }

    private void work() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private void advance(Duration time) {
        timers.advance(time);
        work();
    }

    @Test
    void L_1_all_are_called_at_once_and_one_that_fails_is_tried_again_while_others_wait_for_nobody() {
        CompletableFuture<List<String>> failures = run(
                startup(HandlerOptions.of("one"), ctx -> {
                    calls.add("one " + ctx.retry() + " " + ctx.runtime());
                    if (ctx.retry() < 2) {
                        throw new TemporaryException("Not yet.", Duration.ofSeconds(7));
                    }
                }),
                startup(HandlerOptions.of("two"), ctx -> calls.add("two " + ctx.retry())));

        assertThat(calls).containsExactly("one 0 PT0S", "two 0");
        advance(Duration.ofSeconds(6));
        assertThat(calls).hasSize(2);
        advance(Duration.ofSeconds(1));
        advance(Duration.ofSeconds(7));
        assertThat(calls).containsExactly("one 0 PT0S", "two 0", "one 1 PT7S", "one 2 PT14S");
        assertThat(failures).isCompletedWithValue(List.of());
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void L_30_any_exception_is_retried_and_an_error_too_unless_the_options_say_otherwise() {
        CompletableFuture<List<String>> failures = run(
                startup(HandlerOptions.of("retried").withBackoff(Duration.ofSeconds(1)), ctx -> {
                    calls.add("retried");
                    if (ctx.retry() == 0) {
                        throw new AssertionError("odd");
                    }
                }),
                startup(HandlerOptions.of("ignored").withErrors(ErrorMode.IGNORED), ctx -> {
                    throw new IllegalStateException("of no interest");
                }));

        advance(Duration.ofSeconds(1));

        assertThat(calls).containsExactly("retried", "retried");
        assertThat(failures).isCompletedWithValue(List.of());
    }

    @Test
    void L_30_what_fails_for_good_is_said_with_its_reason() {
        CompletableFuture<List<String>> failures = run(
                startup(HandlerOptions.of("one"), ctx -> {
                    throw new PermanentException("No database at db:5432.");
                }),
                startup(HandlerOptions.of("two").withRetries(2).withBackoff(Duration.ZERO), ctx -> {
                    calls.add("two");
                    throw new IllegalStateException("Broken.");
                }));

        advance(Duration.ofSeconds(1));

        assertThat(calls).containsExactly("two", "two");
        assertThat(failures)
                .isCompletedWithValue(List.of(
                        "The startup handler 'one' failed: No database at db:5432.",
                        "The startup handler 'two' failed: Broken."));
    }

    @Test
    void R15_one_that_fails_with_what_cannot_be_shown_is_called_again() {
        CompletableFuture<List<String>> failures =
                run(startup(HandlerOptions.of("one").withBackoff(Duration.ofSeconds(1)), ctx -> {
                    calls.add("one");
                    if (ctx.retry() == 0) {
                        throw new IllegalStateException() {
                            private static final long serialVersionUID = 1;

                            @Override
                            public String getMessage() {
                                throw new IllegalStateException("no words");
                            }
                        };
                    }
                }));

        advance(Duration.ofSeconds(1));

        assertThat(calls).containsExactly("one", "one");
        assertThat(failures).isCompletedWithValue(List.of());
    }

    @Test
    void R15_one_that_the_system_has_no_thread_for_is_called_later() {
        AtomicInteger count = new AtomicInteger();
        Activities activities =
                new Activities(List.of(startup(HandlerOptions.of("one"), ctx -> calls.add("one"))), services, task -> {
                    if (count.getAndIncrement() == 0) {
                        throw new RejectedExecutionException("no thread");
                    }
                    threads.add(task);
                });
        CompletableFuture<List<String>> failures = activities.run(LIMIT);

        advance(Duration.ofSeconds(1));

        assertThat(calls).containsExactly("one");
        assertThat(failures).isCompletedWithValue(List.of());
    }

    @Test
    void one_that_never_succeeds_has_failed_when_the_time_of_all_is_over_and_is_not_called_again() {
        CompletableFuture<List<String>> failures = run(startup(HandlerOptions.of("one"), ctx -> {
            calls.add("one");
            throw new TemporaryException("Not yet.", Duration.ofMinutes(4));
        }));

        advance(LIMIT.minusSeconds(1));
        assertThat(failures).isNotDone();
        advance(Duration.ofHours(1));

        assertThat(failures)
                .isCompletedWithValue(
                        List.of("The startup handler 'one' failed: It has not succeeded within 600.0 s."));
        assertThat(calls).hasSize(2);
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void without_handlers_there_is_nothing_to_wait_for() {
        assertThat(run()).isCompletedWithValue(List.of());
        assertThat(timers.waiting()).isZero();
    }
}
