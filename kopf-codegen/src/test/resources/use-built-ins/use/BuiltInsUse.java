package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.Timer;
import dev.kopf.runtime.handler.TimerContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.k8s.api.apps.v1.DeploymentDispatch;
import io.k8s.api.core.v1.PodDiff;
import io.k8s.api.core.v1.PodDispatch;
import io.k8s.api.core.v1.PodHandler;
import io.k8s.api.core.v1.SecretDiff;
import io.k8s.api.core.v1.SecretDispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class BuiltInsUse {

    private static final List<String> CALLS = new ArrayList<>();

    public static final class Operator implements PodHandler {
        @Override
        public void onCreate(Pod pod, CreateContext context) {
            CALLS.add("created " + pod.getMetadata().getName());
        }

        @Override
        public void onUpdate(Pod pod, PodDiff diff, UpdateContext context) {
            CALLS.add("updated " + diff.spec().nodeName().newValue() + " " + diff.spec().containers().isChanged());
        }

        @Override
        public void onMetadataLabelsChange(Pod pod, MapChange<String> labels, UpdateContext context) {
            CALLS.add("labels " + labels.newValue());
        }

        @Override
        public void onStatusPhaseChange(Pod pod, FieldChange<String> phase, UpdateContext context) {
            CALLS.add("phase " + phase.oldValue() + " to " + phase.newValue());
        }

        @Timer(interval = "1s")
        public void look(Pod pod, TimerContext context) {
            CALLS.add("looked at");
        }
    }

    public static void run() throws Exception {
        assertThat(PodDispatch.KIND).isEqualTo(ResourceKind.namespaced("", "v1", "Pod", "pods"));
        assertThat(PodDispatch.KIND.apiVersion()).isEqualTo("v1");
        assertThat(DeploymentDispatch.KIND.apiVersion()).isEqualTo("apps/v1");
        assertThat(SecretDispatch.KIND.secrets()).contains(FieldPath.of("data", "*"));

        Pod old = new PodBuilder().withNewMetadata().withName("web").endMetadata().withNewSpec().endSpec()
                .withNewStatus().withPhase("Pending").endStatus().build();
        Pod now = old.edit().editMetadata().withLabels(Map.of("app", "web")).endMetadata()
                .editSpec().withNodeName("n1").endSpec().editStatus().withPhase("Running").endStatus().build();
        List<Handler> handlers = new PodDispatch().handlersOf(new Operator());
        assertThat(handlers).extracting(handler -> handler.id().value())
                .containsExactly("onCreate", "onUpdate", "onMetadataLabelsChange", "onStatusPhaseChange", "look");
        for (Handler handler : handlers) {
            assertThat(handler.function().call(new Call(now, old, now))).isNull();
        }
        assertThat(CALLS).containsExactly("created web", "updated n1 false", "labels {app=web}",
                "phase Pending to Running", "looked at");

        assertThat(PodDiff.between(old, now).isChanged()).isTrue();
        assertThat(PodDiff.between(old, old).spec().isChanged()).isFalse();
        // What the class does not know is a change all the same.
        assertThat(new PodDiff(new JsonStates(Map.of("spec", Map.of("odd", 1)), Map.of("spec", Map.of("odd", 2)))).spec().isChanged())
                .isTrue();
        // Secrets are not shown.
        assertThat(SecretDiff.between(
                        new SecretBuilder().addToData("key", "c2VjcmV0").build(),
                        new SecretBuilder().addToData("key", "b3RoZXI=").build()).toString())
                .doesNotContain("c2VjcmV0", "b3RoZXI=");

        List<String> resized = new ArrayList<>();
        List<Handler> lambdas = DeploymentDispatch.on()
                .specReplicasChange("scaled", (deployment, replicas, context) -> resized.add(
                        replicas.oldValue() + " to " + replicas.newValue()))
                .handlers();
        assertThat(lambdas).hasSize(1);
    }

    private BuiltInsUse() {}
}
