package dev.kopf.apiserver;

import static dev.kopf.apiserver.ObjectsTest.assertStatus;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PatchTest {

    private static final String MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String PODS = "/api/v1/namespaces/default/pods";

    private ApiServer server;
    private Http http;

    @BeforeEach
    void start() {
        server = ApiServer.start();
        http = new Http(server);
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}");
        http.post(
                PODS,
                "{\"metadata\":{\"name\":\"p\",\"finalizers\":[\"x/y\"]},\"spec\":{\"containers\":["
                        + "{\"name\":\"c1\",\"image\":\"i1\",\"env\":[{\"name\":\"A\",\"value\":\"1\"}],"
                        + "\"ports\":[{\"containerPort\":80,\"name\":\"web\"}]},{\"name\":\"c2\",\"image\":\"i2\"}],"
                        + "\"volumes\":[{\"name\":\"v\",\"emptyDir\":{}}],"
                        + "\"tolerations\":[{\"key\":\"t\",\"operator\":\"Exists\"}]}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode strategic(String patch) {
        Answer answer = http.patch(PODS + "/p", Http.STRATEGIC, patch);
        assertThat(answer.code()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode container(String patch, int index) {
        return strategic(patch).path("spec").path("containers").path(index);
    }

    @Test
    void a_patch_that_names_another_uid_is_refused() {
        Answer refused = http.merge(MAPS + "/a", "{\"metadata\":{\"uid\":\"other\"},\"data\":{\"k\":\"w\"}}");

        assertStatus(
                refused,
                422,
                "Invalid",
                "ConfigMap \"a\" is invalid: metadata.uid: Invalid value: \"other\": field is immutable");
        assertThat(http.get(MAPS + "/a").json().path("data")).hasToString("{\"k\":\"v\"}");
    }

    @Test
    void a_merge_patch_merges_objects_and_replaces_the_rest() {
        http.merge(MAPS + "/a", "{\"data\":{\"l\":\"w\"},\"list\":[1,2]}");

        JsonNode object =
                http.merge(MAPS + "/a", "{\"data\":{\"k\":null},\"list\":[3]}").json();

        assertThat(object.path("data")).hasToString("{\"l\":\"w\"}");
        assertThat(object.path("list")).hasToString("[3]");
    }

    @Test
    void a_json_patch_applies_its_operations_in_order() {
        JsonNode data = http.patch(
                        MAPS + "/a",
                        Http.JSON_PATCH,
                        "[{\"op\":\"test\",\"path\":\"/data/k\",\"value\":\"v\"},"
                                + "{\"op\":\"add\",\"path\":\"/data/a~1b\",\"value\":\"w\"},"
                                + "{\"op\":\"copy\",\"from\":\"/data/k\",\"path\":\"/data/copy\"},"
                                + "{\"op\":\"move\",\"from\":\"/data/a~1b\",\"path\":\"/data/moved\"},"
                                + "{\"op\":\"replace\",\"path\":\"/data/k\",\"value\":\"x\"}]")
                .json()
                .path("data");

        assertThat(data).hasToString("{\"k\":\"x\",\"copy\":\"v\",\"moved\":\"w\"}");
    }

    @Test
    void a_json_patch_that_cannot_be_applied_is_a_422_and_changes_nothing() {
        String rejected = "the server rejected our request due to an error in our request";
        String add = "{\"op\":\"add\",\"path\":\"/data/l\",\"value\":\"w\"}";
        for (String bad : new String[] {
            "{\"op\":\"test\",\"path\":\"/data/k\",\"value\":\"other\"}",
            "{\"op\":\"remove\",\"path\":\"/data/nope\"}",
            "{\"op\":\"replace\",\"path\":\"/data/nope\",\"value\":1}"
        }) {
            assertStatus(
                    http.patch(MAPS + "/a", Http.JSON_PATCH, "[" + add + "," + bad + "]"), 422, "Invalid", rejected);
        }
        assertThat(http.get(MAPS + "/a").json().path("data")).hasToString("{\"k\":\"v\"}");
        assertThat(http.patch(MAPS + "/a", Http.JSON_PATCH, "{\"a\":1}").code()).isEqualTo(400);
    }

    @Test
    void containers_are_merged_by_name() {
        JsonNode container = container("{\"spec\":{\"containers\":[{\"name\":\"c1\",\"image\":\"new\"}]}}", 0);

        assertThat(container.path("image").asText()).isEqualTo("new");
        assertThat(container.path("env").path(0).path("value").asText()).isEqualTo("1");
        assertThat(http.get(PODS + "/p").json().path("spec").path("containers")).hasSize(2);
    }

    @Test
    void environment_and_ports_of_a_container_are_merged() {
        JsonNode container = container(
                "{\"spec\":{\"containers\":[{\"name\":\"c1\",\"env\":[{\"name\":\"B\",\"value\":\"2\"}],"
                        + "\"ports\":[{\"containerPort\":80,\"name\":\"http\"},{\"containerPort\":81}]}]}}",
                0);

        assertThat(container.path("env").findValuesAsText("name")).containsExactly("A", "B");
        assertThat(container.path("ports"))
                .hasToString("[{\"containerPort\":80,\"name\":\"http\"},{\"containerPort\":81}]");
    }

    @Test
    void items_are_deleted_and_lists_replaced_by_directive() {
        assertThat(container("{\"spec\":{\"containers\":[{\"$patch\":\"delete\",\"name\":\"c1\"}]}}", 0)
                        .path("name")
                        .asText())
                .isEqualTo("c2");
        JsonNode volumes = strategic(
                        "{\"spec\":{\"volumes\":[{\"$patch\":\"replace\"},{\"name\":\"w\",\"emptyDir\":{}}]}}")
                .path("spec")
                .path("volumes");
        assertThat(volumes).hasToString("[{\"name\":\"w\",\"emptyDir\":{}}]");
    }

    @Test
    void an_object_is_replaced_by_directive() {
        JsonNode labels = strategic("{\"metadata\":{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}}");
        assertThat(labels.path("metadata").path("labels")).hasSize(2);

        JsonNode replaced = strategic("{\"metadata\":{\"labels\":{\"$patch\":\"replace\",\"c\":\"3\"}}}");
        assertThat(replaced.path("metadata").path("labels")).hasToString("{\"c\":\"3\"}");
    }

    @Test
    void lists_without_a_key_are_replaced() {
        JsonNode tolerations = strategic("{\"spec\":{\"tolerations\":[{\"key\":\"u\"}]}}")
                .path("spec")
                .path("tolerations");

        assertThat(tolerations).hasToString("[{\"key\":\"u\"}]");
    }

    @Test
    void finalizers_are_a_set() {
        JsonNode added = strategic("{\"metadata\":{\"finalizers\":[\"x/z\",\"x/y\"]}}");
        assertThat(added.path("metadata").path("finalizers")).hasToString("[\"x/y\",\"x/z\"]");

        JsonNode left = strategic("{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"x/y\"]}}");
        assertThat(left.path("metadata").path("finalizers")).hasToString("[\"x/z\"]");
    }

    @Test
    void the_order_of_items_can_be_set() {
        JsonNode containers = strategic(
                        "{\"spec\":{\"$setElementOrder/containers\":[{\"name\":\"c0\"},{\"name\":\"c2\"},"
                                + "{\"name\":\"c1\"}],\"containers\":[{\"name\":\"c0\",\"image\":\"i0\"}]}}")
                .path("spec")
                .path("containers");

        assertThat(containers.findValuesAsText("name")).contains("c0", "c1", "c2");
        assertThat(containers.path(0).path("name").asText()).isEqualTo("c0");
        assertThat(containers.path(1).path("name").asText()).isEqualTo("c2");
    }

    @Test
    void null_deletes_in_a_strategic_merge_patch_too() {
        assertThat(strategic("{\"spec\":{\"volumes\":null}}").path("spec").has("volumes"))
                .isFalse();
    }
}
