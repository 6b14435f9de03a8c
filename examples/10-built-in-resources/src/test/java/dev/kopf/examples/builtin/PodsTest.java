package dev.kopf.examples.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.testing.OperatorExtension;
import dev.kopf.testing.TestContext;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.Instant;
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
    void a_young_pod_is_come_back_to_and_keeps_no_thread_waiting() {
        Pod young = new PodBuilder(pod("young"))
                .editMetadata()
                .withCreationTimestamp(Instant.now().minusSeconds(60).toString())
                .endMetadata()
                .build();

        assertThatExceptionOfType(TemporaryException.class)
                .isThrownBy(() -> new PodsOperator(Duration.ofHours(1)).endOfLife(young, TestContext.of(young)))
                .satisfies(rest -> assertThat(rest.delay()).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(59)));
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
