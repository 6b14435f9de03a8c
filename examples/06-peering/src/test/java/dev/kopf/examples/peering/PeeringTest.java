package dev.kopf.examples.peering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.Operator;
import dev.kopf.runtime.Settings;
import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeeringTest {

    /** Only the server: each test has several operators. */
    @RegisterExtension
    final OperatorExtension cluster = OperatorExtension.of(new PeeringOperator("nobody"))
            .crds(Path.of("../crds"))
            .crds(Path.of("../../docs/peering.yaml"))
            .notStarted();

    @BeforeEach
    void createPeering() {
        GenericKubernetesResource peering = new GenericKubernetesResourceBuilder()
                .withApiVersion("kopf.dev/v1")
                .withKind("KopfPeering")
                .withNewMetadata()
                .withName("default")
                .endMetadata()
                .build();
        cluster.client().resource(peering).create();
    }

    @Test
    void the_one_on_the_workstation_takes_over_and_gives_back() {
        try (Operator deployed = started("deployed", 0)) {
            assertThat(handlerOf("first")).isEqualTo("deployed");

            try (Operator workstation = started("workstation", Settings.Peering.DEVELOPMENT)) {
                cluster.await("the deployed one pauses", deployed::isPaused);
                assertThat(handlerOf("second")).isEqualTo("workstation");
            }

            assertThat(handlerOf("third")).isEqualTo("deployed");
        }
    }

    @Test
    void of_two_replicas_the_first_works_and_the_second_takes_its_place() {
        Operator first = started("first replica", 0);
        cluster.await("it works", () -> !first.isPaused());
        try (Operator second = started("second replica", 0)) {
            assertThat(handlerOf("first")).isEqualTo("first replica");

            first.close();

            assertThat(handlerOf("second")).isEqualTo("second replica");
        } finally {
            first.close();
        }
    }

    private Operator started(String name, int priority) {
        Operator operator = Operator.builder()
                .handlers(new PeeringOperator(name))
                .settings(Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withPriority(priority)))
                .namespaces(List.of(cluster.namespace()))
                .kubeconfig(cluster.kubeconfig())
                .build();
        operator.start();
        return operator;
    }

    /** Makes an object, and returns who has handled it. */
    private Object handlerOf(String name) {
        Resource<KopfExample> example = cluster.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName(name).build())
                        .build());
        example.create();
        cluster.await(name + " is handled", () -> resultOf(example) != null);
        return resultOf(example);
    }

    private static Object resultOf(Resource<KopfExample> example) {
        return example.get().getStatus().asMap().get("onCreate");
    }
}
