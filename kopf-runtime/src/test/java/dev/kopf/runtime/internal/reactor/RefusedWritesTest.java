package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.FieldPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that the server refuses for good is given up where the object changes; what handlers did is not forgotten with it (R1, R3, R7). */
final class RefusedWritesTest {

    private static final String LABEL = "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}";

    private final World world = new World();

    private void refuse(String prefix, int times) {
        for (int i = 0; i < times; i++) {
            world.api.refuse(prefix, 422);
        }
    }

    @Test
    void R3_attempts_are_counted_though_the_server_refuses_what_another_handler_set() {
        world.on()
                .update(HandlerOptions.of("bad").withField("spec.size"), (widget, diff, ctx) -> {
                    world.note("bad " + ctx.retry());
                    throw new TemporaryException("wait", Duration.ofSeconds(5));
                })
                .update(HandlerOptions.of("good").withField("spec.color"), (widget, diff, ctx) -> {
                    world.note("good");
                    return 1;
                });
        world.start().create("{\"size\": 1}");
        refuse(World.STATUS, 2);
        world.patch("{\"spec\": {\"size\": 2, \"color\": \"red\"}}");
        world.patch(LABEL);

        assertThat(world.calls)
                .as("the success is lost with its result, the attempt is not")
                .containsExactly("bad 0", "good", "good");
        assertThat(world.status("good")).isEqualTo(1);
        world.advance(Duration.ofSeconds(5));
        assertThat(world.calls).containsExactly("bad 0", "good", "good", "bad 1");
    }

    @Test
    void R3_a_write_that_was_carried_out_without_an_answer_is_not_given_up_when_it_is_refused_later() {
        world.on().update(HandlerOptions.of("onSize").withField("spec.size"), (widget, diff, ctx) -> {
            world.note("size");
            world.api.patch("w", LABEL);
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.api.loseAnswer(World.OBJECT);
        refuse(World.OBJECT, 1);
        world.patch("{\"spec\": {\"size\": 2}}");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsExactly("size");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
    }

    @Test
    void R11_a_deletion_is_not_handled_twice_where_the_server_refuses_what_its_handler_set() {
        world.on().delete("onDelete", (widget, ctx) -> {
            world.note("delete");
            ctx.patch().set(FieldPath.of("status", "gone"), true);
        });
        world.start().create("{\"size\": 1}");
        refuse(World.STATUS, 2);
        world.delete();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.calls).containsExactly("delete");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R8_what_a_handler_has_finished_is_stored_though_the_object_changed_before_the_operator_ended() {
        world.on().create("first", (widget, ctx) -> {
            world.api.patch("w", LABEL);
            world.stopping.set(true);
            return "done";
        });
        world.start().create("{\"size\": 1}");

        assertThat(world.status("first")).isEqualTo("done");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R3_a_write_is_not_given_up_before_it_is_known_whether_it_was_carried_out(boolean carriedOut) {
        world.on().update(HandlerOptions.of("onSize").withField("spec.size"), (widget, diff, ctx) -> {
            if (world.calls.isEmpty()) {
                world.api.patch("w", LABEL);
            }
            return world.note("size");
        });
        world.start().create("{\"size\": 1}");
        if (carriedOut) {
            world.api.loseAnswer(World.OBJECT);
        } else {
            world.api.disconnect(World.OBJECT);
        }
        refuse(World.OBJECT, 1);
        world.api.refuse(World.LOOK, 503);
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.calls).as("nobody is called for what may be done").containsExactly("size");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsOnly("size");
        assertThat(world.essence()).containsEntry("spec", Map.of("size", 2));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_who_handled_a_change_is_told_that_it_was_undone_though_the_server_refused_the_result() {
        world.on().update("good", (widget, diff, ctx) -> {
            world.note("good " + widget.<Object>get("spec", "size"));
            return 1;
        });
        world.start().create("{\"size\": 1}");
        refuse(World.STATUS, 2);
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"spec\": {\"size\": 1}}");

        assertThat(world.calls).containsExactly("good 2", "good 1");
        assertThat(world.status("good")).isEqualTo(1);
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R8_an_operator_that_ends_does_not_try_without_end_to_write_to_an_object_that_others_change() {
        world.on().create("first", (widget, ctx) -> {
            world.stopping.set(true);
            return "done";
        });
        for (int i = 0; i < 20; i++) {
            world.api.refuse(World.STATUS, 409);
        }
        world.start().create("{\"size\": 1}");

        assertThat(world.api.takeWrites())
                .filteredOn(write -> write.startsWith(World.STATUS))
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R3_attempts_are_counted_whether_or_not_a_write_without_an_answer_was_carried_out(boolean carriedOut) {
        world.on()
                .update(HandlerOptions.of("bad").withField("spec.size"), (widget, diff, ctx) -> {
                    world.note("bad " + ctx.retry());
                    throw new TemporaryException("wait", Duration.ofSeconds(5));
                })
                .update(HandlerOptions.of("good").withField("spec.color"), (widget, diff, ctx) -> {
                    world.api.patch("w", LABEL);
                    return world.note("good");
                });
        world.start().create("{\"size\": 1}");
        if (carriedOut) {
            world.api.loseAnswer(World.OBJECT);
        } else {
            world.api.disconnect(World.OBJECT);
        }
        refuse(World.OBJECT, 1);
        world.patch("{\"spec\": {\"size\": 2, \"color\": \"red\"}}");

        assertThat(world.calls)
                .as("what is stored is not lost")
                .isEqualTo(carriedOut ? List.of("bad 0", "good") : List.of("bad 0", "good", "good"));
        world.calls.clear();
        world.advance(Duration.ofSeconds(5));
        assertThat(world.calls).containsExactly("bad 1");
    }

    @Test
    void R3_attempts_are_counted_though_only_what_goes_to_the_status_was_taken() {
        retryingBesideAResult();
        world.start().create("{\"size\": 1}");
        refuse(World.OBJECT + " ", 2);
        world.patch("{\"spec\": {\"size\": 2, \"color\": \"red\"}}");
        world.patch(LABEL);

        assertThat(world.calls).containsExactly("bad 0", "good", "good");
        world.advance(Duration.ofSeconds(5));
        assertThat(world.calls).containsExactly("bad 0", "good", "good", "bad 1");
    }

    @Test
    void R7_a_success_that_is_stored_in_the_status_is_not_taken_back_where_the_rest_is_refused() {
        world.storing(Persistence.both("example.org", "kopf"));
        retryingBesideAResult();
        world.start().create("{\"size\": 1}");
        refuse(World.OBJECT + " ", 2);
        world.patch("{\"spec\": {\"size\": 2, \"color\": \"red\"}}");
        world.patch(LABEL);

        assertThat(world.calls).containsExactly("bad 0", "good");
        world.advance(Duration.ofSeconds(5));
        assertThat(world.calls).containsExactly("bad 0", "good", "bad 1");
    }

    private void retryingBesideAResult() {
        world.on()
                .update(HandlerOptions.of("bad").withField("spec.size"), (widget, diff, ctx) -> {
                    world.note("bad " + ctx.retry());
                    throw new TemporaryException("wait", Duration.ofSeconds(5));
                })
                .update(HandlerOptions.of("good").withField("spec.color"), (widget, diff, ctx) -> {
                    world.note("good");
                    return 1;
                });
    }

    @Test
    void R11_what_was_done_for_a_deletion_is_known_though_one_write_was_refused_and_the_release_failed() {
        world.on()
                .delete("first", (widget, ctx) -> {
                    world.note("first");
                    ctx.patch().set(FieldPath.of("status", "gone"), true);
                })
                .delete(HandlerOptions.of("second").withLabel("second", "yes"), (widget, ctx) -> world.note("second"))
                .delete(HandlerOptions.of("third").withLabel("third", "yes"), (widget, ctx) -> world.note("third"));
        world.start().create("{}");
        refuse(World.STATUS, 2);
        world.api.refuse(World.OBJECT + " ", 500);
        world.delete();
        world.patch("{\"metadata\": {\"labels\": {\"second\": \"yes\"}}}");
        assertThat(world.calls).containsExactly("first", "second");
        world.patch("{\"metadata\": {\"labels\": {\"third\": \"yes\"}}}");

        assertThat(world.calls).containsExactly("first", "second", "third");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R11_what_was_done_for_a_deletion_is_known_though_the_release_met_another_write_and_its_record_was_refused() {
        world.storing(Persistence.status("kopf"));
        world.on().delete("onDelete", (widget, ctx) -> {
            world.api.patch("w", LABEL);
            world.note("delete");
        });
        world.start().create("{\"size\": 1}");
        refuse(World.STATUS, 1);
        world.delete();

        assertThat(world.calls).containsExactly("delete");
        assertThat(world.api.exists("w")).isFalse();
    }
}
