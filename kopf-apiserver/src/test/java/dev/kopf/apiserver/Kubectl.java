package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real kubectl. */
final class Kubectl {

    private final Path program;
    private final Path home;
    private final Path kubeconfig;

    private Kubectl(Path program, Path home, Path kubeconfig) {
        this.program = program;
        this.home = home;
        this.kubeconfig = kubeconfig;
    }

    /** Skips the test where there is no kubectl; where there has to be one, the test fails. */
    static Kubectl of(ApiServer server, Path home) throws IOException {
        Optional<Path> program = find();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("there is no kubectl, neither on the PATH nor in the folder of the API server");
        }
        Assumptions.assumeTrue(program.isPresent(), "skipped: there is no kubectl on the PATH");
        Path kubeconfig = Files.writeString(home.resolve("kubeconfig"), server.kubeconfig());
        return new Kubectl(program.orElseThrow(), home, kubeconfig);
    }

    private static Optional<Path> find() {
        var folders = new ArrayList<Path>();
        String path = System.getenv().getOrDefault("PATH", "");
        Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .forEach(folder -> folders.add(Path.of(folder)));
        String given = System.getProperty("apiserver", "");
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        folders.addAll(below(given.isEmpty() ? Path.of(cache, "kopf-apiserver") : Path.of(given)));
        return folders.stream()
                .map(folder -> folder.resolve("kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> versions = Files.list(folder.resolve("k8s"))) {
            return versions.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Runs it to its end and returns what it said; fails where it fails. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(Map.of(), arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** Runs it to its end and returns what it said when it failed. */
    String fail(String... arguments) throws IOException, InterruptedException {
        Process process = start(Map.of(), arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isNotZero();
        return said;
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("KUBECACHEDIR", home.resolve("cache").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
