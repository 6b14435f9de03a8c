package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.Kopf;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line of the README that everybody tries first. */
class DemoTest {

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hush() {
        System.setOut(terminal);
    }

    @Test
    void the_demo_plays_the_walkthrough_to_its_end() {
        int exitCode = Kopf.application(new EvcOperator())
                .name("evc-operator")
                .command(new DemoCommand())
                .run("demo");

        String output = printed.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(output).isZero();
        assertThat(output)
                .containsSubsequence(
                        "$ kubectl apply -f my-claim.yaml",
                        "PVC child is created: my-claim",
                        "$ kubectl get evc my-claim -o yaml",
                        "pvc-name: \"my-claim\"",
                        "kind: \"PersistentVolumeClaim\"",
                        "$ kubectl patch evc my-claim",
                        "PVC child is resized: 1Gi -> 2Gi",
                        "$ kubectl delete evc my-claim",
                        "No resources found in default namespace.")
                .doesNotContain("null");
    }
}
