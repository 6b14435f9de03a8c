package dev.kopf.examples.spies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpiesTest {

    private final SpiesOperator spy = new SpiesOperator();

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(spy).crds(Path.of("../crds")).notStarted();

    @Test
    void all_is_seen_from_what_was_there_to_the_end_and_nothing_is_written() {
        Resource<KopfExample> example = operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .spec(KopfExampleSpec.builder().field("odd").build())
                        .build());
        String version = example.create().getMetadata().getResourceVersion();

        operator.startOperator();
        operator.await("what was there before", () -> spy.seen().contains("LISTED odd"));
        assertThat(example.get().getMetadata().getResourceVersion()).isEqualTo(version);

        example.edit(now -> now.toBuilder()
                .spec(now.getSpec().toBuilder().field("even").build())
                .build());
        example.delete();
        operator.await("the end", () -> spy.seen().contains("DELETED even"));
        assertThat(spy.seen()).startsWith("LISTED odd", "MODIFIED even").endsWith("DELETED even");
    }
}
