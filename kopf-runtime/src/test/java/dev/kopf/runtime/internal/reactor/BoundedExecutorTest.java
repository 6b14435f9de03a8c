package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.internal.client.FakeTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many work at once, and that the slow ones hold up nobody (P2). */
final class BoundedExecutorTest {

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final BoundedExecutor executor = new BoundedExecutor(threads::add, timers, 2);

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
    void R8_nothing_begins_after_it_is_closed() {
        submit("a", "b", "c");
        executor.close();
        submit("d");
        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(done).containsExactly("a", "b");
    }
}
