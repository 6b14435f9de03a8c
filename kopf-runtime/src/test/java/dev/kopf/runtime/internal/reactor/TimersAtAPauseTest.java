package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What timers have set when their operator makes way for another one (B-14, N-10). */
final class TimersAtAPauseTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Pauses operator = new Pauses();
    private final World world = operator.world;
    private final BoundedExecutor places = operator.places;

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
        operator.resume();

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
        operator.resume();
        world.advance(Duration.ofSeconds(5));

        assertThat(Json.map(world.widget().metadata().get("labels"))).containsEntry("ticks", "2");
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
        operator.resume();

        assertThat(world.status("tick")).isEqualTo("ours");
    }

    @Test
    void B_14_what_a_timer_has_set_and_could_not_be_stored_is_stored_though_others_have_handled_the_object() {
        world.on().create("made", (widget, ctx) -> null);
        pauseAtATickThatCannotBeStored();
        operator.change(2);
        operator.handledByOthers(2);

        places.passTurn();
        operator.resume();

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
        operator.resume();

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
        operator.resume();
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
        operator.resume();

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
    void B_14_a_timer_begins_again_though_its_last_write_is_answered_when_the_pause_is_over() {
        world.on().timer("tick", Duration.ofMinutes(1), (widget, ctx) -> {
            world.note("ticked");
            if (world.calls.size() == 1) {
                places.pause();
                world.pauseBackground();
                ctx.patch().setLabel("tick", "ours");
            }
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.api.during(World.OBJECT, () -> {
            world.api.patch("w", "{\"metadata\": {\"labels\": {\"tick\": \"ours\"}}}");
            String late = Json.write(world.widget().fields());
            operator.change(2);
            world.catchUp();
            places.passTurn();
            world.resumeBackground();
            operator.resume();
            world.api.answer(World.OBJECT, late);
        });
        world.advance(Duration.ofSeconds(1));
        world.advance(HOUR);

        assertThat(world.calls).hasSizeGreaterThan(2);
    }

    @Test
    void
            P2_what_is_set_when_a_pause_begins_is_left_to_the_worker_of_the_object_if_the_pause_is_over_before_it_is_written() {
        List<String> looks = new ArrayList<>();
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.during(World.LOOK, () -> {
                looks.add("of the timer");
                places.resume();
                world.api.during(World.LOOK, () -> looks.add("of the worker"));
            });
            return "ours";
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));

        assertThat(looks).containsExactly("of the timer", "of the worker");
        assertThat(world.status("tick")).isEqualTo("ours");
    }

    @Test
    void B_14_what_is_set_when_a_pause_begins_is_not_written_over_what_others_write_at_that_moment() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.during(
                    World.OBJECT, () -> world.api.patch("w", "{\"metadata\": {\"labels\": {\"tick\": \"theirs\"}}}"));
            ctx.patch().setLabel("tick", "ours");
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));

        assertThat(Json.map(world.widget().metadata().get("labels"))).containsEntry("tick", "theirs");
    }

    /** A timer has set something that could not be stored, and then the operator makes way. */
    private void pauseAfterATickThatCouldNotBeStored() {
        world.on().timer("tick", HOUR, (widget, ctx) -> world.note("ticked") == null ? "ours" : null);
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.STATUS, 500);
        world.advance(Duration.ofMillis(1));
        assertThat(world.calls).containsOnlyOnce("ticked");
        assertThat(world.status("tick")).isNull();
        places.pause();
    }

    @Test
    void B_14_what_a_timer_has_set_before_a_pause_is_stored_after_it_though_others_have_handled_the_object() {
        operator.noteAll();
        pauseAfterATickThatCouldNotBeStored();
        operator.change(2);
        operator.handledByOthers(2);

        places.passTurn();
        operator.resume();
        world.advance(Duration.ofSeconds(5));

        assertThat(world.status("tick")).isEqualTo("ours");
        assertThat(world.calls).containsExactlyInAnyOrder("made 1", "ticked");
    }

    @Test
    void B_14_what_a_timer_cannot_find_out_of_its_object_when_a_pause_begins_is_stored_afterwards() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.refuse(World.LOOK, 503);
            return world.note("ticked") == null ? "ours" : null;
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.status("tick")).isNull();

        places.passTurn();
        operator.resume();

        assertThat(world.calls).containsExactly("ticked");
        assertThat(world.status("tick")).isEqualTo("ours");
    }

    @Test
    void B_14_nothing_is_owed_to_an_object_that_is_gone_when_its_timer_ends_for_a_pause() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.remove("w");
            return world.note("ticked") == null ? "ours" : null;
        });
        world.start().create("{\"size\": 1}");
        world.api.takeWrites();

        world.timers.advance(Duration.ofSeconds(1)); // and the watch is late to tell

        assertThat(world.calls).containsExactly("ticked");
        assertThat(world.unsettled()).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void B_14_an_edit_of_a_timer_that_meets_others_writes_again_and_again_when_a_pause_begins_is_made_afterwards() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            ctx.patch().edit(object -> FieldPath.of("status", "ticks").with(object, 1));
            return world.note("ticked");
        });
        world.start().create("{\"size\": 1}");
        for (int i = 0; i < 3; i++) {
            int size = i;
            world.api.during(World.STATUS, () -> operator.change(size + 2));
        }
        world.api.requests.clear();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.api.requests)
                .filteredOn(request -> request.startsWith(World.STATUS))
                .hasSize(3);
        assertThat(world.status("ticks")).isNull();

        places.passTurn();
        operator.resume();

        assertThat(String.valueOf(world.status("ticks"))).isEqualTo("1");
    }

    @Test
    void B_14_what_breaks_off_when_a_pause_begins_is_begun_again_afterwards() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            world.api.crash(World.STATUS);
            return world.note("ticked") == null ? "ours" : null;
        });
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.status("tick")).isNull();

        places.passTurn();
        operator.resume();

        assertThat(world.calls).containsExactly("ticked");
        assertThat(world.status("tick")).isEqualTo("ours");
    }

    @Test
    void N10_handlers_of_resuming_are_not_called_again_where_only_what_a_timer_had_set_before_is_given_up() {
        world.on().resume("back", (widget, ctx) -> world.note("back"));
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            if (world.calls.isEmpty()) {
                return null; // in the first life
            }
            return world.note("ticked") == null ? "ours" : null;
        });
        world.start().create("{\"size\": 1}");
        world.crash();
        world.api.refuse(World.STATUS, 500);
        world.start();
        world.advance(Duration.ofMillis(1));
        assertThat(world.calls).containsExactly("back", "ticked");
        places.pause();
        world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");

        places.passTurn();
        operator.resume();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("back", "ticked");
        assertThat(world.status("tick")).isEqualTo("theirs");
    }

    @Test
    void B_14_what_a_timer_set_before_a_pause_is_not_given_up_for_what_it_had_set_before_that() {
        world.on()
                .timer("tick", Duration.ofMillis(500), (widget, ctx) -> {
                    world.note("ticked");
                    return world.calls.size() <= 2 ? String.valueOf(world.calls.size()) : null;
                })
                .event("seen", (widget, ctx) -> {
                    if (world.calls.size() == 1) {
                        world.timers.advance(Duration.ofMillis(500));
                        places.pause();
                        places.passTurn();
                        places.resume();
                    }
                });
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.STATUS, 500);
        world.advance(Duration.ofMillis(1));
        assertThat(world.calls).containsExactly("ticked");
        operator.change(2);
        world.advance(Duration.ofMinutes(1));

        assertThat(world.status("tick")).isEqualTo("2");
    }

    @Test
    void B_14_what_is_left_of_an_edit_when_a_pause_begins_is_not_taken_for_what_others_have_changed() {
        world.on().timer("tick", HOUR, (widget, ctx) -> {
            places.pause();
            ctx.patch().edit(object -> FieldPath.of("metadata", "labels").with(object, Map.of("tick", "ours")));
            return world.note("ticked") == null ? "ours" : null;
        });
        world.start().create("{\"size\": 1}");
        world.api.during(World.STATUS, () -> world.api.during(World.OBJECT, () -> operator.change(2)));
        world.advance(Duration.ofSeconds(1));

        places.passTurn();
        operator.resume();

        assertThat(world.calls).containsExactly("ticked");
        assertThat(world.status("tick")).isEqualTo("ours");
        assertThat(Json.map(world.widget().metadata().get("labels"))).containsEntry("tick", "ours");
    }

    @Test
    void B_14_what_a_timer_has_set_while_a_handler_ran_into_a_pause_is_not_written_over_what_others_have_set() {
        world.on()
                .timer("tick", HOUR, (widget, ctx) -> world.note("ticked") == null ? "ours" : null)
                .create("made", (widget, ctx) -> {
                    world.timers.advance(Duration.ofMillis(1));
                    places.pause();
                    world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");
                    return world.note("made");
                });
        world.start().create("{\"size\": 1}");
        assertThat(world.calls).containsExactly("ticked", "made");

        operator.resumeBehind();

        assertThat(world.status("tick")).isEqualTo("theirs");
        assertThat(world.unsettled()).isEmpty();
    }

    @Test
    void B_14_nor_where_the_object_could_not_be_read_when_it_was_set() {
        world.waiting(new WaitingStates(0));
        world.on()
                .create("made", (widget, ctx) -> {
                    throw new TemporaryException("Not yet.", HOUR);
                })
                .timer("tick", HOUR, (widget, ctx) -> world.note("ticked") == null ? "ours" : null);
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.LOOK, 503);
        world.timers.advance(Duration.ofMillis(1));
        assertThat(world.calls).containsExactly("ticked");
        assertThat(world.status("tick")).isNull();
        places.pause();
        world.api.patch("w", "{\"status\": {\"tick\": \"theirs\"}}");

        operator.resumeBehind();
        world.advance(Duration.ofMinutes(5));

        assertThat(world.status("tick")).isEqualTo("theirs");
    }
}
