package dev.kopf.runtime.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.Race;
import dev.kopf.runtime.internal.client.FakeTimers;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Daemons and timers of an object that is found to be gone while it is worked on. */
@Timeout(60)
final class ForgottenTest {

    private static final String KEY = "u";

    private final FakeTimers timers = new FakeTimers();
    private final AtomicInteger due = new AtomicInteger();

    private KindBackground background() {
        KindHandlers handlers = Registry.of(
                        List.of(WidgetHandlers.on().timer("tick", Duration.ofHours(1), (widget, ctx) -> null)))
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
                        new Surroundings.Threads(daemon -> {}, task -> due.incrementAndGet()),
                        new Nobody()));
    }

    @Test
    void R6_nobody_begins_for_an_object_that_is_forgotten_at_this_moment_and_that_nobody_would_end() {
        KindBackground background = background();
        Body body = new Body(Map.of(
                "apiVersion",
                "example.org/v1",
                "kind",
                "Widget",
                "metadata",
                Map.of("name", "w", "namespace", "default", "uid", KEY)));
        WatchEvent event = new WatchEvent(WatchEvent.Type.ADDED, body);
        ObjectRef object = ObjectRef.of(WidgetHandlers.KIND, body);
        Cause cause = new CauseDetector(Finalizers.DEFAULT).detect(event, null, Essence.of(body, List.of()), false);
        try (Race race = new Race()) {
            for (int round = 0; round < 30_000; round++) {
                race.run(
                        () -> {
                            boolean unused = background.look(KEY, object, event, cause);
                        },
                        () -> background.forget(KEY));
                background.forget(KEY); // as whoever was at work on it does
            }
        }
        timers.advance(Duration.ofDays(1));
        assertThat(due).hasValue(0);
    }
}
