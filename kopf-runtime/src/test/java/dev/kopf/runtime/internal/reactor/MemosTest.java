package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.ObjectMemo;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.internal.client.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What handlers share by memos, and for how long (M-1…M-5). */
final class MemosTest {

    private static final ObjectMemo<AtomicInteger> COUNT = ObjectMemo.of(AtomicInteger::new);
    private static final OperatorMemo<AtomicInteger> ALL = OperatorMemo.of(AtomicInteger::new);
    private static final ObjectMemo<List<String>> NOTES =
            ObjectMemo.from(operator -> new ArrayList<>(List.of("after " + operator.memo(ALL))));

    private final World world = new World();

    private void count(String name, HandlerContext ctx) {
        int own = ctx.memo(COUNT).incrementAndGet();
        int all = ctx.memo(ALL).incrementAndGet();
        world.note(name + " " + own + " of " + all);
    }

    private void countChanges() {
        world.on().create("made", (widget, ctx) -> {
            count(widget.getMetadata().getName(), ctx);
            return null;
        });
        world.on().update("changed", (widget, change, ctx) -> {
            count(widget.getMetadata().getName(), ctx);
            return null;
        });
    }

    private void change(String name) {
        world.api.patch(name, "{\"spec\": {\"size\": " + world.calls.size() + "}}");
        world.settle();
    }

    @Test
    void M_1_an_object_has_a_memo_of_its_own_and_all_of_an_operator_share_another() {
        countChanges();
        world.start();
        world.api.create("a", "{}");
        world.api.create("b", "{}");
        world.settle();
        change("a");
        change("b");
        change("a");

        assertThat(world.calls).containsExactly("a 1 of 1", "b 1 of 2", "a 2 of 3", "b 2 of 4", "a 3 of 5");
        assertThat(world.memos()).isEqualTo(2);
    }

    @Test
    void M_1_handlers_of_all_types_share_the_memo_of_an_object() {
        HandlerOptions minutes = HandlerOptions.of("timer").withInterval(Duration.ofMinutes(1));
        world.on()
                .event("event", (widget, ctx) -> count("event", ctx))
                .create("made", (widget, ctx) -> {
                    count("made", ctx);
                    ctx.subHandlers(List.of("part"), part -> part, (part, sub) -> count("part", sub));
                    return null;
                })
                .timer(minutes, (widget, ctx) -> {
                    count("timer", ctx);
                    return null;
                })
                .daemon("daemon", (widget, ctx) -> {
                    count("daemon", ctx);
                    return null;
                });
        world.start().create("{}");
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls)
                .extracting(call -> call.replaceAll(" .*", ""))
                .contains("event", "made", "part", "timer", "daemon");
        for (int i = 0; i < world.calls.size(); i++) {
            assertThat(world.calls.get(i)).endsWith(" " + (i + 1) + " of " + (i + 1));
        }
    }

    @Test
    void M_2_a_memo_begins_with_what_the_operator_has_when_it_is_first_asked_for() {
        world.on()
                .create("made", (widget, ctx) -> {
                    ctx.memo(ALL).incrementAndGet();
                    return world.note(String.valueOf(ctx.memo(NOTES)));
                })
                .update("changed", (widget, change, ctx) -> {
                    ctx.memo(ALL).incrementAndGet();
                    return world.note(String.valueOf(ctx.memo(NOTES)));
                });
        world.start();
        world.api.create("a", "{}");
        world.api.create("b", "{}");
        world.settle();
        change("a");

        assertThat(world.calls).containsExactly("[after 1]", "[after 2]", "[after 1]");
    }

    @Test
    void M_3_the_memo_of_an_object_is_gone_with_it() {
        countChanges();
        world.start().create("{}");
        change("w");
        world.delete();
        assertThat(world.memos()).isZero();
        world.create("{}");

        assertThat(world.calls).containsExactly("w 1 of 1", "w 2 of 2", "w 1 of 3");
    }

    @Test
    void M_3_the_memo_of_an_object_that_vanished_unseen_is_gone_when_that_is_found_out() {
        countChanges();
        world.start().create("{}");
        world.api.end(new Transport.End.Closed());
        world.settle();
        world.api.remove("w");
        world.api.compact();
        world.advance(Duration.ofMinutes(1)); // it watches again, and is told that it is too late for that
        world.advance(Duration.ofMinutes(1)); // it lists

        assertThat(world.memos()).isZero();
    }

    @Test
    void M_3_the_next_start_begins_with_no_memo() {
        countChanges();
        world.start().create("{}");
        world.crash();
        world.start();
        change("w");

        assertThat(world.calls).containsExactly("w 1 of 1");
    }

    @Test
    void M_5_who_asks_for_the_memo_of_an_object_that_is_gone_keeps_nothing_of_it() {
        AtomicReference<HandlerContext> late = new AtomicReference<>();
        world.on().create("made", (widget, ctx) -> {
            late.set(ctx);
            return null;
        });
        world.start().create("{}");
        world.delete();

        assertThat(late.get().memo(COUNT).incrementAndGet()).isEqualTo(1);
        assertThat(late.get().memo(COUNT).incrementAndGet()).isEqualTo(2);
        assertThat(world.memos()).isZero();
    }

    @Test
    void M_3_a_daemon_that_outlives_its_object_finds_what_other_handlers_have_left_for_it() {
        AtomicReference<HandlerContext> late = new AtomicReference<>();
        world.on()
                .create("made", (widget, ctx) -> {
                    count("made", ctx);
                    return null;
                })
                .daemon("daemon", (widget, ctx) -> {
                    late.set(ctx);
                    return null;
                });
        world.start().create("{}");
        world.advance(Duration.ofSeconds(1));
        world.api.remove("w");
        world.settle();

        assertThat(late.get().memo(COUNT)).hasValue(1);
        assertThat(world.memos()).isZero();
    }

    @Test
    void P6_an_object_whose_handlers_share_nothing_has_no_memo() {
        world.on().create("made", (widget, ctx) -> world.note("made"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("made");
        assertThat(world.memos()).isZero();
    }

    @Test
    void R15_a_memo_that_cannot_be_made_is_a_failure_of_the_handler_that_asks_for_it() {
        AtomicInteger attempts = new AtomicInteger();
        ObjectMemo<String> second = ObjectMemo.of(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "made at the second attempt";
        });
        world.on().create("made", (widget, ctx) -> world.note(ctx.memo(second)));
        world.start().create("{}");
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsExactly("made at the second attempt");
    }
}
