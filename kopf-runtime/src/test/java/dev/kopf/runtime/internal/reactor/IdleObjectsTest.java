package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.TemporaryException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What objects cost that nothing is owed to (P6). */
final class IdleObjectsTest {

    private static final int OBJECTS = 50;

    private final World world = new World();
    private final List<WeakReference<Object>> states = new ArrayList<>();

    private void note(EventContext ctx) {
        states.add(new WeakReference<>(ctx.event()));
        states.add(new WeakReference<>(ctx.event().body().metadata()));
    }

    private void createAll() {
        for (int i = 0; i < OBJECTS; i++) {
            world.api.create("w" + i, "{\"size\": " + i + "}");
        }
    }

    private long reachable() {
        System.gc();
        return states.stream().filter(state -> state.get() != null).count();
    }

    @Test
    void P6_no_state_of_an_object_stays_in_memory_after_its_cycle() {
        world.on().event("onEvent", (widget, ctx) -> note(ctx)).create("onCreate", (widget, ctx) -> 1);
        createAll();
        world.start();
        for (int i = 0; i < OBJECTS; i++) {
            world.api.patch("w" + i, "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
        }
        world.settle();

        assertThat(states).hasSizeGreaterThanOrEqualTo(2 * 2 * OBJECTS);
        await().untilAsserted(() -> assertThat(reachable()).isZero());
    }

    @Test
    void P6_an_object_that_waits_for_a_retry_holds_its_newest_state_and_none_before_it() {
        world.on().event("onEvent", (widget, ctx) -> note(ctx)).create("onCreate", (widget, ctx) -> {
            throw new TemporaryException("Not yet.", Duration.ofHours(1));
        });
        createAll();
        world.start();
        for (int i = 0; i < OBJECTS; i++) {
            world.api.patch("w" + i, "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
        }
        world.settle();

        assertThat(states).hasSizeGreaterThanOrEqualTo(2 * 2 * OBJECTS);
        await().untilAsserted(() -> assertThat(reachable()).isLessThanOrEqualTo(2 * OBJECTS));
    }

    @Test
    void P3_what_an_idle_object_has_to_remember_survives() {
        world.on().resume("onResume", (widget, ctx) -> world.note("resumed")).create("onCreate", (widget, ctx) -> 1);
        world.start().create("{}");
        world.crash();
        world.start();
        for (int i = 0; i < 3; i++) {
            world.patch("{\"metadata\": {\"labels\": {\"a\": \"" + i + "\"}}}");
        }

        assertThat(world.calls).containsExactly("resumed");
    }
}
