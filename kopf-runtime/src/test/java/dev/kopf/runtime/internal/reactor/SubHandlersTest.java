package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.ProgressStorage;
import dev.kopf.runtime.resource.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that a handler hands over in parts is remembered part by part (X-40…X-48, R5, R7). */
final class SubHandlersTest {

    private final World world = new World();
    private final List<String> items = new ArrayList<>(List.of("a", "b", "c"));

    /** Whoever is named here fails once, temporarily. */
    private final List<String> failing = new ArrayList<>();

    private void create(HandlerOptions options) {
        world.on().create(options, (widget, ctx) -> {
            world.calls.add("parent " + ctx.retry());
            ctx.subHandlers(items, item -> item, (item, sub) -> {
                world.calls.add(sub.handlerId() + " " + sub.retry());
                if (failing.remove(item)) {
                    throw new TemporaryException("wait", Duration.ofSeconds(10));
                }
            });
            return "all done";
        });
    }

    @Test
    void R7_all_that_succeed_are_one_pass_and_one_write() {
        create(HandlerOptions.of("p"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "p/b 0", "p/c 0");
        assertThat(world.records()).isEmpty();
        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.api.takeWrites()).as("the result, and the state").hasSize(2);
    }

    @Test
    void X_44_the_parent_is_not_done_before_they_are_and_only_those_left_are_called_again() {
        failing.add("b");
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "p/b 0", "p/c 0");
        assertThat(world.status("p")).as("X-47").isNull();
        assertThat(world.essence()).isEmpty();
        assertThat(world.record("p").get("subrefs")).isEqualTo(List.of("p/a", "p/b", "p/c"));
        world.calls.clear();
        world.advance(Duration.ofSeconds(9));
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).containsExactly("parent 0", "p/b 1");
        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.records()).as("X-48").isEmpty();
    }

    @Test
    void R5_waiting_for_them_uses_up_neither_retries_nor_timeout() {
        failing.addAll(List.of("a", "b", "c", "a", "b", "c"));
        create(HandlerOptions.of("p").withRetries(1).withTimeout(Duration.ofSeconds(15)));
        world.start().create("{}");
        for (int i = 0; i < 3; i++) {
            world.advance(Duration.ofSeconds(10));
        }

        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.calls).filteredOn(call -> call.startsWith("p/")).hasSize(9);
        assertThat(world.calls).doesNotContain("parent 1");
    }

    @Test
    void R5_time_in_sub_handlers_is_not_held_against_a_parent_that_fails_in_the_same_call() {
        Duration timeout = Duration.ofSeconds(15);
        Duration work = Duration.ofSeconds(4);
        world.on().create(HandlerOptions.of("p").withTimeout(timeout), (widget, ctx) -> {
            world.calls.add("parent " + ctx.retry());
            ctx.subHandler(HandlerOptions.of("slow"), sub -> {
                world.timers.jump(timeout.multipliedBy(2));
                return null;
            });
            ctx.runSubHandlers();
            world.timers.jump(work);
            throw new TemporaryException("not yet", Duration.ofSeconds(1));
        });
        world.start().create("{}");
        assertThat(world.calls).containsExactly("parent 0");
        for (int i = 0; i < 5; i++) {
            world.advance(Duration.ofSeconds(1));
        }

        assertThat(world.calls)
                .as("4 + 1 s, 4 + 1 s, and 4 s after which one more is too late")
                .containsExactly("parent 0", "parent 1", "parent 2");
    }

    @Test
    void P5_what_they_did_is_remembered_over_a_crash() {
        failing.add("b");
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        world.crash();
        world.start();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("parent 0", "p/b 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_48_records_of_items_that_are_no_more_are_purged() {
        failing.add("b");
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        items.remove("b");
        world.advance(Duration.ofSeconds(10));

        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_46_one_that_fails_for_good_does_not_fail_the_parent() {
        world.on().create("p", (widget, ctx) -> {
            ctx.subHandler(HandlerOptions.of("bad"), sub -> {
                throw new PermanentException("no");
            });
            ctx.subHandler(HandlerOptions.of("good"), sub -> Map.of("x", 1));
            return null;
        });
        world.start().create("{}");

        assertThat(world.status("p/good")).isEqualTo(Map.of("x", 1));
        assertThat(world.essence()).isNotNull();
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_40_they_may_have_their_own() {
        world.on().create("p", (widget, ctx) -> {
            ctx.subHandlers(
                    List.of("x"),
                    x -> x,
                    (x, sub) -> sub.subHandlers(List.of("y"), y -> y, (y, deep) -> {
                        world.calls.add(deep.handlerId() + " " + deep.retry());
                        if (deep.retry() == 0) {
                            throw new TemporaryException("wait", Duration.ofSeconds(10));
                        }
                    }));
            return null;
        });
        world.start().create("{}");
        assertThat(world.record("p").get("subrefs")).isEqualTo(List.of("p/x", "p/x/y"));
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("p/x/y 0", "p/x/y 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_44_what_stands_after_running_them_is_done_when_all_are_finished_however_it_is_caught() {
        failing.add("b");
        world.on().create("p", (widget, ctx) -> {
            ctx.subHandlers(items, item -> item, (item, sub) -> {
                if (failing.remove(item)) {
                    throw new TemporaryException("wait", Duration.ofSeconds(10));
                }
            });
            try {
                ctx.runSubHandlers();
            } catch (RuntimeException e) {
                throw new IllegalStateException("wrapped", e);
            }
            return world.note("after");
        });
        world.start().create("{}");
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("after");
    }

    @Test
    void R1_they_are_called_again_when_the_object_changes_meanwhile() {
        failing.add("b");
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        world.calls.clear();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "p/b 0", "p/c 0");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void two_of_one_id_fail_their_parent_with_a_name() {
        items.add("a");
        create(HandlerOptions.of("p").withRetries(1));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("parent 0");
    }

    @Test
    void X_43_they_are_chosen_by_the_lifecycle_of_their_parent_and_need_no_events_between_them() {
        world.choosing(Lifecycle.oneByOne());
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        world.advance(Duration.ZERO);

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "parent 0", "p/b 0", "parent 0", "p/c 0");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_a_change_that_sub_handlers_saw_before_a_checkpoint_is_told_back() {
        world.checkpointing(Duration.ZERO).on().update("p", (widget, diff, ctx) -> {
            Object size = widget.get("spec", "size");
            world.calls.add("parent " + size);
            ctx.subHandlers(List.of("a", "b"), item -> item, (item, sub) -> {
                world.calls.add(sub.handlerId() + " " + size);
                if (item.equals("a") && "2".equals(size)) {
                    world.api.patch("w", "{\"spec\": {\"size\": \"1\"}}");
                }
            });
            return null;
        });
        world.start().create("{\"size\": \"1\"}");
        world.patch("{\"spec\": {\"size\": \"2\"}}");

        assertThat(world.calls).containsExactly("parent 2", "p/a 2", "parent 1", "p/b 1", "parent 1", "p/a 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void C_6_what_a_resumed_handler_did_for_an_update_counts_when_the_update_is_done() {
        world.on()
                .size("onSize", (widget, size, ctx) -> {
                    world.calls.add(size.oldValue() + " to " + size.newValue());
                    if ("b".equals(size.newValue())) {
                        throw new TemporaryException("wait", Duration.ofHours(1));
                    }
                    return null;
                })
                .resume("good", (widget, ctx) -> world.note("good"))
                .resume("bad", (widget, ctx) -> {
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("wait", Duration.ofSeconds(10));
                    }
                    return null;
                });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": \"b\"}}");
        world.crash();
        world.api.patch("w", "{\"spec\": {\"size\": \"a\"}}");
        world.start();
        world.advance(Duration.ofHours(2));

        assertThat(world.calls).containsExactly("b to a", "good");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_48_what_is_below_sub_handlers_is_purged_though_only_their_records_tell_of_it() {
        world.api.create(
                "w",
                "{}",
                Map.of(
                        "annotations",
                        Map.of(
                                "kopf.zalando.org/p", "{\"purpose\":\"create\",\"subrefs\":[\"p/a\"]}",
                                "kopf.zalando.org/p.a", "{\"purpose\":\"create\",\"subrefs\":[\"p/a/deep\"]}",
                                "kopf.zalando.org/p.a.deep", "{\"purpose\":\"create\",\"success\":true}")));
        create(HandlerOptions.of("p"));
        world.start();

        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R10_items_whose_records_would_be_one_fail_their_parent_with_both_names() {
        items.clear();
        items.addAll(List.of("x.y", "x/y"));
        failing.add("x.y");
        create(HandlerOptions.of("p"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("parent 0");
        assertThat(world.record("p").get("message")).asString().contains("'p/x.y'", "'p/x/y'");
        assertThat(world.essence()).isEmpty();

        items.remove("x/y");
        world.advance(Duration.ofMinutes(5));
        assertThat(world.calls).containsExactly("parent 0", "parent 1", "p/x.y 0", "parent 1", "p/x.y 1");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void P5_items_with_white_space_and_other_odd_names_are_remembered_each_by_itself() {
        List<String> odd = List.of("my item", " my item", "a  b", "größe 名前", "nginx:1.2 (old)", "'", "\"x\"");
        items.clear();
        items.addAll(odd);
        failing.addAll(odd);
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        world.crash();
        world.start();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls)
                .filteredOn(call -> call.startsWith("p/"))
                .containsExactlyElementsOf(
                        odd.stream().map(item -> "p/" + item + " 1").toList());
        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\tb", "a\u2028b"})
    void an_item_whose_name_is_no_id_fails_its_parent_with_the_number_of_the_item(String name) {
        items.add(1, name);
        create(HandlerOptions.of("p"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("parent 0");
        assertThat(world.record("p").get("message"))
                .asString()
                .startsWith(
                        "Item 2 of the sub-handlers of 'p' has a name that no id can be made of: A handler's id must")
                .doesNotContain("\n", "\t", "\u2028");
    }

    @Test
    void R10_what_became_of_an_item_says_nothing_of_another_that_its_name_is_given_to_during_a_deletion() {
        world.on()
                .delete(
                        "p",
                        (widget, ctx) -> ctx.subHandlers(items, item -> item, (item, sub) -> {
                            world.calls.add(sub.handlerId() + " " + sub.retry());
                            if (failing.contains(item)) {
                                throw new TemporaryException("wait", Duration.ofSeconds(10));
                            }
                        }));
        items.clear();
        items.addAll(List.of("x.y", "z"));
        failing.add("z");
        world.start().create("{}");
        world.delete();
        assertThat(world.calls).containsExactly("p/x.y 0", "p/z 0");
        items.set(0, "x/y");
        world.advance(Duration.ofSeconds(10));
        assertThat(world.calls).endsWith("p/x/y 0", "p/z 1");
        assertThat(world.record("p").get("subrefs")).isEqualTo(List.of("p/x/y", "p/z"));
        world.advance(Duration.ofSeconds(10));
        assertThat(world.calls).as("once").endsWith("p/x/y 0", "p/z 1", "p/z 2");
        items.set(0, "x.y");
        world.advance(Duration.ofSeconds(10));
        assertThat(world.calls).as("and back").endsWith("p/z 2", "p/x.y 0", "p/z 3");
        failing.clear();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).endsWith("p/x.y 0", "p/z 3", "p/z 4");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void R10_an_item_that_is_renamed_leaves_no_record() {
        String longName = "x." + "y".repeat(70);
        items.clear();
        items.addAll(List.of(longName, "z"));
        failing.add("z");
        create(HandlerOptions.of("p"));
        world.start().create("{}");
        items.set(0, longName.replace('.', '/'));
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).endsWith("p/" + items.get(0) + " 0", "p/z 1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R10_an_item_whose_record_would_be_that_of_a_handler_fails_its_parent_with_both_names() {
        items.clear();
        items.add("x");
        create(HandlerOptions.of("p"));
        world.on().create("p.x", (widget, ctx) -> world.note("p.x"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("parent 0", "p.x");
        assertThat(world.record("p").get("message")).asString().contains("'p/x'", "'p.x'");
        assertThat(world.essence()).isEmpty();
    }

    @Test
    void R10_what_sub_handlers_of_another_have_done_in_an_earlier_pass_is_not_taken_for_theirs() {
        items.clear();
        items.add("x.y");
        create(HandlerOptions.of("p"));
        world.on().create("p.x", (widget, ctx) -> {
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofSeconds(10));
            }
            ctx.subHandlers(List.of("y"), y -> y, (y, sub) -> world.calls.add("" + sub.handlerId()));
            return null;
        });
        world.start().create("{}");
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("parent 0", "p/x.y 0");
        assertThat(world.record("p.x").get("message")).asString().contains("'p/x.y'", "'p.x/y'");
        assertThat(world.essence()).isEmpty();
    }

    @Test
    void R10_an_item_whose_record_would_be_the_operators_own_fails_its_parent() {
        world.storing(new Persistence(
                EssenceStorage.annotations("kopf.zalando.org", "p.seen"), ProgressStorage.annotations(), "x.org/f"));
        items.clear();
        items.add("seen");
        create(HandlerOptions.of("p"));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("parent 0");
        assertThat(world.record("p").get("message")).asString().contains("'p/seen'", "the operator keeps");
    }

    @Test
    void R14_S10_sub_handlers_with_white_space_in_the_record_of_another_operator_are_purged_with_it() {
        Map<String, Object> record = Map.of("purpose", "create", "subrefs", List.of("p/my item", "p/b\n"));
        world.api.create("w", "{}", Map.of("annotations", Map.of("kopf.zalando.org/p", Json.write(record))));
        failing.add("b");
        create(HandlerOptions.of("p"));
        world.start();
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "p/b 0", "p/c 0", "parent 0", "p/b 1");
        assertThat(world.status("p")).isEqualTo("all done");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void R14_S10_the_same_is_so_of_sub_handlers_of_sub_handlers_and_in_the_status() {
        Map<String, Object> deep = Map.of("p/a b", Map.of("success", true), "p/a", Map.of("subrefs", List.of("p/a b")));
        world.api.create("w", "{}");
        world.patch("{\"status\":{\"kopf\":{\"progress\":" + Json.write(deep) + "}}}");
        create(HandlerOptions.of("p"));
        world.storing(Persistence.status("kopf")).start();

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "p/b 0", "p/c 0");
        assertThat(Json.write(world.status("kopf"))).doesNotContain("p/a");
        assertThat(world.status("p")).isEqualTo("all done");
    }

    @Test
    void R14_S10_what_is_no_id_among_the_sub_handlers_of_a_record_is_passed_over() {
        Map<String, Object> odd = Map.of("p", Map.of("purpose", "create", "subrefs", List.of("", "p/a")));
        world.api.create("w", "{}");
        world.patch("{\"status\":{\"kopf\":{\"progress\":" + Json.write(odd) + "}}}");
        create(HandlerOptions.of("p"));
        world.storing(Persistence.status("kopf")).start();

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "p/b 0", "p/c 0");
        assertThat(world.status("p")).isEqualTo("all done");
    }

    @Test
    void C_6_what_the_sub_handlers_of_a_resumed_handler_did_for_an_update_counts_when_the_update_is_done() {
        world.on()
                .size("onSize", (widget, size, ctx) -> {
                    if ("b".equals(size.newValue())) {
                        throw new TemporaryException("wait", Duration.ofHours(1));
                    }
                    return null;
                })
                .resume("p", (widget, ctx) -> {
                    ctx.subHandler(HandlerOptions.of("x"), sub -> {
                        sub.subHandler(HandlerOptions.of("good"), deep -> world.note("x/good"));
                        sub.subHandler(HandlerOptions.of("bad"), deep -> failingOnce(deep.retry(), "x/bad"));
                        return null;
                    });
                    ctx.subHandler(HandlerOptions.of("y"), sub -> world.note("y"));
                    return null;
                });
        world.start().create("{\"size\": \"a\"}");
        world.patch("{\"spec\": {\"size\": \"b\"}}");
        world.crash();
        world.api.patch("w", "{\"spec\": {\"size\": \"a\"}}");
        world.start();
        world.advance(Duration.ofHours(2));

        assertThat(world.calls).containsExactly("x/good", "x/bad 0", "y", "x/bad 1");
        assertThat(world.records()).isEmpty();
    }

    private @Nullable Object failingOnce(int retry, String name) {
        world.note(name + " " + retry);
        if (retry == 0) {
            throw new TemporaryException("wait", Duration.ofSeconds(10));
        }
        return null;
    }

    @Test
    void R10_what_sub_handlers_did_when_the_object_was_resumed_does_not_count_for_an_update() {
        String done = "{\"purpose\":\"resume\",\"retries\":1,\"success\":true,\"failure\":false}";
        world.api.create(
                "w",
                "{\"size\": 2}",
                Map.of(
                        "annotations",
                        Map.of(
                                "kopf.zalando.org/p.a",
                                done,
                                "kopf.zalando.org/p.a.deep",
                                done,
                                World.ESSENCE,
                                "{\"spec\":{\"size\":1}}")));
        world.on().update("p", (widget, diff, ctx) -> {
            ctx.subHandler(HandlerOptions.of("a"), sub -> {
                world.note("a");
                sub.subHandler(HandlerOptions.of("deep"), deep -> world.note("deep"));
                return null;
            });
            return null;
        });
        world.start();

        assertThat(world.calls).containsExactly("a", "deep");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R10_a_record_that_names_what_is_not_below_its_handler_takes_no_place() {
        world.api.create(
                "w",
                "{}",
                Map.of(
                        "annotations",
                        Map.of("kopf.zalando.org/q", "{\"purpose\":\"create\",\"subrefs\":[\"p/a\"],\"retries\":1}")));
        items.retainAll(List.of("a"));
        create(HandlerOptions.of("p"));
        world.on().create("q", (widget, ctx) -> world.note("q"));
        world.start();

        assertThat(world.calls).containsExactly("parent 0", "p/a 0", "q");
        assertThat(world.records()).isEmpty();
    }
}
