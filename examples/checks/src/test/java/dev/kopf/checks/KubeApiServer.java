package dev.kopf.checks;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * etcd, kube-apiserver and the controllers that collect garbage, where they are at hand.
 *
 * @param scripts where they are started and stopped from
 * @param binaries where they are
 * @param state where they keep all
 */
record KubeApiServer(Path scripts, Path binaries, Path state) implements AutoCloseable {

    private static final Path CRDS = Path.of("../crds");

    /** Starts them, with the CRDs of the examples; skips the test where there are none, and fails it in CI. */
    static KubeApiServer start() throws IOException, InterruptedException {
        Path scripts = Path.of(System.getProperty("shared"), "apiserver");
        String named = System.getProperty("apiserver", "");
        Path binaries = named.isEmpty() ? cache().resolve("kopf-apiserver") : Path.of(named);
        if (!Files.isExecutable(scripts.resolve("start")) || !Files.isDirectory(binaries.resolve("k8s"))) {
            String message = "There is no kube-apiserver in " + binaries + ", or no script to start it in " + scripts
                    + ": the examples are tested on the API server in the process only.";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        KubeApiServer server = new KubeApiServer(scripts, binaries, Files.createTempDirectory("examples-apiserver-"));
        try {
            server.run("start", server.state.toString(), binaries.toString());
            server.installCrds();
            // The garbage collector starts after the CRDs: it would find later ones only after half a minute.
            server.run("start", "--with-controllers", server.state.toString(), binaries.toString());
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    }

    Path kubeconfig() {
        return state.resolve("kubeconfig");
    }

    private void installCrds() throws IOException {
        Config config = Config.fromKubeconfig(Files.readString(kubeconfig()));
        try (KubernetesClient client =
                        new KubernetesClientBuilder().withConfig(config).build();
                Stream<Path> files = Files.list(CRDS)) {
            for (Path file : files.toList()) {
                client.resources(CustomResourceDefinition.class)
                        .load(Files.newInputStream(file))
                        .create();
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("stop", state.toString());
    }

    private void run(String script, String... arguments) throws IOException, InterruptedException {
        Path log = state.resolve(script + ".log");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(scripts.resolve(script).toString()), Stream.of(arguments))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(script + " failed: " + Files.readString(log));
        }
    }
}
