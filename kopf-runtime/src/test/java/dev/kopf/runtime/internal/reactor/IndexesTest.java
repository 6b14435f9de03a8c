package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.IndexFunction;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.Indexes;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is in an index, and when it is gone again (I-1…I-4, I-6, I-7, R4). */
final class IndexesTest {

    private static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");

    private final TwoKinds world = new TwoKinds();

    private static String name(GenericKubernetesResource object) {
        return object.getMetadata().getName();
    }

    private static String size(GenericKubernetesResource object) {
        return String.valueOf(object.<Object>get("spec", "size"));
    }

    private static IndexFunction<GenericKubernetesResource, String, String> bySize(String kind) {
        return (object, ctx) -> Map.of(size(object), kind + " " + name(object));
    }

    private void resize(FakeApi api, String name, int size) {
        api.patch(name, "{\"spec\": {\"size\": " + size + "}}");
        world.settle();
    }

    @Test
    void I_1_handlers_find_objects_of_their_own_and_of_other_kinds_by_their_keys() {
        world.onGadgets().index(BY_SIZE, bySize("gadget"));
        world.onWidgets()
                .index(BY_SIZE, bySize("widget"))
                .create(
                        "made",
                        (widget, ctx) -> world.note(
                                name(widget) + " finds " + ctx.index(BY_SIZE).get(size(widget))));
        world.gadgets.create("g", "{\"size\": 1}");
        world.gadgets.create("h", "{\"size\": 1}");
        world.gadgets.create("i", "{\"size\": 2}");
        world.widgets.create("w", "{\"size\": 1}");
        world.start();
        assertThat(world.calls).containsExactly("w finds [widget w, gadget g, gadget h]");

        world.gadgets.remove("g");
        world.gadgets.pump();
        world.widgets.create("x", "{\"size\": 1}");
        world.settle();

        assertThat(world.calls).last().isEqualTo("x finds [widget w, gadget h, widget x]");
        assertThat(world.index(BY_SIZE).asMap())
                .isEqualTo(Map.of("1", List.of("widget w", "gadget h", "widget x"), "2", List.of("gadget i")));
    }

    @Test
    void I_1_an_index_that_nobody_fills_is_a_mistake_that_is_told_with_those_that_there_are() {
        IndexName<String, String> twin = IndexName.of("bySize");
        world.onWidgets()
                .index(BY_SIZE, bySize("widget"))
                .create(
                        "made",
                        (widget, ctx) -> world.note(ctx.index(twin).get("1").toString()));
        world.start();

        assertThatThrownBy(() -> world.index(twin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No handler fills the index 'bySize' that this IndexName is of")
                .hasMessageContaining("There are: [bySize]");
    }

    @Test
    void I_2_a_map_gives_each_key_its_value_an_empty_one_none_and_null_leaves_what_was_there() {
        world.onGadgets().index(BY_SIZE, (gadget, ctx) -> switch (size(gadget)) {
            case "0" -> Map.of();
            case "-1" -> null;
            default -> Map.of(size(gadget), "size", "size " + size(gadget), "text");
        });
        world.gadgets.create("g", "{\"size\": 1}");
        world.start();
        Map<String, List<String>> of1 = Map.of("1", List.of("size"), "size 1", List.of("text"));
        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(of1);

        resize(world.gadgets, "g", -1);
        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(of1);
        resize(world.gadgets, "g", 0);
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        resize(world.gadgets, "g", -1);
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        resize(world.gadgets, "g", 2);
        assertThat(world.index(BY_SIZE).keys()).containsExactlyInAnyOrder("2", "size 2");
    }

    @Test
    void I_2_a_value_may_be_null() {
        IndexName<String, @Nullable String> labels = IndexName.of("labels");
        world.onGadgets().index(labels, (gadget, ctx) -> {
            Map<String, @Nullable String> values = new HashMap<>();
            values.put(name(gadget), gadget.getMetadata().getGenerateName());
            return values;
        });
        world.gadgets.create("g", "{}");
        world.start();

        assertThat(world.index(labels).get("g")).containsExactly((String) null);
        assertThat(world.index(labels).contains("g")).isTrue();
        assertThat(world.index(labels).contains("h")).isFalse();
    }

    @Test
    void I_3_what_an_object_has_now_takes_the_place_of_what_it_had() {
        world.onGadgets().index(BY_SIZE, bySize("gadget"));
        world.gadgets.create("g", "{\"size\": 1}");
        world.gadgets.create("h", "{\"size\": 1}");
        world.start();
        List<String> before = world.index(BY_SIZE).get("1");
        resize(world.gadgets, "g", 2);
        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(Map.of("1", List.of("gadget h"), "2", List.of("gadget g")));
        assertThat(before).as("what was given does not change").containsExactly("gadget g", "gadget h");

        resize(world.gadgets, "h", 2);
        assertThat(world.index(BY_SIZE).keys()).containsExactly("2");
        assertThat(world.index(BY_SIZE).get("1")).isEmpty();
    }

    @Test
    void I_4_an_object_that_is_deleted_or_does_not_match_any_more_is_taken_out_and_nobody_is_called() {
        HandlerOptions web = BY_SIZE.options().withLabel("app", "web");
        world.onGadgets().index(BY_SIZE, web, (gadget, ctx) -> {
            world.note("indexes " + name(gadget));
            return Map.of(size(gadget), name(gadget));
        });
        world.gadgets.create("g", "{\"size\": 1}", Map.of("labels", Map.of("app", "web")));
        world.gadgets.create("h", "{\"size\": 1}", Map.of("labels", Map.of("app", "web")));
        world.gadgets.create("other", "{\"size\": 1}");
        world.start();
        assertThat(world.index(BY_SIZE).get("1")).containsExactly("g", "h");

        world.gadgets.patch("g", "{\"metadata\": {\"labels\": {\"app\": \"db\"}}}");
        world.gadgets.remove("h");
        world.settle();
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        assertThat(world.calls).containsExactly("indexes g", "indexes h");

        world.gadgets.patch("g", "{\"metadata\": {\"labels\": {\"app\": \"web\"}}}");
        world.settle();
        assertThat(world.index(BY_SIZE).get("1")).containsExactly("g");
    }

    @Test
    void R4_an_object_that_vanished_while_nobody_looked_is_taken_out_when_that_is_found_out() {
        world.onGadgets().index(BY_SIZE, bySize("gadget"));
        world.gadgets.create("g", "{\"size\": 1}");
        world.gadgets.create("h", "{\"size\": 1}");
        world.start();
        world.gadgets.error(410);
        world.gadgets.pump();
        world.gadgets.remove("g");
        world.gadgets.create("i", "{\"size\": 1}");
        world.gadgets.compact();
        assertThat(world.index(BY_SIZE).get("1")).containsExactly("gadget g", "gadget h");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.index(BY_SIZE).get("1")).containsExactly("gadget h", "gadget i");
    }

    @Test
    void R4_the_objects_of_a_kind_that_is_not_served_any_more_are_taken_out_after_a_minute_and_come_back_with_it() {
        world.onGadgets().index(BY_SIZE, bySize("gadget"));
        world.onWidgets()
                .event(
                        "seen",
                        (widget, ctx) -> world.note(
                                name(widget) + " " + ctx.index(BY_SIZE).keys()));
        world.gadgets.create("g", "{\"size\": 1}");
        world.start();
        world.gadgets.served(false);
        world.gadgets.error(410);
        world.settle();
        world.advance(Duration.ofSeconds(30));
        assertThat(world.index(BY_SIZE).keys()).as("it may be back in a moment").containsExactly("1");
        for (int i = 0; i < 6; i++) {
            world.advance(Duration.ofSeconds(20));
        }
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        world.widgets.create("w", "{}");
        world.settle();
        assertThat(world.calls).containsExactly("w []");

        world.gadgets.served(true);
        world.advance(Duration.ofMinutes(1));
        assertThat(world.index(BY_SIZE).keys()).containsExactly("1");
    }

    @Test
    void I_6_an_object_that_its_own_handler_has_changed_is_indexed_before_others_see_what_was_changed() {
        world.onWidgets()
                .index(BY_SIZE, bySize("widget"))
                .create("made", (widget, ctx) -> {
                    ctx.patch().set(FieldPath.parse("spec.size"), 2);
                    return null;
                })
                .update(
                        "changed",
                        (widget, change, ctx) -> world.note(
                                size(widget) + " beside " + ctx.index(BY_SIZE).keys()));
        world.widgets.create("w", "{\"size\": 1}");
        world.start();

        assertThat(world.calls).containsExactly("2 beside [2]");
    }

    @Test
    void I_6_an_object_is_indexed_before_its_handlers_see_its_state() {
        world.onWidgets()
                .index(BY_SIZE, bySize("widget"))
                .event(
                        "seen",
                        (widget, ctx) -> world.note(
                                ctx.event().type() + " " + ctx.index(BY_SIZE).asMap()))
                .update(
                        "changed",
                        (widget, change, ctx) ->
                                world.note("changed " + ctx.index(BY_SIZE).asMap()));
        world.start();
        world.widgets.create("w", "{\"size\": 1}");
        world.settle();
        world.calls.clear();
        resize(world.widgets, "w", 2);
        world.widgets.remove("w");
        world.settle();

        assertThat(world.calls)
                .filteredOn(call -> !call.isBlank())
                .startsWith("MODIFIED {2=[widget w]}", "changed {2=[widget w]}")
                .endsWith("DELETED {}");
    }

    @Test
    void I_7_an_index_writes_nothing_needs_no_finalizer_and_asks_for_no_right_to_write() {
        world.onGadgets().index(BY_SIZE, bySize("gadget"));
        world.gadgets.create("g", "{\"size\": 1}");
        world.start();
        resize(world.gadgets, "g", 2);

        assertThat(world.gadgets.takeWrites()).isEmpty();
        assertThat(world.needs).noneMatch(need -> need.verb().equals("patch"));
    }

    @Test
    void P6_states_that_wait_for_their_turn_are_asked_for_when_it_comes() {
        world.holdingTasks().waiting(new WaitingStates(0));
        world.onGadgets().index(BY_SIZE, bySize("gadget"));
        world.onWidgets()
                .create(
                        "made",
                        (widget, ctx) -> world.note(
                                "made, beside " + ctx.index(BY_SIZE).get("1").size()));
        for (int i = 0; i < 100; i++) {
            world.gadgets.create("g" + i, "{\"size\": 1}");
        }
        world.widgets.create("w", "{}");
        world.start();
        world.gadgets.refuse("GET " + FakeApi.COLLECTION + "?fieldSelector", 500);
        world.runTasks();
        assertThat(world.index(BY_SIZE).get("1")).hasSize(99);
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(1));
        world.runTasks();

        assertThat(world.index(BY_SIZE).get("1")).hasSize(100);
        assertThat(world.gadgets.requests).anyMatch(request -> request.contains("fieldSelector=metadata.name%3Dg99"));
        assertThat(world.calls).containsExactly("made, beside 100");
    }

    @Test
    void W_20_P7_events_that_are_not_shown_as_an_index_handler_is_at_work_are_counted_in_the_log() {
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> {
                    if (size(widget).equals("0")) {
                        for (int size = 1; size <= 150; size++) {
                            world.widgets.patch("w", "{\"spec\": {\"size\": " + size + "}}");
                        }
                        world.settle();
                    }
                    return Map.of(size(widget), name(widget));
                })
                .event("seen", (widget, ctx) -> world.note(size(widget)));
        world.start();
        try (CapturedLog log = new CapturedLog("kopf.reactor")) {
            world.widgets.create("w", "{\"size\": 0}");
            world.settle();

            assertThat(log.messages(Level.WARN))
                    .containsExactly(
                            "Widget default/w changes faster than its index handlers are done: event handlers are shown"
                                    + " the newest 100 events only.",
                            "Event handlers were not shown 50 events of Widget default/w, as its index handlers were at"
                                    + " work.");
        }
        assertThat(world.calls).hasSize(101).startsWith("0", "51", "52").endsWith("150");
    }

    private static String version(GenericKubernetesResource object) {
        return object.getMetadata().getResourceVersion();
    }

    /** Whether a handler finds in the index what it is shown, and nothing else of the object. */
    private @Nullable Object noteWhetherIndexed(GenericKubernetesResource widget, Indexes indexes) {
        return world.note(indexes.index(BY_SIZE).keys().equals(Set.of(version(widget))) ? "indexed" : "not indexed");
    }

    @Test
    void I_6_what_a_write_of_the_operator_has_made_is_indexed_before_handlers_see_it_and_once() {
        List<String> looks = new ArrayList<>();
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> {
                    looks.add(version(widget));
                    return Map.of(version(widget), name(widget));
                })
                .create("made", (widget, ctx) -> noteWhetherIndexed(widget, ctx))
                .delete("gone", (widget, ctx) -> {});
        world.start();
        world.widgets.create("w", "{}");
        world.settle();

        assertThat(world.calls).containsExactly("indexed");
        assertThat(looks)
                .as("the object, its finalizer, and what was handled")
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(world.index(BY_SIZE).keys())
                .containsExactly(world.widgets.body("w").resourceVersion());
    }

    @Test
    void I_6_P3_what_is_told_of_from_before_a_write_of_the_operator_does_not_take_the_place_of_what_that_has_made() {
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> Map.of(version(widget), name(widget)))
                .event(
                        "seen",
                        (widget, ctx) -> world.note(
                                version(widget) + " with " + ctx.index(BY_SIZE).keys()))
                .create("made", (widget, ctx) -> {
                    world.widgets.patch("w", "{\"spec\": {\"size\": 1}}");
                    world.widgets.patch("w", "{\"spec\": {\"size\": 2}}");
                    return null;
                });
        world.start();
        world.widgets.create("w", "{}");
        world.settle();

        String written = world.widgets.body("w").resourceVersion();
        assertThat(world.calls.subList(1, world.calls.size()))
                .hasSize(3)
                .allMatch(call -> call.endsWith(" with [" + written + "]"));
    }

    @Test
    void I_6_a_state_that_was_asked_for_is_indexed_before_handlers_see_it() {
        world.waiting(new WaitingStates(0)).holdingTasks();
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> Map.of(version(widget), name(widget)))
                .create("made", (widget, ctx) -> noteWhetherIndexed(widget, ctx));
        world.widgets.create("w", "{}");
        world.start();
        world.tasks.remove(0).run(); // it is indexed
        world.widgets.patch("w", "{\"spec\": {\"size\": 1}}");
        world.settle();
        world.tasks.remove(1).run(); // and so is this, while its handlers wait for their turn
        world.widgets.during(
                "GET " + FakeApi.COLLECTION + "?fieldSelector",
                () -> world.widgets.patch("w", "{\"spec\": {\"size\": 2}}"));
        world.runTasks();

        assertThat(world.calls).containsExactly("indexed");
    }

    @Test
    void I_6_P1_after_the_servers_history_went_back_before_it_told_of_a_write_lower_versions_are_indexed() {
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> Map.of(version(widget), name(widget)))
                .event("seen", (widget, ctx) -> noteWhetherIndexed(widget, ctx))
                .create("made", (widget, ctx) -> {
                    Map<String, Object> restored =
                            new HashMap<>(world.widgets.body("w").fields());
                    Map<String, Object> metadata =
                            new HashMap<>(world.widgets.body("w").metadata());
                    metadata.put("resourceVersion", "5");
                    restored.put("metadata", metadata);
                    world.widgets.answer(
                            "GET " + FakeApi.COLLECTION + "?limit",
                            Json.write(Map.of("metadata", Map.of("resourceVersion", "7"), "items", List.of(restored))));
                    world.widgets.error(410);
                    return null;
                });
        world.start();
        world.widgets.create("w", "{}");
        world.settle();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.calls).as("at first, and as it was restored").startsWith("indexed", "indexed");
    }

    @Test
    void I_6_I_5_an_index_handler_that_is_to_be_called_again_for_what_a_write_has_made_is_called() {
        List<String> looks = new ArrayList<>();
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> {
                    looks.add(version(widget));
                    if (looks.size() == 2) {
                        throw new TemporaryException("wait", Duration.ofSeconds(10));
                    }
                    return Map.of(version(widget), name(widget));
                })
                .create("made", (widget, ctx) -> {
                    world.widgets.patch("w", "{\"spec\": {\"size\": 1}}");
                    return null;
                });
        world.start();
        world.widgets.create("w", "{}");
        world.settle();
        assertThat(looks).hasSize(2);
        assertThat(world.index(BY_SIZE).keys()).isEmpty();

        world.advance(Duration.ofSeconds(10));
        assertThat(world.index(BY_SIZE).keys())
                .containsExactly(world.widgets.body("w").resourceVersion());
    }

    @Test
    void I_6_I_5_what_is_indexed_at_the_second_attempt_is_not_replaced_by_what_was_before_it() {
        AtomicInteger looks = new AtomicInteger();
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> {
                    if (looks.incrementAndGet() == 2) {
                        throw new TemporaryException("wait", Duration.ZERO);
                    }
                    return Map.of(version(widget), name(widget));
                })
                .event(
                        "seen",
                        (widget, ctx) -> world.note(
                                version(widget) + " with " + ctx.index(BY_SIZE).keys()))
                .create("made", (widget, ctx) -> {
                    world.widgets.patch("w", "{\"spec\": {\"size\": 1}}");
                    world.widgets.patch("w", "{\"spec\": {\"size\": 2}}");
                    return null;
                });
        world.start();
        world.widgets.create("w", "{}");
        world.settle();

        String written = world.widgets.body("w").resourceVersion();
        assertThat(world.calls).hasSize(4);
        assertThat(world.calls.get(2)).doesNotStartWith(written).endsWith(" with [" + written + "]");
    }
}
