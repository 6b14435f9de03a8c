package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Several kinds in one operator. */
final class ReactorTest {

    private static final int MORE_THAN_AT_ONCE = Reactor.limits(false).places() + 1;

    private final TwoKinds world = new TwoKinds().holdingTasks();

    @Test
    void P2_objects_of_one_kind_do_not_wait_for_the_handlers_of_another() throws Exception {
        world.onWidgets().create("made", (widget, ctx) -> world.note("widget"));
        world.onGadgets()
                .create(
                        "made",
                        (gadget, ctx) ->
                                world.note("gadget " + gadget.getMetadata().getName()));
        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            world.widgets.create("hanging" + i, "{}");
        }
        world.gadgets.create("g", "{}");
        Reactor reactor = world.reactor();
        reactor.start();
        assertThat(world.tasks).as("those that are at it, of both kinds").hasSize(MORE_THAN_AT_ONCE);
        world.tasks.get(MORE_THAN_AT_ONCE - 1).run();

        assertThat(world.calls).containsExactly("gadget g");
        assertThat(world.widgets.watching() + world.gadgets.watching()).isEqualTo(2);
        assertThat(reactor.stop(Duration.ZERO, () -> {})).isTrue();
        assertThat(world.widgets.watching() + world.gadgets.watching()).isZero();
        world.widgets.create("late", "{}");
        world.gadgets.create("late", "{}");
        world.settle();
        assertThat(world.tasks).hasSize(MORE_THAN_AT_ONCE);
    }
}
