package dev.kopf.example.evc;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kopf.apiserver.ApiServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A cluster for the end-to-end scenario. */
interface Cluster extends AutoCloseable {

    /** The text of its kubeconfig. */
    String kubeconfig();

    /** All CRDs that the scenario needs are there. */
    default void crdsInstalled() throws IOException, InterruptedException {}

    @Override
    void close() throws IOException, InterruptedException;

    default KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig()))
                .build();
    }

    /** The API server in the process. */
    static Cluster inProcess() {
        return of(ApiServer.start());
    }

    /** An API server in the process, which is closed with the cluster. */
    static Cluster of(ApiServer server) {
        return new Cluster() {
            @Override
            public String kubeconfig() {
                return server.kubeconfig();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    /** etcd, kube-apiserver and the controllers that collect garbage, where they are at hand. */
    static Cluster real() throws IOException, InterruptedException {
        Path scripts = Path.of(System.getProperty("shared", "../../shared"), "apiserver");
        String named = System.getProperty("apiserver", "");
        Path binaries = named.isEmpty() ? cache().resolve("kopf-apiserver") : Path.of(named);
        if (!Files.isExecutable(scripts.resolve("start")) || !Files.isDirectory(binaries.resolve("k8s"))) {
            String message = "There is no kube-apiserver in " + binaries + ", or no script to start it in " + scripts
                    + ": the scenario runs on the API server in the process only.";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        Path state = Files.createTempDirectory("evc-apiserver-");
        RealCluster cluster = new RealCluster(scripts, binaries, state);
        cluster.start();
        return cluster;
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    }

    /** Runs the scripts. */
    record RealCluster(Path scripts, Path binaries, Path state) implements Cluster {

        void start() throws IOException, InterruptedException {
            run("start", state.toString(), binaries.toString());
        }

        /** The garbage collector starts after the CRDs: it would find later ones only after half a minute. */
        @Override
        public void crdsInstalled() throws IOException, InterruptedException {
            run("start", "--with-controllers", state.toString(), binaries.toString());
        }

        @Override
        public String kubeconfig() {
            try {
                return Files.readString(state.resolve("kubeconfig"));
            } catch (IOException e) {
                throw new IllegalStateException("The kubeconfig cannot be read.", e);
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            run("stop", state.toString());
        }

        private void run(String script, String... arguments) throws IOException, InterruptedException {
            List<String> command =
                    new java.util.ArrayList<>(List.of(scripts.resolve(script).toString()));
            command.addAll(List.of(arguments));
            Path log = state.resolve(script + ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " failed: " + Files.readString(log));
            }
        }
    }
}
