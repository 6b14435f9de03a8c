package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.apiserver.traffic.Request;
import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.NamespacePattern;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator serves the namespaces that match, as they come and go (F-30, F-31, W-42). */
final class NamespacePatternsTest {

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

    private WidgetHandlers noting() {
        return WidgetHandlers.on()
                .create(
                        "made",
                        (widget, ctx) ->
                                calls.add("made in " + widget.getMetadata().getNamespace()));
    }

    private Operator operator(List<String> namespaces, HandlerSource... handlers) throws InterruptedException {
        return cluster.operator(options -> options.namespaces(namespaces), handlers);
    }

    /** One that need not get ready. */
    private Operator started(List<String> namespaces, HandlerSource... handlers) {
        Operator operator = Operator.builder()
                .handlers(handlers)
                .namespaces(namespaces)
                .kubeconfig(cluster.server.kubeconfig())
                .build();
        operator.start();
        return operator;
    }

    private void createNamespaces(String... names) {
        for (String name : names) {
            cluster.client
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
    }

    private void deleteNamespace(String name) {
        cluster.client.namespaces().withName(name).delete();
    }

    private void awaitNoNamespace(String name) {
        cluster.await(
                "no " + name, () -> cluster.client.namespaces().withName(name).get() == null);
    }

    private GenericKubernetesResource create(String namespace) {
        return cluster.client
                .resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion("example.org/v1")
                        .withKind("Widget")
                        .withNewMetadata()
                        .withName("w")
                        .withNamespace(namespace)
                        .endMetadata()
                        .addToAdditionalProperties("spec", Map.of("size", "1Gi"))
                        .build())
                .create();
    }

    private void awaitCalls(String... expected) {
        cluster.await(String.join(", ", expected) + " in " + calls, () -> calls.containsAll(List.of(expected)));
    }

    private void awaitLine(CapturedLog log, String line) {
        cluster.await(line, () -> log.messages(Level.INFO).contains(line));
    }

    private List<String> watched(String resource) {
        return cluster.ofOperators().stream()
                .filter(request ->
                        request.resource().equals(resource) && request.verb().equals("watch"))
                .map(Request::namespace)
                .toList();
    }

    private void forbidNamespaces() {
        cluster.server
                .faults()
                .failNext(
                        1000,
                        403,
                        request -> request.resource().equals("namespaces")
                                && request.userAgent().startsWith("kopf-java"));
    }

    @Test
    void F31_W42_namespaces_that_match_are_served_when_they_are_there_or_come() throws Exception {
        createNamespaces("app-one", "app-test", "other");
        create("app-one");
        create("app-test");
        create("other");
        try (Operator operator = operator(List.of("app-*,!*-test"), noting())) {
            awaitCalls("made in app-one");
            createNamespaces("app-two", "app-2-test");
            create("app-two");
            create("app-2-test");
            awaitCalls("made in app-two");
            assertThat(operator.health().ready()).isTrue();
        }
        assertThat(calls).containsExactly("made in app-one", "made in app-two");
        assertThat(watched("widgets")).containsExactly("app-one", "app-two");
        assertThat(watched("namespaces")).containsExactly("");
    }

    @Test
    void F31_expressions_of_the_program_are_patterns_too() throws Exception {
        createNamespaces("app-1", "app-one");
        create("app-1");
        create("app-one");
        try (Operator operator = cluster.operator(
                options -> options.namespaces(NamespacePattern.of(Pattern.compile("app-[0-9]+"))), noting())) {
            awaitCalls("made in app-1");
        }
        assertThat(watched("widgets")).containsExactly("app-1");
    }

    @Test
    void W1_a_namespace_that_several_patterns_and_a_name_match_is_watched_once() throws Exception {
        createNamespaces("app-one", "app-two");
        create("app-one");
        create("app-two");
        try (Operator operator = operator(List.of("app-*", "*-one", "app-one", "app-one", "*"), noting())) {
            awaitCalls("made in app-one", "made in app-two");
        }
        assertThat(calls).hasSize(2);
        assertThat(watched("widgets").stream().filter(name -> name.startsWith("app-")))
                .containsExactlyInAnyOrder("app-one", "app-two");
    }

    @Test
    void W42_a_namespace_that_goes_is_forgotten_and_served_anew_when_it_comes_back() throws Exception {
        createNamespaces("app-one");
        create("app-one");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = operator(List.of("app-*"), noting().daemon("runs", (widget, ctx) -> {
                    calls.add("daemon begins");
                    while (!ctx.stopped().await(Duration.ofSeconds(30))) {}
                    calls.add("daemon ends");
                    return null;
                }))) {
            awaitCalls("made in app-one", "daemon begins");
            deleteNamespace("app-one");
            awaitCalls("daemon ends");
            awaitNoNamespace("app-one");
            awaitLine(log, "The namespace app-one is gone, and served no longer.");
            cluster.server.faults().dropWatches();
            cluster.await(
                    "the other watches",
                    () -> watched("namespaces").size() == 2 && operator.health().ready());
            assertThat(watched("widgets")).hasSize(1);

            calls.clear();
            createNamespaces("app-one");
            create("app-one");
            awaitCalls("made in app-one", "daemon begins");
            assertThat(watched("widgets")).hasSize(2);
            assertThat(log.messages(Level.INFO)).contains("Serving the namespace app-one from now on.");
        }
    }

    @Test
    void W42_a_namespace_that_terminates_is_served_until_its_objects_are_released() throws Exception {
        createNamespaces("app-one");
        create("app-one");
        try (Operator operator = operator(List.of("app-*"), noting().delete("freed", (widget, ctx) -> {
            calls.add("freed");
        }))) {
            awaitCalls("made in app-one");
            cluster.await(
                    "the finalizer",
                    () -> cluster.client
                            .genericKubernetesResources("example.org/v1", "Widget")
                            .inNamespace("app-one")
                            .withName("w")
                            .get()
                            .hasFinalizer("kopf.zalando.org/KopfFinalizerMarker"));
        }
        deleteNamespace("app-one");
        assertThat(cluster.client.namespaces().withName("app-one").get()).isNotNull();
        try (Operator again = operator(List.of("app-*"), noting().delete("freed", (widget, ctx) -> {
            calls.add("freed");
        }))) {
            awaitCalls("freed");
            awaitNoNamespace("app-one");
        }
    }

    @Test
    void W42_R2_a_namespace_that_was_deleted_and_made_again_while_nobody_looked_is_served() throws Exception {
        createNamespaces("app-one", "app-gone");
        create("app-one");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = operator(List.of("app-*"), noting())) {
            awaitCalls("made in app-one");
            cluster.server
                    .faults()
                    .failNext(10_000, 500, request -> request.userAgent().startsWith("kopf-java"));
            cluster.server.faults().dropWatches();
            cluster.await("a gap", () -> !operator.health().ready());
            deleteNamespace("app-one");
            deleteNamespace("app-gone");
            awaitNoNamespace("app-one");
            createNamespaces("app-one", "app-new");
            create("app-one");
            create("app-new");
            calls.clear();
            cluster.server.faults().compactHistory();
            cluster.server.faults().clear();
            awaitCalls("made in app-one", "made in app-new");
            awaitLine(log, "The namespace app-gone is gone, and served no longer.");
            cluster.await("health", () -> operator.health().ready());
            assertThat(calls).hasSize(2);
            assertThat(log.messages(Level.INFO)).noneMatch(line -> line.contains("app-one is gone"));
        }
    }

    @Test
    void W42_R17_without_the_right_to_list_namespaces_names_are_served_and_patterns_when_it_is_given()
            throws Exception {
        createNamespaces("one", "app-one");
        create("one");
        create("app-one");
        forbidNamespaces();
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = started(List.of("app-*", "one"), noting())) {
            awaitCalls("made in one");
            cluster.await("words", () -> !log.messages(Level.WARN).isEmpty());
            assertThat(log.messages(Level.WARN).get(0))
                    .startsWith("Not allowed to list namespaces in the whole cluster. A ClusterRole with this rule")
                    .contains("Until then these patterns are ignored: 'app-*'; served are only: one.");
            assertThat(operator.health().ready()).isFalse();
            assertThat(operator.health().waiting())
                    .singleElement()
                    .matches(waiting -> waiting.what().equals("namespaces.v1"))
                    .matches(waiting -> waiting.why().contains("'app-*'"));
            assertThat(calls).containsExactly("made in one");

            cluster.server.faults().clear();
            awaitCalls("made in app-one");
            cluster.await("health", () -> operator.health().ready());
        }
    }

    @Test
    void W42_P7_an_operator_that_can_do_nothing_says_so_loudly_and_is_not_ready() throws Exception {
        forbidNamespaces();
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = started(List.of("app-*"), noting())) {
            cluster.await("words", () -> !log.messages(Level.WARN).isEmpty());
            assertThat(log.messages(Level.WARN).get(0))
                    .contains("this operator does NOTHING", "'app-*'", "verbs: [\"list\"]");
            assertThat(operator.awaitReady(Duration.ZERO)).isFalse();
            assertThat(operator.health().ready()).isFalse();
        }
    }

    @Test
    void F31_a_pattern_that_matches_nothing_is_said_once_and_is_no_failure() throws Exception {
        createNamespaces("app-one");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = operator(List.of("app-*", "preview-*"), noting())) {
            assertThat(log.messages(Level.WARN))
                    .containsExactly(
                            "No namespace matches 'preview-*' at this moment. One that comes is served when it is"
                                    + " there.");
            assertThat(operator.health().ready()).isTrue();
            createNamespaces("preview-1");
            create("preview-1");
            awaitCalls("made in preview-1");
        }
    }

    @Test
    void F30_W41_kinds_of_selectors_are_watched_in_namespaces_that_come_and_those_of_the_cluster_once()
            throws Exception {
        createNamespaces("app-one");
        try (Operator operator = operator(
                List.of("app-*"),
                GenericHandlers.on("widgets")
                        .event(
                                "seen",
                                (widget, ctx) -> calls.add(
                                        "seen in " + widget.getMetadata().getNamespace())),
                GenericHandlers.on("namespaces")
                        .event(
                                "space",
                                (space, ctx) -> calls.add(space.getMetadata().getName())))) {
            createNamespaces("app-two");
            create("app-two");
            create("app-one");
            awaitCalls("seen in app-one", "seen in app-two", "default", "app-two");
        }
        assertThat(watched("widgets")).containsExactlyInAnyOrder("app-one", "app-two");
        assertThat(watched("namespaces"))
                .as("of the patterns, and of the handlers")
                .containsExactly("", "");
    }
}
