package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.internal.Race;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.HeldTimers;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever hangs is told of, with its stack, once after a time and then rarely (P7). */
final class WatchdogTest {

    private final FakeTimers timers = new FakeTimers();
    private final Watchdog watchdog = new Watchdog(timers, () -> false);
    private final Logger logger = (Logger) LoggerFactory.getLogger("kopf.objects");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    private Watchdog.Watch watch() {
        return watch(watchdog, null);
    }

    private static Watchdog.Watch watch(Watchdog watchdog, @Nullable Instant interruption) {
        Handler handler = new Handler(
                WidgetHandlers.KIND, HandlerType.CREATE, FieldPath.ROOT, HandlerOptions.of("slow"), call -> null);
        return watchdog.over(new ObjectRef(WidgetHandlers.KIND, "default", "w", "u"), handler, interruption);
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(event -> event.getMDCPropertyMap() + " " + event.getFormattedMessage())
                .toList();
    }

    @Test
    void P7_a_handler_that_hangs_is_named_with_its_object_its_time_and_its_stack() {
        watch();
        timers.advance(Duration.ofMinutes(2));

        assertThat(warnings())
                .singleElement()
                .asString()
                .containsAnyOf("default/w", "kopf.name=w")
                .contains("'slow'")
                .contains("120 s")
                .contains("WatchdogTest.P7_a_handler_that_hangs");
        assertThat(watchdog.longRunning()).isEqualTo(1);
    }

    @Test
    void P7_it_is_said_again_but_ever_more_rarely() {
        watch();
        timers.advance(Duration.ofDays(1));

        assertThat(warnings()).hasSizeBetween(24, 30);
    }

    @Test
    void a_handler_that_ends_in_time_costs_no_word_and_leaves_no_timer() {
        try (Watchdog.Watch watch = watch()) {
            timers.advance(Duration.ofSeconds(119));
        }
        timers.advance(Duration.ofDays(1));

        assertThat(warnings()).isEmpty();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void a_handler_that_ends_after_all_is_not_counted_any_more() {
        try (Watchdog.Watch watch = watch()) {
            timers.advance(Duration.ofMinutes(3));
            assertThat(watchdog.longRunning()).isEqualTo(1);
        }

        assertThat(watchdog.longRunning()).isZero();
        assertThat(timers.waiting()).isZero();
    }

    /** It fails where a lock of {@link Watchdog} is taken away. */
    @Test
    void P7_an_interruption_at_the_last_moment_does_not_hit_what_the_thread_does_next() throws Exception {
        HeldTimers held = new HeldTimers();
        Interrupted handler = new Interrupted(() -> watch(new Watchdog(held, () -> false), held.instant()));
        handler.start();
        handler.begun.await();
        held.tasks.get(1).run();
        handler.join();

        assertThat(handler.hitAfterwards).isFalse();
    }

    /** It fails where a lock of {@link Watchdog} is taken away. */
    @Test
    void P7_who_ends_while_it_is_told_of_is_counted_no_more_and_leaves_no_timer() {
        HeldTimers held = new HeldTimers();
        Watchdog counting = new Watchdog(held, () -> false);
        Watchdog.Watch watch = watch(counting, null);
        held.next = () -> Race.meanwhile(watch::close);
        held.tasks.get(0).run();

        await().untilAsserted(() -> assertThat(counting.longRunning()).isZero());
        await().untilAsserted(() -> assertThat(held.cancelled).contains(held.tasks.get(1)));
    }

    /** Ends its handler just when it is interrupted. */
    private static final class Interrupted extends Thread {
        final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ends = new CountDownLatch(1);
        private final Supplier<Watchdog.Watch> watches;
        private volatile boolean ended;
        private volatile boolean interrupted;
        volatile boolean hitAfterwards;

        Interrupted(Supplier<Watchdog.Watch> watches) {
            this.watches = watches;
        }

        @Override
        public void run() {
            try (Watchdog.Watch watch = watches.get()) {
                begun.countDown();
                ends.await();
            } catch (InterruptedException e) {
                throw new AssertionError("too early", e);
            }
            ended = true;
            while (!interrupted) {
                Thread.onSpinWait();
            }
            hitAfterwards = Thread.interrupted();
        }

        @Override
        public void interrupt() {
            ends.countDown();
            while (!ended && getState() != State.BLOCKED) {
                Race.giveWay();
            }
            super.interrupt();
            interrupted = true;
        }
    }
}
