package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, in a JVM of its own. */
final class ProgramTest {

    @TempDir
    private Path directory;

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.kopf.apiserver.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static void assertFails(int code, String line, String... arguments) throws Exception {
        Process process = start(arguments);
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        assertThat(said.lines().findFirst().orElse("")).isEqualTo(line);
        assertThat(said).doesNotContain("\tat ");
    }

    @Test
    void it_says_ready_when_it_serves_and_ends_on_request() throws Exception {
        Path kubeconfig = directory.resolve("new").resolve("kubeconfig");

        Process process = start("--kubeconfig", kubeconfig.toString(), "--crds", "src/test/resources/crds");

        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            assertThat(Files.readString(kubeconfig)).contains("server: http://127.0.0.1:", "namespace: default");
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        }
    }

    @Test
    void bad_input_is_one_line() throws Exception {
        String kubeconfig = directory.resolve("kubeconfig").toString();

        assertFails(2, "Missing required option: '--kubeconfig=FILE'");
        assertFails(1, "kopf-apiserver: not a port: 70000", "--kubeconfig", kubeconfig, "--port", "70000");
        assertFails(1, "kopf-apiserver: no such file or directory: nope", "--kubeconfig", kubeconfig, "--crds", "nope");
        Path file = Files.writeString(directory.resolve("file"), "");
        assertFails(
                1,
                "kopf-apiserver: cannot write " + file.resolve("kubeconfig"),
                "--kubeconfig",
                file.resolve("kubeconfig").toString());
    }
}
