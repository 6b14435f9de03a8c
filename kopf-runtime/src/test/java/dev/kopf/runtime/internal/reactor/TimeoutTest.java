package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A handler that asked for it is interrupted when its timeout is reached while it runs. */
final class TimeoutTest {

    private static final HandlerOptions OPTIONS = HandlerOptions.of("onCreate").withTimeout(Duration.ofSeconds(10));

    private final World world = new World();

    /** As a handler does that waits for something: in this world time passes by itself. */
    private void waitFor(Duration time) throws InterruptedException {
        world.timers.advance(time);
        if (Thread.interrupted()) {
            throw new InterruptedException("woken");
        }
    }

    @Test
    void X_4_a_handler_is_interrupted_at_its_timeout_and_has_failed_for_good() {
        world.on().create(OPTIONS.withInterruptAtTimeout(true), (widget, ctx) -> {
            world.note("called");
            waitFor(Duration.ofSeconds(10));
            return "too late";
        });
        world.start().create("{}");
        world.advance(Duration.ofDays(1));

        assertThat(world.calls).containsExactly("called");
        assertThat(world.status("onCreate")).isNull();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void X_4_the_time_counts_from_the_first_attempt() {
        world.on().create(OPTIONS.withInterruptAtTimeout(true).withBackoff(Duration.ofSeconds(4)), (widget, ctx) -> {
            world.note(ctx.retry() + "");
            waitFor(Duration.ofSeconds(3));
            if (ctx.retry() == 0) {
                throw new IllegalStateException("first");
            }
            waitFor(Duration.ofSeconds(3)); // 3 + 4 + 3 s have passed
            return "too late";
        });
        world.start().create("{}");
        world.advance(Duration.ofDays(1));

        assertThat(world.calls).containsExactly("0", "1");
        assertThat(world.status("onCreate")).isNull();
    }

    @Test
    void a_handler_that_did_not_ask_is_not_interrupted() {
        world.on().create(OPTIONS, (widget, ctx) -> {
            waitFor(Duration.ofMinutes(1));
            return "late";
        });
        world.start().create("{}");

        assertThat(world.status("onCreate")).isEqualTo("late");
    }

    @Test
    void what_a_handler_returns_in_spite_of_the_interruption_counts_and_the_next_one_is_not_interrupted() {
        var interruptions = new AtomicInteger();
        world.on()
                .create(OPTIONS.withInterruptAtTimeout(true), (widget, ctx) -> {
                    world.timers.advance(Duration.ofMinutes(1));
                    return "late";
                })
                .create("next", (widget, ctx) -> {
                    interruptions.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                    return null;
                });
        world.start().create("{}");

        assertThat(world.status("onCreate")).isEqualTo("late");
        assertThat(interruptions).hasValue(0);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void X_13_a_handler_is_called_for_new_content_though_others_took_longer_than_its_timeout() {
        world.on()
                .update("slow", (widget, diff, ctx) -> {
                    world.note("slow " + widget.get("spec", "size"));
                    if (Integer.valueOf(3).equals(widget.get("spec", "size"))) {
                        world.timers.advance(Duration.ofSeconds(40));
                    }
                    return null;
                })
                .update(HandlerOptions.of("limited").withTimeout(Duration.ofSeconds(10)), (widget, diff, ctx) -> {
                    world.note("limited " + widget.get("spec", "size"));
                    if (Integer.valueOf(2).equals(widget.get("spec", "size"))) {
                        throw new TemporaryException("wait", Duration.ofSeconds(5));
                    }
                    return null;
                });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"spec\": {\"size\": 3}}");

        assertThat(world.calls).containsExactly("slow 2", "limited 2", "slow 3", "limited 3");
    }

    @Test
    void X_13_a_delete_handler_is_called_though_others_took_longer_than_its_timeout() {
        world.on()
                .delete("slow", (widget, ctx) -> world.timers.advance(Duration.ofSeconds(40)))
                .delete(
                        HandlerOptions.of("limited").withTimeout(Duration.ofSeconds(10)),
                        (widget, ctx) -> world.note("limited"));
        world.start().create("{}");
        world.delete();

        assertThat(world.calls).containsExactly("limited");
        assertThat(world.api.exists("w")).isFalse();
    }
}
