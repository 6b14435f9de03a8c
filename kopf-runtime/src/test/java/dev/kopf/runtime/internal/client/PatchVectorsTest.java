package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonPatch;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Patches do what Kopf's do (P-1…P-8, C-25), in fewer requests (R7): one for each endpoint, the status first, and none that changes
 * nothing; what is refused is kept to be written again (R3).
 */
final class PatchVectorsTest {

    private static final ResourceKind NAMESPACED = ResourceKind.namespaced("example.com", "v1", "Example", "examples");
    private static final ResourceKind CLUSTER = ResourceKind.clusterScoped("example.com", "v1", "Example", "examples");

    @TestFactory
    Stream<DynamicTest> patch() {
        return Vectors.tests("patch.json", Map.of("jsonPatch", this::checkJsonPatch, "requests", this::checkRequests));
    }

    private void checkJsonPatch(Case vector) {
        if (vector.in("body") == null) {
            // Kopf raises where there is something to patch; ours has no patch of what is no object at all.
            Map<String, @Nullable Object> nothing = null;
            assertThatThrownBy(() -> new Body(nothing)).isInstanceOf(NullPointerException.class);
            return;
        }
        Patch patch = EditSteps.patch(vector.in("patch"), vector.in("functions"));
        Map<String, @Nullable Object> body = vector.inMap("body");
        if (vector.raises() && !vector.hasQuirk("not RFC 7386")) {
            assertThatThrownBy(() -> patch.applyTo(body)).isInstanceOf(RuntimeException.class);
            return;
        }
        JsonPatch operations = JsonPatch.between(body, patch.applyTo(body));
        Map<String, @Nullable Object> patched = OneObjectApi.patched(PatchType.JSON, body, operations.toString());
        assertThat(patched).as("operations that fit: %s", operations).isNotNull();
        if (vector.hasQuirk("not RFC 7386")) {
            assertThat(Json.list(vector.in("functions"))).isEmpty();
            String text = Json.write(vector.in("patch"));
            Same.assertSame(patched, OneObjectApi.patched(PatchType.MERGE, body, text));
            return;
        }
        Same.assertSame(withoutEmptyFinalizers(patched), vector.out("body"));
    }

    /** Kopf takes an empty list of finalizers away where ours says nothing of it, as it says nothing to the API server either. */
    private static Map<String, @Nullable Object> withoutEmptyFinalizers(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(new Body(object).metadata());
        metadata.remove("finalizers", List.of());
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(object);
        if (metadata.isEmpty()) {
            rest.remove("metadata");
        } else {
            rest.put("metadata", metadata);
        }
        return rest;
    }

    private void checkRequests(Case vector) {
        ResourceKind kind = Boolean.TRUE.equals(vector.in("namespaced")) ? NAMESPACED : CLUSTER;
        Body body = vector.body();
        ObjectRef ref = new ObjectRef(kind, kind.isNamespaced() ? body.namespace() : null, body.name(), body.uid());
        ServedKind served =
                new ServedKind(kind, Json.list(vector.in("subresources")).contains("status"));
        Patch patch = EditSteps.patch(vector.in("patch"), vector.in("functions"));
        List<Map<String, @Nullable Object>> kopfs =
                Json.list(vector.out("requests")).stream().map(Json::map).toList();
        OneObjectApi api = new OneObjectApi(body.fields(), () -> Instant.EPOCH);
        Integer refusal = refuse(vector, api, kopfs);
        Patcher patcher = new Patcher(api, Finalizers.DEFAULT);

        WriteResult whole = patcher.apply(ref, served, new Write(patch, Write.FinalizerChange.NONE), body);
        WriteResult result = whole instanceof WriteResult.Partly partly ? partly.rest() : whole;

        boolean keepsStatus = served.statusSubresource() && patch.asMap().containsKey("status");
        Patch meant = keepsStatus && patch.asMap().get("status") == null
                ? patch.splitStatus().object()
                : patch;
        Map<String, @Nullable Object> wanted = meant.applyTo(body.fields()); // a status cannot be deleted (P-3)
        if (refusal == null && !Boolean.TRUE.equals(vector.in("gone"))) {
            assertThat(result).isInstanceOf(WriteResult.Done.class);
            assertRequests(vector, api, kopfs);
        } else if (refusal == null || refusal == 404) {
            assertThat(result).as("gone (P-7)").isInstanceOf(WriteResult.Gone.class);
            return;
        } else {
            assertThat(rest(result, refusal, !patch.edits().isEmpty()).patch().edits())
                    .as("what is refused stays to be written (P-7, P-9, R3)")
                    .hasSize(patch.edits().size());
            WriteResult later = patcher.apply(
                    ref, served, rest(result, refusal, !patch.edits().isEmpty()), api.body());
            assertThat(later).isInstanceOf(WriteResult.Done.class);
        }
        Same.assertSame(unversioned(api.body().fields()), unversioned(wanted));
        if (vector.out("result") != null && refusal == null && !vector.hasQuirk("move across endpoints")) {
            Same.assertSame(unversioned(api.body().fields()), unversioned(Json.map(vector.out("result"))));
        }
    }

    /** The request that Kopf is refused; ours to the same endpoint is. */
    private static @Nullable Integer refuse(Case vector, OneObjectApi api, List<Map<String, @Nullable Object>> kopfs) {
        if (Boolean.TRUE.equals(vector.in("gone"))) {
            api.vanish();
        }
        for (Map.Entry<String, @Nullable Object> failure : vector.inMap("fails").entrySet()) {
            Map<String, @Nullable Object> kopf = kopfs.get(Integer.parseInt(failure.getKey()));
            int status = ((Number) failure.getValue()).intValue();
            api.refuse(String.valueOf(kopf.get("url")), status);
            return status;
        }
        return null;
    }

    private static Write rest(WriteResult result, int refusal, boolean edits) {
        if (refusal == 409 || (refusal == 422 && edits)) {
            assertThat(result).isInstanceOf(WriteResult.Conflict.class);
            return ((WriteResult.Conflict) result).rest();
        }
        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        WriteResult.Failed failed = (WriteResult.Failed) result;
        assertThat(failed.isRejected()).isEqualTo(refusal == 422);
        return failed.rest();
    }

    private static void assertRequests(Case vector, OneObjectApi api, List<Map<String, @Nullable Object>> kopfs) {
        assertThat(api.sent).as("none that changes nothing (R7)").allMatch(OneObjectApi.Sent::changed);
        assertThat(api.sent)
                .as("one for each endpoint, the status first (R7)")
                .extracting(OneObjectApi.Sent::url)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(url -> url.endsWith("/status") ? 0 : 1));
        if (vector.hasQuirk("move across endpoints")) {
            return;
        }
        boolean merges = !vector.inMap("patch").isEmpty();
        boolean edits = kopfs.stream().anyMatch(kopf -> isJsonPatch(kopf.get("contentType")));
        List<Object> urls = new ArrayList<>();
        for (Map<String, @Nullable Object> kopf : kopfs) {
            OneObjectApi.Sent ours = api.sent.stream()
                    .filter(sent -> sent.url().equals(kopf.get("url")))
                    .findFirst()
                    .orElse(null);
            if (ours == null) {
                assertThat(changes(vector, kopf)).as("left out: %s", kopf).isFalse();
                continue;
            }
            urls.add(ours.url());
            if (merges && edits) {
                assertThat(isJsonPatch(ours.contentType()) || !isJsonPatch(kopf.get("contentType")))
                        .isTrue();
            } else {
                assertThat(ours.contentType()).isEqualTo(kopf.get("contentType"));
            }
            if (!isJsonPatch(ours.contentType())) { // other operations are as good, if they lead to the same
                Same.assertSame(ours.payload(), kopf.get("payload"));
            }
            if (isJsonPatch(ours.contentType())) {
                assertThat(Json.map(Json.list(ours.payload()).get(0)))
                        .as("guarded (P-6)")
                        .containsEntry("op", "test")
                        .containsEntry("path", "/metadata/resourceVersion");
            }
        }
        assertThat(api.sent).extracting(OneObjectApi.Sent::url).allMatch(urls::contains);
    }

    private static boolean changes(Case vector, Map<String, @Nullable Object> kopf) {
        Map<String, @Nullable Object> body = vector.inMap("body");
        return !Json.identical(body, OneObjectApi.patched(PatchType.MERGE, body, Json.write(kopf.get("payload"))));
    }

    private static boolean isJsonPatch(@Nullable Object contentType) {
        return "application/json-patch+json".equals(contentType);
    }

    private static Map<String, @Nullable Object> unversioned(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(new Body(object).metadata());
        metadata.remove("resourceVersion");
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(object);
        rest.put("metadata", metadata);
        return rest;
    }
}
