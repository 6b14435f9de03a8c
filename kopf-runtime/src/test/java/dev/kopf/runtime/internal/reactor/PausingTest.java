package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An operator that makes way for another one forgets nothing, and takes up what has waited (N-9, N-10; W-9 departs). */
final class PausingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Pauses operator = new Pauses();
    private final World world = operator.world;
    private final BoundedExecutor places = operator.places;

    @Test
    void W9_it_goes_on_watching_and_handles_afterwards_what_changed_while_it_paused() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        operator.change(2);
        operator.change(3);
        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.watching()).isEqualTo(1);

        operator.resume();

        assertThat(world.calls).containsExactly("made 1", "changed 3");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
    }

    @Test
    void N9_an_operator_that_pauses_from_the_start_handles_all_that_it_finds_when_it_goes_on() {
        world.on().resume("back", (widget, ctx) -> world.note("back " + Pauses.size(widget)));
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        world.crash();
        places.pause();
        world.api.create("new", "{\"size\": 2}");
        world.start();
        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();

        operator.resume();

        assertThat(world.calls).containsExactlyInAnyOrder("back 1", "made 2");
    }

    @Test
    void N10_handlers_of_resuming_are_not_called_again_after_a_pause() {
        world.on().resume("back", (widget, ctx) -> world.note("back"));
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        world.crash();
        world.start();
        places.pause();
        operator.change(2);

        operator.resume();

        assertThat(world.calls).containsExactly("back", "changed 2");
    }

    @Test
    void N9_a_handler_that_runs_is_not_interrupted_and_what_it_did_is_stored() {
        world.on().create("made", (widget, ctx) -> {
            places.pause();
            operator.change(2);
            return world.note("made " + Pauses.size(widget));
        });
        world.on().update("changed", (widget, change, ctx) -> world.note("changed " + Pauses.size(widget)));
        world.start().create("{\"size\": 1}");
        world.settle();

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).anyMatch(write -> write.contains("last-handled-configuration"));
        world.advance(HOUR);
        assertThat(world.calls).hasSize(1);

        places.resume();
        world.settle();
        assertThat(world.calls.get(world.calls.size() - 1)).contains("2");
    }

    @Test
    void N9_what_a_handler_returns_that_runs_is_stored_during_the_pause_though_the_object_has_changed() {
        world.on()
                .create("made", (widget, ctx) -> {
                    places.pause();
                    operator.change(2);
                    return "yes";
                })
                .update("changed", (widget, change, ctx) -> world.note("changed " + Pauses.size(widget)));
        world.start().create("{\"size\": 1}");
        world.settle();
        assertThat(world.status("made")).isEqualTo("yes");

        operator.resume();

        assertThat(world.calls).containsExactly("changed 2");
    }

    @Test
    void N9_no_further_handler_is_called_of_a_pass_that_a_pause_comes_into() {
        world.on().create("first", (widget, ctx) -> {
            places.pause();
            return world.note("first");
        });
        world.on().create("second", (widget, ctx) -> {
            ctx.subHandler(HandlerOptions.of("item"), sub -> world.note("item"));
            return world.note("second");
        });
        world.start().create("{\"size\": 1}");
        world.advance(HOUR);
        assertThat(world.calls).containsExactly("first");
        assertThat(world.record("first")).containsEntry("success", true);

        operator.resume();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("first", "second", "item");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void N9_no_sub_handler_is_called_after_a_pause_has_come_and_all_are_afterwards() {
        world.on().create("parent", (widget, ctx) -> {
            if (world.calls.isEmpty()) {
                places.pause();
            }
            ctx.subHandler(HandlerOptions.of("item"), sub -> world.note("item"));
            return world.note("parent");
        });
        world.start().create("{\"size\": 1}");
        world.advance(HOUR);
        assertThat(world.calls).containsExactly("parent");

        operator.resume();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("parent", "parent", "item");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void N9_a_pause_that_comes_before_the_first_handler_of_a_pass_loses_nothing() {
        operator.noteAll();
        world.start();
        world.api.during(World.OBJECT, places::pause); // the write of the finalizer
        world.create("{\"size\": 1}");
        world.advance(HOUR);
        assertThat(world.calls).isEmpty();
        world.api.takeWrites();

        operator.resume();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void N9_what_comes_while_a_handler_runs_into_a_pause_is_shown_afterwards() {
        world.on().event("seen", (widget, ctx) -> {
            world.note("seen " + Pauses.size(widget));
            if (world.calls.size() == 1) {
                places.pause();
                operator.change(2);
            }
        });
        world.start().create("{\"size\": 1}");
        assertThat(world.calls).containsExactly("seen 1");

        operator.resume();

        assertThat(world.calls).containsExactly("seen 1", "seen 2");
    }

    @Test
    void N9_retries_wait_for_the_end_of_the_pause() {
        world.on().create("made", (widget, ctx) -> {
            world.note("tried");
            if (world.calls.size() < 2) {
                throw new TemporaryException("not yet", Duration.ofSeconds(5));
            }
            return null;
        });
        world.start().create("{}");
        places.pause();
        world.advance(HOUR);
        assertThat(world.calls).hasSize(1);

        operator.resume();

        assertThat(world.calls).hasSize(2);
    }

    @Test
    void N9_writes_that_failed_wait_for_the_end_of_the_pause() {
        operator.noteAll();
        world.start();
        world.api.refuse(World.OBJECT, 500);
        world.create("{\"size\": 1}");
        places.pause();
        world.api.takeWrites();
        world.advance(HOUR);
        assertThat(world.api.takeWrites()).isEmpty();

        operator.resume();
        world.advance(HOUR);

        assertThat(world.calls).contains("made 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void what_another_operator_has_handled_meanwhile_is_not_handled_again() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        String before = String.valueOf(world.widget().annotations().get(World.ESSENCE));
        operator.change(2);
        String essence = before.replace("1", "2")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        world.patch("{\"metadata\": {\"annotations\": {\"" + World.ESSENCE + "\": \"" + essence + "\"}}}");
        world.api.takeWrites();

        operator.resume();

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
    }

    /** Nobody knows whether the watch of the peering object, or that of the kind, is the first to tell. */
    @Test
    void N10_what_another_operator_has_handled_is_not_handled_again_though_the_watch_has_not_told_of_it() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        Object essence = world.widget().annotations().get(World.ESSENCE);
        places.pause();
        operator.change(2);
        world.api.patch(
                "w",
                Json.write(Map.of(
                        "metadata",
                        Map.of(
                                "annotations",
                                Map.of(World.ESSENCE, String.valueOf(essence).replace("1", "2"))))));
        world.api.takeWrites();

        places.passTurn();
        places.resume();
        assertThat(world.calls).containsExactly("made 1");
        world.settle();

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void N10_a_handler_that_waits_for_a_retry_is_not_called_after_another_operator_has_done_it() {
        world.on().create("made", (widget, ctx) -> {
            world.note("made " + Pauses.size(widget));
            throw new TemporaryException("Not yet.", HOUR);
        });
        world.start().create("{\"size\": 1}");
        assertThat(world.calls).containsExactly("made 1");
        places.pause();
        world.advance(HOUR);
        world.api.remove("w");

        places.passTurn();
        places.resume();

        assertThat(world.calls).containsExactly("made 1");
    }

    @Test
    void an_object_that_came_and_went_during_the_pause_leaves_nothing() {
        operator.noteAll();
        world.start();
        places.pause();
        world.create("{\"size\": 1}");
        world.delete();

        operator.resume();

        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void a_deletion_during_the_pause_is_handled_afterwards() {
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        world.delete();
        assertThat(world.api.exists("w")).isTrue();

        operator.resume();

        assertThat(world.calls).containsExactly("made 1", "ended");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void P6_states_that_come_during_a_pause_take_no_more_room_than_others_that_wait() {
        operator.noteAll();
        WaitingStates room = new WaitingStates(3_000);
        world.waiting(room).start();
        places.pause();
        for (int i = 0; i < 50; i++) {
            world.api.create("w" + i, "{\"size\": " + i + "}");
        }
        world.settle();
        assertThat(room.taken()).isPositive().isLessThanOrEqualTo(3_000);
        assertThat(world.api.requests).noneMatch(request -> request.startsWith(World.LOOK));

        operator.resume();

        assertThat(world.calls)
                .containsExactlyInAnyOrder(
                        IntStream.range(0, 50).mapToObj(i -> "made " + i).toArray(String[]::new));
        assertThat(world.api.requests).anyMatch(request -> request.startsWith(World.LOOK));
        assertThat(room.taken()).isZero();
    }

    @Test
    void P6_a_state_that_is_remembered_counts_while_its_worker_pauses() {
        WaitingStates room = new WaitingStates(100_000);
        world.waiting(room).on().create("made", (widget, ctx) -> {
            places.pause();
            operator.change(2);
            throw new TemporaryException("not yet", Duration.ofSeconds(5));
        });
        world.start().create("{\"size\": 1}");
        long one = new WaitingStates(100_000).take(world.widget());

        assertThat(room.taken()).as("what is remembered, and what is new").isGreaterThan(one * 3 / 2);
    }

    @Test
    void P1_nothing_is_lost_whatever_is_paused_and_changed() {
        for (int seed = 0; seed < 100; seed++) {
            new PausingTest().play(new Random(seed));
        }
    }

    private void play(Random random) {
        operator.noteAll();
        List<WaitingStates> rooms = List.of(new WaitingStates(Long.MAX_VALUE), new WaitingStates(0));
        world.waiting(rooms.get(random.nextInt(2)));
        world.start();
        List<String> steps = new ArrayList<>();
        for (int size = 0; size < 30; size++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    steps.add("pause");
                    places.pause();
                }
                case 1 -> {
                    steps.add("resume");
                    operator.resume();
                }
                case 2 -> {
                    steps.add("delete");
                    if (world.api.exists("w")) {
                        world.delete();
                    }
                }
                default -> {
                    steps.add("size " + size);
                    if (!world.api.exists("w")) {
                        world.create("{\"size\": " + size + "}");
                    } else if (!world.widget().isDeleting()) {
                        operator.change(size);
                    }
                }
            }
        }
        operator.resume();
        world.advance(HOUR);
        if (!world.api.exists("w")) {
            return;
        }
        assertThat(world.widget().isDeleting()).as("%s", steps).isFalse();
        assertThat(world.essence().get("spec"))
                .as("%s", steps)
                .isEqualTo(world.widget().fields().get("spec"));
        assertThat(world.calls.get(world.calls.size() - 1))
                .as("%s", steps)
                .endsWith(" " + Json.map(world.widget().fields().get("spec")).get("size"));
    }
}
