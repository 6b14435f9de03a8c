package dev.kopf.examples.subhandlers;

import static org.assertj.core.api.Assertions.assertThat;

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

class SubHandlersTest {

    private final KopfExample example = KopfExample.builder()
            .metadata(new ObjectMetaBuilder().withName("first").build())
            .spec(KopfExampleSpec.builder().items(List.of("item1", "item2")).build())
            .build();

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new SubHandlersOperator()).crds(Path.of("../crds"));

    @Test
    void the_object_is_handled_once_all_items_are() {
        KopfExample handled =
                operator.awaitHandled(operator.client().resource(example).create());

        assertThat(handled.getStatus().asMap()).isEqualTo(Map.of("onCreate/tidy-up", "tidy"));
    }

    @Test
    void each_item_has_a_sub_handler_and_is_worked_on_before_what_follows() {
        TestContext ctx = TestContext.of(example).withRetry(2);

        new SubHandlersOperator().onCreate(example, ctx);

        assertThat(ctx.registeredSubHandlers()).extracting(Object::toString).containsExactly("tidy-up");
    }
}
