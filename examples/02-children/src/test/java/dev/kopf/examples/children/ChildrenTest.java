package dev.kopf.examples.children;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChildrenTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new ChildrenOperator()).crds(Path.of("../crds"));

    @Test
    void an_object_has_a_pod_that_goes_with_it() {
        Resource<KopfExample> parent = create();
        operator.await("the pod", () -> pod().get() != null);

        Pod pod = pod().get();
        assertThat(pod.hasOwnerReferenceFor(parent.get())).isTrue();
        assertThat(pod.getMetadata().getLabels()).containsEntry("app", "test");
        assertThat(pod.getSpec().getContainers().get(0).getCommand()).containsExactly("sleep", "10m");

        parent.delete();
        operator.await("the end of the pod", () -> pod().get() == null);
    }

    @Test
    void a_pod_that_is_there_already_is_not_taken_for_the_objects_own() {
        Pod stranger = new PodBuilder()
                .withNewMetadata()
                .withName("first")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("other")
                .withImage("busybox")
                .endContainer()
                .endSpec()
                .build();
        operator.await(
                "the permission to create Pods",
                () -> operator.client().resource(stranger).create() != null);
        Resource<KopfExample> parent = create();
        operator.await(
                "the refusal",
                () -> parent.get().getMetadata().getAnnotations().toString().contains("another Pod"));

        pod().withGracePeriod(0).delete();
        operator.await("its own pod", () -> pod().get().hasOwnerReferenceFor(parent.get()));
    }

    private Resource<KopfExample> create() {
        Resource<KopfExample> created = operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder()
                                .withName("first")
                                .addToLabels("app", "test")
                                .build())
                        .spec(KopfExampleSpec.builder().duration("10m").build())
                        .build());
        created.create();
        return created;
    }

    private PodResource pod() {
        return operator.client().pods().withName("first");
    }
}
