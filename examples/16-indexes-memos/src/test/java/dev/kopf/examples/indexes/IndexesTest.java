package dev.kopf.examples.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.testing.OperatorExtension;
import dev.kopf.testing.TestContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndexesTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new IndexesOperator()).crds(Path.of("../crds"));

    private static KopfExample example(String name, String field) {
        return KopfExample.builder()
                .metadata(new ObjectMetaBuilder().withName(name).build())
                .spec(KopfExampleSpec.builder().field(field).build())
                .build();
    }

    private Map<String, Object> statusOf(KopfExample example) {
        return operator.awaitHandled(operator.client().resource(example).create())
                .getStatus()
                .asMap();
    }

    @Test
    void an_object_finds_those_that_are_alike() {
        assertThat(statusOf(example("first", "blue"))).isEqualTo(Map.of("onCreate", List.of("first")));
        assertThat(statusOf(example("second", "red"))).isEqualTo(Map.of("onCreate", List.of("second")));
        assertThat(statusOf(example("third", "blue"))).isEqualTo(Map.of("onCreate", List.of("first", "third")));
    }

    @Test
    void an_object_without_a_field_is_in_no_index() {
        KopfExample without = KopfExample.builder()
                .metadata(new ObjectMetaBuilder().withName("without").build())
                .spec(KopfExampleSpec.builder().build())
                .build();

        assertThat(new IndexesOperator().byField(without)).isEmpty();
        assertThat(statusOf(without)).isEqualTo(Map.of("onCreate", List.of()));
    }

    @Test
    void a_handler_remembers_what_the_field_was() {
        KopfExample example = example("first", "blue");
        TestContext ctx = TestContext.of(example)
                .withIndex(IndexesOperator.BY_FIELD, Map.of("blue", List.of("first", "another")));

        assertThat(new IndexesOperator().onCreate(example, ctx)).isEqualTo(List.of("another", "first"));
        HandlerContext next = ctx.withRetry(1);
        assertThat(next.memo(IndexesOperator.FIELDS)).containsExactly("blue");
    }
}
