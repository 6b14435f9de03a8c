package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.progress.UnsettledObject.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which objects the operator is not done with can be asked for (P7). */
final class UnsettledTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final IndexName<String, String> BY_NAME = IndexName.of("byName");

    private final World world = new World();

    @Test
    void P7_an_object_that_waits_for_a_retry_is_told_with_since_when_and_until_when() {
        world.on().create("made", (widget, ctx) -> {
            if (ctx.retry() < 2) {
                throw new TemporaryException("Not yet.", MINUTE);
            }
            return null;
        });
        world.start().create("{}");
        Instant created = world.timers.instant();

        assertThat(world.unsettled()).singleElement().satisfies(one -> {
            assertThat(one.object().name()).isEqualTo("w");
            assertThat(one.state()).isEqualTo(State.RETRYING);
            assertThat(one.since()).isEqualTo(created);
            assertThat(one.until()).isEqualTo(created.plus(MINUTE));
        });
        world.advance(MINUTE);
        assertThat(world.unsettled()).singleElement().satisfies(one -> {
            assertThat(one.since()).isEqualTo(created);
            assertThat(one.until()).isEqualTo(created.plus(MINUTE).plus(MINUTE));
        });

        world.advance(MINUTE);
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void P7_an_object_whose_handling_cannot_be_stored_is_told() {
        world.on().create("made", (widget, ctx) -> null);
        world.start();
        world.api.refuse(World.OBJECT, 500);
        world.create("{}");

        assertThat(world.unsettled()).extracting(UnsettledObject::state).containsExactly(State.STORING);

        world.advance(Duration.ofSeconds(2));
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void P7_an_object_whose_handler_runs_is_told() {
        List<UnsettledObject> seen = new ArrayList<>();
        world.on().create("made", (widget, ctx) -> seen.addAll(world.unsettled()) ? "told" : null);
        world.start().create("{}");

        assertThat(seen).extracting(UnsettledObject::state).containsExactly(State.HANDLING);
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void P7_objects_that_wait_for_their_turn_while_the_operator_pauses_are_told() {
        BoundedExecutor places =
                new BoundedExecutor(Runnable::run, world.timers, new BoundedExecutor.Limits(32, 1_000));
        world.workingIn(places).on().create("made", (widget, ctx) -> null);
        world.start();
        places.pause();
        world.create("{}");

        assertThat(world.unsettled()).extracting(UnsettledObject::state).containsExactly(State.QUEUED);

        places.resume();
        world.settle();
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void P7_an_object_whose_index_handler_runs_or_waits_is_told_once_and_no_more_when_it_is_indexed() {
        TwoKinds world = new TwoKinds().holdingTasks();
        List<State> seen = new ArrayList<>();
        world.onGadgets().index(BY_NAME, BY_NAME.options(), (gadget, ctx) -> {
            world.operator().unsettled().forEach(one -> seen.add(one.state()));
            if (ctx.retry() == 0) {
                throw new TemporaryException("Not yet.", MINUTE);
            }
            return Map.of("g", "g");
        });
        world.onGadgets().create("made", (gadget, ctx) -> {
            world.operator().unsettled().forEach(one -> seen.add(one.state()));
            return null;
        });
        world.start();
        world.runTasks();
        world.gadgets.create("g", "{}");
        world.settle();
        Instant created = world.timers.instant();

        assertThat(world.operator().unsettled())
                .extracting(UnsettledObject::state)
                .containsExactly(State.QUEUED);
        world.runTasks();
        assertThat(seen).containsExactly(State.HANDLING, State.HANDLING);
        assertThat(world.operator().unsettled()).singleElement().satisfies(one -> {
            assertThat(one.object().name()).isEqualTo("g");
            assertThat(one.state()).isEqualTo(State.RETRYING);
            assertThat(one.since()).isEqualTo(created);
            assertThat(one.until()).isEqualTo(created.plus(MINUTE));
        });

        world.advance(MINUTE);
        world.runTasks();
        assertThat(seen).endsWith(State.HANDLING).hasSize(3);
        assertThat(world.operator().unsettled()).isEmpty();
    }
}
