package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Filter;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.resource.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No change is lost (P1, P3, R1), and whom it is shown to (C-4…C-6, R18). */
final class ChangesTest {

    private final World world = new World();

    private static String size(io.fabric8.kubernetes.api.model.GenericKubernetesResource widget) {
        return String.valueOf(widget.<Object>get("spec", "size"));
    }

    private void updatingWithOneThatRetries() {
        world.on()
                .update("good", (widget, old, ctx) -> world.note("good " + size(widget)))
                .update("bad", (widget, old, ctx) -> {
                    world.calls.add("bad " + size(widget));
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("wait", Duration.ofSeconds(10));
                    }
                    return null;
                });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
    }

    @Test
    void R1_a_handler_that_had_succeeded_runs_again_for_the_newer_state() {
        updatingWithOneThatRetries();
        world.patch("{\"spec\": {\"size\": 3}}");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 1)));
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("good 2", "bad 2", "good 3", "bad 3", "bad 3");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 3)));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_a_reverted_change_leaves_no_record_and_is_told_to_all_who_saw_the_change() {
        updatingWithOneThatRetries();
        assertThat(world.records()).isNotEmpty();
        world.patch("{\"spec\": {\"size\": 1}}");
        world.advance(Duration.ofHours(1));

        assertThat(world.calls).containsExactly("good 2", "bad 2", "good 1", "bad 1", "bad 1");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 1)));
    }

    @Test
    void R1_the_old_state_is_the_one_that_the_handler_was_done_with() {
        world.on()
                .update(
                        "good",
                        (widget, diff, ctx) -> world.note("good " + size(diff.oldValue()) + " to " + size(widget)))
                .update("bad", (widget, diff, ctx) -> {
                    world.calls.add("bad " + size(diff.oldValue()) + " to " + size(widget));
                    throw new TemporaryException("wait", Duration.ofHours(10));
                });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"spec\": {\"size\": 3}}");
        world.patch("{\"spec\": {\"size\": 1}}");

        assertThat(world.calls)
                .containsExactly("good 1 to 2", "bad 1 to 2", "good 2 to 3", "bad 1 to 3", "good 3 to 1", "bad 3 to 1");
    }

    @Test
    void R1_a_field_that_goes_back_is_told_though_the_rest_of_the_object_has_changed() {
        world.on().size("onSize", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        world.on().update("bad", (widget, diff, ctx) -> {
            throw new TemporaryException("wait", Duration.ofHours(10));
        });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": \"b\", \"other\": 1}}");
        world.crash();
        world.start();
        world.patch("{\"spec\": {\"size\": \"a\"}}");

        assertThat(world.calls).containsExactly("b to a");
    }

    @Test
    void R1_a_field_that_goes_back_is_told_to_one_that_failed_for_it_though_something_else_has_changed() {
        world.on().size("onSize", (widget, size, ctx) -> {
            world.calls.add(size.oldValue() + " to " + size.newValue());
            if (ctx.retry() == 0 && "b".equals(size.newValue())) {
                throw new TemporaryException("wait", Duration.ofHours(10));
            }
            return null;
        });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": \"b\"}}");
        world.patch("{\"spec\": {\"size\": \"a\", \"other\": 1}}");

        assertThat(world.calls).containsExactly("a to b", "b to a");
    }

    @Test
    void R1_what_a_handler_has_handled_is_not_forgotten_when_what_others_retried_for_is_undone() {
        world.on().size("onSize", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        world.on().update(HandlerOptions.of("bad").withField("spec.other"), (widget, diff, ctx) -> {
            if (widget.<Object>get("spec", "other") != null) {
                throw new TemporaryException("wait", Duration.ofHours(10));
            }
            return null;
        });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": \"b\", \"other\": 1}}");
        world.patch("{\"spec\": {\"other\": null}}");
        world.redeliver();

        assertThat(world.calls).containsExactly("a to b");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", "b")));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_what_a_handler_has_handled_is_not_forgotten_when_who_retried_is_not_for_the_object_any_more() {
        world.on().size("onSize", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        retryingForOtherOfTeamA();
        changeAndLeaveTeamA();

        assertThat(world.calls).containsExactly("a to b", "bad 0");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", "b", "other", 1)));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_what_a_handler_has_handled_is_not_told_again_when_neither_it_nor_who_retried_is_for_the_object_any_more() {
        HandlerOptions notB = HandlerOptions.of("onSize").withField("spec.size").withValue(Filter.not(Filter.is("b")));
        world.on().update(notB, (widget, diff, ctx) -> world.note("size " + size(widget)));
        retryingForOtherOfTeamA();
        changeAndLeaveTeamA();
        assertThat(world.records()).isEmpty();
        world.patch("{\"spec\": {\"size\": \"c\"}}");

        assertThat(world.calls).containsExactly("size b", "bad 0", "size c");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_what_a_handler_has_handled_of_a_new_object_is_not_told_again_when_none_is_for_the_object_any_more() {
        HandlerOptions absent = HandlerOptions.of("onSize").withInitial(true).withValue(Filter.absent());
        world.on().size(absent, (widget, size, ctx) -> world.note("size " + size.newValue()));
        HandlerOptions ofA = HandlerOptions.of("bad").withLabel("team", "a");
        world.on().create(ofA, (widget, ctx) -> {
            throw new TemporaryException("wait", Duration.ofHours(10));
        });
        world.start();
        world.api.create("w", "{\"size\": \"a\"}", TEAM_A);
        world.settle();
        world.patch("{\"metadata\": {\"labels\": {\"team\": null}}}");
        world.redeliver();

        assertThat(world.calls).containsExactly("size a");
    }

    @Test
    void P1_what_only_a_handler_has_seen_that_is_not_for_the_object_any_more_is_told_when_it_is_again() {
        world.on().size("onSize", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        retryingForOtherOfTeamA();
        world.start();
        world.api.create("w", "{\"size\": \"a\"}", TEAM_A);
        world.settle();
        world.patch("{\"spec\": {\"other\": 1}}");
        world.patch("{\"metadata\": {\"labels\": {\"team\": null}}}");
        assertThat(world.calls).containsExactly("bad 0");
        assertThat(world.records()).isEmpty();
        world.patch("{\"metadata\": {\"labels\": {\"team\": \"a\"}}}");

        assertThat(world.calls).containsExactly("bad 0", "bad 0");
    }

    private static final Map<String, @Nullable Object> TEAM_A = Map.of("labels", Map.of("team", "a"));

    private void changeAndLeaveTeamA() {
        world.start();
        world.api.create("w", "{\"size\": \"a\"}", TEAM_A);
        world.settle();
        world.patch("{\"spec\": {\"size\": \"b\", \"other\": 1}}");
        world.patch("{\"metadata\": {\"labels\": {\"team\": null}}}");
        world.redeliver();
    }

    private void retryingForOtherOfTeamA() {
        HandlerOptions options =
                HandlerOptions.of("bad").withField("spec.other").withLabel("team", "a");
        world.on().update(options, (widget, diff, ctx) -> {
            world.note("bad " + ctx.retry());
            throw new TemporaryException("wait", Duration.ofHours(10));
        });
    }

    @Test
    void R1_a_change_too_long_to_be_kept_is_told_as_one_whose_old_state_is_not_known() {
        world.on().size("onSize", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        world.on().update("bad", (widget, diff, ctx) -> {
            throw new TemporaryException("wait", Duration.ofHours(10));
        });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": \"" + "b".repeat(5_000) + "\"}}");
        world.calls.clear();
        world.patch("{\"spec\": {\"size\": \"a\"}}");

        assertThat(world.calls).containsExactly("null to a");
        assertThat(String.valueOf(world.widget().annotations())).hasSizeLessThan(2_000);
    }

    @Test
    void R1_a_change_made_while_a_handler_runs_is_handled_after_it() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.api.patch("w", "{\"spec\": {\"size\": 2}}");
            return null;
        });
        world.on().update("onUpdate", (widget, diff, ctx) -> world.note(size(diff.oldValue()) + " to " + size(widget)));
        world.start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("1 to 2");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
    }

    @Test
    void R1_a_change_during_a_creation_that_retries_reaches_the_create_handlers() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.calls.add(size(widget));
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofSeconds(10));
            }
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.calls).as("nobody waits for what is mended").containsExactly("1", "2");
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("1", "2", "2");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
    }

    @Test
    void P3_an_echo_from_before_our_own_write_is_not_handled() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.api.patch("w", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
            world.api.patch("w", "{\"metadata\": {\"labels\": {\"a\": null}}}");
            return world.note("c");
        });
        world.on().update("onUpdate", (widget, old, ctx) -> world.note("u"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("c");
        assertThat(world.api.takeWrites()).hasSize(1);
    }

    @Test
    void C_6_an_unhandled_object_that_is_found_is_created_and_not_resumed() {
        world.api.create("w", "{}");
        world.on().resume("onResume", (widget, ctx) -> world.note("r"));
        world.on().create("onCreate", (widget, ctx) -> world.note("c"));
        world.start();
        world.redeliver();

        assertThat(world.calls).containsExactly("c");
    }

    @Test
    void C_4_a_handled_object_is_resumed_once_per_start() {
        world.on().resume("onResume", (widget, ctx) -> world.note("r " + ctx.reason()));
        world.start().create("{}");
        assertThat(world.calls).isEmpty();
        world.crash();
        world.start();
        world.redeliver();
        world.api.error(410);
        world.settle();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("r RESUME");
    }

    @Test
    void C_6_an_object_that_changed_meanwhile_is_resumed_with_its_update() {
        world.on().resume("onResume", (widget, ctx) -> world.note("r " + ctx.reason()));
        world.on().update("onUpdate", (widget, old, ctx) -> world.note("u"));
        world.start().create("{\"size\": 1}");
        world.crash();
        world.api.patch("w", "{\"spec\": {\"size\": 2}}");
        world.start();
        world.patch("{\"spec\": {\"size\": 3}}");

        assertThat(world.calls).containsExactly("r UPDATE", "u", "u");
    }

    @Test
    void C_5_a_resume_that_retries_stays_owed() {
        world.on().resume("onResume", (widget, ctx) -> {
            world.calls.add("r " + ctx.retry());
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofSeconds(10));
            }
            return null;
        });
        world.start().create("{}");
        world.crash();
        world.start();
        world.redeliver();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("r 0", "r 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R18_a_field_handler_is_for_changes_after_the_creation() {
        world.on().size("onSize", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        world.start().create("{\"size\": \"a\"}");
        assertThat(world.calls).isEmpty();
        world.patch("{\"spec\": {\"size\": \"b\"}}");
        world.patch("{\"spec\": {\"other\": 1}}");
        world.patch("{\"spec\": {\"size\": null}}");
        world.patch("{\"spec\": {\"size\": \"c\"}}");

        assertThat(world.calls).containsExactly("a to b", "b to null", "null to c");
    }

    @Test
    void R18_initial_includes_the_first_value() {
        world.on()
                .size(
                        HandlerOptions.of("onSize").withInitial(true),
                        (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        world.start().create("{\"size\": \"a\"}");

        assertThat(world.calls).containsExactly("null to a");
    }

    @Test
    void R1_a_first_value_that_goes_before_the_creation_is_handled_is_told() {
        world.on()
                .size(
                        HandlerOptions.of("onSize").withInitial(true),
                        (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()));
        world.on().create("bad", (widget, ctx) -> {
            throw new TemporaryException("wait", Duration.ofHours(10));
        });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": null}}");

        assertThat(world.calls).containsExactly("null to a", "a to null");
    }

    @Test
    void R1_a_first_value_that_failed_is_told_back_though_the_field_is_gone_again() {
        world.on().size("onSize", (widget, size, ctx) -> {
            world.calls.add(size.oldValue() + " to " + size.newValue());
            if ("a".equals(size.newValue())) {
                throw new TemporaryException("wait", Duration.ofHours(10));
            }
            return null;
        });
        world.start().create("{}");
        world.patch("{\"spec\": {\"size\": \"a\"}}");
        world.patch("{\"spec\": {\"size\": null}}");

        assertThat(world.calls).containsExactly("null to a", "a to null");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_4_a_handler_is_called_once_before_its_time_is_up_though_others_store_before_it() {
        world.on().create("slow", (widget, ctx) -> {
            world.timers.pass(Duration.ofMinutes(1));
            return null;
        });
        world.on()
                .create(
                        HandlerOptions.of("next").withTimeout(Duration.ofSeconds(10)),
                        (widget, ctx) -> world.note("next"));
        world.checkpointing(Duration.ZERO).start().create("{}");

        assertThat(world.calls).containsExactly("next");
    }

    @Test
    void R7_a_slow_handler_does_not_use_up_the_time_of_one_behind_it() {
        world.on().create("slow", (widget, ctx) -> {
            world.timers.pass(Duration.ofMinutes(1));
            return null;
        });
        world.on()
                .create(
                        HandlerOptions.of("next").withTimeout(Duration.ofSeconds(10)),
                        (widget, ctx) -> world.note("next"));
        world.checkpointing(Duration.ofHours(1)).start().create("{}");

        assertThat(world.calls).containsExactly("next");
    }

    static Stream<Arguments> results() {
        Map<@Nullable String, Object> nullKey = new HashMap<>();
        nullKey.put(null, 1);
        Map<String, Object> endless = new LinkedHashMap<>();
        endless.put("self", endless);
        return Stream.of(
                Arguments.of(new Object(), null),
                Arguments.of(nullKey, null),
                Arguments.of(endless, null),
                Arguments.of(Double.NaN, "NaN"),
                Arguments.of(new byte[] {1, 2}, "AQI="),
                Arguments.of(0.5, new BigDecimal("0.5")),
                Arguments.of(List.of(1, "a"), List.of(1, "a")),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void X_30_whatever_a_handler_returns_it_is_kept_as_json_or_fails_for_good(Object result, @Nullable Object kept) {
        world.on().create("onCreate", (widget, ctx) -> {
            world.calls.add("c");
            return result;
        });
        world.start().create("{}");
        world.advance(Duration.ofMinutes(10));

        assertThat(world.status("onCreate")).isEqualTo(kept);
        assertThat(world.calls).containsExactly("c");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void P5_what_was_recorded_is_not_done_again_after_a_crash() {
        updatingWithOneThatRetries();
        world.crash();
        world.start();

        assertThat(world.calls).containsExactly("bad 2");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
    }

    @Test
    void P1_after_the_servers_history_went_back_a_change_is_handled_though_its_version_is_lower() {
        world.on().update("updated", (widget, old, ctx) -> world.note("updated " + size(widget)));
        world.start().create("{\"size\": 1}");
        restore(2);

        assertThat(world.calls).startsWith("updated 2");
    }

    @Test
    void P1_after_the_servers_history_went_back_so_is_one_of_an_object_that_waits_for_a_retry() {
        world.on().update("updated", (widget, old, ctx) -> {
            world.note("updated " + size(widget));
            throw new TemporaryException("wait", Duration.ofHours(1));
        });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        restore(3);

        assertThat(world.calls).startsWith("updated 2", "updated 3");
    }

    /** The server is restored from a backup, in which the object is of that size. */
    private void restore(int size) {
        Map<String, Object> restored = new HashMap<>(world.widget().fields());
        Map<String, Object> metadata = new HashMap<>(world.widget().metadata());
        metadata.put("resourceVersion", "5");
        restored.put("metadata", metadata);
        restored.put("spec", Map.of("size", size));
        world.api.answer(
                "GET " + FakeApi.COLLECTION + "?limit",
                Json.write(Map.of("metadata", Map.of("resourceVersion", "7"), "items", List.of(restored))));
        world.api.error(410);
        world.settle();
        world.advance(Duration.ofSeconds(1));
    }

    @Test
    void R14_an_object_that_is_nested_too_deeply_is_left_alone_and_holds_up_no_other() {
        world.on()
                .create(
                        "onCreate",
                        (widget, ctx) -> world.note(widget.getMetadata().getName()));
        world.start();
        int depth = 9_990;
        world.api.line(
                "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"deep\",\"namespace\":\"default\",\"uid\":\"d\","
                        + "\"resourceVersion\":\"1\"},\"spec\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)
                        + "}}");
        world.settle();
        world.create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("w");
    }
}
