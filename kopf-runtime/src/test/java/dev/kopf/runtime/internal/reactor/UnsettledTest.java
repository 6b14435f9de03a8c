package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.progress.UnsettledObject.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which objects the operator is not done with can be asked for (P7). */
final class UnsettledTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

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
}
