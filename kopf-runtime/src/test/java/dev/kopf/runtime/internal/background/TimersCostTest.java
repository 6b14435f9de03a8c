package dev.kopf.runtime.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ten thousand timers take (P2, P6): no thread before they are due, and no more of them at once than there are places. */
@Timeout(60)
final class TimersCostTest {

    private static final int OBJECTS = 10_000;

    private final CountDownLatch called = new CountDownLatch(OBJECTS);
    private final AtomicInteger begun = new AtomicInteger();

    private KindBackground background(SystemTimers timers, ExecutorService places, Duration interval) {
        KindHandlers handlers = Registry.of(List.of(WidgetHandlers.on().timer("tick", interval, (widget, ctx) -> {
                    called.countDown();
                    return null;
                })))
                .kinds()
                .iterator()
                .next();
        Services services = new Services(
                timers,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false);
        return new KindBackground(
                handlers,
                new Surroundings(
                        new HandlerExecutor(services),
                        Persistence.annotations(),
                        timers,
                        new Surroundings.Threads(
                                daemon -> {
                                    throw new AssertionError("there is no daemon");
                                },
                                task -> {
                                    begun.incrementAndGet();
                                    places.execute(task);
                                }),
                        new Nobody()));
    }

    @Test
    void P6_ten_thousand_timers_take_no_thread_between_their_calls_and_are_all_called() throws Exception {
        ExecutorService places = Executors.newFixedThreadPool(2);
        try (SystemTimers timers = new SystemTimers()) {
            KindBackground background = background(timers, places, Duration.ofHours(1));
            for (int i = 0; i < OBJECTS; i++) {
                look(background, i);
            }

            assertThat(called.await(50, TimeUnit.SECONDS)).isTrue();
            assertThat(begun).hasValue(OBJECTS);
            for (int i = 0; i < OBJECTS; i++) {
                background.forget("k" + i);
                assertThat(background.present("k" + i)).isEmpty();
            }
        } finally {
            places.shutdownNow();
        }
    }

    private static void look(KindBackground background, int i) {
        Body body = new Body(Map.of(
                "apiVersion",
                "example.org/v1",
                "kind",
                "Widget",
                "metadata",
                Map.of("name", "w" + i, "namespace", "default", "uid", "u" + i)));
        WatchEvent event = new WatchEvent(WatchEvent.Type.ADDED, body);
        boolean needsFinalizer = background.look(
                "k" + i,
                ObjectRef.of(WidgetHandlers.KIND, body),
                event,
                new CauseDetector(Finalizers.DEFAULT).detect(event, null, Essence.of(body, List.of()), false));
        assertThat(needsFinalizer).isFalse();
    }
}
