package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is watched while it runs, and who is interrupted: nobody for what another has done. */
final class InterruptionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final HandlerOptions LIMITED =
            HandlerOptions.of("parent").withTimeout(Duration.ofSeconds(10)).withInterruptAtTimeout(true);

    private final World world = new World();

    /** JUnit's thread is the one of the handlers. */
    @AfterEach
    void calmDown() {
        Thread.interrupted();
    }

    /** As a handler does that waits for something: in this world time passes by itself. */
    private void waitFor(Duration time) throws InterruptedException {
        world.timers.advance(time);
        if (Thread.interrupted()) {
            throw new InterruptedException("woken");
        }
    }

    private @Nullable Object noteFlag(String call) {
        return world.note(call + (Thread.currentThread().isInterrupted() ? " interrupted" : ""));
    }

    @Test
    void P2_the_interrupt_flag_that_a_handler_leaves_does_not_reach_the_next_handler() {
        world.on()
                .create("leaving", (widget, ctx) -> {
                    Thread.currentThread().interrupt();
                    return null;
                })
                .create("next", (widget, ctx) -> noteFlag("next"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("next");
    }

    @Test
    void P2_the_interrupt_flag_that_a_handler_leaves_does_not_reach_the_next_pass() {
        world.on().create("leaving", (widget, ctx) -> {
            noteFlag("try " + ctx.retry());
            Thread.currentThread().interrupt();
            throw new TemporaryException("again", Duration.ofSeconds(ctx.retry() == 0 ? 1 : 2 * DAY.toSeconds()));
        });
        world.start().create("{}");
        world.advance(DAY);

        assertThat(world.calls).containsExactly("try 0", "try 1");
    }

    @Test
    void P2_the_interrupt_flag_that_a_filter_leaves_does_not_reach_a_handler() {
        world.on()
                .create(
                        HandlerOptions.of("made").when(GenericKubernetesResource.class, (widget, ctx) -> {
                            Thread.currentThread().interrupt();
                            return true;
                        }),
                        (widget, ctx) -> noteFlag("made"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("made");
    }

    @Test
    void R8_the_interruption_by_an_operator_that_ends_stays() {
        world.on().create("ended", (widget, ctx) -> {
            world.stopping.set(true);
            Thread.currentThread().interrupt();
            return null;
        });
        world.start().create("{}");

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void R5_the_timeout_of_a_handler_does_not_interrupt_its_sub_handlers() {
        world.on().create(LIMITED, (widget, ctx) -> {
            ctx.subHandler(HandlerOptions.of("long").withRetries(1), sub -> {
                world.note("begins");
                waitFor(Duration.ofSeconds(20));
                return world.note("ends");
            });
            ctx.runSubHandlers();
            waitFor(Duration.ofSeconds(9));
            return "done";
        });
        world.start().create("{}");
        world.advance(DAY);

        assertThat(world.calls).containsExactly("begins", "ends");
        assertThat(world.status("parent")).isEqualTo("done");
    }

    @Test
    void R5_what_a_handler_takes_by_itself_before_and_after_its_sub_handlers_counts_for_its_timeout() {
        world.on().create(LIMITED, (widget, ctx) -> {
            ctx.subHandler(HandlerOptions.of("long"), sub -> {
                waitFor(Duration.ofSeconds(20));
                return null;
            });
            waitFor(Duration.ofSeconds(6));
            ctx.runSubHandlers();
            world.note("goes on");
            waitFor(Duration.ofSeconds(4));
            return world.note("too late");
        });
        world.start().create("{}");
        world.advance(DAY);

        assertThat(world.calls).containsExactly("goes on");
    }

    @Test
    void X_4_a_sub_handler_is_interrupted_at_its_own_timeout() {
        world.on().create(LIMITED, (widget, ctx) -> {
            ctx.subHandler(
                    HandlerOptions.of("limited")
                            .withTimeout(Duration.ofSeconds(5))
                            .withInterruptAtTimeout(true),
                    sub -> {
                        waitFor(Duration.ofSeconds(5));
                        return world.note("too late");
                    });
            ctx.runSubHandlers();
            return noteFlag("parent goes on");
        });
        world.start().create("{}");
        world.advance(DAY);

        assertThat(world.calls).containsExactly("parent goes on");
    }

    private List<String> warningsWhile(Runnable what) {
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            what.run();
            return log.messages(Level.WARN).stream()
                    .filter(line -> line.contains("has been running"))
                    .toList();
        }
    }

    @Test
    void P7_a_filter_that_hangs_is_told_of_with_where_it_is() {
        world.on()
                .create(
                        HandlerOptions.of("made").when(GenericKubernetesResource.class, (widget, ctx) -> hangs()),
                        (widget, ctx) -> world.note("made"));
        world.start();

        assertThat(warningsWhile(() -> world.create("{}")))
                .isNotEmpty()
                .allMatch(line -> line.contains("a filter") && line.contains("InterruptionTest.hangs"));
        assertThat(world.calls).containsExactly("made");
    }

    @Test
    void P7_a_filter_of_events_that_hangs_is_told_of() {
        world.on()
                .event(
                        HandlerOptions.of("seen").when(GenericKubernetesResource.class, (widget, ctx) -> hangs()),
                        (event, ctx) -> {
                            world.note("seen");
                        });
        world.start();

        assertThat(warningsWhile(() -> world.create("{}"))).isNotEmpty();
    }

    @Test
    void P7_an_edit_that_hangs_is_told_of() {
        world.on().create("made", (widget, ctx) -> {
            world.note("made");
            ctx.patch().edit(object -> {
                if (world.calls.contains("edits")) {
                    hangs();
                }
                world.note("edits");
                return object;
            });
            return null;
        });
        world.start();

        assertThat(warningsWhile(() -> world.create("{}"))).isNotEmpty().allMatch(line -> line.contains("an edit"));
    }

    @Test
    void P7_a_handler_that_hangs_is_told_of_once_and_not_with_what_it_was_called_from() {
        world.on().create("made", (widget, ctx) -> world.note(hangs() + ""));
        world.start();

        assertThat(warningsWhile(() -> world.create("{}")))
                .singleElement()
                .asString()
                .contains("Handler 'made' has been running for 120 s.");
    }

    private boolean hangs() {
        world.timers.advance(Duration.ofMinutes(3));
        return true;
    }
}
