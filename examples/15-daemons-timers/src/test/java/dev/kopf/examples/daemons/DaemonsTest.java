package dev.kopf.examples.daemons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.testing.TestContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DaemonsTest {

    private final KopfExample example = KopfExample.builder()
            .metadata(new ObjectMetaBuilder().withName("first").build())
            .spec(KopfExampleSpec.builder().field("sun").build())
            .build();

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new DaemonsOperator()).crds(Path.of("../crds"));

    @Test
    void timers_are_called_and_daemons_let_the_object_go() {
        Resource<KopfExample> resource = operator.client().resource(example);
        resource.create();
        Map<String, Object> expected = Map.of("countdown", 0, "settled", "sun");
        operator.await(
                "the timers", () -> expected.equals(resource.get().getStatus().asMap()));
        assertThat(resource.get().getFinalizers()).hasSize(1);

        resource.delete();

        operator.await("the end of both daemons", () -> resource.get() == null);
    }

    @Test
    void a_daemon_ends_when_it_is_to_stop() throws InterruptedException {
        TestContext ctx = TestContext.of(example).withLooks(2);

        new DaemonsOperator().watch(example, ctx);

        assertThat(ctx.stopped().isSet()).isTrue();
    }
}
