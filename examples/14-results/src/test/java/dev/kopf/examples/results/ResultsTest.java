package dev.kopf.examples.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResultsTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(ResultsOperator.handlers()).crds(Path.of("../crds"));

    @Test
    void the_job_uses_the_volume_that_the_other_handler_has_made() {
        KopfExample example = operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .build())
                .create();
        Map<String, Object> results = operator.awaitHandled(example).getStatus().asMap();

        Job job = operator.client()
                .batch()
                .v1()
                .jobs()
                .withName((String) results.get("job"))
                .get();
        assertThat(job.getSpec().getTemplate().getSpec().getVolumes())
                .singleElement()
                .satisfies(
                        volume -> assertThat(volume.getPersistentVolumeClaim().getClaimName())
                                .isEqualTo(results.get("volume")));
        assertThat(operator.client()
                        .persistentVolumeClaims()
                        .withName((String) results.get("volume"))
                        .get()
                        .hasOwnerReferenceFor(example))
                .isTrue();
    }
}
