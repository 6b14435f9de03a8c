package dev.kopf.examples.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExceptionsTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(ExceptionsOperator.handlers()).crds(Path.of("../crds"));

    @Test
    void who_is_patient_succeeds_and_the_others_give_up() {
        KopfExample created = operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .build())
                .create();

        assertThat(operator.awaitHandled(created).getStatus().asMap())
                .isEqualTo(Map.of("patient", "ready after 3 attempts"));
    }
}
