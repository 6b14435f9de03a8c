package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many work at once, and that the slow ones hold up nobody (P2). */
final class BoundedExecutorTest {

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final BoundedExecutor executor =
            new BoundedExecutor(threads::add, timers, new BoundedExecutor.Limits(2, 4));

    private void submit(String... names) {
        for (String name : names) {
            executor.execute(() -> done.add(name));
        }
    }

    @Test
    void no_more_than_its_places_work_at_once_and_the_rest_follow_in_order() {
        submit("a", "b", "c", "d");
        assertThat(threads).hasSize(2);
        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(done).containsExactly("a", "b", "c", "d");
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void P6_it_is_crowded_while_a_task_has_not_begun() {
        submit("a", "b");
        assertThat(executor.isCrowded()).isFalse();
        submit("c");
        assertThat(executor.isCrowded()).isTrue();
        threads.remove().run();
        assertThat(executor.isCrowded()).isFalse();
    }

    @Test
    void P2_a_slow_task_gives_its_place_away_and_gives_it_back_once() {
        executor.execute(() -> {
            timers.advance(Duration.ofSeconds(1));
            assertThat(threads).hasSize(2);
        });
        submit("b", "c", "d");
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(threads).hasSize(2);
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
        assertThat(done).containsExactly("b", "c", "d");
    }

    @Test
    void P2_on_virtual_threads_no_number_of_tasks_that_wait_holds_up_another() throws InterruptedException {
        int many = 1_500;
        BoundedExecutor unlimited = new BoundedExecutor(threads::add, timers, Reactor.limits(true));
        for (int i = 0; i < many; i++) {
            unlimited.execute(this::waitForTheOthers);
        }
        Thread all = new Thread(null, () -> threads.remove().run(), "all", 1L << 28); // one waits in the other
        all.start();
        all.join();

        assertThat(done).hasSize(many);
        assertThat(Reactor.limits(false).threads()).isEqualTo(1_000);
    }

    /** Takes long, and ends when all others have ended. */
    private void waitForTheOthers() {
        timers.advance(Duration.ofSeconds(1));
        if (!threads.isEmpty()) {
            threads.remove().run();
        }
        done.add("one");
        assertThat(threads).isEmpty();
    }

    @Test
    void a_task_that_throws_gives_its_place_back() {
        for (int i = 0; i < 2; i++) {
            executor.execute(() -> {
                throw new IllegalStateException("boom");
            });
        }
        submit("c");
        assertThatThrownBy(() -> threads.remove().run()).hasMessage("boom");
        assertThatThrownBy(() -> threads.remove().run()).hasMessage("boom");
        threads.remove().run();

        assertThat(done).containsExactly("c");
    }

    @Test
    void P1_a_task_for_which_there_is_neither_a_thread_nor_a_timer_begins_with_the_next() {
        AtomicBoolean isExhausted = new AtomicBoolean(true);
        Timers failing = new Timers() {
            @Override
            public Instant instant() {
                return timers.instant();
            }

            @Override
            public Timer after(Duration delay, Runnable task) {
                if (isExhausted.get()) {
                    throw new OutOfMemoryError("no memory for a timer");
                }
                return timers.after(delay, task);
            }
        };
        Executor refusing = task -> {
            if (isExhausted.get()) {
                throw new OutOfMemoryError("no thread");
            }
            threads.add(task);
        };
        BoundedExecutor poor = new BoundedExecutor(refusing, failing, new BoundedExecutor.Limits(2, 4));
        poor.execute(() -> done.add("a"));
        isExhausted.set(false);
        poor.execute(() -> done.add("b"));
        threads.forEach(Runnable::run);

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void R8_nothing_begins_after_it_is_closed() {
        submit("a", "b", "c");
        executor.close();
        submit("d");
        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void P2_there_are_no_more_threads_than_their_limit_and_the_rest_follow_when_one_is_free() {
        for (int i = 0; i < 4; i++) {
            executor.execute(() -> done.add("slow"));
        }
        submit("after");
        Deque<Runnable> slow = new ArrayDeque<>();
        while (!threads.isEmpty()) {
            slow.add(threads.remove());
            // As if it had begun, and taken longer than a moment.
        }
        assertThat(slow).hasSize(2);
        slow.forEach(Runnable::run);
        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(done).containsExactly("slow", "slow", "slow", "slow", "after");
    }

    @Test
    void P1_a_task_that_got_no_thread_is_tried_again() {
        List<String> refusals = new ArrayList<>(List.of("one", "two", "three"));
        BoundedExecutor refused = new BoundedExecutor(
                task -> {
                    if (!refusals.isEmpty()) {
                        throw new OutOfMemoryError(refusals.remove(0));
                    }
                    task.run();
                },
                timers,
                new BoundedExecutor.Limits(2, 4));
        refused.execute(() -> done.add("a"));
        refused.execute(() -> done.add("b"));
        assertThat(done).isEmpty();
        timers.advance(Duration.ofSeconds(3));

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void P2_nothing_is_logged_while_other_tasks_wait_for_their_places() {
        try (CapturedLog log = new CapturedLog("kopf.reactor")) {
            Set<String> held = log.monitorsHeldWhen("There is no thread");
            BoundedExecutor refused = new BoundedExecutor(
                    task -> {
                        throw new OutOfMemoryError("no thread");
                    },
                    timers,
                    new BoundedExecutor.Limits(2, 4));
            refused.execute(() -> done.add("a"));
            for (int i = 0; i < 5; i++) {
                executor.execute(() -> {
                    timers.advance(Duration.ofSeconds(1)); // its place is another's then
                    Runnable next = threads.poll();
                    if (next != null) {
                        next.run();
                    }
                });
            }
            threads.remove().run();

            assertThat(log.messages())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("no thread"))
                    .anyMatch(line -> line.contains("in handlers that take long"));
            assertThat(held).isEmpty();
        }
    }

    @Test
    void P1_a_task_is_tried_again_whatever_the_system_says_of_the_thread() {
        List<Error> refusals = new ArrayList<>(List.of(new InternalError("errno"), new LinkageError("no class")));
        BoundedExecutor refused = new BoundedExecutor(
                task -> {
                    if (!refusals.isEmpty()) {
                        throw refusals.remove(0);
                    }
                    task.run();
                },
                timers,
                new BoundedExecutor.Limits(2, 4));
        refused.execute(() -> done.add("a"));
        refused.execute(() -> done.add("b"));
        timers.advance(Duration.ofSeconds(2));

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void P1_a_task_that_breaks_off_in_the_thread_of_whoever_gave_it_is_not_done_again() {
        BoundedExecutor direct = new BoundedExecutor(Runnable::run, timers, new BoundedExecutor.Limits(2, 4));
        direct.execute(() -> {
            done.add("a");
            throw new OutOfMemoryError("in the task");
        });
        timers.advance(Duration.ofMinutes(1));

        assertThat(done).containsExactly("a");
        assertThat(direct.isBusy()).isFalse();
    }

    @Test
    void a_system_without_threads_is_asked_for_one_each_second_however_many_tasks_wait() {
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean hasThreads = new AtomicBoolean();
        List<Integer> done = new ArrayList<>();
        BoundedExecutor executor = new BoundedExecutor(
                task -> {
                    asked.incrementAndGet();
                    if (!hasThreads.get()) {
                        throw new RejectedExecutionException("no thread");
                    }
                    task.run();
                },
                timers,
                new BoundedExecutor.Limits(100, 100));
        for (int i = 0; i < 100; i++) {
            int number = i;
            executor.execute(() -> done.add(number));
        }
        timers.advance(Duration.ofSeconds(10));
        assertThat(asked).hasValue(11);

        hasThreads.set(true);
        timers.advance(Duration.ofSeconds(1));
        assertThat(done).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    /** It fails within a few rounds where a lock of {@link BoundedExecutor} is taken away. */
    @Test
    void P2_many_threads_submit_and_each_task_runs_once_and_no_more_than_the_places_at_once() throws Exception {
        SystemTimers clock = new SystemTimers();
        ExecutorService pool = Executors.newCachedThreadPool();
        BoundedExecutor bounded = new BoundedExecutor(pool, clock, new BoundedExecutor.Limits(4, 1000));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try {
            for (int round = 0; round < 50; round++) {
                int tasks = 8 * 200;
                CountDownLatch ended = new CountDownLatch(tasks);
                AtomicInteger runs = new AtomicInteger();
                Runnable task = () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    runs.incrementAndGet();
                    inside.decrementAndGet();
                    ended.countDown();
                };
                for (int i = 0; i < 8; i++) {
                    pool.execute(() -> IntStream.range(0, 200).forEach(n -> bounded.execute(task)));
                }

                assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
                assertThat(runs).hasValue(tasks);
            }
            assertThat(most).hasValueLessThanOrEqualTo(4);
        } finally {
            pool.shutdownNow();
            clock.close();
        }
    }
}
