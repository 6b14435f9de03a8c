package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.ProgressStorage;
import dev.kopf.runtime.resource.FieldPath;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators keep on objects, where the API server sets limits, and others keep theirs beside it. */
final class OperatorStateTest {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void an_operator_tells_whether_it_is_done_with_an_object() throws Exception {
        Semaphore retry = new Semaphore(0);
        try (Operator operator = cluster.operator(WidgetHandlers.on()
                .create("made", (widget, ctx) -> {
                    if (!retry.tryAcquire()) {
                        throw new TemporaryException("not yet", Duration.ofMillis(10));
                    }
                    return null;
                })
                .update("changed", (widget, diff, ctx) -> note("changed")))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await("the first attempt", () -> !cluster.annotations("one").isEmpty());
            assertThat(operator.hasHandled(cluster.widget("one").get())).isFalse();

            retry.release();
            cluster.await(
                    "the creation",
                    () -> operator.hasHandled(cluster.widget("one").get()));

            GenericKubernetesResource changed = cluster.widget("one").get();
            changed.setAdditionalProperty("spec", Map.of("size", "2Gi"));
            assertThat(operator.hasHandled(changed)).isFalse();

            cluster.patch("one", "{\"spec\":{\"size\":\"2Gi\"}}");
            cluster.await(
                    "the update",
                    () -> operator.hasHandled(cluster.widget("one").get()));
            assertThat(calls).containsExactly("changed");
        }
    }

    @Test
    void R13_an_object_whose_state_does_not_fit_is_handled_with_all_that_it_was_known() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on()
                .create("made", (widget, ctx) -> note("made"))
                .update("changed", (widget, diff, ctx) -> note(ctx.diff() + " of " + size(diff.oldValue()))))) {
            cluster.create("big", Map.of("size", "1Gi", "color", "red ".repeat(80_000)));
            cluster.await("the state", () -> cluster.lastHandled("big") != null);
            assertThat(cluster.writes("big")).hasSize(1);

            cluster.patch("big", "{\"spec\":{\"size\":\"2Gi\"}}");
            cluster.await(
                    "the change",
                    () -> calls.size() == 2 && cluster.writes("big").size() == 2);
        }
        assertThat(calls.get(1))
                .contains("spec.size")
                .doesNotContain("spec.color")
                .endsWith(" of 1Gi");
        assertThat(cluster.lastHandled("big")).contains("compressed");
    }

    @Test
    void R13_an_object_whose_state_does_not_fit_at_all_is_handled_and_the_handler_is_told_what_is_not_known()
            throws Exception {
        String noise = new Random(3)
                .ints(500_000, 'A', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        try (Operator operator = cluster.operator(WidgetHandlers.on()
                .update(
                        "changed",
                        (widget, diff, ctx) -> note(ctx.diff().unknown().toString()))
                .size("sized", (widget, size, ctx) -> note(String.valueOf(size.newValue()))))) {
            cluster.create("big", Map.of("size", "1Gi", "color", noise));
            cluster.await("the state", () -> cluster.lastHandled("big") != null);
            cluster.patch("big", "{\"spec\":{\"size\":\"2Gi\"}}");
            cluster.await(
                    "the change",
                    () -> calls.size() == 2 && cluster.writes("big").size() == 2);
            cluster.patch("big", "{\"spec\":{\"size\":null}}");
            cluster.await("the end of the size", () -> cluster.writes("big").size() == 3);
        }
        assertThat(calls).containsExactly("[spec]", "2Gi", "[spec]", "null");
        assertThat(cluster.lastHandled("big")).startsWith("{\"kopf.zalando.org/digests\":{\"spec\":");
    }

    @Test
    void R13_an_error_with_an_endless_message_is_remembered() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            if (ctx.retry() < 2) {
                throw new TemporaryException("no ".repeat(200_000), Duration.ofMillis(10));
            }
            return note("after " + ctx.retry());
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
        assertThat(calls).containsExactly("after 2");
        assertThat(cluster.writes("one")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void S21_D7_wherever_the_state_is_kept_it_outlives_a_restart(Settings.StateLocation location) throws Exception {
        Settings settings = Settings.defaults().withStateLocation(location);
        WidgetHandlers handlers = WidgetHandlers.on()
                .create("made", (widget, ctx) -> note("made"))
                .update("changed", (widget, diff, ctx) -> note(size(diff.oldValue()) + " to " + size(widget)))
                .update("retried", (widget, diff, ctx) -> {
                    if (ctx.retry() < 1) {
                        throw new TemporaryException("Not yet.", Duration.ofMillis(1));
                    }
                    return note("retried " + ctx.retry());
                });
        try (Operator operator = cluster.operator(settings, handlers)) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await("the creation", () -> isHandled("one", location, "1Gi"));
        }
        cluster.patch("one", "{\"spec\":{\"size\":\"2Gi\"}}");
        try (Operator operator = cluster.operator(settings, handlers)) {
            cluster.await("the change", () -> isHandled("one", location, "2Gi"));
        }
        assertThat(calls).containsExactly("made", "1Gi to 2Gi", "retried 1");
    }

    @Test
    void D1_a_change_of_an_ignored_field_is_none() throws Exception {
        Settings settings = Settings.defaults().withIgnoredFields(FieldPath.parse("spec.color"));
        try (Operator operator = cluster.operator(
                settings, WidgetHandlers.on().update("changed", (widget, diff, ctx) -> note(ctx.diff() + "")))) {
            cluster.create("one", Map.of("size", "1Gi", "color", "red"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            cluster.patch("one", "{\"spec\":{\"color\":\"blue\"}}");
            cluster.patch("one", "{\"spec\":{\"size\":\"2Gi\"}}");
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"2Gi\"}}");
        }
        assertThat(calls).singleElement().asString().contains("spec.size").doesNotContain("color");
    }

    @Test
    void S20_S22_names_and_storages_are_those_of_the_author() throws Exception {
        Persistence persistence = new Persistence(
                EssenceStorage.annotations("example.org", "seen"),
                ProgressStorage.annotations(new AnnotationKeys("example.org", false), true, "touched"),
                "example.org/mine");
        List<String> stored = new CopyOnWriteArrayList<>();
        try (Operator operator = cluster.operator(
                builder -> builder.persistence(persistence), WidgetHandlers.on().create("made", (widget, ctx) -> {
                    stored.addAll(cluster.annotations("one").values());
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("Not yet.", Duration.ofMillis(1));
                    }
                    return note("made");
                }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await("the state", () -> cluster.annotations("one").containsKey("example.org/seen"));
        }
        assertThat(cluster.annotations("one")).containsOnlyKeys("example.org/seen", "example.org/kopf-managed");
        assertThat(stored).anyMatch(record -> record.contains("\"stopped\":null"));
    }

    @Test
    void R10_items_of_any_name_are_remembered_and_retried() throws Exception {
        List<String> items = List.of("nginx:1.2", "user@host", "größe", "-x", "a".repeat(300), "slow");
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("größe", (widget, ctx) -> {
            ctx.subHandlers(items, item -> item, (item, sub) -> {
                note(item + " " + sub.retry());
                if (item.equals("slow") && sub.retry() == 0) {
                    throw new TemporaryException("Not yet.", Duration.ofMillis(1));
                }
            });
            return null;
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
        List<String> expected =
                new ArrayList<>(items.stream().map(item -> item + " 0").toList());
        expected.add("slow 1");
        assertThat(calls).isEqualTo(expected);
        assertThat(cluster.annotations("one")).containsOnlyKeys("kopf.zalando.org/last-handled-configuration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Example.org", "example.org/", "-a.b", "a..b"})
    void S14_an_identity_that_is_no_prefix_of_annotations_is_an_error_at_the_start(String identity) {
        assertThatThrownBy(() -> Settings.defaults().withIdentity(identity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("identity must be a prefix of annotations")
                .hasMessageEndingWith(": " + identity);
    }

    /** Each with its handlers, results and retries: what one writes is no change to the other. */
    @ParameterizedTest
    @CsvSource({
        "kopf.zalando.org, kopf.zalando.org/KopfFinalizerMarker, example.org, example.org/mine",
        "kopf.one.example, one.example/mine, kopf.two.example, two.example/mine",
        "one.example, one.example/mine, two.kopf.zalando.org, two.example/mine"
    })
    void P4_operators_of_two_identities_take_no_notice_of_what_the_other_keeps(
            String one, String oneFinalizer, String two, String twoFinalizer) throws Exception {
        Settings first = Settings.defaults().withIdentity(one).withFinalizer(oneFinalizer);
        Settings second = Settings.defaults().withIdentity(two).withFinalizer(twoFinalizer);
        try (Operator a = cluster.operator(first, handlers("a"));
                Operator b = cluster.operator(second, handlers("b"))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await("both creations", () -> handledBy("one", one, "1Gi") && handledBy("one", two, "1Gi"));
            cluster.patch("one", "{\"spec\":{\"size\":\"2Gi\"}}");
            cluster.await("both changes", () -> handledBy("one", one, "2Gi") && handledBy("one", two, "2Gi"));
            assertThat(cluster.lastHandled("one", one)).isEqualTo(cluster.lastHandled("one", two));
            cluster.widget("one").delete();
            cluster.await("the end", () -> cluster.widget("one").get() == null);
        }
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "a made 0",
                        "a made 1",
                        "a 1Gi to 2Gi",
                        "a gone",
                        "b made 0",
                        "b made 1",
                        "b 1Gi to 2Gi",
                        "b gone");
        // Each: the finalizer, an attempt, the rest, the results; the change; the end. And what met the other's write
        // was sent again.
        assertThat(cluster.writes("one")).hasSizeBetween(12, 20);
    }

    private WidgetHandlers handlers(String by) {
        return WidgetHandlers.on()
                .create(by + "-made", (widget, ctx) -> {
                    note(by + " made " + ctx.retry());
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("Not yet.", Duration.ofMillis(50));
                    }
                    return Map.of("by", by);
                })
                .update(
                        by + "-changed",
                        (widget, diff, ctx) -> note(by + " " + size(diff.oldValue()) + " to " + size(widget)))
                .delete(by + "-gone", (widget, ctx) -> note(by + " gone"));
    }

    private boolean handledBy(String name, String identity, String size) {
        return cluster.lastHandled(name, identity).contains(size);
    }

    private boolean isHandled(String name, Settings.StateLocation location, String size) {
        GenericKubernetesResource widget = cluster.widget(name).get();
        String inStatus = widget.get("status", "kopf", "last-handled-configuration");
        String inAnnotations = widget.getMetadata().getAnnotations() == null ? null : cluster.lastHandled(name);
        return (location == Settings.StateLocation.ANNOTATIONS) == (inStatus == null)
                && (location == Settings.StateLocation.STATUS) == (inAnnotations == null)
                && (inStatus == null || inStatus.contains(size))
                && (inAnnotations == null || inAnnotations.contains(size));
    }

    private Object note(String call) {
        calls.add(call);
        return null;
    }

    private static String size(GenericKubernetesResource widget) {
        return widget.get("spec", "size");
    }
}
