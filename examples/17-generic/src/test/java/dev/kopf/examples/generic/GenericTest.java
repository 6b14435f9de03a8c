package dev.kopf.examples.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GenericTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(GenericOperator.all()).crds(Path.of("../crds"));

    @Test
    void an_object_without_a_class_is_handled() {
        GenericKubernetesResource example = operator.awaitHandled(operator.client()
                .resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion("kopf.dev/v1")
                        .withKind("KopfExample")
                        .withNewMetadata()
                        .withName("first")
                        .withNamespace(operator.namespace())
                        .endMetadata()
                        .addToAdditionalProperties("spec", Map.of("field", "red"))
                        .build())
                .create());
        assertThat(example.<Object>get("status", "made")).isEqualTo("with red");
        assertThat(example.<Object>get("status", "served"))
                .as("by plural and version")
                .isEqualTo("as kopf.dev/v1");
        assertThat(example.<Object>get("status", "listed")).as("by category").isEqualTo("as a KopfExample");

        GenericKubernetesResource repainted =
                operator.awaitHandled(operator.client().resource(example).edit(now -> {
                    now.setAdditionalProperty("spec", Map.of("field", "blue"));
                    return now;
                }));
        assertThat(repainted.<Object>get("status", "repainted")).isEqualTo("red to blue");
    }
}
