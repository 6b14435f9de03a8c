package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Timers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever breaks off the work on an object, at whatever place: it is begun again, and no change is lost (P1, R15). */
final class BrokenOffTest {

    private final World world = new World();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private boolean fails;

    /** As languages beside Java throw what nobody has declared. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException undeclared() throws T {
        throw (T) new IOException("Nobody has declared this.");
    }

    private void noteSizes() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + widget.<Object>get("spec", "size")))
                .update("changed", (widget, diff, ctx) -> world.note("changed " + widget.<Object>get("spec", "size")));
    }

    private void work() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private void settle() {
        for (int i = 0; i < 5; i++) {
            work();
            world.advance(Duration.ofMinutes(1));
        }
    }

    private final class FailingTimers implements Timers {
        private final FakeTimers timers = world.timers;

        @Override
        public Instant instant() {
            return timers.instant();
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            if (fails) {
                fails = false;
                throw new OutOfMemoryError("no memory for a timer");
            }
            return timers.after(delay, task);
        }
    }

    @Test
    void R15_a_lifecycle_may_throw_what_nobody_has_declared() {
        noteSizes();
        world.on().create("other", (widget, ctx) -> world.note("other"));
        world.choosing((awakened, random) -> {
            if (count.getAndIncrement() == 0) {
                throw BrokenOffTest.<RuntimeException>undeclared();
            }
            return awakened.stream().map(Lifecycle.Awakened::id).toList();
        });
        world.start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("made 1", "other");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void R15_an_edit_may_throw_what_nobody_has_declared_and_later_changes_are_handled() {
        noteSizes();
        world.on().create("edited", (widget, ctx) -> {
            ctx.patch().edit(map -> {
                throw BrokenOffTest.<RuntimeException>undeclared();
            });
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.advance(Duration.ofMinutes(10));

        assertThat(world.calls).contains("made 1").endsWith("made 2");
    }

    @Test
    void R15_a_lifecycle_may_throw_what_cannot_be_shown() {
        noteSizes();
        world.on().create("other", (widget, ctx) -> world.note("other"));
        world.choosing((awakened, random) -> {
            throw new Mute();
        });
        world.start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("made 1", "other");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void P1_a_change_that_finds_no_place_to_be_handled_in_is_handled_later() {
        noteSizes();
        BoundedExecutor places = new BoundedExecutor(threads::add, world.timers, new BoundedExecutor.Limits(2, 4));
        world.workingIn(new Places() {
            @Override
            public void execute(Runnable task) {
                if (fails) {
                    fails = false;
                    throw new OutOfMemoryError("no memory for a place");
                }
                places.execute(task);
            }

            @Override
            public boolean isCrowded() {
                return places.isCrowded();
            }
        });
        world.start().create("{\"size\": 1}");
        settle();
        fails = true;
        world.patch("{\"spec\": {\"size\": 2}}");
        settle();

        assertThat(world.calls).containsExactly("made 1", "changed 2");
    }

    @Test
    void P1_a_task_is_run_though_there_is_no_timer_for_its_patience() {
        noteSizes();
        Timers timers = new FailingTimers();
        world.workingIn(new BoundedExecutor(threads::add, timers, new BoundedExecutor.Limits(1, 1)));
        world.start().create("{\"size\": 1}");
        settle();
        fails = true;
        world.patch("{\"spec\": {\"size\": 2}}");
        settle();
        world.patch("{\"spec\": {\"size\": 3}}");
        settle();

        assertThat(fails).isFalse();
        assertThat(world.calls).containsExactly("made 1", "changed 2", "changed 3");
    }
}
