package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.Stopped;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.ResourceSelector;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers of kinds that nothing was generated for (F-20…F-25, W-40…W-43). */
final class GenericHandlersTest {

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

    private static CustomResourceDefinition crd(String group, String version) {
        return new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName("gadgets." + group)
                .endMetadata()
                .withNewSpec()
                .withGroup(group)
                .withScope("Namespaced")
                .withNewNames()
                .withKind("Gadget")
                .withPlural("gadgets")
                .withSingular("gadget")
                .withShortNames("gg")
                .withCategories("toys")
                .endNames()
                .addNewVersion()
                .withName(version)
                .withServed(true)
                .withStorage(true)
                .withNewSchema()
                .withNewOpenAPIV3Schema()
                .withType("object")
                .withXKubernetesPreserveUnknownFields(true)
                .endOpenAPIV3Schema()
                .endSchema()
                .endVersion()
                .endSpec()
                .build();
    }

    private void install(String group) {
        cluster.client.resource(crd(group, "v1")).create();
    }

    private void uninstall(String group) {
        cluster.client.resource(crd(group, "v1")).delete();
        cluster.await("no CRD", () -> cluster.client.resource(crd(group, "v1")).get() == null);
    }

    private void createGadget(String group, String name) {
        cluster.await("a gadget", () -> {
            GenericKubernetesResource gadget = new GenericKubernetesResourceBuilder()
                    .withApiVersion(group + "/v1")
                    .withKind("Gadget")
                    .withNewMetadata()
                    .withName(name)
                    .withNamespace("default")
                    .endMetadata()
                    .build();
            return cluster.client.resource(gadget).create() != null;
        });
    }

    private void awaitCalls(String... expected) {
        cluster.await(String.join(", ", expected), () -> calls.containsAll(List.of(expected)));
    }

    @Test
    void F20_handlers_of_all_types_are_called_for_a_kind_that_a_selector_names() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        GenericHandlers handlers = GenericHandlers.on("widgets.example.org")
                .create("made", (widget, ctx) -> {
                    calls.add("made " + widget.get("spec", "size"));
                    return Map.of("seen", widget.getMetadata().getName());
                })
                .update("changed", (widget, diff, ctx) -> {
                    calls.add("changed " + diff.items().get(0).path() + " "
                            + diff.items().get(0).oldValue());
                    return null;
                })
                .field("resized", "spec.size", (widget, size, ctx) -> {
                    calls.add("resized " + size.oldValue() + " to " + size.newValue());
                    return null;
                })
                .event("seen", (widget, ctx) -> calls.add("seen"))
                .daemon("watched", (widget, ctx) -> {
                    Stopped stopped = ctx.stopped();
                    looked.countDown();
                    while (!stopped.await(Duration.ofSeconds(10))) {}
                    calls.add("daemon over");
                    return null;
                })
                .delete("deleted", (widget, ctx) -> calls.add("deleted"));
        try (Operator operator = cluster.operator(handlers)) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            looked.await();
            cluster.patch("one", "{\"spec\":{\"size\":\"2Gi\"}}");
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"2Gi\"}}");
            assertThat(cluster.widget("one").get().<Map<String, Object>>get("status", "made"))
                    .isEqualTo(Map.of("seen", "one"));
            cluster.widget("one").delete();
            awaitCalls("deleted", "daemon over");
            cluster.await("the end", () -> cluster.widget("one").get() == null);
        }
        assertThat(calls).contains("seen", "made 1Gi", "changed spec.size 1Gi", "resized 1Gi to 2Gi");
    }

    @Test
    void F20_an_object_that_was_handled_before_is_resumed() throws Exception {
        cluster.create("one", Map.of("size", "1Gi"));
        GenericHandlers made =
                GenericHandlers.on(ResourceSelector.ofKind("Widget")).create("made", (widget, ctx) -> null);
        try (Operator first = cluster.operator(made)) {
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
        GenericHandlers resumed = GenericHandlers.on(ResourceSelector.ofKind("Widget"))
                .resume("back", (widget, ctx) -> {
                    calls.add("back");
                    return null;
                });
        try (Operator second = cluster.operator(resumed)) {
            awaitCalls("back");
        }
    }

    @Test
    void W41_a_kind_whose_crd_comes_and_goes_and_comes_is_watched_without_a_restart() throws Exception {
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(GenericHandlers.on("gg")
                        .event(
                                "seen",
                                (gadget, ctx) ->
                                        calls.add("seen " + gadget.getMetadata().getName())))) {
            assertThat(log.messages(Level.WARN))
                    .containsExactly("No kind of the cluster is selected by gg. Its handlers wait until there is one.");

            assertThat(operator.health().waiting())
                    .extracting(Health.Waiting::what)
                    .containsExactly("the kinds of the selector gg");

            install("toys.example");
            createGadget("toys.example", "first");
            awaitCalls("seen first");
            cluster.await("health", () -> operator.health().ready());

            uninstall("toys.example");
            cluster.await(
                    "the end",
                    () -> log.messages(Level.INFO).stream()
                            .anyMatch(line -> line.startsWith("No longer watched is gadgets.v1.toys.example")));
            cluster.await("waiting again", () -> log.messages(Level.WARN).size() == 2);

            install("toys.example");
            createGadget("toys.example", "second");
            awaitCalls("seen second");
            assertThat(log.messages(Level.WARN)).hasSize(2);
        }
    }

    @Test
    void W43_a_selector_that_fits_two_kinds_is_refused_until_it_fits_one() throws Exception {
        install("one.example");
        install("two.example");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on("gadgets")
                                .event(
                                        "seen",
                                        (gadget, ctx) -> calls.add(
                                                "seen " + gadget.getMetadata().getName())),
                        GenericHandlers.on("widgets").event("seen", (widget, ctx) -> calls.add("widget")))) {
            assertThat(log.messages(Level.WARN))
                    .containsExactly(
                            "The selector gadgets is ambiguous, and none of the kinds that it fits is watched for it."
                                    + " Name the group too: gadgets.v1.one.example, gadgets.v1.two.example");
            cluster.create("a-widget", Map.of());
            awaitCalls("widget");

            uninstall("one.example");
            createGadget("two.example", "only");
            awaitCalls("seen only");
        }
    }

    @Test
    void F23_everything_is_all_kinds_but_events_also_those_that_come() throws Exception {
        try (Operator operator = cluster.operator(GenericHandlers.on(ResourceSelector.everything())
                .event(
                        "seen",
                        (object, ctx) -> calls.add(
                                object.getKind() + " " + object.getMetadata().getName())))) {
            cluster.client
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("settings")
                            .withNamespace("default")
                            .endMetadata()
                            .build())
                    .create();
            cluster.create("one", Map.of());
            install("late.example");
            createGadget("late.example", "late");
            awaitCalls("ConfigMap settings", "Widget one", "Gadget late", "Namespace default");
        }
        assertThat(cluster.ofOperators())
                .filteredOn(request -> request.resource().equals("events"))
                .isEmpty();
        assertThat(cluster.ofOperators())
                .noneMatch(request -> request.isWrite() && !request.resource().equals("selfsubjectaccessreviews"));
    }

    @Test
    void F24_a_category_and_a_condition_mean_several_kinds() throws Exception {
        install("one.example");
        install("two.example");
        try (Operator operator = cluster.operator(
                GenericHandlers.on(ResourceSelector.ofCategory("toys"))
                        .event(
                                "toy",
                                (gadget, ctx) ->
                                        calls.add("toy " + gadget.getMetadata().getName())),
                GenericHandlers.on(ResourceSelector.matching(
                                kind -> kind.subresources().contains("status")
                                        && kind.kind().group().equals("example.org")))
                        .event("has-status", (widget, ctx) -> calls.add("with status")))) {
            createGadget("one.example", "first");
            createGadget("two.example", "second");
            cluster.create("one", Map.of());
            awaitCalls("toy first", "toy second", "with status");
        }
    }

    @Test
    void W41_where_crds_may_not_be_listed_it_is_said_once_and_all_else_works() throws Exception {
        cluster.server
                .faults()
                .failNext(1000, 403, request -> request.resource().equals("customresourcedefinitions"));
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on("widgets").event("seen", (widget, ctx) -> calls.add("seen")))) {
            cluster.create("one", Map.of());
            awaitCalls("seen");
            cluster.await("the words", () -> !log.messages(Level.WARN).isEmpty());
            assertThat(log.messages(Level.WARN))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "Not allowed to list customresourcedefinitions.apiextensions.k8s.io in the whole cluster.")
                    .endsWith("Without it kinds that come and go are noticed once a minute, not at once.");
        }
    }

    @Test
    void handlers_of_a_class_and_of_a_selector_for_one_kind_are_called_in_the_order_of_registration() throws Exception {
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on("widgets").create("first", (widget, ctx) -> calls.add("first")),
                        WidgetHandlers.on().create("second", (widget, ctx) -> calls.add("second")),
                        GenericHandlers.on(ResourceSelector.of("example.org", "widgets"))
                                .create("third", (widget, ctx) -> calls.add("third")))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            assertThat(calls).containsExactly("first", "second", "third");
            assertThat(log.messages(Level.WARN)).isEmpty();
            assertThat(cluster.writes("one").size()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void a_selector_that_means_a_kind_with_a_class_by_a_name_that_the_class_does_not_know_is_told() throws Exception {
        install("toys.example");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        WidgetHandlers.on().create("made", (widget, ctx) -> null),
                        GenericHandlers.on(ResourceSelector.matching(
                                        kind -> kind.subresources().contains("status")
                                                && kind.kind().plural().equals("widgets")))
                                .event("seen", (widget, ctx) -> calls.add("seen")))) {
            assertThat(log.messages(Level.WARN))
                    .containsExactly(
                            "The handlers of the selector a condition are not called for widgets.v1.example.org, which"
                                    + " the operator has a class for. Register them with the class, or select the kind by its group,"
                                    + " version, kind or plural.");
        }
    }

    @Test
    void R10_two_handlers_of_one_id_are_refused_at_the_start_or_when_a_kind_turns_out_to_have_both() throws Exception {
        assertThatThrownBy(() -> Operator.builder()
                        .handlers(
                                GenericHandlers.on("widgets").create("same", (widget, ctx) -> null),
                                GenericHandlers.on("widgets").delete("same", (widget, ctx) -> {}))
                        .kubeconfig(cluster.server.kubeconfig())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two handlers of widgets have the id 'same'");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on("widgets").create("same", (widget, ctx) -> null),
                        GenericHandlers.on(ResourceSelector.of("example.org", "widgets"))
                                .delete("same", (widget, ctx) -> {}))) {
            assertThat(log.messages(Level.WARN))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "Not watched is widgets.v1.example.org: Two handlers of widgets.v1.example.org have the id 'same'");
        }
    }

    @Test
    void P2_handlers_for_two_versions_of_a_kind_are_called_for_one_of_them() throws Exception {
        CustomResourceDefinition both = crd("toys.example", "v1");
        both.getSpec()
                .getVersions()
                .addAll(crd("toys.example", "v1beta1").getSpec().getVersions());
        both.getSpec().getVersions().get(1).setStorage(false);
        cluster.client.resource(both).create();
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on("gadgets.v1.toys.example").create("new", (gadget, ctx) -> calls.add("new")),
                        GenericHandlers.on("gadgets.v1beta1.toys.example")
                                .create("old", (gadget, ctx) -> calls.add("old")),
                        GenericHandlers.on(ResourceSelector.matching(
                                        kind -> kind.kind().plural().equals("gadgets")))
                                .create("any", (gadget, ctx) -> calls.add("any " + gadget.getApiVersion())))) {
            createGadget("toys.example", "one");
            awaitCalls("new", "any toys.example/v1");
            assertThat(log.messages(Level.WARN))
                    .containsExactly("The handlers of the selector gadgets.v1beta1.toys.example are not called for"
                            + " gadgets.v1beta1.toys.example: other handlers are for gadgets.v1.toys.example, and both would be"
                            + " called for the same objects. Use one version.");
        }
        assertThat(calls).doesNotContain("old");
    }

    @Test
    void F5_filters_and_retries_are_those_of_other_handlers() throws Exception {
        try (Operator operator = cluster.operator(GenericHandlers.on("widgets")
                .create(
                        HandlerOptions.of("red")
                                .withLabel("colour", "red")
                                .withErrors(ErrorMode.TEMPORARY)
                                .withBackoff(Duration.ofMillis(10)),
                        (widget, ctx) -> {
                            calls.add(widget.getMetadata().getName() + " " + ctx.retry());
                            if (ctx.retry() == 0) {
                                throw new IllegalStateException("not yet");
                            }
                            return null;
                        }))) {
            cluster.create("blue", Map.of());
            cluster.client
                    .resource(new GenericKubernetesResourceBuilder(cluster.create("draft", Map.of()))
                            .editMetadata()
                            .withName("red")
                            .withUid(null)
                            .withResourceVersion(null)
                            .withLabels(Map.of("colour", "red"))
                            .endMetadata()
                            .build())
                    .create();
            awaitCalls("red 0", "red 1");
        }
        assertThat(calls).containsExactly("red 0", "red 1");
    }

    @Test
    void the_crds_of_a_folder_come_together_after_the_start() throws Exception {
        cluster.client.resource(crd("toys.example", "v1")).create();
        uninstall("toys.example");
        cluster.client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("widgets.example.org")
                .delete();
        try (Operator operator = cluster.operator(
                GenericHandlers.on("widgets").event("widget", (widget, ctx) -> calls.add("widget")),
                GenericHandlers.on("gadgets").event("gadget", (gadget, ctx) -> calls.add("gadget")))) {
            cluster.server.createCrds(Path.of(
                    GenericHandlersTest.class.getResource("/crds/widgets.yaml").toURI()));
            install("toys.example");
            cluster.await("a widget", () -> cluster.create("one", Map.of()) != null);
            createGadget("toys.example", "one");
            awaitCalls("widget", "gadget");
        }
    }

    @Test
    void P2_a_condition_that_throws_selects_nothing_which_is_told_and_keeps_no_other_selector_from_its_kinds()
            throws Exception {
        install("toys.example");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on(ResourceSelector.matching(kind -> {
                                    if (kind.names().shortNames().isEmpty()) {
                                        throw new IllegalStateException("nameless");
                                    }
                                    return kind.names().shortNames().contains("gg");
                                }))
                                .event("first", (gadget, ctx) -> calls.add("first")),
                        GenericHandlers.on(ResourceSelector.matching(kind -> {
                                    throw new AssertionError("a bug");
                                }))
                                .event("never", (object, ctx) -> calls.add("never")),
                        WidgetHandlers.on().event("seen", (widget, ctx) -> calls.add("typed")),
                        GenericHandlers.on("gadgets").event("second", (gadget, ctx) -> calls.add("second")))) {
            createGadget("toys.example", "one");
            cluster.create("one", Map.of());
            awaitCalls("first", "second", "typed");
            assertThat(log.messages(Level.WARN))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("A condition throws when it is asked for ")
                            .contains("secrets.v1")
                            .contains("It selects none of these: java.lang.IllegalStateException: nameless")
                            .contains("GenericHandlersTest"))
                    .anySatisfy(line -> assertThat(line).contains("java.lang.AssertionError: a bug"));
            assertThat(log.messages(Level.ERROR)).isEmpty();
        }
        assertThat(calls).doesNotContain("never");
    }

    @Test
    void B16_a_kind_whose_handlers_change_begins_anew_when_its_daemons_have_ended() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch cleanedUp = new CountDownLatch(1);
        install("toys.example");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = cluster.operator(
                        GenericHandlers.on("gadgets").daemon("watched", (gadget, ctx) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            calls.add("daemon " + most.get());
                            while (!ctx.stopped().await(Duration.ofSeconds(10))) {}
                            cleanedUp.await();
                            running.decrementAndGet();
                            calls.add("daemon over");
                            return null;
                        }),
                        GenericHandlers.on(ResourceSelector.ofCategory("toys"))
                                .event("toy", (gadget, ctx) -> calls.add("toy")))) {
            createGadget("toys.example", "one");
            awaitCalls("daemon 1", "toy");
            cluster.client.resource(crd("toys.example", "v1")).edit(crd -> {
                crd.getSpec().getNames().setCategories(List.of());
                return crd;
            });
            cluster.await(
                    "other handlers",
                    () -> log.messages(Level.INFO).stream()
                            .anyMatch(line -> line.startsWith("Other handlers than before")));
            cluster.await(
                    "the words",
                    () -> operator.health().waiting().stream()
                            .anyMatch(each -> each.why().contains("Daemon 'watched' of")));
            cleanedUp.countDown();
            cluster.await("a daemon", () -> calls.lastIndexOf("daemon 1") > 0 && calls.contains("daemon over"));
            assertThat(most).hasValue(1);
            cluster.await(
                    "nothing but the category",
                    () -> operator.health().waiting().size() == 1);
        }
    }

    @Test
    void I_8_an_index_is_filled_from_the_kinds_that_a_selector_means_before_any_handler_is_called() throws Exception {
        IndexName<String, String> toys = IndexName.of("toys");
        install("one.example");
        install("two.example");
        createGadget("one.example", "first");
        createGadget("two.example", "second");
        cluster.create("one", Map.of());
        try (Operator operator = cluster.operator(
                WidgetHandlers.on().event("seen", (widget, ctx) -> {
                    calls.add(String.valueOf(new TreeSet<>(ctx.index(toys).get("toy"))));
                }),
                GenericHandlers.on(ResourceSelector.ofCategory("toys"))
                        .index(
                                toys,
                                (gadget, ctx) ->
                                        Map.of("toy", gadget.getMetadata().getName())))) {
            awaitCalls("[first, second]");
            assertThat(calls.get(0)).isEqualTo("[first, second]");
            assertThat(operator.index(toys).isComplete()).isTrue();

            uninstall("one.example");
            cluster.await(
                    "the index without it",
                    () -> operator.index(toys).get("toy").equals(List.of("second")));
            install("three.example");
            createGadget("three.example", "third");
            cluster.await(
                    "the index with it", () -> operator.index(toys).get("toy").equals(List.of("second", "third")));
        }
        assertThat(cluster.ofOperators())
                .noneMatch(request -> request.isWrite() && request.resource().equals("gadgets"));
    }

    @Test
    void I_8_a_selector_that_means_nothing_and_fills_an_index_keeps_no_handler_waiting() throws Exception {
        IndexName<String, String> toys = IndexName.of("toys");
        try (Operator operator = cluster.operator(
                WidgetHandlers.on()
                        .event(
                                "seen",
                                (widget, ctx) ->
                                        calls.add("seen " + ctx.index(toys).keys())),
                GenericHandlers.on("gadgets").index(toys, (gadget, ctx) -> Map.of("toy", "one")))) {
            cluster.create("one", Map.of());
            awaitCalls("seen []");
        }
    }
}
