package dev.kopf.examples.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PodsTest {

    private final PodsOperator pods = new PodsOperator(Duration.ofSeconds(4));

    @RegisterExtension
    final OperatorExtension operator = OperatorExtension.of(pods);

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("busybox")
                .endContainer()
                .endSpec()
                .build();
    }

    @Test
    void a_pod_lives_as_long_as_it_may_and_has_no_finalizer() {
        Resource<Pod> mortal = operator.client().resource(pod("mortal"));

        Pod handled = operator.awaitHandled(mortal.create());
        assertThat(handled.getMetadata().getFinalizers()).isEmpty();

        operator.await("the end", () -> mortal.get() == null);
    }

    @Test
    void pods_of_the_system_are_left_alone() {
        assertThat(pods.isMortal(podIn("kube-system"))).isFalse();
        assertThat(pods.isMortal(podIn("default"))).isTrue();
    }

    private static Pod podIn(String namespace) {
        return new PodBuilder(pod("any"))
                .editMetadata()
                .withNamespace(namespace)
                .endMetadata()
                .build();
    }
}
