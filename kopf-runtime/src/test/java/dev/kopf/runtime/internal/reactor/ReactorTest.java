package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.FakeApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several kinds in one operator. */
final class ReactorTest {

    private static final int MORE_THAN_AT_ONCE = Reactor.limits(false).places() + 1;

    private static final String HEAD = "GET " + FakeApi.COLLECTION + "?limit=1";

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

    @Test
    void N10_every_watch_finds_out_how_far_it_is_behind_when_others_have_had_their_turn_and_only_then() {
        world.onWidgets().create("made", (widget, ctx) -> world.note("widget"));
        world.onGadgets().create("made", (gadget, ctx) -> world.note("gadget"));
        Reactor reactor = world.reactor();
        reactor.start();
        world.settle();
        List<Boolean> locked = new ArrayList<>();
        for (FakeApi api : List.of(world.widgets, world.gadgets)) {
            api.requests.clear();
            api.during(HEAD, () -> locked.add(Thread.holdsLock(reactor)));
        }

        reactor.pause();
        reactor.resume(false);
        assertThat(world.widgets.requests).isEmpty();
        reactor.pause();
        reactor.resume(true);
        world.settle();

        assertThat(world.widgets.requests).contains(HEAD);
        assertThat(world.gadgets.requests).contains(HEAD);
        assertThat(locked).as("what watches may call meanwhile is free").containsExactly(false, false);
    }

    @Test
    void R2_what_has_waited_for_others_is_taken_up_though_a_watch_breaks_off() {
        world.onWidgets().create("made", (widget, ctx) -> world.note("widget"));
        Reactor reactor = world.reactor();
        reactor.start();
        world.settle();
        reactor.pause();
        world.widgets.create("w", "{}");
        world.settle();
        assertThat(world.tasks).isEmpty();
        world.widgets.crash(HEAD);

        reactor.resume(true);

        assertThat(world.tasks).hasSize(1);
        world.tasks.get(0).run();
        assertThat(world.calls).containsExactly("widget");
    }

    @Test
    void R8_an_operator_ends_whole_where_watches_cannot_be_ended() throws Exception {
        world.onWidgets().create("made", (widget, ctx) -> world.note("widget"));
        world.onGadgets().create("made", (gadget, ctx) -> world.note("gadget"));
        world.widgets.create("w", "{}");
        Reactor reactor = world.reactor();
        reactor.start();
        world.settle();
        assertThat(world.tasks).hasSize(1);
        world.widgets.threadless(true);
        world.gadgets.threadless(true);
        List<String> told = new ArrayList<>();
        try (CapturedLog log = new CapturedLog("kopf.watching")) {
            log.when("", () -> {
                throw new OutOfMemoryError("no memory for words");
            });
            assertThat(reactor.stop(Duration.ZERO, () -> told.add("interrupting")))
                    .as("all threads have ended, which they were told to")
                    .isTrue();
        }
        world.widgets.create("late", "{}");
        world.gadgets.create("late", "{}");
        world.settle();

        assertThat(world.tasks).hasSize(1);
        assertThat(told).isEmpty();
    }
}
