package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a write, by what the server answers to it. */
final class PatcherTest {

    private static final ResourceKind SECRET = ResourceKind.namespaced("", "v1", "Secret", "secrets");
    private static final ResourceKind CLAIM = ResourceKind.namespaced("example.org", "v1", "Claim", "claims");
    private static final Body BODY = new Body(Map.of(
            "metadata",
            Map.of(
                    "name",
                    "n",
                    "namespace",
                    "ns",
                    "uid",
                    "u",
                    "resourceVersion",
                    "1",
                    "finalizers",
                    List.of(Finalizers.DEFAULT))));
    private static final Write WRITE =
            new Write(Patch.EMPTY.with(FieldPath.of("data", "key"), "value"), Write.FinalizerChange.NONE);
    private static final Write RELEASE = new Write(Patch.EMPTY, Write.FinalizerChange.REMOVE);
    private static final String SUCCESS = "{\"kind\": \"Status\", \"status\": \"Success\"}";
    private static final String INVALID = "{\"kind\": \"Status\", \"status\": \"Failure\","
            + " \"message\": \"spec.password: Invalid value: \\\"hunter2\\\": should match '^x'\","
            + " \"details\": {\"causes\": [{\"field\": \"spec.password\", \"message\": \"Invalid value: \\\"hunter2\\\"\"},"
            + " {\"field\": \"spec.password\"}, {\"field\": \"spec.size\"}, {\"message\": \"hunter2\"}]}}";

    private final List<ApiRequest> sent = new ArrayList<>();

    private WriteResult look(int status, String answer) {
        Answering api = new Answering(request -> {
            sent.add(request);
            return CompletableFuture.completedFuture(Answering.answer(status, answer));
        });
        return new Patcher(api, Finalizers.DEFAULT).look(ObjectRef.of(CLAIM, BODY));
    }

    @Test
    void P6_an_object_is_asked_for_by_a_list_of_it_alone() {
        WriteResult found = look(
                200,
                "{\"items\": [{\"metadata\": {\"name\": \"other\", \"uid\": \"u2\"}},"
                        + " {\"metadata\": {\"name\": \"n\", \"uid\": \"u\", \"resourceVersion\": \"7\"}}]}");

        assertThat(sent)
                .extracting(ApiRequest::toString)
                .containsExactly("GET /apis/example.org/v1/namespaces/ns/claims?fieldSelector=metadata.name%3Dn");
        assertThat(found)
                .isInstanceOfSatisfying(
                        WriteResult.Done.class,
                        done -> assertThat(done.body().fields())
                                .containsEntry("kind", "Claim")
                                .containsEntry("metadata", Map.of("name", "n", "uid", "u", "resourceVersion", "7")));
    }

    @Test
    void P6_an_object_is_gone_where_there_is_none_of_its_uid() {
        assertThat(look(200, "{\"items\": []}")).isInstanceOf(WriteResult.Gone.class);
        assertThat(look(200, "{\"items\": [{\"metadata\": {\"name\": \"n\", \"uid\": \"u2\"}}]}"))
                .isInstanceOf(WriteResult.Gone.class);
    }

    @Test
    void P6_nobody_knows_of_an_object_that_the_server_does_not_tell_of() {
        assertThat(look(200, "<html>"))
                .isInstanceOfSatisfying(
                        WriteResult.Failed.class,
                        failed -> assertThat(failed.problem())
                                .isEqualTo("The answer of the API server is not readable."));
        assertThat(look(404, "{}")).isInstanceOf(WriteResult.Failed.class);
        assertThat(look(403, "{}"))
                .isInstanceOfSatisfying(
                        WriteResult.Failed.class,
                        failed -> assertThat(failed.problem()).contains("list", "claims"));
    }

    private WriteResult apply(ResourceKind kind, Write write, Body now, ApiResponse answer) {
        Answering api = new Answering(request -> {
            sent.add(request);
            return CompletableFuture.completedFuture(answer);
        });
        ObjectRef ref = ObjectRef.of(kind, now);
        return new Patcher(api, Finalizers.DEFAULT).apply(ref, new ServedKind(kind, false), write, now);
    }

    private String problem(ResourceKind kind, int status, String answer) {
        WriteResult result = apply(kind, WRITE, BODY, Answering.answer(status, answer));
        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        return ((WriteResult.Failed) result).problem();
    }

    @Test
    void R12_what_the_server_says_of_a_secret_is_not_repeated() {
        assertThat(problem(CLAIM, 422, "{\"message\": \"refused\"}")).isEqualTo("refused.");
        assertThat(problem(SECRET, 422, "{\"message\": \"refused\"}"))
                .isEqualTo("HTTP 422, in words that are not shown, as there may be secrets in them.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 413, 422, 500, 503})
    void R12_of_a_kind_with_secrets_the_fields_that_are_wrong_are_told_and_no_values(int status) {
        assertThat(problem(WidgetHandlers.KIND, status, INVALID))
                .endsWith("HTTP " + status + ", in words that are not shown, as there may be secrets in them."
                        + " It is about spec.password, spec.size.")
                .doesNotContain("hunter");
        assertThat(problem(CLAIM, status, INVALID)).contains("hunter2");
    }

    @Test
    void R12_an_answer_of_a_kind_with_secrets_that_is_no_JSON_is_not_cited() {
        assertThat(problem(WidgetHandlers.KIND, 200, "hunter2")).isEqualTo(unreadable("it is no JSON"));
        assertThat(problem(CLAIM, 200, "proxy")).contains("'proxy'");
    }

    private static String unreadable(String problem) {
        return "The answer to a write is not readable: " + problem + ".";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                SUCCESS,
                "{\"metadata\": {\"name\": \"n\", \"resourceVersion\": \"2\"}}",
                "{\"metadata\": {\"uid\": \"other\", \"resourceVersion\": \"2\"}}",
                "{\"metadata\": {\"uid\": \"u\"}}",
            })
    void R3_an_answer_that_is_not_the_object_leaves_the_write_in_doubt(String answer) {
        WriteResult result = apply(CLAIM, WRITE, BODY, Answering.answer(200, answer));

        assertThat(result)
                .isEqualTo(new WriteResult.Failed(
                        WRITE.afterSilence(),
                        unreadable("it has not the uid of the object, or no resourceVersion"),
                        null,
                        false));
    }

    @Test
    void the_answer_to_a_release_may_be_the_object_in_its_last_version_or_a_status_of_success() {
        WriteResult old = apply(CLAIM, RELEASE, BODY, Answering.answer(200, Json.write(BODY.fields())));
        WriteResult status = apply(CLAIM, RELEASE, BODY, Answering.answer(200, SUCCESS));

        assertThat(old).isEqualTo(new WriteResult.Done(BODY, 1));
        assertThat(status).isEqualTo(new WriteResult.Gone());
    }

    @Test
    void finalizers_are_not_sent_without_a_lock() {
        Body unversioned = new Body(Map.of("metadata", Map.of("name", "n", "namespace", "ns", "uid", "u")));
        Write adding = new Write(Patch.EMPTY, Write.FinalizerChange.ADD);
        WriteResult result = apply(CLAIM, adding, unversioned, Answering.answer(200, SUCCESS));

        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void R17_a_permission_that_is_missing_is_that_of_the_endpoint_that_was_written_to() {
        assertThat(problem(CLAIM, 403, "{}")).startsWith("Not allowed to patch claims.example.org in");

        Answering api = new Answering(request -> CompletableFuture.completedFuture(Answering.answer(403, "{}")));
        Write result = new Write(Patch.EMPTY.with(FieldPath.of("status", "made"), 42), Write.FinalizerChange.NONE);
        WriteResult refused = new Patcher(api, Finalizers.DEFAULT)
                .apply(ObjectRef.of(CLAIM, BODY), new ServedKind(CLAIM, true), result, BODY);
        assertThat(refused).asString().contains("Not allowed to patch claims/status.example.org in");
    }
}
