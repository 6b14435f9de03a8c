package dev.kopf.apiserver;

import static dev.kopf.apiserver.ObjectsTest.assertStatus;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BuiltInKindsTest {

    private static final String CLAIMS = "/api/v1/namespaces/default/persistentvolumeclaims";
    private static final String CLAIM = "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"accessModes\":[\"ReadWriteOnce\"],"
            + "\"storageClassName\":\"std\",\"resources\":{\"requests\":{\"storage\":\"1Gi\"}}}}";
    private static final String LARGER = "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"2Gi\"}}}}";

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

    private void storageClass(boolean expands) {
        Answer answer = http.post(
                "/apis/storage.k8s.io/v1/storageclasses",
                "{\"metadata\":{\"name\":\"std\"},\"provisioner\":\"x\",\"allowVolumeExpansion\":" + expands + "}");
        assertThat(answer.json().path("reclaimPolicy").asText()).isEqualTo("Delete");
    }

    private void bind() {
        http.merge(CLAIMS + "/p/status", "{\"status\":{\"phase\":\"Bound\",\"capacity\":{\"storage\":\"1Gi\"}}}");
    }

    @Test
    void a_new_claim_is_pending_and_protected() {
        JsonNode claim = http.post(CLAIMS, CLAIM).json();

        assertThat(claim.path("status").path("phase").asText()).isEqualTo("Pending");
        assertThat(claim.path("spec").path("volumeMode").asText()).isEqualTo("Filesystem");
        assertThat(claim.path("metadata").path("finalizers")).hasToString("[\"kubernetes.io/pvc-protection\"]");
        assertThat(claim.path("metadata").has("generation")).isFalse();
    }

    @Test
    void a_claim_goes_when_it_is_deleted() {
        http.post(CLAIMS, CLAIM);

        http.delete(CLAIMS + "/p");

        assertThat(http.get(CLAIMS + "/p").code()).isEqualTo(404);
    }

    @Test
    void a_claim_without_a_size_is_a_422() {
        assertStatus(
                http.post(CLAIMS, "{\"metadata\":{\"name\":\"p\"},\"spec\":{}}"),
                422,
                "Invalid",
                "PersistentVolumeClaim \"p\" is invalid: [spec.accessModes: Required value: at least 1 access mode is"
                        + " required, spec.resources[storage]: Required value]");
    }

    @Test
    void an_unbound_claim_cannot_be_resized() {
        http.post(CLAIMS, CLAIM);

        Answer answer = http.merge(CLAIMS + "/p", LARGER);

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.json().path("message").asText())
                .startsWith("PersistentVolumeClaim \"p\" is invalid: spec: Forbidden: spec is immutable after creation"
                        + " except resources.requests and volumeAttributesClassName for bound claims");
    }

    @Test
    void a_bound_claim_of_a_class_without_expansion_cannot_be_resized() {
        storageClass(false);
        http.post(CLAIMS, CLAIM);
        bind();

        assertStatus(
                http.merge(CLAIMS + "/p", LARGER),
                403,
                "Forbidden",
                "persistentvolumeclaims \"p\" is forbidden: only dynamically provisioned pvc can be resized and the"
                        + " storageclass that provisions the pvc must support resize");
    }

    @Test
    void a_bound_claim_of_a_class_with_expansion_can_be_resized() {
        storageClass(true);
        http.post(CLAIMS, CLAIM);
        bind();

        assertThat(http.merge(CLAIMS + "/p", LARGER).json().path("spec").path("resources"))
                .hasToString("{\"requests\":{\"storage\":\"2Gi\"}}");
    }

    @Test
    void a_pod_is_pending_and_its_status_is_written_apart() {
        String pods = "/api/v1/namespaces/default/pods";
        JsonNode pod = http.post(
                        pods,
                        "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}")
                .json();
        assertThat(pod.path("status").path("phase").asText()).isEqualTo("Pending");
        assertThat(pod.path("spec").path("restartPolicy").asText()).isEqualTo("Always");
        assertThat(pod.path("metadata").path("generation").asInt()).isEqualTo(1);

        http.merge(pods + "/p", "{\"status\":{\"phase\":\"Running\"}}");
        assertThat(phase(http.get(pods + "/p"))).isEqualTo("Pending");
        http.merge(pods + "/p/status", "{\"status\":{\"phase\":\"Running\"}}");
        assertThat(phase(http.get(pods + "/p"))).isEqualTo("Running");
        assertThat(ObjectsTest.names(http.get(pods + "?fieldSelector=status.phase%3DRunning,spec.nodeName%3D")))
                .containsExactly("p");
    }

    private static String phase(Answer answer) {
        return answer.json().path("status").path("phase").asText();
    }

    @Test
    void a_job_labels_its_pods() {
        JsonNode job = http.post(
                        "/apis/batch/v1/namespaces/default/jobs",
                        "{\"metadata\":{\"name\":\"j\"},\"spec\":{\"template\":{\"spec\":{\"restartPolicy\":\"Never\","
                                + "\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]}}}}")
                .json();

        String uid = job.path("metadata").path("uid").asText();
        assertThat(job.path("spec").path("selector").path("matchLabels"))
                .hasToString("{\"batch.kubernetes.io/controller-uid\":\"" + uid + "\"}");
        assertThat(job.path("spec")
                        .path("template")
                        .path("metadata")
                        .path("labels")
                        .path("job-name")
                        .asText())
                .isEqualTo("j");
        assertThat(job.path("spec").path("backoffLimit").asInt()).isEqualTo(6);
    }

    @Test
    void a_namespace_is_active_and_labelled() {
        JsonNode namespace = http.post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"n\"}}")
                .json();

        assertThat(namespace.path("status").path("phase").asText()).isEqualTo("Active");
        assertThat(namespace.path("metadata").path("labels")).hasToString("{\"kubernetes.io/metadata.name\":\"n\"}");
    }

    @Test
    void plain_texts_of_a_secret_are_encoded() {
        JsonNode secret = http.post(
                        "/api/v1/namespaces/default/secrets",
                        "{\"metadata\":{\"name\":\"s\"},\"stringData\":{\"k\":\"v\"}}")
                .json();

        assertThat(secret.path("data")).hasToString("{\"k\":\"dg==\"}");
        assertThat(secret.has("stringData")).isFalse();
        assertThat(secret.path("type").asText()).isEqualTo("Opaque");
    }
}
