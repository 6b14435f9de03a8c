package dev.kopf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignClusterTest {

    private static final String FINALIZER = "example.org/guard";

    private final ApiServer server = ApiServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_test_has_a_namespace_of_its_own_which_goes_with_all_that_is_in_it() {
        ForeignCluster cluster = newCluster();
        assertThat(cluster.namespace())
                .startsWith("kopf-test-")
                .isNotEqualTo(newCluster().namespace());
        assertThat(cluster.servedNamespaces()).containsExactly(cluster.namespace());

        try (KubernetesClient client = cluster.client()) {
            ConfigMap map = client.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("kept")
                            .withFinalizers(FINALIZER)
                            .endMetadata()
                            .build())
                    .create();
            assertThat(map.getMetadata().getNamespace()).isEqualTo(cluster.namespace());

            cluster.close();

            assertThat(client.resource(map).get()).isNull();
            assertThat(client.namespaces().withName(cluster.namespace()).get()).isNull();
        }
    }

    @Test
    void crds_are_installed_and_stay_and_may_be_there_already(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("things.yaml"), """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.example.org}
                spec:
                  group: example.org
                  scope: Namespaced
                  names: {kind: Thing, plural: things, singular: thing}
                  versions:
                    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """);
        for (int test = 0; test < 2; test++) {
            try (ForeignCluster cluster = newCluster()) {
                cluster.installCrds(folder);
            }
        }

        try (ForeignCluster cluster = newCluster();
                KubernetesClient client = cluster.client()) {
            assertThat(client.genericKubernetesResources("example.org/v1", "Thing")
                            .list()
                            .getItems())
                    .isEmpty();
        }
    }

    private ForeignCluster newCluster() {
        return new ForeignCluster(
                server.kubeconfig(), FINALIZER, List.of(new ConfigMaps().create("made", (map, ctx) -> null)));
    }

    /** Handlers of a built-in kind, by lambda. */
    private static final class ConfigMaps extends HandlerRegistration<ConfigMap, FieldChange<ConfigMap>, ConfigMaps> {
        ConfigMaps() {
            super(ResourceKind.namespaced("", "v1", "ConfigMap", "configmaps"), ConfigMap.class, FieldChange::new);
        }

        @Override
        protected ConfigMaps self() {
            return this;
        }
    }
}
