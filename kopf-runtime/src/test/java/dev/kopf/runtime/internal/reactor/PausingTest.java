package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
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

    private final World world = new World();
    private final BoundedExecutor places =
            new BoundedExecutor(Runnable::run, world.timers, new BoundedExecutor.Limits(32, 1_000));

    PausingTest() {
        world.workingIn(places);
    }

    private void noteAll() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + size(widget)))
                .update("changed", (widget, change, ctx) -> world.note("changed " + size(widget)))
                .delete("ended", (widget, ctx) -> world.note("ended"));
    }

    private static String size(GenericKubernetesResource widget) {
        return String.valueOf(widget.<Object>get("spec", "size"));
    }

    private void resume() {
        places.resume();
        world.settle();
    }

    private void change(int size) {
        world.patch("{\"spec\": {\"size\": " + size + "}}");
    }

    @Test
    void W9_it_goes_on_watching_and_handles_afterwards_what_changed_while_it_paused() {
        noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        change(2);
        change(3);
        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.watching()).isEqualTo(1);

        resume();

        assertThat(world.calls).containsExactly("made 1", "changed 3");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
    }

    @Test
    void N9_an_operator_that_pauses_from_the_start_handles_all_that_it_finds_when_it_goes_on() {
        world.on().resume("back", (widget, ctx) -> world.note("back " + size(widget)));
        noteAll();
        world.start().create("{\"size\": 1}");
        world.crash();
        places.pause();
        world.api.create("new", "{\"size\": 2}");
        world.start();
        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();

        resume();

        assertThat(world.calls).containsExactlyInAnyOrder("back 1", "made 2");
    }

    @Test
    void N10_handlers_of_resuming_are_not_called_again_after_a_pause() {
        world.on().resume("back", (widget, ctx) -> world.note("back"));
        noteAll();
        world.start().create("{\"size\": 1}");
        world.crash();
        world.start();
        places.pause();
        change(2);

        resume();

        assertThat(world.calls).containsExactly("back", "changed 2");
    }

    @Test
    void N9_a_handler_that_runs_is_not_interrupted_and_what_it_did_is_stored() {
        world.on().create("made", (widget, ctx) -> {
            places.pause();
            change(2);
            return world.note("made " + size(widget));
        });
        world.on().update("changed", (widget, change, ctx) -> world.note("changed " + size(widget)));
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

        resume();
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

        resume();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("parent", "parent", "item");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void N9_a_pause_that_comes_before_the_first_handler_of_a_pass_loses_nothing() {
        noteAll();
        world.start();
        world.api.during(World.OBJECT, places::pause); // the write of the finalizer
        world.create("{\"size\": 1}");
        world.advance(HOUR);
        assertThat(world.calls).isEmpty();
        world.api.takeWrites();

        resume();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void N9_what_comes_while_a_handler_runs_into_a_pause_is_shown_afterwards() {
        world.on().event("seen", (widget, ctx) -> {
            world.note("seen " + size(widget));
            if (world.calls.size() == 1) {
                places.pause();
                change(2);
            }
        });
        world.start().create("{\"size\": 1}");
        assertThat(world.calls).containsExactly("seen 1");

        resume();

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

        resume();

        assertThat(world.calls).hasSize(2);
    }

    @Test
    void N9_writes_that_failed_wait_for_the_end_of_the_pause() {
        noteAll();
        world.start();
        world.api.refuse(World.OBJECT, 500);
        world.create("{\"size\": 1}");
        places.pause();
        world.api.takeWrites();
        world.advance(HOUR);
        assertThat(world.api.takeWrites()).isEmpty();

        resume();
        world.advance(HOUR);

        assertThat(world.calls).contains("made 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void what_another_operator_has_handled_meanwhile_is_not_handled_again() {
        noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        String before = String.valueOf(world.widget().annotations().get(World.ESSENCE));
        change(2);
        String essence = before.replace("1", "2")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        world.patch("{\"metadata\": {\"annotations\": {\"" + World.ESSENCE + "\": \"" + essence + "\"}}}");
        world.api.takeWrites();

        resume();

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
    }

    /** Nobody knows whether the watch of the peering object, or that of the kind, is the first to tell. */
    @Test
    void N10_what_another_operator_has_handled_is_not_handled_again_though_the_watch_has_not_told_of_it() {
        noteAll();
        world.start().create("{\"size\": 1}");
        Object essence = world.widget().annotations().get(World.ESSENCE);
        places.pause();
        change(2);
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
            world.note("made " + size(widget));
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
    void B_14_what_a_timer_sets_while_the_pause_begins_is_written_before_others_work_and_not_over_theirs() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.note("ticked");
            return "ours";
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.calls).containsExactly("ticked");
        assertThat(Json.map(world.widget().fields().get("status"))).containsEntry("tick", "ours");
        world.patch("{\"status\": {\"tick\": \"theirs\"}}");

        places.passTurn();
        resume();

        assertThat(Json.map(world.widget().fields().get("status"))).containsEntry("tick", "theirs");
    }

    @Test
    void B_14_what_is_owed_from_before_the_pause_is_not_written_over_what_was_set_later() {
        world.on().timer("tick", Duration.ofMillis(500), (widget, ctx) -> {
            world.note("ticked");
            if (world.calls.size() <= 2) {
                ctx.patch().setLabel("ticks", String.valueOf(world.calls.size()));
            }
            if (world.calls.size() == 2) {
                places.pause();
            }
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.OBJECT, 500);
        world.advance(Duration.ofMillis(1));
        assertThat(world.calls).hasSize(1);
        world.advance(Duration.ofMillis(500));
        assertThat(world.calls).hasSize(2);

        places.passTurn();
        resume();
        world.advance(Duration.ofSeconds(5));

        assertThat(Json.map(world.widget().metadata().get("labels"))).containsEntry("ticks", "2");
    }

    /** What another operator has stored of this size. */
    private void handledByOthers(int size) {
        String essence = String.valueOf(world.widget().annotations().get(World.ESSENCE))
                .replaceAll("\"size\":\\d+", "\"size\":" + size);
        assertThat(essence).contains("\"size\":" + size);
        world.api.patch("w", Json.write(Map.of("metadata", Map.of("annotations", Map.of(World.ESSENCE, essence)))));
    }

    /** An update was handled, and cannot be stored; then the operator makes way. */
    private void pauseWithWhatIsOwed() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + size(widget)))
                .update("changed", (widget, change, ctx) -> {
                    world.note("changed " + size(widget));
                    return "ours";
                });
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.STATUS, 500);
        change(2);
        assertThat(world.calls).containsExactly("made 1", "changed 2");
        places.pause();
        world.api.takeWrites();
    }

    @Test
    void N10_what_could_not_be_stored_before_a_pause_is_not_written_over_what_another_operator_has_stored_since() {
        pauseWithWhatIsOwed();
        change(3);
        handledByOthers(3);
        world.api.patch("w", "{\"status\": {\"changed\": \"theirs\"}}");
        world.api.takeWrites();

        places.passTurn();
        resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.status("changed")).isEqualTo("theirs");
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void N10_what_could_not_be_stored_before_a_pause_is_stored_afterwards_if_nobody_has_touched_the_object() {
        pauseWithWhatIsOwed();

        places.passTurn();
        resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=2}");
        assertThat(world.status("changed")).isEqualTo("ours");
    }

    @Test
    void N10_what_could_not_be_stored_before_a_pause_is_stored_though_a_user_has_changed_the_object_since() {
        pauseWithWhatIsOwed();
        change(3);

        places.passTurn();
        resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2", "changed 3");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.status("changed")).isEqualTo("ours");
    }

    @Test
    void N10_what_is_owed_from_before_a_pause_waits_until_it_is_known_what_others_have_made_of_the_object() {
        pauseWithWhatIsOwed();
        world.api.patch("w", "{\"spec\": {\"size\": 3}}"); // which the watch is late to tell
        handledByOthers(3);
        world.api.refuse(World.LOOK, 503);
        world.api.takeWrites();

        places.passTurn();
        places.resume();
        world.redeliver();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
    }

    @Test
    void N10_what_was_stored_before_a_pause_and_not_answered_is_not_taken_for_what_others_have_done() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + size(widget)))
                .update("changed", (widget, change, ctx) -> {
                    world.note("changed " + size(widget));
                    return "ours";
                });
        world.start().create("{\"size\": 1}");
        world.api.loseAnswer(World.STATUS);
        change(2);
        places.pause();

        places.passTurn();
        resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.status("changed")).isEqualTo("ours");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=2}");
    }

    @Test
    void N10_an_attempt_that_could_not_be_stored_before_a_pause_is_not_stored_when_others_have_succeeded() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + size(widget)))
                .update("changed", (widget, change, ctx) -> {
                    world.note("changed " + size(widget));
                    throw new TemporaryException("Not yet.", HOUR);
                });
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.OBJECT, 500);
        change(2);
        places.pause();
        handledByOthers(2);
        world.api.takeWrites();

        places.passTurn();
        resume();
        world.advance(HOUR.multipliedBy(2));

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.records()).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void N10_handlers_of_resuming_whose_work_was_given_up_are_called_again() {
        world.on().resume("back", (widget, ctx) -> {
            world.note("back " + size(widget));
            return "yes";
        });
        noteAll();
        world.start().create("{\"size\": 1}");
        world.crash();
        world.api.refuse(World.STATUS, 500);
        world.start();
        assertThat(world.calls).containsExactly("back 1");
        places.pause();
        change(2);
        handledByOthers(2);
        world.api.patch("w", "{\"status\": {\"back\": \"theirs\"}}");

        places.passTurn();
        resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("back 1", "back 2");
        assertThat(world.status("back")).isEqualTo("yes");
    }

    private void pauseAtATickThatCannotBeStored() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.note("ticked");
            return "ours";
        });
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.STATUS, 500);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.calls).containsExactly("ticked");
        assertThat(world.status("tick")).isNull();
    }

    @Test
    void B_14_what_a_timer_has_set_and_could_not_be_stored_is_not_written_over_what_others_have_set_since() {
        pauseAtATickThatCannotBeStored();
        world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");

        places.passTurn();
        places.resume();
        world.settle();

        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void
            B_14_what_a_timer_has_set_and_could_not_be_stored_is_stored_after_the_pause_if_nobody_has_touched_the_object() {
        pauseAtATickThatCannotBeStored();

        places.passTurn();
        resume();

        assertThat(world.status("tick")).isEqualTo("ours");
    }

    @Test
    void B_14_what_a_timer_has_set_and_could_not_be_stored_is_stored_though_others_have_handled_the_object() {
        world.on().create("made", (widget, ctx) -> null);
        pauseAtATickThatCannotBeStored();
        change(2);
        handledByOthers(2);

        places.passTurn();
        resume();

        assertThat(world.status("tick")).isEqualTo("ours");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=2}");
    }

    @Test
    void B_14_what_a_timer_returns_when_others_have_begun_to_work_is_not_written_over_theirs() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");
            return world.note("ticked") == null ? "ours" : null;
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.calls).containsExactly("ticked");

        places.passTurn();
        resume();

        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void N10_handlers_of_resuming_are_not_called_again_where_only_what_a_timer_has_set_is_given_up() {
        world.on().resume("back", (widget, ctx) -> world.note("back"));
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            if (world.calls.isEmpty()) {
                return null; // in the first life
            }
            places.pause();
            world.api.refuse(World.STATUS, 500);
            world.note("ticked");
            return "ours";
        });
        world.start().create("{\"size\": 1}");
        world.crash();
        world.start();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.calls).containsExactly("back", "ticked");
        world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");

        places.passTurn();
        resume();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("back", "ticked");
        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void B_14_what_is_written_when_a_pause_begins_is_known_to_a_timer_that_begins_after_it_before_the_watch_tells() {
        world.on().timer("tick", Duration.ofSeconds(10), (widget, ctx) -> {
            world.note("ticked after " + widget.<Object>get("status", "tick"));
            if (world.calls.size() == 1) {
                places.pause();
            }
            return "ours";
        });
        world.start().create("{\"size\": 1}");
        world.timers.advance(Duration.ofSeconds(1));
        places.resume();
        world.timers.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("ticked after null", "ticked after ours");
    }

    @Test
    void B_14_what_is_left_of_a_write_at_the_beginning_of_a_pause_is_written_after_it_and_the_rest_not_again() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            ctx.patch().setLabel("tick", "ours");
            return "ours";
        });
        world.start().create("{\"size\": 1}");
        world.api.during(World.STATUS, () -> world.api.during(World.OBJECT, () -> world.api.refuse(World.OBJECT, 500)));
        world.advance(Duration.ofSeconds(1));
        assertThat(world.status("tick")).isEqualTo("ours");
        world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");

        places.passTurn();
        resume();

        assertThat(Json.map(world.widget().metadata().get("labels"))).containsEntry("tick", "ours");
        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void
            B_14_R8_an_operator_that_ends_while_it_pauses_writes_what_timers_have_left_where_nobody_has_touched_the_object() {
        pauseAtATickThatCannotBeStored();

        world.stop();

        assertThat(world.status("tick")).isEqualTo("ours");
    }

    @Test
    void B_14_R8_an_operator_that_ends_while_it_pauses_writes_nothing_over_what_others_have_set() {
        pauseAtATickThatCannotBeStored();
        world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");

        world.stop();

        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void B_14_what_is_set_when_a_pause_begins_is_written_though_the_object_changes_at_that_moment() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.during(World.OBJECT, () -> world.api.patch("w", "{\"spec\": {\"size\": 2}}"));
            ctx.patch().edit(object -> FieldPath.of("spec", "ticked").with(object, "yes"));
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));

        assertThat(Json.map(world.widget().fields().get("spec")))
                .containsEntry("ticked", "yes")
                .containsEntry("size", 2);
    }

    @Test
    void an_object_that_came_and_went_during_the_pause_leaves_nothing() {
        noteAll();
        world.start();
        places.pause();
        world.create("{\"size\": 1}");
        world.delete();

        resume();

        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void a_deletion_during_the_pause_is_handled_afterwards() {
        noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        world.delete();
        assertThat(world.api.exists("w")).isTrue();

        resume();

        assertThat(world.calls).containsExactly("made 1", "ended");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void P6_states_that_come_during_a_pause_take_no_more_room_than_others_that_wait() {
        noteAll();
        WaitingStates room = new WaitingStates(3_000);
        world.waiting(room).start();
        places.pause();
        for (int i = 0; i < 50; i++) {
            world.api.create("w" + i, "{\"size\": " + i + "}");
        }
        world.settle();
        assertThat(room.taken()).isPositive().isLessThanOrEqualTo(3_000);
        assertThat(world.api.requests).noneMatch(request -> request.startsWith(World.LOOK));

        resume();

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
            change(2);
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
        noteAll();
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
                    resume();
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
                        change(size);
                    }
                }
            }
        }
        resume();
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

    /** Others have ended: what they did, the watch has not told of yet. */
    private void resumeBehind() {
        world.catchUp();
        places.passTurn();
        resume();
    }

    @Test
    void N10_what_a_watch_is_late_to_tell_of_is_not_handled_after_another_operator_has_done_it() {
        noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        world.api.patch("w", "{\"spec\": {\"size\": 2}}");
        handledByOthers(2);
        world.api.takeWrites();

        resumeBehind();

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
        change(3);
        assertThat(world.calls).containsExactly("made 1", "changed 3");
    }

    @Test
    void N10_of_an_object_whose_changes_come_late_the_newest_state_is_asked_for_once_and_handled() {
        noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        for (int size = 2; size <= 5; size++) {
            world.api.patch("w", "{\"spec\": {\"size\": " + size + "}}");
        }
        world.api.requests.clear();

        resumeBehind();

        assertThat(world.calls).containsExactly("made 1", "changed 5");
        assertThat(world.api.requests)
                .filteredOn(request -> request.startsWith(World.LOOK))
                .hasSize(1);
    }

    @Test
    void N10_no_object_is_asked_for_that_is_made_or_changed_after_the_pause() {
        noteAll();
        world.start();
        places.pause();
        resumeBehind();
        world.api.requests.clear();

        world.create("{\"size\": 1}");
        change(2);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.requests).noneMatch(request -> request.startsWith(World.LOOK));
    }

    @Test
    void N10_an_object_that_came_and_went_while_others_worked_is_not_handled() {
        noteAll();
        world.start();
        places.pause();
        world.api.create("w", "{\"size\": 1}");
        world.api.remove("w");

        resumeBehind();
        world.advance(HOUR);

        assertThat(world.calls).isEmpty();
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void N10_while_it_is_not_known_how_far_a_watch_is_behind_nothing_old_is_handled() {
        noteAll();
        world.start().create("{\"size\": 1}");
        places.pause();
        world.api.patch("w", "{\"spec\": {\"size\": 2}}");
        handledByOthers(2);
        world.api.takeWrites();
        world.api.refuse("GET " + FakeApi.COLLECTION + "?limit=1", 503);

        resumeBehind();
        assertThat(world.calls).containsExactly("made 1");
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.api.watching()).isEqualTo(1);
    }
}
