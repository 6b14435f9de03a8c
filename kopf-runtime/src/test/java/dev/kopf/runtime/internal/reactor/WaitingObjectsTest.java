package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.FieldPath;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Objects that wait for their turn, and whose states there is no room for: each is asked for then (P6). */
final class WaitingObjectsTest {

    private static final String LOOK = World.LOOK;

    private final WaitingStates none = new WaitingStates(0);
    private final Queue queue = new Queue();
    private final World world = new World();

    /** Places that are all taken until a test says so. */
    private static final class Queue implements Places {
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private boolean isBusy = true;
        private boolean isCrowded = true;

        @Override
        public boolean isCrowded() {
            return isCrowded;
        }

        @Override
        public void execute(Runnable task) {
            if (isBusy) {
                tasks.add(task);
            } else {
                task.run();
            }
        }
    }

    private void work() {
        while (!queue.tasks.isEmpty()) {
            queue.tasks.remove().run();
        }
    }

    /** Lets all happen that there is to do. */
    private void settle() {
        for (int i = 0; i < 5; i++) {
            work();
            world.settle();
        }
    }

    private long looks() {
        return world.api.requests.stream()
                .filter(request -> request.startsWith(LOOK))
                .count();
    }

    private World queueing(WaitingStates room) {
        return world.waiting(room).workingIn(queue);
    }

    private void noteSizes() {
        world.on()
                .create("onCreate", (widget, ctx) -> world.note("created " + size(widget)))
                .update("onUpdate", (widget, change, ctx) -> world.note("updated " + size(widget)));
    }

    private static String size(GenericKubernetesResource widget) {
        return String.valueOf(widget.<Object>get("spec", "size"));
    }

    private void change(int size) {
        world.api.patch("w", "{\"spec\": {\"size\": " + size + "}}");
    }

    private void noteEvents() {
        world.on().event("onEvent", (widget, ctx) -> note(ctx));
    }

    private void note(EventContext ctx) {
        world.calls.add(ctx.event().type() + " "
                + FieldPath.of("spec", "size").resolve(ctx.event().body().fields()));
    }

    @Test
    void P6_each_of_many_that_wait_is_handled_once_in_its_newest_state_and_no_more_is_held_than_there_is_room_for() {
        int objects = 50;
        int fit = 10;
        WaitingStates all = new WaitingStates(Long.MAX_VALUE);
        world.on()
                .create(
                        "onCreate",
                        (widget, ctx) -> world.note(widget.getMetadata().getName() + size(widget)));
        queueing(all).start();
        world.api.create("w", "{\"size\": 1, \"text\": \"" + "x".repeat(15_000) + "\"}");
        world.settle();
        long each = all.taken();
        settle();
        assertThat(all.taken()).isZero();
        world.crash();

        WaitingStates room = new WaitingStates(fit * each + each / 2);
        queueing(room).start();
        settle();
        world.api.requests.clear();
        for (int i = 0; i < objects; i++) {
            world.api.create("w" + i, "{\"size\": 1, \"text\": \"" + "x".repeat(15_000) + "\"}");
        }
        world.settle();
        assertThat(room.taken()).isBetween((fit - 1) * each, room.taken());
        for (int i = 0; i < objects; i++) {
            world.api.patch("w" + i, "{\"spec\": {\"size\": 2}}");
        }
        world.settle();
        assertThat(room.taken()).isBetween((fit - 1) * each, fit * each + each / 2);
        work();
        assertThat(looks()).isBetween((long) objects - fit - 1, (long) objects - fit + 1);
        settle();

        assertThat(world.calls)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, objects).mapToObj(i -> "w" + i + "2").toList());
        assertThat(world.api.takeWrites()).hasSize(objects);
        assertThat(room.taken()).isZero();
    }

    @Test
    void P6_an_object_that_is_handled_at_once_is_never_asked_for() {
        noteSizes();
        world.waiting(none).start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.calls).containsExactly("created 1", "updated 2");
        assertThat(looks()).isZero();
    }

    @Test
    void P6_what_comes_while_handlers_run_is_asked_for_when_they_are_done() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.note("created " + size(widget));
            change(2);
            world.settle();
            return null;
        });
        world.on().update("onUpdate", (widget, change, ctx) -> world.note("updated " + size(widget)));
        world.waiting(none).start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("created 1", "updated 2");
    }

    @Test
    void P6_what_comes_while_handlers_run_takes_of_the_room_though_places_are_free() {
        WaitingStates room = new WaitingStates(100_000);
        queue.isCrowded = false;
        queue.isBusy = false;
        world.on().create("onCreate", (widget, ctx) -> {
            assertThat(room.taken()).isZero();
            change(2);
            world.settle();
            assertThat(room.taken()).isPositive();
            return world.note("created " + size(widget));
        });
        queueing(room).start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("created 1");
        assertThat(room.taken()).isZero();
    }

    @Test
    void P6_what_has_a_place_of_its_own_at_once_takes_of_no_room_and_is_not_asked_for() {
        noteSizes();
        queue.isCrowded = false;
        queueing(none).start();
        world.create("{\"size\": 1}");
        settle();

        assertThat(world.calls).containsExactly("created 1");
        assertThat(looks()).isZero();
    }

    @Test
    void P6_an_object_that_waits_for_a_retry_is_asked_for_then_and_handled_as_it_is() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.note("created " + size(widget));
            if (ctx.retry() == 0) {
                throw new TemporaryException("Not yet.", Duration.ofMinutes(1));
            }
            return null;
        });
        world.waiting(none).start().create("{\"size\": 1}");
        change(2); // and its event is late
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsExactly("created 1", "created 2");
        assertThat(looks()).isEqualTo(1);
        world.settle();
        assertThat(world.calls).hasSize(2);
    }

    @Test
    void P3_what_is_found_is_as_good_as_its_event_which_is_not_handled_again_nor_older_ones() {
        noteSizes();
        queueing(none).start();
        world.create("{\"size\": 1}");
        change(2);
        change(3);
        work();
        assertThat(world.calls).containsExactly("created 3");
        settle();

        assertThat(world.calls).containsExactly("created 3");
        assertThat(world.api.takeWrites()).hasSize(1);
    }

    @Test
    void P3_what_is_older_than_what_was_found_is_not_handled_though_nothing_was_written() {
        world.on().update("onUpdate", (widget, change, ctx) -> world.note("updated " + size(widget)));
        queueing(none).start();
        world.create("{\"size\": 1}");
        settle();
        world.patch("{\"status\": {\"peer\": 1}}");
        change(2);
        change(1); // and all is as it was when the object is asked for
        work();
        queue.isBusy = false;
        world.settle();

        assertThat(world.calls).isEmpty();
    }

    @Test
    void R3_an_object_that_cannot_be_asked_for_is_asked_for_again_and_nothing_is_lost() {
        noteSizes();
        queueing(none).start();
        world.create("{\"size\": 1}");
        world.api.refuse(LOOK, 503);
        world.api.disconnect(LOOK);
        world.api.refuse(LOOK, 404);
        world.api.answer(LOOK, "[");
        work();
        assertThat(world.calls).isEmpty();
        change(2);
        world.settle();
        for (int seconds = 1; seconds <= 8; seconds *= 2) {
            world.advance(Duration.ofSeconds(seconds));
            work();
        }
        settle();

        assertThat(world.calls).containsExactly("created 2");
    }

    @Test
    void R3_a_server_that_asks_to_wait_is_not_asked_before() {
        noteSizes();
        queueing(none).start();
        world.create("{\"size\": 1}");
        world.api.refuse(LOOK, 429, Duration.ofMinutes(1));
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            work();
            assertThat(log.messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message)
                            .contains("Its state cannot be read: ")
                            .endsWith(" Trying again in 60.0 s."));
        }
        world.advance(Duration.ofSeconds(59));
        change(2);
        settle();
        assertThat(looks()).isEqualTo(1);
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(1));
        settle();

        assertThat(world.calls).containsExactly("created 2");
    }

    @Test
    void R3_a_server_that_asks_to_wait_is_not_asked_before_however_many_states_come_meanwhile() {
        noteSizes();
        queueing(none).start();
        world.create("{\"size\": 1}");
        world.api.refuse(LOOK, 429, Duration.ofMinutes(1));
        work();
        for (int size = 2; size <= 4; size++) {
            change(size);
            settle();
        }
        assertThat(looks()).isEqualTo(1);
        world.advance(Duration.ofMinutes(1));
        settle();

        assertThat(world.calls).containsExactly("created 4");
    }

    @Test
    void R4_an_object_that_goes_before_its_turn_is_not_handled_nor_another_one_of_its_name_in_its_place() {
        noteSizes();
        queueing(none).start();
        world.create("{\"size\": 1}");
        world.api.remove("w");
        world.api.create("w", "{\"size\": 2}");
        work();
        assertThat(world.calls).isEmpty();
        settle();

        assertThat(world.calls).containsExactly("created 2");
    }

    @Test
    void R4_an_object_that_is_found_gone_by_mistake_is_asked_for_again() {
        noteSizes();
        queueing(none).start();
        world.create("{\"size\": 1}");
        world.api.answer(LOOK, "{\"items\": []}");
        work();
        world.advance(Duration.ofSeconds(5));
        settle();

        assertThat(world.calls).containsExactly("created 1");
    }

    @Test
    void C_24_an_object_is_not_released_before_a_handler_that_it_is_found_to_match() {
        world.on()
                .delete("first", (widget, ctx) -> world.note("first"))
                .delete(HandlerOptions.of("second").withLabel("team", "a"), (widget, ctx) -> world.note("second"));
        world.waiting(none).start().create("{\"size\": 1}");
        world.api.refuse(World.OBJECT, 500);
        world.delete();
        assertThat(world.calls).containsExactly("first");
        world.api.patch("w", "{\"metadata\": {\"labels\": {\"team\": \"a\"}}}"); // and its event is late
        world.advance(Duration.ofSeconds(1));
        world.settle();

        assertThat(world.calls).containsExactly("first", "second");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R3_an_echo_that_brings_nothing_new_does_not_end_a_pause_and_news_do() {
        noteSizes();
        world.waiting(none).start();
        world.api.refuse(World.OBJECT, 503);
        world.create("{\"size\": 1}");
        world.api.requests.clear();
        world.patch("{\"status\": {\"peer\": 1}}");
        assertThat(world.api.takeWrites()).isEmpty();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.api.takeWrites()).isNotEmpty();
    }

    @Test
    void R3_a_change_that_waits_without_room_ends_a_pause_and_what_is_no_news_does_not() {
        noteSizes();
        queue.isBusy = false;
        queueing(none).start();
        world.api.refuse(World.OBJECT, 503);
        world.create("{\"size\": 1}");
        queue.isBusy = true;
        world.api.requests.clear();

        world.api.patch("w", "{\"status\": {\"peer\": 1}}");
        settle();
        world.api.patch("w", "{\"status\": {\"peer\": 2}}");
        settle();
        assertThat(looks()).isZero();
        assertThat(world.api.takeWrites()).isEmpty();
        change(3);
        settle();

        assertThat(world.calls).containsExactly("created 1", "updated 3");
    }

    @Test
    void R3_what_a_server_refuses_is_not_handled_again_where_all_that_comes_without_room_is_no_news() {
        noteSizes();
        queue.isBusy = false;
        queueing(none).start();
        world.api.refuse(World.OBJECT, 422);
        world.create("{\"size\": 1}");
        queue.isBusy = true;

        world.api.patch("w", "{\"status\": {\"peer\": 1}}");
        settle();
        world.api.refuse(World.OBJECT, 422);
        world.advance(Duration.ofMinutes(5));
        settle();

        assertThat(world.calls).containsExactly("created 1");
    }

    @Test
    void W_20_who_sees_every_event_is_shown_the_newest_where_there_is_room_for_none() {
        noteEvents();
        queueing(none).start();
        world.create("{\"size\": 1}");
        change(2);
        change(3);
        world.settle();
        settle();
        world.api.remove("w");
        settle();

        assertThat(world.calls).containsExactly("MODIFIED 3", "DELETED null");
    }

    @Test
    void W_20_who_sees_every_event_is_shown_no_state_before_its_event() {
        noteEvents();
        queueing(none).start();
        world.create("{\"size\": 1}");
        change(2);
        work();
        assertThat(world.calls).isEmpty();
        settle();

        assertThat(world.calls).containsExactly("MODIFIED 2");
    }

    @Test
    void W_20_an_event_is_still_shown_when_its_state_could_not_be_read_at_first() {
        noteEvents();
        queueing(none).start();
        world.create("{\"size\": 1}");
        world.api.refuse(LOOK, 503);
        work();
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(1));
        settle();

        assertThat(world.calls).containsExactly("ADDED 1");
    }

    @Test
    void W_20_all_events_are_shown_where_there_is_room_for_them_and_it_is_given_back() {
        WaitingStates room = new WaitingStates(100_000);
        noteEvents();
        queueing(room).start();
        world.create("{\"size\": 1}");
        change(2);
        change(3);
        world.settle();
        assertThat(room.taken()).isPositive();
        settle();

        assertThat(world.calls).containsExactlyElementsOf(List.of("ADDED 1", "MODIFIED 2", "MODIFIED 3"));
        assertThat(room.taken()).isZero();
    }

    @Test
    void P6_room_of_events_that_are_dropped_as_there_are_too_many_is_given_back() {
        WaitingStates room = new WaitingStates(Long.MAX_VALUE);
        noteEvents();
        queueing(room).start();
        world.create("{\"size\": 0}");
        for (int size = 1; size <= Mailbox.MOST; size++) {
            change(size);
        }
        world.settle();
        settle();

        assertThat(world.calls).hasSize(Mailbox.MOST).doesNotContain("ADDED 0");
        assertThat(room.taken()).isZero();
    }

    @Test
    void P6_room_is_given_back_when_an_object_goes_that_waits_for_a_retry() {
        WaitingStates room = new WaitingStates(100_000);
        world.on().create("onCreate", (widget, ctx) -> {
            throw new TemporaryException("Not yet.", Duration.ofHours(1));
        });
        world.waiting(room).start().create("{\"size\": 1}");
        assertThat(room.taken()).isPositive();
        world.api.remove("w");
        world.settle();

        assertThat(room.taken()).isZero();
    }

    @Test
    void P6_room_is_given_back_when_a_list_tells_that_an_object_is_gone() {
        WaitingStates room = new WaitingStates(100_000);
        world.on().create("onCreate", (widget, ctx) -> {
            throw new TemporaryException("Not yet.", Duration.ofHours(1));
        });
        queueing(room).start().create("{\"size\": 1}");
        work();
        change(2);
        world.settle();
        assertThat(room.taken()).isPositive();
        world.api.error(410);
        world.settle();
        world.api.remove("w"); // while nobody watches
        world.advance(Duration.ofSeconds(1));
        world.settle();

        assertThat(room.taken()).isZero();
    }
}
