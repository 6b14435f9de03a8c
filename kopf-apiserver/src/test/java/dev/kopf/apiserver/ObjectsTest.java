package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObjectsTest {

    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

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
    void a_new_object_gets_uid_version_and_time() {
        Answer answer = http.post(MAPS, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}");

        assertThat(answer.code()).isEqualTo(201);
        JsonNode metadata = answer.json().path("metadata");
        assertThat(metadata.path("uid").asText()).matches("[0-9a-f-]{36}");
        assertThat(metadata.path("resourceVersion").asLong()).isPositive();
        assertThat(metadata.path("creationTimestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(metadata.path("namespace").asText()).isEqualTo("default");
        assertThat(answer.json().path("kind").asText()).isEqualTo("ConfigMap");
    }

    @Test
    void versions_are_one_rising_counter() {
        long first = version(http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}"));
        long second = version(http.post("/api/v1/namespaces/default/secrets", "{\"metadata\":{\"name\":\"a\"}}"));
        long third = version(http.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}"));

        assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_write_that_changes_nothing_keeps_the_version() {
        Answer created = http.post(MAPS, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}");

        assertThat(version(http.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}"))).isEqualTo(version(created));
        assertThat(version(http.put(MAPS + "/a", created.text()))).isEqualTo(version(created));
    }

    @Test
    void a_merge_patch_null_deletes_the_key() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\",\"l\":\"w\"}}");

        JsonNode data =
                http.merge(MAPS + "/a", "{\"data\":{\"k\":null}}").json().path("data");

        assertThat(data).hasToString("{\"l\":\"w\"}");
    }

    @Test
    void annotations_of_more_than_256_KiB_in_all_are_a_422() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        String most = "é".repeat((256 * 1024 - "note".length()) / 2);

        assertThat(annotate(most).code()).isEqualTo(200);
        assertThat(annotate(most + "x").code()).isEqualTo(422);
        assertThat(annotate(most + "x").json().path("message").asText())
                .endsWith("metadata.annotations: Too long: may not be more than 262144 bytes");
    }

    @Test
    void a_key_of_an_annotation_that_is_no_qualified_name_is_a_422() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        String name =
                "metadata.annotations: Invalid value: \"%s\": name part must consist of alphanumeric characters, '-', '_' or"
                        + " '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or"
                        + " '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

        Answer answer = keyed("annotations", "kopf.dev/made.nginx:1.2", "v");
        assertStatus(
                answer, 422, "Invalid", "ConfigMap \"a\" is invalid: " + name.formatted("kopf.dev/made.nginx:1.2"));
        assertThat(answer.json().at("/details/causes")).singleElement().satisfies(cause -> {
            assertThat(cause.path("reason").asText()).isEqualTo("FieldValueInvalid");
            assertThat(cause.path("field").asText()).isEqualTo("metadata.annotations");
        });
        for (String key : List.of("größe", "-x", "x-", "kopf.dev/user@host", ".")) {
            assertThat(keyed("annotations", key, "v").json().path("message").asText())
                    .endsWith(name.formatted(key));
        }
        assertThat(refused("annotations", "a/b/c", "v")).contains("\"a/b/c\": a qualified name must consist of");
        assertThat(refused("annotations", "/b", "v")).contains("\"/b\": prefix part must be non-empty");
        assertThat(refused("annotations", "a_b/c", "v")).contains("prefix part a lowercase RFC 1123 subdomain must");
        assertThat(refused("annotations", "a".repeat(254) + "/c", "v"))
                .contains("prefix part must be no more than 253 characters");
        assertThat(refused("annotations", "a/", "v"))
                .contains("[metadata.annotations: Invalid value: \"a/\": name part must be non-empty, ");
        assertThat(refused("annotations", "a".repeat(64), "v"))
                .endsWith("name part must be no more than 63 characters");
        assertThat(keyed("annotations", "Kopf.DEV/" + "a".repeat(63), "any ö").code())
                .isEqualTo(200);
    }

    @Test
    void a_label_that_is_none_is_a_422() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");

        assertThat(refused("labels", "a:b", "v")).contains("metadata.labels: Invalid value: \"a:b\": name part must");
        assertThat(refused("labels", "Kopf.DEV/a", "v")).contains("prefix part a lowercase RFC 1123 subdomain must");
        assertThat(refused("labels", "a", "v w"))
                .endsWith("metadata.labels: Invalid value: \"v w\": a valid label must be an empty string or consist of"
                        + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
                        + " (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is"
                        + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        assertThat(refused("labels", "a", "v".repeat(64))).endsWith("must be no more than 63 characters");
        assertThat(keyed("labels", "kopf.dev/a_b", "").code()).isEqualTo(200);
    }

    private String refused(String field, String key, String value) {
        Answer answer = keyed(field, key, value);
        assertThat(answer.code()).isEqualTo(422);
        return answer.json().path("message").asText();
    }

    private Answer keyed(String field, String key, String value) {
        return http.merge(MAPS + "/a", "{\"metadata\":{\"" + field + "\":{\"" + key + "\":\"" + value + "\"}}}");
    }

    private Answer annotate(String note) {
        return http.merge(MAPS + "/a", "{\"metadata\":{\"annotations\":{\"note\":\"" + note + "\"}}}");
    }

    @Test
    void a_name_can_be_generated() {
        String name = name(http.post(MAPS, "{\"metadata\":{\"generateName\":\"gen-\"}}"));

        assertThat(name).matches("gen-[0-9a-z]{5}");
    }

    @Test
    void a_name_that_is_taken_is_a_409() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");

        assertStatus(
                http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}"),
                409,
                "AlreadyExists",
                "configmaps \"a\" already exists");
    }

    @Test
    void an_update_of_an_old_version_is_a_409() {
        Answer old = http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        http.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");

        String modified = "Operation cannot be fulfilled on configmaps \"a\": the object has been modified;"
                + " please apply your changes to the latest version and try again";
        assertStatus(http.put(MAPS + "/a", old.text()), 409, "Conflict", modified);
        assertStatus(
                http.merge(MAPS + "/a", "{\"metadata\":{\"resourceVersion\":\"" + version(old) + "\"}}"),
                409,
                "Conflict",
                modified);
    }

    @Test
    void names_that_do_not_match_the_path_are_a_400() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");

        assertStatus(
                http.put(MAPS + "/a", "{\"metadata\":{\"name\":\"b\"}}"),
                400,
                "BadRequest",
                "the name of the object (b) does not match the name on the URL (a)");
        assertStatus(
                http.post(MAPS, "{\"metadata\":{\"name\":\"c\",\"namespace\":\"other\"}}"),
                400,
                "BadRequest",
                "the namespace of the provided object does not match the namespace sent on the request");
    }

    @Test
    void a_namespace_that_is_not_there_is_a_404() {
        assertStatus(
                http.post("/api/v1/namespaces/nope/configmaps", "{\"metadata\":{\"name\":\"a\"}}"),
                404,
                "NotFound",
                "namespaces \"nope\" not found");
    }

    @Test
    void an_object_that_is_not_there_is_a_404() {
        assertStatus(http.get(MAPS + "/x"), 404, "NotFound", "configmaps \"x\" not found");
        assertStatus(http.merge(MAPS + "/x", "{}"), 404, "NotFound", "configmaps \"x\" not found");
        assertStatus(http.delete(MAPS + "/x"), 404, "NotFound", "configmaps \"x\" not found");
    }

    @Test
    void a_name_that_is_none_is_a_422() {
        Answer answer = http.post(MAPS, "{\"metadata\":{\"name\":\"A_b\"}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.json().path("message").asText())
                .startsWith(
                        "ConfigMap \"A_b\" is invalid: metadata.name: Invalid value: \"A_b\": a lowercase RFC 1123");
        assertThat(answer.json()
                        .path("details")
                        .path("causes")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("metadata.name");
    }

    @Test
    void a_body_that_is_no_json_is_a_400() {
        assertThat(http.post(MAPS, "{bad").code()).isEqualTo(400);
        assertThat(http.post(MAPS, "[1]").code()).isEqualTo(400);
        assertThat(http.post(MAPS, "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"q\"}}")
                        .code())
                .isEqualTo(400);
    }

    @Test
    void a_body_may_be_yaml() {
        Answer answer = http.post(MAPS, "application/yaml", "metadata:\n  name: a\ndata:\n  k: 'yes'\n");

        assertThat(answer.code()).isEqualTo(201);
        assertThat(answer.json().path("data").path("k").asText()).isEqualTo("yes");
    }

    @Test
    void numbers_keep_their_digits_and_unknown_fields_of_built_in_kinds_stay() {
        Answer answer =
                http.post(MAPS, "{\"metadata\":{\"name\":\"a\"},\"x\":{\"n\":1.10,\"big\":12345678901234567890123}}");

        assertThat(answer.text()).contains("\"n\":1.10", "\"big\":12345678901234567890123");
        assertThat(http.get(MAPS + "/a").text()).contains("\"n\":1.10", "\"big\":12345678901234567890123");
    }

    @Test
    void a_dry_run_stores_nothing() {
        assertThat(http.post(MAPS + "?dryRun=All", "{\"metadata\":{\"name\":\"a\"}}")
                        .code())
                .isEqualTo(201);
        assertThat(http.get(MAPS + "/a").code()).isEqualTo(404);

        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        http.merge(MAPS + "/a?dryRun=All", "{\"data\":{\"k\":\"v\"}}");
        http.delete(MAPS + "/a?dryRun=All");
        assertThat(http.get(MAPS + "/a").json().has("data")).isFalse();
    }

    @Test
    void lists_are_selected_by_label() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\",\"labels\":{\"l\":\"1\"}}}");
        http.post(MAPS, "{\"metadata\":{\"name\":\"b\",\"labels\":{\"l\":\"2\"}}}");
        http.post(MAPS, "{\"metadata\":{\"name\":\"c\"}}");

        assertThat(names(http.get(MAPS + "?labelSelector=l%3D1"))).containsExactly("a");
        assertThat(names(http.get(MAPS + "?labelSelector=l!%3D1"))).containsExactly("b", "c");
        assertThat(names(http.get(MAPS + "?labelSelector=l"))).containsExactly("a", "b");
        assertThat(names(http.get(MAPS + "?labelSelector=!l"))).containsExactly("c");
        assertThat(names(http.get(MAPS + "?labelSelector=l+in+(2,3)"))).containsExactly("b");
        assertThat(names(http.get(MAPS + "?labelSelector=l+notin+(2,3)"))).containsExactly("a", "c");
        assertThat(http.get(MAPS + "?labelSelector=a!!b").code()).isEqualTo(400);
    }

    @Test
    void lists_are_selected_by_field() {
        http.post(MAPS, "{\"metadata\":{\"name\":\"a\"}}");
        http.post(MAPS, "{\"metadata\":{\"name\":\"b\"}}");

        assertThat(names(http.get(MAPS + "?fieldSelector=metadata.name%3Db"))).containsExactly("b");
        assertStatus(
                http.get(MAPS + "?fieldSelector=a%3Db"),
                400,
                "BadRequest",
                "\"a\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    @Test
    void events_are_selected_by_what_they_are_about() {
        String events = "/api/v1/namespaces/default/events";
        http.post(events, "{\"metadata\":{\"name\":\"e1\"},\"involvedObject\":{\"kind\":\"Pod\",\"name\":\"p\"}}");
        http.post(events, "{\"metadata\":{\"name\":\"e2\"},\"involvedObject\":{\"kind\":\"Pod\",\"name\":\"q\"}}");

        assertThat(names(http.get(events + "?fieldSelector=involvedObject.name%3Dq,involvedObject.kind%3DPod")))
                .containsExactly("e2");
    }

    @Test
    void lists_come_in_pages() {
        for (String name : List.of("a", "b", "c")) {
            http.post(MAPS, "{\"metadata\":{\"name\":\"" + name + "\"}}");
        }

        Answer first = http.get(MAPS + "?limit=2");
        assertThat(names(first)).containsExactly("a", "b");
        assertThat(first.json().path("metadata").path("remainingItemCount").asInt())
                .isEqualTo(1);
        String token = first.json().path("metadata").path("continue").asText();
        Answer second = http.get(MAPS + "?limit=2&continue=" + token);
        assertThat(names(second)).containsExactly("c");
        assertThat(second.json().path("metadata").has("continue")).isFalse();
    }

    @Test
    void a_list_spans_namespaces_and_carries_the_version_of_the_store() {
        http.post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"n1\"}}");
        http.post("/api/v1/namespaces/n1/configmaps", "{\"metadata\":{\"name\":\"a\"}}");
        long version = version(http.post(MAPS, "{\"metadata\":{\"name\":\"b\"}}"));

        Answer all = http.get("/api/v1/configmaps");

        assertThat(names(all)).containsExactly("b", "a");
        assertThat(version(all)).isEqualTo(version);
        assertThat(all.json().path("kind").asText()).isEqualTo("ConfigMapList");
    }

    @Test
    void unknown_paths_and_methods_are_refused() {
        assertThat(http.get("/nope").code()).isEqualTo(404);
        assertStatus(http.get("/api/v1/nopes"), 404, "NotFound", "the server could not find the requested resource");
        assertStatus(
                http.put("/api/v1/namespaces", "{}"),
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    static void assertStatus(Answer answer, int code, String reason, String message) {
        JsonNode status = answer.json();
        assertThat(status.path("kind").asText()).isEqualTo("Status");
        assertThat(status.path("message").asText()).isEqualTo(message);
        assertThat(status.path("reason").asText()).isEqualTo(reason);
        assertThat(status.path("code").asInt()).isEqualTo(code);
        assertThat(answer.code()).isEqualTo(code);
    }

    static long version(Answer answer) {
        assertThat(answer.code()).as(answer.text()).isLessThan(300);
        return answer.json().path("metadata").path("resourceVersion").asLong();
    }

    static String name(Answer answer) {
        return answer.json().path("metadata").path("name").asText();
    }

    static List<String> names(Answer list) {
        var names = new ArrayList<String>();
        list.json()
                .path("items")
                .forEach(item -> names.add(item.path("metadata").path("name").asText()));
        return names;
    }
}
