package dev.kopf.examples.startup;

import dev.kopf.examples.Demo;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class StartupDemo {

    private StartupDemo() {}

    public static void main(String[] args) {
        Path journal = StartupOperator.fileOr("examples/13-startup-cleanup/target/journal.txt");
        Demo.main(args, demo -> play(demo, journal), new StartupOperator(journal));
    }

    private static void play(Demo demo, Path journal) throws IOException, InterruptedException {
        demo.create("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: first
                spec:
                  containers: [{name: main, image: busybox}]
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: second
                spec:
                  containers: [{name: main, image: busybox}]
                """);
        demo.awaitThat(() -> linesOf(journal) == 3);
        demo.delete(Pod.class, "second");

        demo.step("The operator is stopped: the tasks of its Pods end, and then the journal is closed.");
        demo.stop();
        demo.show(journal);

        demo.step("Where the start fails, so does the operator.");
        demo.run(Map.of("JOURNAL", "/no/such/folder/journal.txt"), "run", "-n", "default");
    }

    private static long linesOf(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
