package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.apiserver.traffic.Request;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator serves the namespaces that it is given, and no other (W-1, W-42, F-30, F-31). */
final class NamespacesTest {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
        for (String name : List.of("one", "two", "three")) {
            cluster.client
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private WidgetHandlers noting() {
        return WidgetHandlers.on()
                .create("made", (widget, ctx) -> calls.add(widget.getMetadata().getNamespace()));
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

    @Test
    void W1_F30_the_namespaces_that_are_given_are_served_and_nothing_else_is_asked_for() throws Exception {
        create("one");
        create("three");
        try (Operator operator = cluster.operator(options -> options.namespaces(List.of("one", "two")), noting())) {
            create("two");
            cluster.await("both", () -> calls.size() == 2);
        }
        assertThat(calls).containsExactlyInAnyOrder("one", "two");
        assertThat(cluster.ofOperators())
                .filteredOn(request -> request.resource().equals("widgets"))
                .extracting(Request::namespace)
                .containsOnly("one", "two");
        assertThat(cluster.ofOperators()).extracting(Request::resource).doesNotContain("namespaces");
    }

    @Test
    void F30_without_namespaces_the_whole_cluster_is_served_by_one_watch() throws Exception {
        try (Operator operator = cluster.operator(noting())) {
            create("one");
            create("three");
            cluster.await("both", () -> calls.size() == 2);
        }
        assertThat(calls).containsExactlyInAnyOrder("one", "three");
        assertThat(cluster.ofOperators())
                .filteredOn(request ->
                        request.resource().equals("widgets") && request.verb().equals("watch"))
                .singleElement()
                .extracting(Request::namespace)
                .isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a*,!ab,,b", "!", "prod.*", "Prod-*", "", "Prod", "-a"})
    void F31_what_can_be_no_namespace_is_refused_as_nothing_would_ever_be_handled_there(String name) {
        assertThatThrownBy(() -> Operator.builder().namespaces(List.of("default", name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pattern")
                .hasMessageEndingWith(": '" + name + "'");
    }
}
