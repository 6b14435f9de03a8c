package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed write is retried by itself, not the handler (R3). */
final class FailedWritesTest {

    private final World world = new World();

    private void creating() {
        world.on().create("onCreate", (widget, ctx) -> world.calls.add("created") ? 42 : null);
        world.start();
    }

    private boolean isCreated() {
        return !world.essence().isEmpty() && Integer.valueOf(42).equals(world.status("onCreate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {World.STATUS, World.OBJECT + " "})
    void R3_the_write_is_retried_and_not_the_handler(String endpoint) {
        creating();
        String prefix = endpoint.strip();
        if (prefix.equals(World.OBJECT)) {
            world.api.answer(
                    World.STATUS,
                    "{\"metadata\":{\"uid\":\"uid-1\",\"resourceVersion\":\"101\"}}"); // told to be done, for the fault
            // to meet the other endpoint
            prefix = World.OBJECT;
        }
        world.api.refuse(prefix, 500);
        world.create("{}");
        assertThat(world.essence()).isEmpty();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("created");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void R3_pauses_between_writes_grow() {
        creating();
        for (int i = 0; i < 4; i++) {
            world.api.refuse(World.STATUS, 503);
        }
        world.create("{}");
        for (long pause : new long[] {1, 2, 4, 8}) {
            world.api.takeWrites();
            world.advance(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(world.api.takeWrites()).isEmpty();
            world.advance(Duration.ofMillis(1));
            assertThat(world.api.takeWrites()).isNotEmpty();
        }

        assertThat(isCreated()).isTrue();
        assertThat(world.calls).containsExactly("created");
    }

    @Test
    void W30_what_fails_in_the_framework_is_tried_again_by_itself_after_longer_and_longer_pauses() {
        creating();
        for (int i = 0; i < 5; i++) {
            world.api.crash(World.STATUS);
        }
        world.create("{}");
        for (long pause : new long[] {1, 1, 2, 3, 5}) {
            world.api.takeWrites();
            world.advance(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(world.api.takeWrites()).isEmpty();
            world.advance(Duration.ofMillis(1));
            assertThat(world.api.takeWrites()).isNotEmpty();
        }

        assertThat(isCreated()).isTrue();
    }

    @Test
    void R3_a_server_that_asks_for_time_gets_it_whatever_else_happens_to_the_object() {
        creating();
        world.api.refuse(World.STATUS, 429, Duration.ofSeconds(30));
        world.create("{}");
        world.api.takeWrites();
        world.advance(Duration.ofSeconds(10));
        world.patch("{\"status\": {\"heartbeat\": 1}}");
        world.advance(Duration.ofSeconds(19));
        assertThat(world.api.takeWrites()).isEmpty();
        world.advance(Duration.ofSeconds(1));

        assertThat(isCreated()).isTrue();
        assertThat(world.calls).containsExactly("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {World.STATUS, World.OBJECT})
    void R3_a_write_whose_answer_is_lost_is_written_again_and_nothing_else(String endpoint) {
        creating();
        world.api.loseAnswer(endpoint);
        world.create("{}");
        world.advance(Duration.ofSeconds(1));
        world.redeliver();

        assertThat(world.calls).containsExactly("created");
        assertThat(isCreated()).isTrue();
    }

    @Test
    void R3_an_answer_lost_on_the_finalizer_does_no_harm() {
        world.on()
                .create("onCreate", (widget, ctx) -> world.note("c"))
                .delete("onDelete", (widget, ctx) -> world.calls.add("d"));
        world.start();
        world.api.loseAnswer(World.OBJECT);
        world.create("{}");
        world.advance(Duration.ofSeconds(1));
        world.api.loseAnswer(World.OBJECT);
        world.delete();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("c", "d");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R3_a_conflict_on_the_finalizer_is_resolved_with_the_newer_state() {
        world.on().delete("onDelete", (widget, ctx) -> {
            world.calls.add("d");
            if (world.calls.size() == 1) {
                world.api.patch(
                        "w", "{\"metadata\": {\"finalizers\": [\"" + Finalizers.DEFAULT + "\", \"other/one\"]}}");
            }
        });
        world.start().create("{}");
        world.delete();

        assertThat(world.calls).containsExactly("d");
        assertThat(world.widget().finalizers()).isEqualTo(List.of("other/one"));
    }

    @Test
    void R3_a_conflict_that_brings_no_event_is_retried_in_time() {
        world.on().delete("onDelete", (widget, ctx) -> world.calls.add("d"));
        world.start();
        world.api.refuse(World.OBJECT, 409);
        world.create("{}");
        assertThat(world.widget().finalizers()).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.widget().finalizers()).isNotEmpty();

        world.api.refuse(World.OBJECT, 409);
        world.delete();
        assertThat(world.api.exists("w")).isTrue();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.api.exists("w")).isFalse();
        assertThat(world.calls).containsExactly("d");
    }

    @Test
    void R3_a_change_made_while_a_write_is_owed_is_handled_after_it() {
        world.on().update("onUpdate", (widget, old, ctx) -> world.note("updated"));
        creating();
        world.api.refuse(World.STATUS, 500);
        world.create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls.stream().filter("updated"::equals)).isNotEmpty();
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
    }

    @Test
    void R3_a_checkpoint_that_fails_is_owed_and_the_pass_goes_on_after_it() {
        world.checkpointing(Duration.ZERO);
        world.on().create("first", (widget, ctx) -> world.note("1")).create("second", (widget, ctx) -> world.note("2"));
        world.start();
        world.api.refuse(World.OBJECT, 500);
        world.create("{}");
        assertThat(world.calls).containsExactly("1");
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("1", "2");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void P1_a_result_that_the_server_never_takes_does_not_hold_up_later_changes() {
        world.on().create("onCreate", (widget, ctx) -> widget.<Object>get("spec", "size"));
        world.start();
        for (int i = 0; i < 3; i++) {
            world.api.refuse(World.STATUS, 422);
        }
        world.create("{\"size\": -1}");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.status("onCreate")).isNull();
        world.patch("{\"spec\": {\"size\": 7}}");

        assertThat(world.status("onCreate")).isEqualTo(7);
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 7)));
    }

    @Test
    void P1_a_deletion_is_not_held_up_by_what_the_server_never_takes() {
        world.on().update("onUpdate", (widget, old, ctx) -> 1).delete("onDelete", (widget, ctx) -> {});
        world.start().create("{\"size\": 1}");
        world.api.refuse(World.STATUS, 422);
        world.patch("{\"spec\": {\"size\": 2}}");
        world.api.refuse(World.STATUS, 422);
        world.delete();

        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R3_an_object_that_is_gone_is_owed_nothing() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.api.remove("w");
            return 1;
        });
        world.start().create("{}");
        world.advance(Duration.ofHours(1));

        assertThat(world.api.takeWrites()).hasSize(2);
        assertThat(world.timers.waiting()).isEqualTo(1);
    }

    @Test
    void R3_a_permission_that_is_missing_is_waited_for() {
        creating();
        for (int i = 0; i < 5; i++) {
            world.api.refuse(World.STATUS, 403);
        }
        world.create("{}");
        for (int i = 0; i < 10; i++) {
            world.advance(Duration.ofMinutes(1));
        }

        assertThat(isCreated()).isTrue();
        assertThat(world.calls).containsExactly("created");
    }

    @Test
    void R3_a_delay_of_a_handler_outlives_a_failed_write() {
        world.on().create(HandlerOptions.of("onCreate"), (widget, ctx) -> {
            world.calls.add("c");
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofSeconds(5));
            }
            return null;
        });
        world.start();
        world.api.refuse(World.OBJECT, 500);
        world.create("{}");
        world.advance(Duration.ofMillis(4_999));
        assertThat(world.calls).hasSize(1);
        world.advance(Duration.ofMillis(1));

        assertThat(world.calls).hasSize(2);
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R3_a_write_that_finds_no_object_where_there_is_one_is_written_after_all() {
        world.on().event("onEvent", (widget, ctx) -> {
            if (widget.<Object>get("spec", "size") != null) {
                ctx.patch().setLabel("sized", "yes");
            }
        });
        creating();
        world.api.refuse(World.STATUS, 404);
        world.api.refuse(World.OBJECT + " ", 404);
        world.create("{}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.redeliver();
        world.api.takeWrites();
        world.advance(Duration.ofMillis(4_999));
        assertThat(world.api.takeWrites()).isEmpty();
        world.advance(Duration.ofMillis(1));

        assertThat(isCreated()).isTrue();
        assertThat(world.widget().labels()).containsEntry("sized", "yes");
        assertThat(world.calls).containsExactly("created");
        assertThat(world.api.takeWrites())
                .as("all of it, to the newest state")
                .hasSize(3)
                .noneMatch(write -> write.contains("\"resourceVersion\":\"101\""));
    }

    @Test
    void R3_a_server_that_asks_for_time_gets_it_though_an_older_state_comes_late() throws Exception {
        world.checkpointing(Duration.ZERO)
                .on()
                .event("onEvent", (widget, ctx) -> {
                    if ("late".equals(widget.get("spec", "note"))) {
                        ctx.patch().setLabel("late", "yes");
                    }
                })
                .create("first", (widget, ctx) -> world.note("first"))
                .create("second", (widget, ctx) -> {
                    world.api.refuse(World.OBJECT, 429, Duration.ofSeconds(30));
                    return world.note("second");
                });
        world.start().create("{}");
        Body first = world.widget();
        world.advance(Duration.ZERO);
        assertThat(world.api.takeWrites()).as("the checkpoint, and the refusal").hasSize(2);
        Map<String, Object> late = new LinkedHashMap<>(first.fields());
        late.put("spec", Map.of("note", "late"));
        Map<String, Object> metadata = new LinkedHashMap<>(first.metadata());
        metadata.put("resourceVersion", String.valueOf(Integer.parseInt(first.resourceVersion()) - 1));
        late.put("metadata", metadata);
        world.api.line(new ObjectMapper().writeValueAsString(Map.of("type", "MODIFIED", "object", late)));
        world.settle();
        world.advance(Duration.ofSeconds(29));
        assertThat(world.api.takeWrites()).isEmpty();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("first", "second");
        assertThat(world.essence()).isNotEmpty();
        assertThat(world.widget().labels()).containsEntry("late", "yes");
    }

    @Test
    void P3_what_is_left_of_a_write_is_for_the_state_that_the_part_before_it_has_made() {
        world.on().delete("onDelete", (widget, ctx) -> {
            ctx.patch().set(FieldPath.of("status", "gone"), true);
            world.note("d");
            world.api.end(new Transport.End.Broken(new ConnectException("Connection reset")));
        });
        world.start().create("{}");
        world.api.takeWrites();
        world.api.refuse(World.OBJECT + " ", 500);
        world.delete();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("d");
        assertThat(world.api.exists("w")).isFalse();
        assertThat(world.api.takeWrites())
                .as("the status, the refusal, the release")
                .hasSize(3);
    }

    @Test
    void P7_the_log_says_what_cannot_be_stored_why_and_until_when() {
        creating();
        world.api.refuse(World.STATUS, 503);
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            world.create("{}");

            assertThat(log.messages())
                    .anySatisfy(message -> assertThat(message)
                            .contains("What was done cannot be stored: ")
                            .contains("503")
                            .endsWith(" Trying again in 1.0 s."));
        }
    }
}
