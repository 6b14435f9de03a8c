package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.apiserver.traffic.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddingTest {

    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    @TempDir
    private Path directory;

    private ApiServer server;
    private Http http;

    @BeforeEach
    void start() {
        server = ApiServer.start();
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requests_are_remembered_with_their_answers() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        http.get(MAPS + "/a");
        http.get(MAPS);
        http.merge(MAPS + "/a", "{}");
        http.delete(MAPS + "/a");

        assertThat(server.requests())
                .extracting(r -> r.verb() + " " + r.resource() + "/" + r.name() + " " + r.code())
                .containsExactly(
                        "create configmaps/a 201",
                        "create configmaps/a 409",
                        "get configmaps/a 200",
                        "list configmaps/ 200",
                        "patch configmaps/a 200",
                        "delete configmaps/a 200");
        assertThat(server.requests().stream().filter(Request::isWrite)).hasSize(4);
        assertThat(server.requests().get(0).userAgent()).startsWith("Java-http-client");
        assertThat(server.requests().get(0).namespace()).isEqualTo("default");
    }

    @Test
    void remembered_requests_can_be_forgotten() {
        http.get(MAPS);

        server.forgetRequests();

        assertThat(server.requests()).isEmpty();
    }

    @Test
    void the_next_matching_requests_fail_on_demand_and_change_nothing() {
        server.faults()
                .failNext(
                        2,
                        500,
                        request -> request.verb().equals("create")
                                && request.name().equals("a"));

        assertThat(http.post(MAPS, "{\"metadata\":{\"name\":\"b\"}}").code()).isEqualTo(201);
        assertThat(http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}").code()).isEqualTo(500);
        assertThat(http.get(MAPS + "/a").code()).isEqualTo(404);
        assertThat(http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}")
                        .json()
                        .path("reason")
                        .asText())
                .isEqualTo("InternalError");
        assertThat(http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}").code()).isEqualTo(201);
    }

    @Test
    void faults_can_be_taken_back() {
        server.faults().failNext(503);
        server.faults().clear();

        assertThat(http.get(MAPS).code()).isEqualTo(200);
    }

    @Test
    void crds_are_served_as_soon_as_they_are_created_and_again() {
        server.createCrds(Path.of("src/test/resources/crds/widgets.yaml"));
        server.createCrds(Path.of("src/test/resources/crds"));

        assertThat(http.get("/apis/example.com/v1/widgets").code()).isEqualTo(200);
    }

    @Test
    void bad_crds_are_named_by_their_file() throws IOException {
        Path file = directory.resolve("bad.yaml");

        assertThatThrownBy(() -> server.createCrds(file)).hasMessage("no such file or directory: " + file);
        Files.writeString(file, "a: [");
        assertThatThrownBy(() -> server.createCrds(file)).hasMessageContaining(file + " is not YAML");
        Files.writeString(file, "kind: ConfigMap");
        assertThatThrownBy(() -> server.createCrds(file)).hasMessage("no CustomResourceDefinition in " + file);
        Files.writeString(file, "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n");
        assertThatThrownBy(() -> server.createCrds(file))
                .hasMessageStartingWith(file + ": CustomResourceDefinition.apiextensions.k8s.io \"\" is invalid");
    }

    @Test
    void a_port_that_is_taken_is_said_so() {
        int port = server.url().getPort();

        assertThatThrownBy(() -> ApiServer.builder().port(port).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot listen on 127.0.0.1:" + port + ": the port is taken or not allowed");
    }

    @Test
    void the_kubeconfig_names_the_server_and_a_namespace() {
        assertThat(server.kubeconfig()).contains("server: " + server.url(), "namespace: default");
    }
}
