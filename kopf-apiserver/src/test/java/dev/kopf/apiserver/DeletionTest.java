package dev.kopf.apiserver;

import static dev.kopf.apiserver.ObjectsTest.assertStatus;
import static dev.kopf.apiserver.ObjectsTest.names;
import static dev.kopf.apiserver.ObjectsTest.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeletionTest {

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

    private String create(String name, String metadata) {
        Answer answer = http.post(MAPS, "{\"metadata\":{\"name\":\"" + name + "\"" + metadata + "}}");
        return answer.json().path("metadata").path("uid").asText();
    }

    private static String ownedBy(String uid) {
        return ",\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"name\":\"owner\",\"uid\":\"" + uid
                + "\"}]";
    }

    @Test
    void an_object_without_finalizers_is_gone_at_once() {
        String uid = create("a", "");

        JsonNode status = http.delete(MAPS + "/a").json();

        assertThat(status.path("status").asText()).isEqualTo("Success");
        assertThat(status.path("details"))
                .hasToString("{\"name\":\"a\",\"kind\":\"configmaps\",\"uid\":\"" + uid + "\"}");
        assertThat(http.get(MAPS + "/a").code()).isEqualTo(404);
    }

    @Test
    void an_object_with_finalizers_waits_for_the_last_one() {
        create("a", ",\"finalizers\":[\"x/y\",\"x/z\"]");

        JsonNode deleting = http.delete(MAPS + "/a").json();
        assertThat(deleting.path("metadata").path("deletionTimestamp").asText()).isNotEmpty();
        assertThat(deleting.path("metadata").path("deletionGracePeriodSeconds").asInt(-1))
                .isZero();
        assertThat(http.delete(MAPS + "/a").json()).isEqualTo(deleting);

        assertThat(http.merge(MAPS + "/a", "{\"metadata\":{\"finalizers\":[\"x/z\"]}}")
                        .code())
                .isEqualTo(200);
        assertThat(http.get(MAPS + "/a").code()).isEqualTo(200);
        assertThat(http.merge(MAPS + "/a", "{\"metadata\":{\"finalizers\":[]}}").code())
                .isEqualTo(200);
        assertThat(http.get(MAPS + "/a").code()).isEqualTo(404);
    }

    @Test
    void the_end_of_an_object_is_an_event_with_a_version_of_its_own() {
        create("a", ",\"finalizers\":[\"x/y\"]");
        try (WatchedLines watch = http.watch(MAPS + "?watch=true")) {
            long marked = version(http.delete(MAPS + "/a"));
            http.merge(MAPS + "/a", "{\"metadata\":{\"finalizers\":null}}");

            assertThat(watch.first(3)).containsExactly("ADDED a", "MODIFIED a", "DELETED a");
            JsonNode last = watch.events(3).get(2).path("object").path("metadata");
            assertThat(last.path("resourceVersion").asLong()).isGreaterThan(marked);
            assertThat(last.has("deletionTimestamp")).isTrue();
        }
    }

    @Test
    void a_deleting_object_takes_no_new_finalizers() {
        create("a", ",\"finalizers\":[\"x/y\"]");
        http.delete(MAPS + "/a");

        assertStatus(
                http.merge(MAPS + "/a", "{\"metadata\":{\"finalizers\":[\"x/y\",\"z/z\"]}}"),
                422,
                "Invalid",
                "ConfigMap \"a\" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object"
                        + " is being deleted, found new finalizers []string{\"z/z\"}");
    }

    @Test
    void preconditions_are_checked() {
        String uid = create("a", "");

        assertStatus(
                http.delete(MAPS + "/a", "{\"preconditions\":{\"uid\":\"123\"}}"),
                409,
                "Conflict",
                "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (123) does not match the UID"
                        + " in record (" + uid + "). The object might have been deleted and then recreated");
        assertThat(http.delete(MAPS + "/a", "{\"preconditions\":{\"resourceVersion\":\"1\"}}")
                        .code())
                .isEqualTo(409);
        assertThat(http.delete(MAPS + "/a", "{\"preconditions\":{\"uid\":\"" + uid + "\"}}")
                        .code())
                .isEqualTo(200);
    }

    @Test
    void owned_objects_go_with_their_owner() {
        String owner = create("owner", "");
        String child = create("child", ownedBy(owner));
        create("grandchild", ownedBy(child));
        create("other", "");

        http.delete(MAPS + "/owner");

        assertThat(names(http.get(MAPS))).containsExactly("other");
    }

    @Test
    void owned_objects_go_when_the_last_finalizer_of_their_owner_goes() {
        String owner = create("owner", ",\"finalizers\":[\"x/y\"]");
        create("child", ownedBy(owner));

        http.delete(MAPS + "/owner");
        assertThat(names(http.get(MAPS))).containsExactly("child", "owner");
        http.merge(MAPS + "/owner", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(names(http.get(MAPS))).isEmpty();
    }

    @Test
    void an_object_with_a_second_owner_stays() {
        String first = create("owner", "");
        String second = create("owner2", "");
        create("child", ownedBy(first).replace("]", "," + ownedBy(second).replaceFirst(".*\\[", "")));

        http.delete(MAPS + "/owner");

        assertThat(names(http.get(MAPS))).containsExactly("child", "owner2");
    }

    @Test
    void orphans_stay_and_forget_their_owner() {
        String owner = create("owner", "");
        create("child", ownedBy(owner));

        http.delete(MAPS + "/owner", "{\"propagationPolicy\":\"Orphan\"}");

        assertThat(http.get(MAPS + "/child").json().path("metadata").has("ownerReferences"))
                .isFalse();
    }

    @Test
    void in_the_foreground_the_owned_objects_go_too() {
        String owner = create("owner", "");
        create("child", ownedBy(owner));

        http.delete(MAPS + "/owner", "{\"propagationPolicy\":\"Foreground\"}");

        assertThat(names(http.get(MAPS))).isEmpty();
    }

    @Test
    void an_object_of_an_owner_that_is_gone_goes() {
        create("child", ownedBy("11111111-2222-3333-4444-555555555555"));

        assertThat(names(http.get(MAPS))).isEmpty();
    }

    @Test
    void a_collection_is_deleted_by_selection() {
        create("a", ",\"labels\":{\"l\":\"1\"}");
        create("b", "");

        assertThat(names(http.delete(MAPS + "?labelSelector=l%3D1"))).containsExactly("a");

        assertThat(names(http.get(MAPS))).containsExactly("b");
    }

    @Test
    void a_namespace_takes_its_contents_along() {
        http.post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"n1\"}}");
        http.post("/api/v1/namespaces/n1/configmaps", "{\"metadata\":{\"name\":\"a\",\"finalizers\":[\"x/y\"]}}");
        http.post("/api/v1/namespaces/n1/secrets", "{\"metadata\":{\"name\":\"b\"}}");

        JsonNode deleting = http.delete("/api/v1/namespaces/n1").json();
        assertThat(deleting.path("status").path("phase").asText()).isEqualTo("Terminating");
        assertThat(http.get("/api/v1/namespaces/n1/secrets/b").code()).isEqualTo(404);
        assertStatus(
                http.post("/api/v1/namespaces/n1/configmaps", "{\"metadata\":{\"name\":\"c\"}}"),
                403,
                "Forbidden",
                "configmaps \"c\" is forbidden: unable to create new content in namespace n1 because it is being"
                        + " terminated");

        http.merge("/api/v1/namespaces/n1/configmaps/a", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(http.get("/api/v1/namespaces/n1").code()).isEqualTo(404);
    }

    @Test
    void the_namespaces_of_the_cluster_stay() {
        assertStatus(
                http.delete("/api/v1/namespaces/default"),
                403,
                "Forbidden",
                "namespaces \"default\" is forbidden: this namespace may not be deleted");
    }
}
