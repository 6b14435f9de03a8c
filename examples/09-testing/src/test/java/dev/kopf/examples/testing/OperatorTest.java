package dev.kopf.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.testing.OperatorExtension;
import dev.kopf.testing.TestContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The running operator: on a server in the process, or on any cluster that {@code -Dkopf.testing.kubeconfig} names. */
class OperatorTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new TestingOperator()).crds(Path.of("../crds"));

    @Test
    void an_object_is_painted() {
        haveColours();
        KopfExample example = create();

        assertThat(operator.awaitHandled(example).getMetadata().getLabels()).containsEntry("colour", "blue");
    }

    @Test
    void an_object_waits_for_its_colour_also_over_a_restart() {
        KopfExample example = create();
        operator.await("the first attempt", () -> hasRecord(example));

        operator.stopOperator();
        haveColours();
        operator.startOperator();

        assertThat(operator.awaitHandled(example).getMetadata().getLabels()).containsEntry("colour", "blue");
    }

    /** One handler alone, with a client of a real server. */
    @Test
    void a_handler_can_be_called_with_a_client() {
        KopfExample example = example();
        TestContext ctx = TestContext.of(example).withClient(operator.client());

        Assertions.assertThatThrownBy(() -> new TestingOperator().onCreate(example, ctx))
                .isInstanceOf(TemporaryException.class);
        haveColours();
        assertThat(new TestingOperator().onCreate(example, ctx)).isEqualTo("blue");
    }

    /** What goes wrong between operator and server. */
    @Test
    @Tag("in-process")
    void an_object_is_painted_although_writes_fail_and_watches_break() {
        haveColours();
        operator.server().faults().failNext(2, 503, request -> request.verb().equals("patch"));
        operator.server().faults().dropWatches();
        KopfExample example = create();

        assertThat(operator.awaitHandled(example).getMetadata().getLabels()).containsEntry("colour", "blue");
        assertThat(operator.server().requests())
                .filteredOn(request -> request.verb().equals("patch") && request.code() == 503)
                .hasSize(2);
    }

    private KopfExample create() {
        return operator.client().resource(example()).create();
    }

    private KopfExample example() {
        return KopfExample.builder()
                .metadata(new ObjectMetaBuilder()
                        .withName("first")
                        .withNamespace(operator.namespace())
                        .build())
                .spec(KopfExampleSpec.builder().field("sky").build())
                .build();
    }

    private boolean hasRecord(KopfExample example) {
        return operator.client()
                .resource(example)
                .get()
                .getMetadata()
                .getAnnotations()
                .containsKey("kopf.zalando.org/onCreate");
    }

    private void haveColours() {
        operator.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("colours")
                        .endMetadata()
                        .addToData("sky", "blue")
                        .build())
                .create();
    }
}
