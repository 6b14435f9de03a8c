package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.internal.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many threads set timers, and one runs what is due. Each test fails where what it is about is not safe for use by several threads. */
final class SystemTimersTest {

    @Test
    void what_many_threads_set_runs_once_each_and_one_after_the_other_also_after_a_failure() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int each = 2_000;
        CountDownLatch runs = new CountDownLatch(2 * each);
        Runnable task = () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            runs.countDown();
        };
        try (Race race = new Race();
                SystemTimers timers = new SystemTimers()) {
            timers.after(Duration.ZERO, () -> {
                throw new StackOverflowError("a bug");
            });
            Runnable sets = () -> {
                for (int i = 0; i < each; i++) {
                    timers.after(Duration.ZERO, task);
                    timers.after(Duration.ofHours(1), task).cancel();
                }
            };
            race.run(sets, sets);

            assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void P7_how_long_something_is_due_is_told_while_a_task_does_not_end() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (SystemTimers timers = new SystemTimers()) {
            assertThat(timers.late()).isZero();
            timers.after(Duration.ofHours(1), () -> {});
            assertThat(timers.late()).isZero();
            timers.after(Duration.ZERO, () -> {
                try {
                    hangs.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            timers.after(Duration.ofMillis(1), done::countDown);
            await().until(() -> timers.late().compareTo(Duration.ofMillis(20)) > 0);
            Duration late = timers.late();
            await().until(() -> timers.late().compareTo(late) > 0);

            hangs.countDown();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            await().until(() -> timers.late().isZero());
        }
    }

    @Test
    void P2_no_delay_is_too_long_for_a_timer() {
        try (SystemTimers timers = new SystemTimers()) {
            for (Duration delay : List.of(
                    Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                    Duration.ofSeconds(Long.MIN_VALUE),
                    Duration.ofDays(365 * 300))) {
                timers.after(delay, () -> {}).cancel();
            }
        }
    }

    @Test
    void R8_who_sets_a_timer_while_the_operator_ends_does_not_fail() {
        AtomicInteger runs = new AtomicInteger();
        try (Race race = new Race()) {
            for (int round = 0; round < 300; round++) {
                SystemTimers timers = new SystemTimers();
                race.run(timers::close, () -> {
                    for (int i = 0; i < 50; i++) {
                        timers.after(Duration.ofHours(1), runs::incrementAndGet).cancel();
                    }
                });
            }
        }
        assertThat(runs).hasValue(0);
    }
}
