package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.internal.client.FakeApi;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A watch may tell late of what was before another operator has handled it (N-10). */
final class LateWatchTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String ESSENCE_OF_SIZE_1 =
            "{\"metadata\": {\"annotations\": {\"" + World.ESSENCE + "\": \"{\\\"spec\\\":{\\\"size\\\":1}}\\n\"}}}";

    private final Pauses operator = new Pauses();
    private final World world = operator.world;
    private final BoundedExecutor places = operator.places;

    @Test
    void N10_what_a_watch_is_late_to_tell_of_is_not_handled_after_another_operator_has_done_it() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        world.api.patch("w", "{\"spec\": {\"size\": 2}}");
        operator.handledByOthers(2);
        world.api.takeWrites();

        operator.resumeBehind();

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
        operator.change(3);
        assertThat(world.calls).containsExactly("made 1", "changed 3");
    }

    @Test
    void N10_of_an_object_whose_changes_come_late_the_newest_state_is_asked_for_once_and_handled() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        for (int size = 2; size <= 5; size++) {
            world.api.patch("w", "{\"spec\": {\"size\": " + size + "}}");
        }
        world.api.requests.clear();

        operator.resumeBehind();

        assertThat(world.calls).containsExactly("made 1", "changed 5");
        assertThat(world.api.requests)
                .filteredOn(request -> request.startsWith(World.LOOK))
                .hasSize(1);
    }

    @Test
    void N10_no_object_is_asked_for_that_is_made_or_changed_after_the_pause() {
        operator.noteAll();
        world.start();
        places.pause();
        operator.resumeBehind();
        world.api.requests.clear();

        world.create("{\"size\": 1}");
        operator.change(2);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.requests).noneMatch(request -> request.startsWith(World.LOOK));
    }

    @Test
    void N10_an_object_that_came_and_went_while_others_worked_is_not_handled() {
        operator.noteAll();
        world.start();
        places.pause();
        world.api.create("w", "{\"size\": 1}");
        world.api.remove("w");

        operator.resumeBehind();
        world.advance(HOUR);

        assertThat(world.calls).isEmpty();
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void N10_while_it_is_not_known_how_far_a_watch_is_behind_nothing_old_is_handled() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        world.api.patch("w", "{\"spec\": {\"size\": 2}}");
        operator.handledByOthers(2);
        world.api.takeWrites();
        world.api.refuse("GET " + FakeApi.COLLECTION + "?limit=1", 503);

        operator.resumeBehind();
        assertThat(world.calls).containsExactly("made 1");
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.api.watching()).isEqualTo(1);
    }

    @Test
    void N10_a_state_that_was_indexed_while_another_operator_handled_the_object_is_not_handled_again() {
        IndexName<String, String> index = IndexName.of("byName");
        TwoKinds two = new TwoKinds();
        two.onGadgets()
                .index(index, (gadget, ctx) -> {
                    if (gadget.getMetadata().getAnnotations().isEmpty()) {
                        two.operator().pause();
                        two.gadgets.patch("g", ESSENCE_OF_SIZE_1);
                        two.operator().resume(true);
                    }
                    return Map.of("g", "g");
                })
                .create("made", (gadget, ctx) -> two.note("made"))
                .update("changed", (gadget, change, ctx) -> two.note("changed " + Pauses.size(gadget)));
        two.start();

        two.gadgets.create("g", "{\"size\": 1}");
        two.settle();
        assertThat(two.calls).isEmpty();

        two.gadgets.patch("g", "{\"spec\": {\"size\": 2}}");
        two.settle();
        assertThat(two.calls).containsExactly("changed 2");
    }
}
