package dev.kopf.examples.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.Operator;
import dev.kopf.runtime.OperatorException;
import dev.kopf.testing.OperatorExtension;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {

    @TempDir
    private static Path folder;

    private final Path journal = folder.resolve("journal.txt");

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new StartupOperator(journal)).notStarted();

    @Test
    void what_was_opened_first_is_closed_last() throws IOException {
        Resource<Pod> first = pod("first");
        first.create();

        operator.startOperator();
        operator.await("the task of the first", () -> lines().contains("first begins"));
        Resource<Pod> second = pod("second");
        second.create();
        operator.await("the task of the second", () -> lines().contains("second begins"));
        first.delete();
        operator.await("the end of the first", () -> first.get() == null);
        operator.stopOperator();

        assertThat(lines())
                .containsExactly(
                        "opened",
                        "first begins",
                        "second begins",
                        "first ends: RESOURCE_DELETED",
                        "second ends: OPERATOR_EXITING",
                        "closed");
    }

    @Test
    void a_start_that_fails_fails_the_operator() {
        Operator failing = Operator.builder()
                .handlers(new StartupOperator(folder.resolve("missing").resolve("journal.txt")))
                .namespaces(List.of(operator.namespace()))
                .kubeconfig(operator.kubeconfig())
                .build();

        assertThatThrownBy(failing::start)
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("onStartup")
                .hasMessageContaining("missing");
    }

    private Resource<Pod> pod(String name) {
        return operator.client()
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("busybox")
                        .endContainer()
                        .endSpec()
                        .build());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(journal);
    }
}
