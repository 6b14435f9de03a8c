package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DocumentsTest {

    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    private static final String WIDGETS = "/apis/example.com/v1/namespaces/default/widgets";

    private ApiServer server;
    private Http http;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void start() {
        server = ApiServer.builder().clock(() -> now).start();
        server.createCrds(Path.of("src/test/resources/crds/widgets.yaml"));
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_is_healthy_and_says_its_version() {
        assertThat(http.get("/healthz").text()).isEqualTo("ok");
        assertThat(http.get("/livez").text()).isEqualTo("ok");
        assertThat(http.get("/readyz").text()).isEqualTo("ok");
        assertThat(http.get("/version").json().path("gitVersion").asText()).startsWith("v1.34");
    }

    @Test
    void groups_are_discovered() {
        assertThat(http.get("/api").json().path("versions")).hasToString("[\"v1\"]");
        assertThat(http.get("/apis").json().path("groups").findValuesAsText("name"))
                .containsExactly("batch", "storage.k8s.io", "apiextensions.k8s.io", "example.com");
        JsonNode group = http.get("/apis/example.com").json();
        assertThat(group.path("versions").findValuesAsText("version")).containsExactly("v1", "v1beta1");
        assertThat(group.path("preferredVersion").path("version").asText()).isEqualTo("v1");
        assertThat(http.get("/apis/nope.example.com").code()).isEqualTo(404);
    }

    @Test
    void resources_are_discovered_with_names_verbs_and_status() {
        JsonNode resources = http.get("/apis/example.com/v1").json().path("resources");

        assertThat(resources.findValuesAsText("name")).containsExactly("widgets", "widgets/status", "plains");
        assertThat(resources.path(0).path("shortNames")).hasToString("[\"wd\"]");
        assertThat(resources.path(0).path("categories")).hasToString("[\"all\"]");
        assertThat(resources.path(0).path("verbs").toString()).contains("watch", "deletecollection");
        assertThat(http.get("/api/v1").json().path("resources").findValuesAsText("name"))
                .contains("pods", "pods/status", "events");
    }

    @Test
    void discovery_comes_aggregated_on_request() {
        JsonNode groups = http.get("/apis", AGGREGATED).json();
        JsonNode core = http.get("/api", AGGREGATED).json();

        assertThat(groups.path("kind").asText()).isEqualTo("APIGroupDiscoveryList");
        assertThat(groups.path("items").path(3).path("metadata").path("name").asText())
                .isEqualTo("example.com");
        JsonNode widgets = groups.path("items")
                .path(3)
                .path("versions")
                .path(0)
                .path("resources")
                .path(0);
        assertThat(widgets.path("scope").asText()).isEqualTo("Namespaced");
        assertThat(widgets.path("subresources").path(0).path("subresource").asText())
                .isEqualTo("status");
        assertThat(core.path("items")).hasSize(1);
    }

    @Test
    void open_api_describes_kinds() {
        assertThat(http.get("/openapi/v3").json().path("paths").has("apis/example.com/v1"))
                .isTrue();
        JsonNode schema = http.get("/openapi/v3/apis/example.com/v1")
                .json()
                .path("components")
                .path("schemas")
                .path("com.example.v1.Widget");
        assertThat(schema.path("properties").path("spec").path("description").asText())
                .isEqualTo("What the widget is to be.");
        assertThat(http.get("/openapi/v2").json().path("definitions").has("com.example.v1.Widget"))
                .isTrue();
        assertThat(http.get("/openapi/v3/apis/nope/v1").code()).isEqualTo(404);
    }

    @Test
    void a_table_has_the_columns_of_the_crd() {
        http.post(WIDGETS, CustomResourcesTest.widget("a", "{\"size\":\"1Gi\",\"count\":3}"));
        http.merge(WIDGETS + "/a/status", "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
        now = now.plusSeconds(200);

        JsonNode table = http.get(WIDGETS, Http.TABLE).json();

        assertThat(table.path("kind").asText()).isEqualTo("Table");
        assertThat(table.path("columnDefinitions").findValuesAsText("name"))
                .containsExactly("Name", "Size", "Ready", "Age", "Count");
        assertThat(table.path("rows").path(0).path("cells")).hasToString("[\"a\",\"1Gi\",\"True\",\"3m20s\",3]");
        assertThat(table.path("rows").path(0).path("object").path("kind").asText())
                .isEqualTo("PartialObjectMetadata");
    }

    @Test
    void one_object_and_a_watch_come_as_tables_too() {
        http.post(WIDGETS, CustomResourcesTest.widget("a", "{\"size\":\"1Gi\"}"));

        JsonNode one = http.get(WIDGETS + "/a", Http.TABLE).json();
        assertThat(one.path("rows").path(0).path("cells")).hasToString("[\"a\",\"1Gi\",null,\"0s\",null]");
        try (WatchedLines watch = http.watch(WIDGETS + "?watch=true", Http.TABLE)) {
            JsonNode event = watch.events(1).get(0);
            assertThat(event.path("object")
                            .path("rows")
                            .path(0)
                            .path("cells")
                            .path(0)
                            .asText())
                    .isEqualTo("a");
        }
    }

    @Test
    void metadata_can_be_asked_for_alone() {
        http.post(WIDGETS, CustomResourcesTest.widget("a", "{\"size\":\"1Gi\"}"));

        JsonNode list = http.get(WIDGETS, "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1")
                .json();

        assertThat(list.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
        assertThat(list.path("items").path(0).has("spec")).isFalse();
    }

    @Test
    void a_client_that_prefers_protobuf_gets_json() {
        assertThat(http.get("/api/v1/namespaces", "application/vnd.kubernetes.protobuf,application/json")
                        .json()
                        .path("kind")
                        .asText())
                .isEqualTo("NamespaceList");
    }

    @Test
    void everything_is_allowed() {
        assertThat(http.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "{\"spec\":{}}")
                        .json()
                        .path("status")
                        .path("allowed")
                        .asBoolean())
                .isTrue();
    }
}
