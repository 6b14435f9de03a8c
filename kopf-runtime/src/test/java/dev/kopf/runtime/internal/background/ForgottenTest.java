package dev.kopf.runtime.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerOptions;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Daemons and timers of an object that is found to be gone while it is worked on. */
@Timeout(60)
final class ForgottenTest {

    private static final String KEY = "u";

    private final FakeTimers timers = new FakeTimers();
    private final AtomicInteger due = new AtomicInteger();

    private final AtomicInteger called = new AtomicInteger();
    private final List<ObjectRef> woken = new ArrayList<>();
    private final List<Runnable> whileDaemonRuns = new ArrayList<>();
    private boolean isThere = true;

    private KindBackground background(Executor timersRun) {
        HandlerOptions ofA =
                HandlerOptions.of("tick").withInterval(Duration.ofHours(1)).withLabel("team", "a");
        HandlerOptions ofB = HandlerOptions.of("serve").withLabel("team", "b");
        KindHandlers handlers = Registry.of(List.of(WidgetHandlers.on()
                        .timer(ofA, (widget, ctx) -> called.incrementAndGet() > 0 ? null : "")
                        .daemon(ofB, (widget, ctx) -> {
                            called.incrementAndGet();
                            while (!whileDaemonRuns.isEmpty()) {
                                whileDaemonRuns.remove(0).run();
                            }
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
                        new Surroundings.Threads(Runnable::run, timersRun),
                        new Nobody() {
                            @Override
                            public boolean isThere(ObjectRef object) {
                                return isThere;
                            }

                            @Override
                            public void wake(ObjectRef object) {
                                woken.add(object);
                            }
                        }));
    }

    private static Body widget(String team) {
        return new Body(Map.of(
                "apiVersion",
                "example.org/v1",
                "kind",
                "Widget",
                "metadata",
                Map.of(
                        "name",
                        "w",
                        "namespace",
                        "default",
                        "uid",
                        KEY,
                        "finalizers",
                        List.of(Finalizers.DEFAULT),
                        "labels",
                        Map.of("team", team))));
    }

    private static boolean look(KindBackground background, Body body) {
        Cause cause = new CauseDetector(Finalizers.DEFAULT)
                .detect(new WatchEvent(WatchEvent.Type.ADDED, body), null, Essence.of(body, List.of()), false);
        return background.look(
                KEY, ObjectRef.of(WidgetHandlers.KIND, body), new WatchEvent(WatchEvent.Type.ADDED, body), cause);
    }

    @Test
    void R6_nobody_begins_for_an_object_that_has_vanished_while_it_is_looked_at() {
        KindBackground background = background(Runnable::run);
        isThere = false;

        assertThat(look(background, widget("a"))).isFalse();
        timers.advance(Duration.ofDays(1));

        assertThat(called).hasValue(0);
        assertThat(background.present(KEY)).isEmpty();
    }

    @Test
    void B_8_a_timer_is_not_called_where_our_own_write_shows_that_its_object_is_not_for_it_any_more() {
        KindBackground background = background(Runnable::run);
        boolean unused = look(background, widget("a"));
        timers.advance(Duration.ofSeconds(1));
        assertThat(called).hasValue(1);

        background.wrote(KEY, widget("b"));
        timers.advance(Duration.ofHours(2));
        assertThat(called).hasValue(1);
        assertThat(woken).isNotEmpty(); // and it is stopped, when its object is looked at

        background.wrote(KEY, widget("a"));
        timers.advance(Duration.ofHours(2));
        assertThat(called.get()).isGreaterThan(1);
    }

    @Test
    void R6_nobody_begins_for_an_object_that_is_forgotten_at_this_moment_and_that_nobody_would_end() {
        KindBackground background = background(task -> due.incrementAndGet());
        Body body = widget("a");
        try (Race race = new Race()) {
            for (int round = 0; round < 30_000; round++) {
                race.run(
                        () -> {
                            boolean unused = look(background, body);
                        },
                        () -> background.forget(KEY));
                background.forget(KEY); // as whoever was at work on it does
            }
        }
        timers.advance(Duration.ofDays(1));
        assertThat(due).hasValue(0);
    }

    /** Its server lists it again, or its label is what it was. */
    @Test
    void R6_a_daemon_does_not_begin_beside_the_one_that_ends_still_where_its_object_comes_back() {
        KindBackground background = background(Runnable::run);
        List<Object> seen = new ArrayList<>();
        whileDaemonRuns.add(() -> {
            background.forget(KEY);
            seen.add(background.running().size()); // the operator waits for it at its end
            seen.add(background.isHeld(KEY));

            boolean unused = look(background, widget("b"));
            seen.add(background.isHeld(KEY));
            timers.advance(Duration.ofMinutes(1));
            seen.add(called.get());
        });
        boolean unused = look(background, widget("b"));
        timers.advance(Duration.ZERO);
        assertThat(seen).containsExactly(1, false, true, 1);
        assertThat(woken).isNotEmpty();

        boolean again = look(background, widget("b"));
        assertThat(again).isTrue();
        timers.advance(Duration.ZERO);
        assertThat(called).hasValue(2);
    }
}
