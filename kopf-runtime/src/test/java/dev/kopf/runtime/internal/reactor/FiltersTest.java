package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.Filter;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.Finalizers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which objects and changes handlers are called for, and what becomes of objects that nobody is for (C-21…C-23, C-30, F-1…F-14). */
final class FiltersTest {

    private static final String APP = "{\"metadata\": {\"labels\": {\"app\": \"web\"}}}";
    private static final String NO_APP = "{\"metadata\": {\"labels\": {\"app\": null}}}";

    private final World world = new World();

    private static HandlerOptions forApp(String id) {
        return HandlerOptions.of(id).withLabel("app", "web");
    }

    private static String size(GenericKubernetesResource widget) {
        return String.valueOf(widget.<Object>get("spec", "size"));
    }

    @Test
    void C30_an_object_that_no_handler_is_for_gets_nothing() {
        world.on()
                .create(forApp("onCreate"), (widget, ctx) -> world.note("c"))
                .delete(forApp("onDelete"), (widget, ctx) -> world.calls.add("d"));
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.delete();

        assertThat(world.calls).isEmpty();
        assertThat(world.api.takeWrites()).isEmpty();
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void C30_an_object_that_handlers_come_to_be_for_is_new_to_them() {
        world.on().create(forApp("onCreate"), (widget, ctx) -> world.note("c " + size(widget)));
        world.start().create("{\"size\": 1}");
        world.patch(APP);

        assertThat(world.calls).containsExactly("c 1");
        assertThat(world.essence()).containsKey("metadata");
    }

    @Test
    void C21_C23_the_finalizer_comes_and_goes_with_the_filters() {
        world.on().delete(forApp("onDelete"), (widget, ctx) -> world.calls.add("d"));
        world.start().create("{}");
        assertThat(world.widget().finalizers()).isEmpty();

        world.patch(APP);
        assertThat(world.widget().finalizers()).isEqualTo(List.of(Finalizers.DEFAULT));

        world.patch(NO_APP);
        assertThat(world.widget().finalizers()).isEmpty();

        world.patch(APP);
        world.delete();
        assertThat(world.calls).containsExactly("d");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void F14_a_handler_whose_filters_stop_matching_while_it_retries_is_owed_nothing_and_leaves_no_record() {
        world.on().update(forApp("onUpdate"), (widget, diff, ctx) -> {
            world.calls.add("u " + size(widget));
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", Duration.ofSeconds(10));
            }
            return null;
        });
        world.start().create("{\"size\": 1}");
        world.patch(APP);
        world.advance(Duration.ofSeconds(10));
        world.calls.clear();
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.records()).isNotEmpty();

        world.patch(NO_APP);
        world.advance(Duration.ofHours(1));
        assertThat(world.records()).isEmpty();
        assertThat(world.calls).containsExactly("u 2");

        world.patch(APP);
        world.advance(Duration.ofSeconds(10));
        assertThat(world.calls).as("the change is still news to it").containsExactly("u 2", "u 2", "u 2");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void F14_others_are_not_held_up_by_a_handler_that_is_not_for_the_object_any_more() {
        AtomicBoolean ready = new AtomicBoolean();
        world.on()
                .update(forApp("one"), (widget, diff, ctx) -> {
                    world.calls.add("one");
                    throw new TemporaryException("wait", Duration.ofSeconds(10));
                })
                .update("two", (widget, diff, ctx) -> {
                    world.calls.add("two " + size(widget));
                    if (!ready.get()) {
                        throw new TemporaryException("wait", Duration.ofSeconds(10));
                    }
                    return null;
                });
        world.start();
        world.api.create("w", "{\"size\": 1}", Map.of("labels", Map.of("app", "web")));
        world.settle();
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"metadata\": {\"labels\": {\"app\": null}}, \"spec\": {\"size\": 3}}");
        ready.set(true);
        world.advance(Duration.ofSeconds(10));

        assertThat(world.calls).containsExactly("one", "two 2", "two 3", "two 3");
        assertThat(world.records()).isEmpty();
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 3)));
    }

    @Test
    void F4_an_update_handler_with_a_field_is_called_for_changes_of_it_only() {
        world.on()
                .update(
                        HandlerOptions.of("onUpdate").withField("spec.size"),
                        (widget, diff, ctx) ->
                                world.note(ctx.diff().items().get(0).oldValue() + " to "
                                        + ctx.diff().items().get(0).newValue()));
        world.start().create("{\"size\": 1, \"other\": 1}");
        world.patch("{\"spec\": {\"other\": 2}}");
        world.api.takeWrites();
        world.patch("{\"spec\": {\"other\": 3}}");
        assertThat(world.api.takeWrites())
                .as("a change that nobody is for writes nothing (R7)")
                .isEmpty();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.calls).containsExactly("1 to 2");
    }

    @Test
    void F5_old_and_new_values_are_of_the_change() {
        world.on()
                .update(
                        HandlerOptions.of("grown")
                                .withField("spec.phase")
                                .withOldValue(Filter.is("small"))
                                .withNewValue(Filter.anyOf(Filter.is("big"), Filter.is("huge"))),
                        (widget, diff, ctx) -> world.note("grown"))
                .size(
                        HandlerOptions.of("sized")
                                .withNewValue(Filter.matching(size -> size != null && size.equals("3"))),
                        (widget, size, ctx) -> world.note("sized"));
        world.start().create("{\"phase\": \"tiny\", \"size\": \"1\"}");
        world.patch("{\"spec\": {\"phase\": \"small\", \"size\": \"2\"}}");
        world.patch("{\"spec\": {\"phase\": \"huge\"}}");
        world.patch("{\"spec\": {\"phase\": \"big\", \"size\": \"3\"}}");

        assertThat(world.calls).containsExactly("grown", "sized");
    }

    @Test
    void D1_a_field_of_the_status_that_a_filter_names_counts_as_a_change() {
        world.on()
                .update(
                        HandlerOptions.of("onUpdate").withField("status.phase").withNewValue(Filter.is("Ready")),
                        (widget, diff, ctx) -> world.note("ready"));
        world.start().create("{}");
        world.api.patch("w", "{\"status\": {\"phase\": \"Pending\"}}");
        world.settle();
        world.api.patch("w", "{\"status\": {\"phase\": \"Ready\"}}");
        world.settle();

        assertThat(world.calls).containsExactly("ready");
    }

    @Test
    void F2_handlers_of_events_are_for_the_objects_that_their_filters_let_pass() {
        world.on()
                .event(
                        HandlerOptions.of("onEvent")
                                .withAnnotation("watched", Filter.present())
                                .withField("spec.size")
                                .withValue(Filter.is(2)),
                        (widget, ctx) -> world.calls.add("e " + size(widget)));
        world.start().create("{\"size\": 2}");
        world.patch("{\"metadata\": {\"annotations\": {\"watched\": \"\"}}}");
        world.patch("{\"spec\": {\"size\": 3}}");

        assertThat(world.calls).containsExactly("e 2");
        assertThat(world.api.takeWrites()).isEmpty();
    }

    @Test
    void F6_a_condition_sees_the_object_the_reason_and_what_was_there_before() {
        world.on()
                .update(
                        HandlerOptions.of("shrunk").when(GenericKubernetesResource.class, (widget, ctx) -> {
                            GenericKubernetesResource old = ctx.oldEssence();
                            return old != null && size(old).compareTo(size(widget)) > 0;
                        }),
                        (widget, diff, ctx) -> world.note("shrunk to " + size(widget)));
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 3}}");
        world.patch("{\"spec\": {\"size\": 0}}");

        assertThat(world.calls).containsExactly("shrunk to 0");
    }

    @Test
    void R18_a_field_that_an_object_did_not_have_at_first_is_seen_to_appear() {
        world.on()
                .size("sized", (widget, size, ctx) -> world.note(size.oldValue() + " to " + size.newValue()))
                .update(
                        HandlerOptions.of("phased").withField("spec.phase").withOldValue(Filter.absent()),
                        (widget, diff, ctx) -> world.note("phased"));
        world.start().create("{}");
        world.patch("{\"spec\": {\"size\": \"1\"}}");
        world.patch("{\"spec\": {\"phase\": \"small\"}}");

        assertThat(world.calls).containsExactly("null to 1", "phased");
    }

    @Test
    void C30_an_object_stays_new_until_a_handler_of_creations_is_for_it() {
        world.on()
                .create(
                        HandlerOptions.of("onCreate").withField("spec.size").withValue(Filter.is(2)),
                        (widget, ctx) -> world.note("c " + size(widget)))
                .update(
                        HandlerOptions.of("onUpdate").withField("spec.size"),
                        (widget, diff, ctx) -> world.note("u " + size(widget)));
        world.start().create("{}");
        world.patch("{\"spec\": {\"other\": 1}}");
        assertThat(world.api.takeWrites()).isEmpty();
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"spec\": {\"size\": 3}}");

        assertThat(world.calls).containsExactly("c 2", "u 3");
    }

    @Test
    void P1_a_filter_that_throws_loses_no_change_and_is_seen() {
        AtomicReference<Throwable> thrown = new AtomicReference<>(new StackOverflowError("deep"));
        world.on()
                .update(
                        HandlerOptions.of("onUpdate")
                                .withErrors(ErrorMode.IGNORED)
                                .when(GenericKubernetesResource.class, (widget, ctx) -> {
                                    if (thrown.get() instanceof Error error) {
                                        throw error;
                                    }
                                    return true;
                                }),
                        (widget, diff, ctx) -> world.note("u " + size(widget)));
        world.on().update("other", (widget, diff, ctx) -> world.note("other"));
        world.start().create("{\"size\": 1}");
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            world.patch("{\"spec\": {\"size\": 2}}");
            assertThat(log.messages())
                    .anyMatch(line -> line.contains("onUpdate")
                            && line.contains("StackOverflowError (deep)")
                            && line.contains("retried"));
        }
        assertThat(world.calls).containsExactly("other");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 1)));
        assertThat(world.record("onUpdate")).containsEntry("success", false).containsEntry("failure", false);

        thrown.set(new Throwable());
        world.advance(Duration.ofMinutes(5));
        assertThat(world.calls).containsExactly("other", "u 2");
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void P1_a_filter_that_throws_does_not_let_an_object_go() {
        AtomicBoolean broken = new AtomicBoolean();
        world.on()
                .delete(
                        HandlerOptions.of("onDelete").withLabel("app", Filter.matching(app -> {
                            if (broken.get()) {
                                throw new IllegalStateException("cannot tell");
                            }
                            return true;
                        })),
                        (widget, ctx) -> world.calls.add("d"));
        world.start().create("{}");
        broken.set(true);
        world.delete();
        world.advance(Duration.ofMinutes(1));
        assertThat(world.api.exists("w")).isTrue();

        broken.set(false);
        world.advance(Duration.ofMinutes(5));
        assertThat(world.calls).containsExactly("d");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void C8_a_resume_handler_is_for_deleted_objects_only_if_it_says_so() {
        world.on()
                .resume("plain", (widget, ctx) -> world.note("plain"))
                .resume(HandlerOptions.of("deleted").withDeleted(true), (widget, ctx) -> world.note("deleted"))
                .delete("onDelete", (widget, ctx) -> {
                    throw new TemporaryException("wait", Duration.ofHours(1));
                });
        world.start().create("{}");
        world.delete();
        world.crash();
        world.start();

        assertThat(world.calls).containsExactly("deleted");
    }
}
