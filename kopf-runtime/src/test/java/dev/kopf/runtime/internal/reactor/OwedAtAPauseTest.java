package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.FieldPath;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What could not be stored before another operator took over (N-10, R3). */
final class OwedAtAPauseTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Pauses operator = new Pauses();
    private final World world = operator.world;
    private final BoundedExecutor places = operator.places;

    /** Handlers that note what they are called for; the one of updates does this, and returns what comes of it. */
    private void handling(Supplier<@Nullable String> work) {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + Pauses.size(widget)))
                .update("changed", (widget, change, ctx) -> {
                    world.note("changed " + Pauses.size(widget));
                    return work.get();
                });
    }

    /** An update was handled, and cannot be stored; then the operator makes way. */
    private void pauseWithWhatIsOwed() {
        handling(() -> "ours");
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.STATUS, 500);
        operator.change(2);
        assertThat(world.calls).containsExactly("made 1", "changed 2");
        places.pause();
        world.api.takeWrites();
    }

    @Test
    void N10_what_could_not_be_stored_before_a_pause_is_not_written_over_what_another_operator_has_stored_since() {
        pauseWithWhatIsOwed();
        operator.change(3);
        operator.handledByOthers(3);
        world.api.patch("w", "{\"status\": {\"changed\": \"theirs\"}}");
        world.api.takeWrites();

        places.passTurn();
        operator.resume();
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
        operator.resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=2}");
        assertThat(world.status("changed")).isEqualTo("ours");
    }

    @Test
    void N10_what_could_not_be_stored_before_a_pause_is_stored_though_a_user_has_changed_the_object_since() {
        pauseWithWhatIsOwed();
        operator.change(3);

        places.passTurn();
        operator.resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2", "changed 3");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.status("changed")).isEqualTo("ours");
    }

    @Test
    void N10_what_is_owed_from_before_a_pause_waits_until_it_is_known_what_others_have_made_of_the_object() {
        pauseWithWhatIsOwed();
        world.api.patch("w", "{\"spec\": {\"size\": 3}}"); // which the watch is late to tell
        operator.handledByOthers(3);
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
        handling(() -> "ours");
        world.start().create("{\"size\": 1}");
        world.api.loseAnswer(World.STATUS);
        operator.change(2);
        places.pause();

        places.passTurn();
        operator.resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.status("changed")).isEqualTo("ours");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=2}");
    }

    @Test
    void N10_an_attempt_that_could_not_be_stored_before_a_pause_is_not_stored_when_others_have_succeeded() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + Pauses.size(widget)))
                .update("changed", (widget, change, ctx) -> {
                    world.note("changed " + Pauses.size(widget));
                    throw new TemporaryException("Not yet.", HOUR);
                });
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.OBJECT, 500);
        operator.change(2);
        places.pause();
        operator.handledByOthers(2);
        world.api.takeWrites();

        places.passTurn();
        operator.resume();
        world.advance(HOUR.multipliedBy(2));

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.records()).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void N10_handlers_of_resuming_whose_work_was_given_up_are_called_again() {
        world.on().resume("back", (widget, ctx) -> {
            world.note("back " + Pauses.size(widget));
            return "yes";
        });
        operator.noteAll();
        world.start().create("{\"size\": 1}");
        world.crash();
        world.api.refuse(World.STATUS, 500);
        world.start();
        assertThat(world.calls).containsExactly("back 1");
        places.pause();
        operator.change(2);
        operator.handledByOthers(2);
        world.api.patch("w", "{\"status\": {\"back\": \"theirs\"}}");

        places.passTurn();
        operator.resume();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("back 1", "back 2");
        assertThat(world.status("back")).isEqualTo("yes");
    }

    @Test
    void N10_what_can_be_stored_neither_before_nor_right_after_a_pause_is_stored_at_last() {
        pauseWithWhatIsOwed();
        world.api.refuse(World.STATUS, 500);

        places.passTurn();
        operator.resume();
        assertThat(world.status("changed")).isNull();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.status("changed")).isEqualTo("ours");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=2}");
    }

    /** An update handler runs into a pause, and for longer than another operator works that handles the next change. */
    private void handleWhileOthersDo(Runnable end) {
        handling(() -> {
            if (world.calls.size() == 2) {
                places.pause();
                world.api.patch("w", "{\"spec\": {\"size\": 3}}");
                operator.handledByOthers(3);
                world.api.takeWrites();
                end.run();
            }
            return null;
        });
        world.start().create("{\"size\": 1}");
        operator.change(2);
    }

    @Test
    void N10_a_handler_that_takes_longer_than_others_work_does_not_store_its_state_over_theirs() {
        handleWhileOthersDo(() -> {
            world.catchUp();
            places.passTurn();
            places.resume();
        });
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void N10_a_handler_that_ends_while_others_work_does_not_store_its_state_over_theirs() {
        handleWhileOthersDo(() -> {});
        assertThat(world.api.takeWrites()).isEmpty();

        operator.resumeBehind();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void N10_what_a_handler_did_while_others_worked_is_owed_while_it_cannot_be_found_out_what_they_did() {
        handleWhileOthersDo(() -> world.api.refuse(World.LOOK, 503));
        assertThat(world.api.takeWrites()).isEmpty();

        operator.resumeBehind();
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.unsettled()).isEmpty();
    }

    /** Others have their whole turn while something of this operator runs. */
    private void othersHandle(int size) {
        places.pause();
        world.api.patch("w", "{\"spec\": {\"size\": " + size + "}}");
        operator.handledByOthers(size);
        world.catchUp();
        places.passTurn();
        places.resume();
    }

    @Test
    void N10_what_others_have_handled_while_an_event_was_shown_is_not_handled_again() {
        operator.noteAll();
        world.on().event("seen", (widget, ctx) -> {
            if (Pauses.size(widget).equals("2")) {
                othersHandle(3);
            }
        });
        world.start().create("{\"size\": 1}");
        operator.change(2);
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void N10_no_further_handler_is_called_of_a_pass_that_others_have_had_their_turn_in() {
        world.checkpointing(HOUR);
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + Pauses.size(widget)))
                .update("first", (widget, change, ctx) -> {
                    othersHandle(3);
                    return world.note("first " + Pauses.size(widget));
                })
                .update("second", (widget, change, ctx) -> world.note("second " + Pauses.size(widget)));
        world.start().create("{\"size\": 1}");
        operator.change(2);
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("made 1", "first 2");
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.unsettled()).isEmpty();
    }

    /** What another operator stores late, when its turn is over. */
    private void storedLate(int size) {
        operator.handledByOthers(size);
        world.api.patch("w", "{\"status\": {\"changed\": \"theirs\"}}");
        world.api.takeWrites();
    }

    private void leftAsOthersHaveMadeIt() {
        world.advance(HOUR);
        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.essence()).extracting("spec").asString().isEqualTo("{size=3}");
        assertThat(world.status("changed")).isEqualTo("theirs");
    }

    @Test
    void N10_what_is_owed_is_not_written_over_what_others_store_after_the_object_was_looked_at() {
        pauseWithWhatIsOwed();
        operator.change(3);
        world.api.during(World.STATUS, () -> storedLate(3));

        places.passTurn();
        operator.resume();

        leftAsOthersHaveMadeIt();
    }

    @Test
    void N10_an_operator_that_ends_does_not_write_what_is_owed_over_what_others_store_after_the_object_was_looked_at() {
        pauseWithWhatIsOwed();
        operator.change(3);
        world.api.during(World.STATUS, () -> {
            storedLate(3);
            world.stop();
        });

        places.passTurn();
        operator.resume();

        leftAsOthersHaveMadeIt();
    }

    @Test
    void N10_a_handler_that_others_had_their_turn_in_does_not_store_its_state_over_what_they_store_late() {
        handling(() -> {
            if (world.calls.size() == 2) {
                places.pause();
                world.api.patch("w", "{\"spec\": {\"size\": 3}}");
                world.api.during(World.OBJECT, () -> storedLate(3));
                world.catchUp();
                places.passTurn();
                places.resume();
            }
            return null;
        });
        world.start().create("{\"size\": 1}");
        operator.change(2);

        leftAsOthersHaveMadeIt();
    }

    @Test
    void N10_what_a_handler_did_is_not_given_up_with_what_a_timer_sets_that_took_longer_than_others_worked() {
        handling(() -> "ours");
        world.on().timer(HandlerOptions.of("tick").withInterval(HOUR).withInitialDelay(HOUR), (widget, ctx) -> {
            world.api.refuse(World.STATUS, 500);
            operator.change(2);
            places.pause();
            world.pauseBackground();
            world.catchUp();
            places.passTurn();
            world.resumeBackground();
            operator.resume();
            world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");
            world.api.refuse(World.STATUS, 500);
            return "late";
        });
        world.start().create("{\"size\": 1}");
        world.timers.advance(HOUR);
        world.settle();
        world.advance(Duration.ofMinutes(30));

        assertThat(world.calls).containsExactly("made 1", "changed 2");
        assertThat(world.status("changed")).isEqualTo("ours");
        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void N10_what_a_handler_did_after_a_pause_is_not_given_up_because_an_event_was_shown_before_it() {
        world.on()
                .event("seen", (widget, ctx) -> {
                    if (world.calls.isEmpty()) {
                        world.note("seen");
                        places.pause();
                        places.passTurn();
                        places.resume();
                        ctx.patch().set(FieldPath.of("status", "seen"), "ours");
                    }
                })
                .create("made", (widget, ctx) -> {
                    world.api.patch("w", "{\"status\": {\"seen\": \"another\"}}");
                    return world.note("made");
                });
        world.start().create("{\"size\": 1}");
        world.advance(HOUR);

        assertThat(world.calls).containsExactly("seen", "made");
        assertThat(world.essence()).isNotEmpty();
    }
}
