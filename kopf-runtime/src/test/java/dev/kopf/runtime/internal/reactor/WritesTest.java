package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Finalizers;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many writes things take (R7), and that they end (P4). */
final class WritesTest {

    private final World world = new World();

    private List<String> writes() {
        return world.api.takeWrites();
    }

    @Test
    void R7_a_creation_is_one_write() {
        world.on().create("onCreate", (widget, ctx) -> null);
        world.start().create("{\"size\": 1}");

        assertThat(writes()).singleElement().asString().startsWith(World.OBJECT + " {");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 1)));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R7_a_creation_with_a_delete_handler_is_two_writes() {
        world.on().create("onCreate", (widget, ctx) -> null).delete("onDelete", (widget, ctx) -> {});
        world.start().create("{}");

        assertThat(writes()).hasSize(2);
        assertThat(world.widget().finalizers()).isEqualTo(List.of(Finalizers.DEFAULT));
    }

    @Test
    void R7_an_update_is_one_write() {
        world.on().update("onUpdate", (widget, old, ctx) -> null);
        world.start().create("{\"size\": 1}");
        writes();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(writes()).hasSize(1);
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
    }

    @Test
    void R7_a_deletion_is_one_write() {
        world.on().delete("onDelete", (widget, ctx) -> world.calls.add("deleted"));
        world.start().create("{}");
        writes();
        world.delete();

        assertThat(writes()).hasSize(1);
        assertThat(world.calls).containsExactly("deleted");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void P4_what_is_no_change_writes_nothing() {
        world.on()
                .create("onCreate", (widget, ctx) -> null)
                .update("onUpdate", (widget, old, ctx) -> world.calls.add(""));
        world.start().create("{}");
        writes();
        world.patch("{\"status\": {\"phase\": \"x\"}, \"metadata\": {\"managedFields\": [{}]}}");
        world.redeliver();

        assertThat(writes()).isEmpty();
        assertThat(world.calls).isEmpty();
    }

    @Test
    void R7_a_change_that_no_handler_could_see_writes_nothing() {
        world.on().create("onCreate", (widget, ctx) -> null);
        world.start().create("{}");
        writes();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(writes()).isEmpty();
    }

    @Test
    void R7_a_result_is_one_more_write_and_goes_first() {
        world.on().create("onCreate", (widget, ctx) -> Map.of("pvc-name", "x"));
        world.start().create("{}");

        List<String> writes = writes();
        assertThat(writes).hasSize(2);
        assertThat(writes.get(0))
                .isEqualTo(
                        World.STATUS
                                + " {\"status\":{\"onCreate\":{\"pvc-name\":\"x\"}},\"metadata\":{\"resourceVersion\":\"101\"}}");
        assertThat(writes.get(1))
                .startsWith(World.OBJECT + " {")
                .contains(World.ESSENCE)
                .contains("\"uid\":\"" + world.widget().uid() + "\"");
    }

    @Test
    void R7_a_result_of_a_kind_without_status_subresource_is_no_more_write() {
        world.api.withoutStatusSubresource();
        world.on().create("onCreate", (widget, ctx) -> 42);
        world.start().create("{}");

        assertThat(writes()).hasSize(1);
        assertThat(world.status("onCreate")).isEqualTo(42);
    }

    @Test
    void R7_results_and_state_in_the_status_are_one_write() {
        world.storing(Persistence.status("kopf")).on().create("onCreate", (widget, ctx) -> 42);
        world.start().create("{}");

        assertThat(writes()).singleElement().asString().startsWith(World.STATUS);
        world.redeliver();
        assertThat(writes()).isEmpty();
    }

    @Test
    void R7_all_handlers_of_a_cause_run_in_order_in_one_pass() {
        for (String id : List.of("c", "a", "b")) {
            world.on().create(id, (widget, ctx) -> world.calls.add(id) ? id : null);
        }
        world.start().create("{}");

        assertThat(world.calls).containsExactly("c", "a", "b");
        assertThat(writes()).hasSize(2);
        assertThat(world.status("b")).isEqualTo("b");
    }

    @Test
    void R7_a_pass_that_takes_long_stores_what_is_finished_so_far() {
        world.on()
                .create("slow", (widget, ctx) -> {
                    world.timers.pass(Duration.ofSeconds(1));
                    return 1;
                })
                .create(
                        "next",
                        (widget, ctx) -> world.calls.add(
                                String.valueOf(world.record("slow").get("success"))))
                .create("last", (widget, ctx) -> null);
        world.start().create("{}");

        assertThat(world.calls).containsExactly("true");
        assertThat(writes()).hasSize(4);
        assertThat(world.records()).isEmpty();
    }

    @Test
    void P3_after_such_a_write_the_rest_of_the_handlers_is_shown_what_it_made() {
        world.on()
                .create("slow", (widget, ctx) -> {
                    world.timers.pass(Duration.ofSeconds(1));
                    world.api.patch("w", "{\"spec\": {\"size\": 2}}");
                    return null;
                })
                .create("next", (widget, ctx) -> world.note(String.valueOf(widget.<Object>get("spec", "size"))));
        world.start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("2");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R7_an_interval_of_zero_stores_after_each_handler() {
        world.checkpointing(Duration.ZERO);
        for (String id : List.of("a", "b", "c")) {
            world.on().create(id, (widget, ctx) -> null);
        }
        world.start().create("{}");

        assertThat(writes()).hasSize(3);
    }

    @Test
    void R7_waiting_needs_no_touch() {
        world.on().create("onCreate", (widget, ctx) -> {
            if (ctx.retry() == 0) {
                throw new TemporaryException("not yet", Duration.ofMinutes(10));
            }
            return null;
        });
        world.start().create("{}");
        writes();
        world.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(writes()).isEmpty();
        world.advance(Duration.ofMillis(1));

        assertThat(writes()).hasSize(1);
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R8_a_pass_that_is_stopped_stores_what_is_finished() {
        world.on()
                .create("first", (widget, ctx) -> {
                    world.stopping.set(true);
                    return "done";
                })
                .create("second", (widget, ctx) -> world.calls.add("second"));
        world.start().create("{}");

        assertThat(world.calls).isEmpty();
        assertThat(world.status("first")).isEqualTo("done");
        assertThat(world.record("first")).containsEntry("success", true);

        world.crash();
        world.start();
        assertThat(world.calls).containsExactly("second");
    }

    @Test
    void P4_an_operator_whose_finalizer_is_dropped_does_not_loop() {
        world.api.droppingFinalizers();
        world.on().delete("onDelete", (widget, ctx) -> {}).create("onCreate", (widget, ctx) -> null);
        world.start().create("{}");
        for (int i = 0; i < 60; i++) {
            world.advance(Duration.ofSeconds(1));
        }

        assertThat(writes()).hasSizeLessThan(20);
    }

    @Test
    void P4_all_settled_and_delivered_again_writes_nothing() {
        world.on()
                .create("onCreate", (widget, ctx) -> 1)
                .update("onUpdate", (widget, old, ctx) -> 2)
                .delete("onDelete", (widget, ctx) -> {})
                .resume("onResume", (widget, ctx) -> 3)
                .event("onEvent", (widget, ctx) -> ctx.patch().setLabel("seen", "yes"));
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        writes();
        world.redeliver();
        world.advance(Duration.ofHours(1));
        assertThat(writes()).isEmpty();

        world.crash();
        world.start();
        writes();
        world.redeliver();
        assertThat(writes()).isEmpty();
    }

    @Test
    void a_result_that_the_schema_drops_is_told_once_for_each_handler() {
        world.api.pruning("onCreate");
        world.api.pruning("onUpdate");
        world.on()
                .create("onCreate", (widget, ctx) -> "created")
                .create("other", (widget, ctx) -> "kept")
                .update("onUpdate", (widget, old, ctx) -> "updated");
        try (CapturedLog log = new CapturedLog("kopf.patching")) {
            world.start().create("{}");
            world.patch("{\"spec\": {\"size\": 2}}");
            world.patch("{\"spec\": {\"size\": 3}}");

            assertThat(log.messages())
                    .containsExactly(
                            "[KopfResultPruned] status.onCreate of Widget was not stored: the schema of the CRD drops it."
                                    + " Add the property, or x-kubernetes-preserve-unknown-fields: true, to the schema of"
                                    + " status.",
                            "[KopfResultPruned] status.onUpdate of Widget was not stored: the schema of the CRD drops it."
                                    + " Add the property, or x-kubernetes-preserve-unknown-fields: true, to the schema of"
                                    + " status.");
        }
        assertThat(world.status("other")).isEqualTo("kept");
    }

    @Test
    void P1_a_finalizer_that_was_dropped_is_tried_again_though_no_event_comes() {
        world.api.droppingFinalizers();
        world.on().delete("onDelete", (widget, ctx) -> {});
        world.start().create("{}");
        writes();
        world.advance(Duration.ofMinutes(5));

        assertThat(writes()).isNotEmpty();
    }

    @Test
    void R8_an_operator_that_ends_begins_nothing_and_writes_what_was_set() {
        world.on()
                .event("onEvent", (widget, ctx) -> {
                    ctx.patch().setLabel("seen", "yes");
                    world.stopping.set(true);
                })
                .create("onCreate", (widget, ctx) -> world.note("c"));
        world.start().create("{}");

        assertThat(world.calls).isEmpty();
        assertThat(world.records()).isEmpty();
        assertThat(world.widget().labels()).containsEntry("seen", "yes");
    }

    @Test
    void R8_nothing_is_begun_for_an_event_that_comes_when_an_operator_ends() {
        world.on().delete("onDelete", (widget, ctx) -> {});
        world.start();
        world.stopping.set(true);
        world.create("{}");

        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void P2_the_rest_of_a_pass_does_not_wait_for_the_echo_of_its_checkpoint() {
        world.checkpointing(Duration.ZERO)
                .on()
                .create("first", (widget, ctx) -> {
                    world.api.end(new Transport.End.Broken(new ConnectException("Connection reset")));
                    return world.note("first");
                })
                .create("second", (widget, ctx) -> world.note("second"));
        world.start().create("{}");
        world.advance(Duration.ZERO);

        assertThat(world.calls).containsExactly("first", "second");
        assertThat(world.essence()).isNotEmpty();
    }
}
