package dev.kopf.examples.minimal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MinimalTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new MinimalOperator()).crds(Path.of("../crds"));

    @Test
    void an_object_is_greeted() {
        KopfExample created = operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .spec(KopfExampleSpec.builder().field("world").build())
                        .build())
                .create();

        assertThat(operator.awaitHandled(created).getStatus().asMap())
                .isEqualTo(Map.of("onCreate", Map.of("message", "Hello, world!")));
    }
}
