package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever looks from outside can ask whether nothing is owed to an object as it is (T-2). */
final class DoneTest {

    private final World world = new World();
    private final BoundedExecutor places =
            new BoundedExecutor(Runnable::run, world.timers, new BoundedExecutor.Limits(32, 1_000));

    DoneTest() {
        world.workingIn(places);
    }

    @Test
    void an_object_is_done_when_its_creation_was_handled_and_not_before() {
        world.on().create("made", (widget, ctx) -> null);
        places.pause();
        world.start().create("{}");
        assertThat(world.isDone()).isFalse();

        places.resume();
        world.settle();

        assertThat(world.isDone()).isTrue();
    }

    @Test
    void an_object_that_no_handler_of_creation_is_for_is_done_when_what_it_was_is_remembered() {
        world.on().update("changed", (widget, change, ctx) -> null);
        places.pause();
        world.start().create("{}");
        assertThat(world.isDone()).isFalse();

        places.resume();
        world.settle();

        assertThat(world.isDone()).isTrue();
    }

    @Test
    void a_change_is_done_when_it_was_handled_and_not_before() {
        world.on().update("changed", (widget, change, ctx) -> null);
        world.start().create("{\"size\": 1}");
        places.pause();
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.isDone()).isFalse();

        places.resume();
        world.settle();

        assertThat(world.isDone()).isTrue();
    }

    @Test
    void a_change_that_no_handler_is_for_is_done_at_once() {
        world.on().create("made", (widget, ctx) -> null);
        world.start().create("{\"size\": 1}");
        places.pause();

        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.isDone()).isTrue();
    }

    @Test
    void an_object_is_not_done_before_it_has_the_finalizer_that_its_deletion_needs() {
        world.on().delete("ended", (widget, ctx) -> {});
        places.pause();
        world.start().create("{}");
        assertThat(world.isDone()).isFalse();

        places.resume();
        world.settle();

        assertThat(world.isDone()).isTrue();
    }

    @Test
    void an_object_whose_deletion_waits_for_others_is_done() {
        world.on().create("made", (widget, ctx) -> null);
        world.start().create("{}");
        world.patch("{\"metadata\": {\"finalizers\": [\"example.org/theirs\"]}}");

        world.delete();

        assertThat(world.isDone()).isTrue();
    }

    @Test
    void an_object_is_not_done_before_its_deletion_was_handled() {
        world.on().delete("ended", (widget, ctx) -> {});
        world.start().create("{}");
        places.pause();

        world.delete();

        assertThat(world.isDone()).isFalse();
    }
}
