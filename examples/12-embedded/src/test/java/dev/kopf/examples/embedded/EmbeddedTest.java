package dev.kopf.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedTest {

    /** Only the server: the application has operators of its own. */
    @RegisterExtension
    final OperatorExtension cluster =
            OperatorExtension.of().crds(Path.of("../crds")).notStarted();

    @Test
    void both_operators_work_and_are_stopped_and_others_take_their_place() throws Exception {
        for (String word : new String[] {"world", "moon"}) {
            try (EmbeddedApplication application = new EmbeddedApplication(cluster.kubeconfig(), cluster.namespace())) {
                application.start();

                assertThat(application.ask(word))
                        .isEqualTo("Hello, " + word + "! You have " + word.length() + " letters.");
            }
        }
    }
}
