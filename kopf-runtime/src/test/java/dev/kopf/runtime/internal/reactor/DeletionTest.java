package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deletion and finalizers (C-10…C-13, C-20…C-29, R11). */
final class DeletionTest {

    private static final HandlerOptions OPTIONAL = HandlerOptions.of("onDelete").withOptional(true);

    private final World world = new World();

    private void createHeldByAnother() {
        world.api.create("w", "{}", Map.of("finalizers", List.of("other/one")));
        world.settle();
    }

    @Test
    void R11_a_delete_handler_that_failed_for_good_keeps_the_object() {
        world.on().delete("onDelete", (widget, ctx) -> {
            world.calls.add("d");
            throw new PermanentException("no");
        });
        world.start().create("{}");
        world.delete();
        world.redeliver();
        world.advance(Duration.ofDays(1));

        assertThat(world.calls).containsExactly("d");
        assertThat(world.widget().finalizers()).isEqualTo(List.of(Finalizers.DEFAULT));
        assertThat(world.record("onDelete")).containsEntry("failure", true).containsEntry("message", "no");

        world.crash();
        world.start();
        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void C_24_an_object_is_not_released_before_a_handler_that_it_came_to_match_meanwhile() {
        world.on()
                .delete("first", (widget, ctx) -> {
                    world.calls.add("first");
                    world.api.patch("w", "{\"metadata\": {\"labels\": {\"team\": \"a\"}}}");
                })
                .delete(HandlerOptions.of("second").withLabel("team", "a"), (widget, ctx) -> world.calls.add("second"));
        world.start().create("{}");
        world.delete();
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).contains("second");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R11_a_failed_deletion_lets_the_object_go_where_its_author_says_so() {
        world.on().delete(HandlerOptions.of("onDelete").withReleaseOnFailure(true), (widget, ctx) -> {
            throw new PermanentException("no");
        });
        world.start().create("{}");
        world.delete();

        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R11_an_optional_delete_handler_needs_no_finalizer() {
        world.on().delete(OPTIONAL, (widget, ctx) -> world.calls.add("d"));
        world.start().create("{}");
        world.delete();

        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R11_an_optional_delete_handler_runs_once_where_others_keep_the_object() {
        world.on().delete(OPTIONAL, (widget, ctx) -> world.calls.add("d"));
        world.start();
        createHeldByAnother();
        world.delete();
        world.redeliver();
        assertThat(world.calls).containsExactly("d");

        world.crash();
        world.start();
        assertThat(world.calls).isEmpty();
    }

    @Test
    void R11_a_delete_handler_does_not_run_again_while_others_keep_the_object() {
        world.on()
                .delete("first", (widget, ctx) -> world.calls.add("first"))
                .delete(OPTIONAL, (widget, ctx) -> world.calls.add("optional"));
        world.start();
        createHeldByAnother();
        world.delete();
        world.redeliver();

        assertThat(world.calls).containsExactly("first", "optional");
        assertThat(world.widget().finalizers()).isEqualTo(List.of("other/one"));
    }

    @Test
    void C_13_an_object_that_never_had_our_finalizer_is_let_go() {
        createHeldByAnother();
        world.api.delete("w");
        world.on().delete("onDelete", (widget, ctx) -> world.calls.add("d"));
        world.start();

        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void C_12_a_deletion_supersedes_what_is_retrying() {
        world.on()
                .create("onCreate", (widget, ctx) -> {
                    world.calls.add("c");
                    throw new TemporaryException("wait", Duration.ofSeconds(10));
                })
                .delete("onDelete", (widget, ctx) -> world.calls.add("d"));
        world.start().create("{}");
        world.delete();
        world.advance(Duration.ofHours(1));

        assertThat(world.calls).containsExactly("c", "d");
        assertThat(world.api.exists("w")).isFalse();
        assertThat(world.timers.waiting()).isEqualTo(1); // the watch's own
    }

    @Test
    void C_10_a_change_during_the_deletion_is_no_update() {
        world.on().update("onUpdate", (widget, old, ctx) -> world.note("u")).delete("onDelete", (widget, ctx) -> {
            world.calls.add("d");
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofSeconds(10));
            }
        });
        world.start().create("{\"size\": 1}");
        world.delete();
        world.patch("{\"spec\": {\"size\": 2}}");
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("d", "d");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void C_23_a_finalizer_that_no_handler_needs_is_removed() {
        world.api.create("w", "{}", Map.of("finalizers", List.of("other/one", Finalizers.DEFAULT)));
        world.on().create("onCreate", (widget, ctx) -> world.note("c"));
        world.start();

        assertThat(world.widget().finalizers()).isEqualTo(List.of("other/one"));
        assertThat(world.calls).containsExactly("c");
    }

    @Test
    void C_22_the_finalizer_is_there_before_a_handler_is_called() {
        world.on()
                .create(
                        "onCreate",
                        (widget, ctx) -> world.note(String.valueOf(
                                widget.getMetadata().getFinalizers().contains(Finalizers.DEFAULT))))
                .delete("onDelete", (widget, ctx) -> {});
        world.start().create("{}");

        assertThat(world.calls).containsExactly("true");
    }

    @Test
    void R11_a_create_handler_that_failed_for_good_does_not_keep_the_object() {
        world.on()
                .create("bad", (widget, ctx) -> {
                    throw new PermanentException("no");
                })
                .create("slow", (widget, ctx) -> {
                    throw new TemporaryException("wait", Duration.ofHours(10));
                })
                .delete("onDelete", (widget, ctx) -> world.calls.add("d"));
        world.start().create("{}");
        assertThat(world.record("bad")).containsEntry("failure", true);
        world.delete();

        assertThat(world.calls).containsExactly("d");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void P3_a_state_from_before_the_release_that_comes_late_is_not_handled() {
        world.on().delete("onDelete", (widget, ctx) -> {
            world.calls.add("d");
            world.api.line("{\"type\":\"MODIFIED\",\"object\":"
                    + Json.write(world.widget().fields()) + "}");
        });
        world.start().create("{}");
        world.delete();

        assertThat(world.calls).containsExactly("d");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void C_23_a_finalizer_that_no_handler_needs_is_removed_after_a_failure_too() {
        world.api.create("w", "{}", Map.of("finalizers", List.of(Finalizers.DEFAULT)));
        world.on().update("onUpdate", (widget, diff, ctx) -> world.note("u"));
        world.api.refuse(World.OBJECT, 500);
        world.start();
        assertThat(world.widget().finalizers()).isNotEmpty();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.widget().finalizers()).isEmpty();
    }

    @Test
    void C_10_the_record_of_a_deletion_says_nothing_of_what_its_handler_has_seen() {
        world.on().update("onUpdate", (widget, diff, ctx) -> world.note("u")).delete("onDelete", (widget, ctx) -> {
            throw new TemporaryException("wait", Duration.ofSeconds(10));
        });
        world.start().create("{\"size\": 1}");
        world.delete();

        assertThat(world.record("onDelete"))
                .containsEntry("purpose", "delete")
                .doesNotContainKeys("digest", "handled", "attempted");
    }

    @Test
    void R10_what_a_handler_of_resuming_has_done_does_not_count_for_the_deletion() {
        world.on()
                .resume(
                        HandlerOptions.of("resumed").withDeleted(true),
                        (widget, ctx) -> world.note("resumed " + ctx.reason()))
                .resume("other", (widget, ctx) -> {
                    throw new TemporaryException("wait", Duration.ofHours(1));
                })
                .delete("onDelete", (widget, ctx) -> world.calls.add("d"));
        world.start().create("{}");
        world.crash();
        world.start();
        world.delete();

        assertThat(world.calls).containsExactly("resumed RESUME", "resumed DELETE", "d");
        assertThat(world.api.exists("w")).isFalse();
    }
}
