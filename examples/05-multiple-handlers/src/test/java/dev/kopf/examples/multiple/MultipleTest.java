package dev.kopf.examples.multiple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MultipleTest {

    @RegisterExtension
    final OperatorExtension operator = OperatorExtension.of(new MultipleOperator(), MultipleOperator.more())
            .crds(Path.of("../crds"));

    @Test
    void each_cause_and_field_may_have_several_handlers() {
        Resource<KopfExample> example = operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .spec(KopfExampleSpec.builder().field("one").build())
                        .build());
        KopfExample created = operator.awaitHandled(example.create());
        assertThat(created.getStatus().asMap()).isEqualTo(Map.of("onCreate", 100, "create_2", 200, "create_3", 300));

        KopfExample changed = operator.awaitHandled(example.edit(now -> now.toBuilder()
                .spec(now.getSpec().toBuilder().field("two").build())
                .build()));
        assertThat(changed.getStatus().asMap()).contains(Map.entry("update_2", true), Map.entry("field_2", "two"));
    }
}
