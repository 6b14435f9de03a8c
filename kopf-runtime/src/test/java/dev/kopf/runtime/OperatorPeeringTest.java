package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.traffic.Request;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.peering.HandWriting;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole operators that meet on one API server. */
final class OperatorPeeringTest {

    private static final Settings.Peering PEERING = Settings.Peering.DEFAULTS.withLifetime(Duration.ofSeconds(20));

    private final WidgetCluster cluster;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    OperatorPeeringTest() throws URISyntaxException {
        cluster = new WidgetCluster();
    }

    @BeforeEach
    void installPeering() {
        cluster.server.createCrds(Path.of("..", "docs", "peering.yaml"));
        createPeering("default");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void N6_N9_the_higher_one_pauses_the_other_and_gives_back() throws InterruptedException {
        try (Operator low = operator("low", PEERING)) {
            create("a");
            awaitCall("low made a");
            try (Operator high = operator("high", PEERING.withPriority(10))) {
                cluster.await("the lower one pauses", low::isPaused);
                create("b");
                awaitCall("high made b");
                assertThat(high.isPaused()).isFalse();
            }
            cluster.await("the lower one goes on", () -> !low.isPaused());
            create("c");
            awaitCall("low made c");
        }

        assertThat(calls).containsExactly("low made a", "high made b", "low made c");
        assertThat(records()).isEmpty();
    }

    @Test
    void R9_of_two_with_the_same_priority_the_older_one_works() throws InterruptedException {
        try (Operator first = operator("first", PEERING);
                Operator second = operator("second", PEERING)) {
            cluster.await("the younger one pauses", second::isPaused);
            create("a");
            awaitCall("first made a");
            first.close();
            cluster.await("the younger one takes over", () -> !second.isPaused());
            create("b");
            awaitCall("second made b");
        }
        assertThat(calls).containsExactly("first made a", "second made b");
    }

    @Test
    void N7_N13_what_changes_while_people_freeze_the_operator_is_handled_when_the_time_is_over()
            throws InterruptedException {
        try (Operator operator = operator("one", PEERING)) {
            create("a");
            awaitCall("one made a");
            freeze(100, 3);
            cluster.await("it pauses", operator::isPaused);
            create("b");
            assertThat(calls).containsExactly("one made a");

            awaitCall("one made b");
            assertThat(operator.isPaused()).isFalse();
        }
    }

    @Test
    void N13_operators_go_on_when_people_take_their_record_away() throws InterruptedException {
        freeze(100, 1_000);
        try (Operator operator = operator("one", PEERING)) {
            cluster.await("it pauses", operator::isPaused);
            create("a");
            freeze(0, 0);
            awaitCall("one made a");
        }
    }

    @Test
    void N11_an_operator_that_stands_alone_meets_nobody() throws InterruptedException {
        freeze(100, 1_000);
        cluster.server.forgetRequests();
        try (Operator operator = operator("one", PEERING.withStandalone(true))) {
            create("a");
            awaitCall("one made a");
            assertThat(operator.isPaused()).isFalse();
        }
        assertThat(cluster.ofOperators()).extracting(Request::resource).doesNotContain("clusterkopfpeerings");
    }

    @Test
    void N8_an_operator_that_needs_an_object_waits_for_it() throws InterruptedException {
        try (Operator operator = operator("one", PEERING.withName("mine").withMandatory(true))) {
            create("a");
            cluster.await(
                    "it has looked for the object",
                    () -> cluster.ofOperators().stream()
                            .anyMatch(request ->
                                    request.resource().equals("clusterkopfpeerings") && request.code() == 200));
            assertThat(operator.isPaused()).isTrue();
            assertThat(calls).isEmpty();

            createPeering("mine");
            awaitCall("one made a");
        }
    }

    @Test
    void B_14_daemons_work_for_the_operator_that_works_and_their_object_goes_with_whichever_that_is()
            throws InterruptedException {
        try (Operator low = withDaemon("low", PEERING)) {
            create("a");
            create("b");
            awaitCalls("low began", 2);
            try (Operator high = withDaemon("high", PEERING.withPriority(10))) {
                awaitCalls("low ended", 2);
                awaitCalls("high began", 2);
                assertThat(low.isPaused()).isTrue();
                cluster.widget("a").delete();
                cluster.await("it goes, though the lower one pauses", () -> !exists("a"));
                awaitCalls("high ended", 1);
                assertThat(high.isPaused()).isFalse();
            }
            awaitCalls("high ended", 2);
            awaitCalls("low began", 3);
            cluster.widget("b").delete();
            cluster.await("it goes", () -> !exists("b"));
        }
        assertThat(calls).filteredOn("low began"::equals).hasSize(3);
        assertThat(calls).filteredOn("low ended"::equals).hasSize(3);
    }

    @Test
    void B_14_daemons_of_operators_with_one_priority_follow_the_older_one() throws InterruptedException {
        create("a");
        Operator first = withDaemon("first", PEERING);
        awaitCalls("first began", 1);
        try (Operator second = withDaemon("second", PEERING)) {
            cluster.await("the younger one pauses", second::isPaused);
            first.close();
            awaitCalls("second began", 1);
            try (Operator third = withDaemon("third", PEERING)) {
                cluster.await("the youngest one pauses", third::isPaused);
            }
        }
        assertThat(calls).containsExactly("first began", "first ended", "second began", "second ended");
    }

    private Operator withDaemon(String name, Settings.Peering peering) throws InterruptedException {
        HandlerSource handlers = WidgetHandlers.on().daemon("watch", (widget, ctx) -> {
            calls.add(name + " began");
            boolean stopped = false;
            while (!stopped) {
                stopped = ctx.stopped().await(Duration.ofHours(1));
            }
            calls.add(name + " ended");
            return null;
        });
        return cluster.operator(Settings.defaults().withPeering(peering), handlers);
    }

    private void awaitCalls(String call, int times) {
        cluster.await(
                times + " times " + call,
                () -> calls.stream().filter(call::equals).count() == times);
    }

    private boolean exists(String name) {
        return cluster.widget(name).get() != null;
    }

    private Operator operator(String name, Settings.Peering peering) throws InterruptedException {
        HandlerSource handlers =
                WidgetHandlers.on().create("made", (widget, ctx) -> calls.add(name + " made " + nameOf(widget)));
        return cluster.operator(Settings.defaults().withPeering(peering), handlers);
    }

    private static String nameOf(GenericKubernetesResource widget) {
        return widget.getMetadata().getName();
    }

    private void freeze(int priority, int lifetime) {
        try (Connection connection = Connection.of(cluster.server.kubeconfig())) {
            String problem = HandWriting.write(
                    connection.transport(),
                    new HandWriting.ManualRecord("default", true, List.of(), "me@host", priority, lifetime));
            assertThat(problem).isEmpty();
        }
    }

    private void create(String name) {
        cluster.create(name, Map.of("size", "1Gi"));
    }

    private void awaitCall(String call) {
        cluster.await(call, () -> calls.contains(call));
    }

    private void createPeering(String name) {
        cluster.client
                .resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion("kopf.dev/v1")
                        .withKind("ClusterKopfPeering")
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private Map<?, ?> records() {
        Object status = cluster.client
                .genericKubernetesResources("kopf.dev/v1", "ClusterKopfPeering")
                .withName("default")
                .get()
                .<Object>get("status");
        return status instanceof Map<?, ?> records ? records : Map.of();
    }
}
