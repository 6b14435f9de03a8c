package dev.kopf.examples.filtering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FilteringTest {

    @RegisterExtension
    final OperatorExtension operator = OperatorExtension.of(
                    FilteringOperator.byMetadata(), FilteringOperator.byFields())
            .crds(Path.of("../crds"));

    @Test
    void labels_and_annotations_say_who_is_called() {
        KopfExample gold = create("gold", Map.of("tier", "gold"), Map.of(), "blue");
        KopfExample paused = create("paused", Map.of("tier", "platinum"), Map.of("kopf.dev/paused", "yes"), "blue");

        assertThat(results(gold)).containsOnly("gold", "labelled");
        assertThat(results(paused)).containsOnly("long-tier");
    }

    @Test
    void an_object_that_nobody_is_for_is_left_alone() {
        KopfExample other = create("other", Map.of(), Map.of(), "blue");
        KopfExample later = create("later", Map.of("tier", "gold"), Map.of(), "red");

        assertThat(results(later)).containsOnly("gold", "labelled", "red");
        assertThat(operator.client().resource(other).get().getMetadata().getResourceVersion())
                .isEqualTo(other.getMetadata().getResourceVersion());
    }

    @Test
    void values_before_and_after_say_who_is_called() {
        KopfExample example = create("changing", Map.of("tier", "gold"), Map.of(), "green");
        operator.awaitHandled(example);

        change(example, spec -> spec.field("red"));
        assertThat(results(example)).containsOnly("gold", "labelled", "reddened");

        change(example, spec -> spec.items(List.of("item1")));
        assertThat(results(example)).containsOnly("gold", "labelled", "reddened", "busy");
    }

    private Set<String> results(KopfExample example) {
        return operator.awaitHandled(example).getStatus().asMap().keySet();
    }

    private void change(KopfExample example, UnaryOperator<KopfExampleSpec.Builder> change) {
        operator.client()
                .resources(KopfExample.class)
                .withName(example.getMetadata().getName())
                .edit(now -> now.toBuilder()
                        .spec(change.apply(now.getSpec().toBuilder()).build())
                        .build());
    }

    private KopfExample create(String name, Map<String, String> labels, Map<String, String> annotations, String field) {
        return operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder()
                                .withName(name)
                                .withLabels(labels)
                                .withAnnotations(annotations)
                                .build())
                        .spec(KopfExampleSpec.builder().field(field).build())
                        .build())
                .create();
    }
}
