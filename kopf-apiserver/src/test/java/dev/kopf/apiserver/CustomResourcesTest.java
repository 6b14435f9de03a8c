package dev.kopf.apiserver;

import static dev.kopf.apiserver.ObjectsTest.assertStatus;
import static dev.kopf.apiserver.ObjectsTest.names;
import static dev.kopf.apiserver.ObjectsTest.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.Http.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CustomResourcesTest {

    private static final String WIDGETS = "/apis/example.com/v1/namespaces/default/widgets";
    private static final String PLAINS = "/apis/example.com/v1/plains";
    private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private ApiServer server;
    private Http http;

    @BeforeEach
    void start() {
        server = ApiServer.start();
        server.createCrds(Path.of("src/test/resources/crds"));
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static String widget(String name, String spec) {
        return "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"" + name
                + "\"},\"spec\":" + spec + "}";
    }

    private static long generation(Answer answer) {
        return answer.json().path("metadata").path("generation").asLong();
    }

    @Test
    void a_crd_is_established_and_its_names_completed() {
        JsonNode crd = http.get(CRDS + "/plains.example.com").json();

        assertThat(crd.path("status").path("conditions").findValuesAsText("type"))
                .containsExactly("NamesAccepted", "Established");
        assertThat(crd.path("status").path("conditions").findValuesAsText("status"))
                .containsExactly("True", "True");
        assertThat(crd.path("status").path("storedVersions")).hasToString("[\"v1\"]");
        assertThat(crd.path("status").path("acceptedNames").path("singular").asText())
                .isEqualTo("plain");
        assertThat(crd.path("spec").path("names").path("listKind").asText()).isEqualTo("PlainList");
    }

    @Test
    void a_crd_with_a_wrong_name_is_a_422() {
        String crd = http.get(CRDS + "/plains.example.com").text().replace("plains.example.com", "other.example.com");

        Answer answer = http.post(CRDS, crd);

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.json().path("message").asText())
                .contains(
                        "metadata.name: Invalid value: \"other.example.com\": must be spec.names.plural+\".\"+spec.group");
    }

    @Test
    void unknown_fields_are_pruned_and_defaults_filled_in() {
        JsonNode spec = http.post(
                        WIDGETS,
                        widget(
                                "a",
                                "{\"size\":\"1Gi\",\"bogus\":1,\"free\":{\"x\":{\"y\":1}},\"labels\":{\"l\":\"v\"},"
                                        + "\"note\":null,\"mode\":null}"))
                .json()
                .path("spec");

        assertThat(spec.has("bogus")).isFalse();
        assertThat(spec.path("mode").asText()).isEqualTo("a");
        assertThat(spec.path("free").path("x").path("y").asInt()).isEqualTo(1);
        assertThat(spec.path("labels").path("l").asText()).isEqualTo("v");
        assertThat(spec.path("note").isNull()).isTrue();
    }

    @Test
    void strict_validation_refuses_unknown_fields() {
        assertStatus(
                http.post(WIDGETS + "?fieldValidation=Strict", widget("a", "{\"size\":\"1Gi\",\"bogus\":1}")),
                400,
                "BadRequest",
                "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: unknown field"
                        + " \"spec.bogus\"");
    }

    @Test
    void an_invalid_object_is_a_422_with_all_its_problems() {
        Answer answer = http.post(
                WIDGETS,
                widget("a", "{\"size\":1,\"mode\":\"q\",\"count\":9,\"tags\":[\"a\",\"b\",\"c\"],\"port\":true}"));

        assertStatus(
                answer,
                422,
                "Invalid",
                "Widget.example.com \"a\" is invalid: ["
                        + "spec.size: Invalid value: \"integer\": spec.size in body must be of type string: \"integer\", "
                        + "spec.mode: Unsupported value: \"q\": supported values: \"a\", \"b\", "
                        + "spec.count: Invalid value: 9: spec.count in body should be less than or equal to 5, "
                        + "spec.tags: Too many: 3: must have at most 2 items, "
                        + "spec.port: Invalid value: \"boolean\": spec.port in body must be of type integer,string:"
                        + " \"boolean\"]");
        JsonNode details = answer.json().path("details");
        assertThat(details.path("kind").asText()).isEqualTo("Widget");
        assertThat(details.path("group").asText()).isEqualTo("example.com");
        assertThat(details.path("causes")).hasSize(5);
    }

    @Test
    void each_rule_of_a_schema_is_checked() {
        assertThat(problem("{\"size\":\"1\"}")).contains("spec.size in body should be at least 2 chars long");
        assertThat(problem("{\"size\":\"123456Gi\"}")).contains("spec.size: Too long: may not be more than 5 bytes");
        assertThat(problem("{\"size\":\"abc\"}")).contains("spec.size in body should match '^[0-9]+[A-Z][a-z]$'");
        assertThat(problem("{\"size\":\"1Gi\",\"count\":0}")).contains("should be greater than or equal to 1");
        assertThat(problem("{\"size\":\"1Gi\",\"count\":1.5}")).contains("must be of type integer: \"number\"");
        assertThat(problem("{\"size\":\"1Gi\",\"tags\":[]}"))
                .contains("spec.tags in body should have at least 1 items");
        assertThat(problem("{\"size\":null}")).contains("spec.size: Required value");
        assertThat(problem("null")).contains("spec: Required value");
    }

    private String problem(String spec) {
        Answer answer = http.post(WIDGETS, widget("a", spec));
        assertThat(answer.code()).as(answer.text()).isEqualTo(422);
        return answer.json().path("message").asText();
    }

    @Test
    void with_a_status_subresource_the_main_resource_leaves_the_status_alone() {
        Answer created = http.post(
                WIDGETS,
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"a\"},"
                        + "\"spec\":{\"size\":\"1Gi\"},\"status\":{\"x\":1}}");
        assertThat(created.json().has("status")).isFalse();

        Answer patched = http.merge(WIDGETS + "/a", "{\"status\":{\"x\":1}}");
        assertThat(patched.json().has("status")).isFalse();
        assertThat(version(patched)).isEqualTo(version(created));
    }

    @Test
    void the_status_subresource_writes_the_status_alone() {
        http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}"));

        Answer answer = http.merge(
                WIDGETS + "/a/status",
                "{\"status\":{\"x\":1},\"spec\":{\"size\":\"9Gi\"},\"metadata\":{\"labels\":{\"l\":\"v\"}}}");

        assertThat(answer.json().path("status").path("x").asInt()).isEqualTo(1);
        assertThat(answer.json().path("spec").path("size").asText()).isEqualTo("1Gi");
        assertThat(answer.json().path("metadata").has("labels")).isFalse();
        assertThat(http.get(WIDGETS + "/a/status").json()).isEqualTo(answer.json());
    }

    @Test
    void the_generation_rises_with_the_spec_but_not_with_metadata_and_status() {
        assertThat(generation(http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}"))))
                .isEqualTo(1);
        assertThat(generation(http.merge(WIDGETS + "/a", "{\"metadata\":{\"labels\":{\"l\":\"v\"}}}")))
                .isEqualTo(1);
        assertThat(generation(http.merge(WIDGETS + "/a/status", "{\"status\":{\"x\":1}}")))
                .isEqualTo(1);
        assertThat(generation(http.merge(WIDGETS + "/a", "{\"spec\":{\"size\":\"2Gi\"}}")))
                .isEqualTo(2);
    }

    @Test
    void without_a_status_subresource_the_status_is_a_field_like_any_other() {
        String plain = "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Plain\",\"metadata\":{\"name\":\"a\"},"
                + "\"status\":{\"x\":1}}";
        assertThat(http.post(PLAINS, plain).json().path("status").path("x").asInt())
                .isEqualTo(1);

        Answer patched = http.merge(PLAINS + "/a", "{\"status\":{\"x\":2}}");

        assertThat(patched.json().path("status").path("x").asInt()).isEqualTo(2);
        assertThat(generation(patched)).isEqualTo(2);
        assertThat(http.merge(PLAINS + "/a/status", "{}").code()).isEqualTo(404);
    }

    @Test
    void an_update_must_say_which_version_it_replaces() {
        http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}"));

        assertStatus(
                http.put(WIDGETS + "/a", widget("a", "{\"size\":\"2Gi\"}")),
                422,
                "Invalid",
                "widgets.example.com \"a\" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for"
                        + " an update");
    }

    @Test
    void all_served_versions_show_the_same_objects() {
        http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}"));

        Answer other = http.get("/apis/example.com/v1beta1/namespaces/default/widgets/a");

        assertThat(other.json().path("apiVersion").asText()).isEqualTo("example.com/v1beta1");
        assertThat(other.json().path("spec").path("size").asText()).isEqualTo("1Gi");
    }

    @Test
    void strategic_merge_patches_are_for_built_in_kinds_only() {
        http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}"));

        assertThat(http.patch(WIDGETS + "/a", Http.STRATEGIC, "{}").code()).isEqualTo(415);
        assertThat(http.patch(WIDGETS + "/a", "text/plain", "{}").code()).isEqualTo(415);
        assertThat(http.patch(WIDGETS + "/a", "application/apply-patch+yaml", "{}")
                        .code())
                .isEqualTo(415);
    }

    @Test
    void deleting_a_crd_deletes_its_objects_and_serves_the_kind_no_longer() {
        http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}"));

        http.delete(CRDS + "/widgets.example.com");

        assertThat(http.get(CRDS + "/widgets.example.com").code()).isEqualTo(404);
        assertThat(http.get(WIDGETS).code()).isEqualTo(404);
        server.createCrds(Path.of("src/test/resources/crds"));
        assertThat(names(http.get(WIDGETS))).isEmpty();
    }

    @Test
    void a_crd_waits_for_objects_with_finalizers() {
        http.post(WIDGETS, widget("a", "{\"size\":\"1Gi\"}").replace("\"a\"}", "\"a\",\"finalizers\":[\"x/y\"]}"));

        http.delete(CRDS + "/widgets.example.com");
        assertThat(http.get(CRDS + "/widgets.example.com").code()).isEqualTo(200);

        http.merge(WIDGETS + "/a", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(http.get(CRDS + "/widgets.example.com").code()).isEqualTo(404);
    }

    @Test
    void a_changed_crd_serves_the_changed_schema() {
        http.merge(
                CRDS + "/plains.example.com",
                "{\"spec\":{\"versions\":[{\"name\":\"v1\",\"served\":true,\"storage\":true,\"schema\":"
                        + "{\"openAPIV3Schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}]}}");

        Answer answer = http.post(
                PLAINS,
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Plain\",\"metadata\":{\"name\":\"p\"},\"a\":\"x\",\"b\":1}");

        assertThat(answer.json().path("a").asText()).isEqualTo("x");
        assertThat(answer.json().has("b")).isFalse();
    }
}
