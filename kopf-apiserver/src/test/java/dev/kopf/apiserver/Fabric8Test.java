package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client that operators in Java use; it watches over web sockets. */
@Timeout(60)
final class Fabric8Test {

    private ApiServer server;
    private KubernetesClient client;

    @BeforeEach
    void start() {
        server = ApiServer.start();
        server.createCrds(Path.of("src/test/resources/crds"));
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("k", "v")
                .build();
    }

    @Test
    void it_creates_reads_changes_and_deletes() {
        client.resource(map("a")).create();
        client.configMaps()
                .withName("a")
                .edit(map -> new ConfigMapBuilder(map).addToData("l", "w").build());

        assertThat(client.configMaps().withName("a").get().getData()).isEqualTo(Map.of("k", "v", "l", "w"));
        assertThatThrownBy(() -> client.resource(map("a")).create())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(409));
        assertThat(client.configMaps().withName("a").delete()).hasSize(1);
        assertThat(client.configMaps().list().getItems()).isEmpty();
    }

    @Test
    void its_informers_see_every_change_also_after_a_dropped_watch() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (var informer = client.configMaps()
                .inform(new io.fabric8.kubernetes.client.informers.ResourceEventHandler<>() {
                    @Override
                    public void onAdd(ConfigMap map) {
                        seen.add("add " + map.getMetadata().getName());
                    }

                    @Override
                    public void onUpdate(ConfigMap old, ConfigMap map) {
                        seen.add("update " + map.getMetadata().getName());
                    }

                    @Override
                    public void onDelete(ConfigMap map, boolean unknown) {
                        seen.add("delete " + map.getMetadata().getName());
                    }
                })) {
            client.resource(map("a")).create();
            Awaitility.await().until(() -> seen.contains("add a"));
            server.faults().dropWatches();
            client.resource(map("b")).create();
            client.configMaps().withName("a").delete();

            Awaitility.await().until(() -> seen.containsAll(List.of("add b", "delete a")));
            assertThat(informer.getStore().list()).hasSize(1);
        }
        assertThat(server.requests().stream()
                        .filter(request -> request.verb().equals("watch"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void custom_resources_are_generic_for_it() {
        var widgets = client.genericKubernetesResources("example.com/v1", "Widget");
        client.load(getClass().getResourceAsStream("/widget.yaml")).create();

        widgets.withName("w").editStatus(widget -> {
            widget.setAdditionalProperty("status", Map.of("x", 1));
            return widget;
        });

        assertThat((Integer) widgets.withName("w").get().get("status", "x")).isEqualTo(1);
    }
}
