package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.Race;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.HeldTimers;
import dev.kopf.runtime.internal.client.SystemTimers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which threads handlers run on, and that none of them holds up the others (P2). */
@Timeout(60)
final class ThreadsTest {

    private final SystemTimers timers = new SystemTimers();
    private final ExecutorService threads = Threads.perTask(timers);

    @AfterEach
    void close() {
        threads.shutdownNow();
        timers.close();
    }

    @Test
    void handlers_run_on_virtual_threads_where_the_jvm_has_them() throws Exception {
        var thread = new AtomicReference<Thread>();
        threads.submit(() -> thread.set(Thread.currentThread())).get();

        boolean isVirtual;
        try {
            isVirtual = (boolean) Thread.class.getMethod("isVirtual").invoke(thread.get());
        } catch (NoSuchMethodException e) { // before JDK 21
            isVirtual = false;
        }
        assertThat(isVirtual).isEqualTo(Runtime.version().feature() >= 21).isEqualTo(Threads.areVirtual());
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getName()).startsWith("kopf-worker-");
    }

    @Test
    void P2_handlers_that_compute_without_end_hold_up_nobody() throws Exception {
        var enough = new AtomicBoolean();
        var done = new CountDownLatch(3);
        try {
            compute(enough, () -> {});
            for (int i = 0; i < 3; i++) {
                threads.execute(done::countDown);
            }

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            enough.set(true);
        }
    }

    /** JVMs before JDK 24 have as many threads to carry virtual ones as they were started with. */
    @Test
    void P2_handlers_that_have_begun_go_on_though_others_compute_without_end() throws Exception {
        assumeTrue(!Threads.areVirtual() || Runtime.version().feature() >= 24, "this JVM cannot add carriers");
        var enough = new AtomicBoolean();
        var begun = new CountDownLatch(3);
        var goOn = new CountDownLatch(1);
        var done = new CountDownLatch(3);
        try {
            for (int i = 0; i < 3; i++) {
                threads.execute(() -> {
                    begun.countDown();
                    awaitEnd(goOn);
                    done.countDown();
                });
            }
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            compute(enough, () -> {});
            goOn.countDown();

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            enough.set(true);
        }
    }

    /** It fails where timers have a lock: a virtual thread that waits for it, and cannot run, would be in the way of all who come after. */
    @Test
    void P2_timers_ring_though_handlers_that_compute_leave_nothing_for_those_that_set_timers() throws Exception {
        for (int round = 0; round < 20; round++) {
            var enough = new AtomicBoolean();
            var rung = new CountDownLatch(1);
            try (Race race = new Race()) {
                Runnable sets = () -> {
                    for (int i = 0; i < 300; i++) {
                        timers.after(Duration.ofMillis(500), () -> {}).cancel();
                    }
                };
                race.run(sets, sets, () -> compute(enough, sets));
                timers.after(Duration.ZERO, rung::countDown);

                assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                enough.set(true);
            }
        }
    }

    /** In as many threads as there are to carry virtual ones, and in one more, each after something else. */
    private void compute(AtomicBoolean enough, Runnable before) {
        int busy = Math.max(Threads.CARRIERS, Runtime.getRuntime().availableProcessors()) + 1;
        for (int i = 0; i < busy; i++) {
            threads.execute(() -> {
                before.run();
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    /** A system that has only so many threads for all. */
    private static ThreadFactory system(AtomicInteger left) {
        return task -> {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Test
    void P2_daemons_that_take_all_threads_of_the_system_leave_some_to_other_handlers() throws Exception {
        AtomicInteger left = new AtomicInteger(Threads.RESERVED + 20);
        Pools pools = new Pools(Threads.pool(100, system(left)), Threads.pool(100, system(left)));
        pools.reserve();
        CountDownLatch end = new CountDownLatch(1);
        BoundedExecutor daemons = new BoundedExecutor(pools.daemons(), timers, new BoundedExecutor.Limits(100, 100));
        BoundedExecutor handlers = new BoundedExecutor(pools.handlers(), timers, new BoundedExecutor.Limits(32, 100));
        for (int i = 0; i < 50; i++) {
            daemons.execute(() -> awaitEnd(end));
        }
        await().until(() -> left.get() <= 0);
        for (int round = 0; round < 3; round++) {
            CountDownLatch handled = new CountDownLatch(40);
            for (int i = 0; i < 40; i++) {
                handlers.execute(handled::countDown);
            }
            assertThat(handled.await(30, TimeUnit.SECONDS)).isTrue();
        }
        end.countDown();
        pools.interrupt();
        assertThat(pools.awaitEnd(Duration.ofSeconds(30))).isTrue();
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void P2_a_task_whose_virtual_thread_does_not_begin_gets_another_thread_and_runs_once() {
        var late = new StuckThreads();
        var spare = Executors.newCachedThreadPool();
        var clock = new FakeTimers();
        var rescuing = new RescuingExecutor(late, spare, clock);
        var runs = new AtomicInteger();
        rescuing.execute(runs::incrementAndGet);
        clock.advance(Duration.ofMillis(999));
        assertThat(runs).hasValue(0);
        clock.advance(Duration.ofMillis(1));
        await().untilAsserted(() -> assertThat(runs).hasValue(1));
        late.task.run();

        assertThat(runs).hasValue(1);
        rescuing.shutdown();
        assertThat(spare.isShutdown()).isTrue();
    }

    @Test
    void P2_who_rescues_tasks_does_not_wait_for_the_log_which_may_wait_for_a_virtual_thread() {
        var spare = new StuckThreads();
        var clock = new FakeTimers();
        try (CapturedLog log = new CapturedLog("kopf.reactor")) {
            new RescuingExecutor(new StuckThreads(), spare, clock).execute(() -> {});
            clock.advance(Duration.ofSeconds(1));
            assertThat(log.messages()).isEmpty();
            spare.task.run();

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("Handlers that compute for long keep virtual threads from running");
        }
    }

    /** It fails where a lock of {@link RescuingExecutor} is taken away. */
    @Test
    void P2_a_task_that_is_rescued_at_the_last_moment_runs_once() {
        var runs = new AtomicInteger();
        var late = new StuckThreads();
        var held = new HeldTimers();
        var rescued = new CountDownLatch(1);
        new RescuingExecutor(late, new SameThread(), held).execute(runs::incrementAndGet);
        held.next = () -> Race.meanwhile(() -> {
            held.tasks.get(0).run();
            rescued.countDown();
        });
        late.task.run();

        await().until(() -> rescued.getCount() == 0);
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_task_that_has_begun_needs_no_rescue() {
        var late = new StuckThreads();
        var clock = new FakeTimers();
        var rescuing = new RescuingExecutor(late, Executors.newCachedThreadPool(), clock);
        var runs = new AtomicInteger();
        rescuing.execute(runs::incrementAndGet);
        late.task.run();

        assertThat(runs).hasValue(1);
        assertThat(clock.waiting()).isZero();
        rescuing.shutdownNow();
    }

    @Test
    void the_common_pool_has_two_threads_so_that_the_jdk_makes_none_for_each_answer() {
        Threads.prepare();
        String told = System.getProperty("java.util.concurrent.ForkJoinPool.common.parallelism");

        if (Runtime.getRuntime().availableProcessors() <= 2) {
            assertThat(Integer.parseInt(told)).isGreaterThanOrEqualTo(2);
        } else {
            assertThat(told).isNull();
        }
    }

    /** An executor that does not come to its task. */
    private static class StuckThreads extends AbstractExecutorService {
        Runnable task = () -> {};

        @Override
        public void execute(Runnable command) {
            task = command;
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return false;
        }
    }

    /** An executor that does what it is given at once. */
    private static final class SameThread extends StuckThreads {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }
}
