package dev.kopf.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.Operator;
import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

class SpringTest {

    /** Only the server: the application has an operator of its own. */
    @RegisterExtension
    final OperatorExtension cluster =
            OperatorExtension.of().crds(Path.of("../crds")).notStarted();

    @Test
    void the_operator_works_as_long_as_its_application() throws InterruptedException {
        Resource<KopfExample> example = cluster.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .spec(KopfExampleSpec.builder().field("Spring").build())
                        .build());
        Operator operator;
        try (ConfigurableApplicationContext application =
                SpringGreeter.start(cluster.kubeconfig(), cluster.namespace())) {
            operator = application.getBean(Operator.class);
            example.create();
            cluster.await("the greeting", () -> operator.hasHandled(example.get()));
        }

        operator.join(); // it has ended with its application
        assertThat(example.get().getStatus().asMap()).containsEntry("onCreate", "Hello, Spring!");
    }
}
