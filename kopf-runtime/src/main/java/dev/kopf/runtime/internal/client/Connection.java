package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster, and how: fabric8's {@code Config} for credentials, its HTTP client for our own requests, its full client when an
 * author asks for it. Safe for use by several threads.
 */
public final class Connection implements AutoCloseable {

    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    /** How the operator's own requests are told from those of handlers in the API server's audit log and metrics. */
    private static final String USER_AGENT = "kopf-java";

    private final Config config;
    private final HttpTransport transport;
    private @Nullable KubernetesClient client;

    private Connection(Config config) {
        this.config = config;
        // Retries are ours: they are counted, logged and owned by the state machines that ask.
        this.transport = HttpTransport.to(new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(0)
                .withUserAgent(USER_AGENT)
                .build());
    }

    /**
     * The cluster of a kubeconfig.
     *
     * @param kubeconfig the text of the kubeconfig
     * @throws IllegalArgumentException if it is none; the message speaks to the user
     */
    public static Connection of(String kubeconfig) {
        try {
            return new Connection(Config.fromKubeconfig(kubeconfig));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a kubeconfig: " + Answers.message(e), e);
        }
    }

    /**
     * The cluster that the environment names: {@code KUBECONFIG}, {@code ~/.kube/config}, or the service account of the pod.
     *
     * @throws IllegalArgumentException if there is none; the message speaks to the user
     */
    public static Connection fromEnvironment(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("KUBECONFIG", "");
        List<Path> files = named.isBlank()
                ? List.of(home.resolve(".kube").resolve("config"))
                : Arrays.stream(named.split(File.pathSeparator)).map(Path::of).toList();
        boolean inCluster = environment.containsKey("KUBERNETES_SERVICE_HOST") && Files.exists(SERVICE_ACCOUNT);
        if (files.stream().noneMatch(Files::isReadable)) {
            if (!named.isBlank()) {
                throw new IllegalArgumentException("KUBECONFIG names no file that can be read: " + named);
            }
            if (!inCluster) {
                throw new IllegalArgumentException("No cluster is configured: KUBECONFIG is not set, there is no "
                        + files.get(0) + ", and this is no pod with a service account.");
            }
        }
        try {
            return new Connection(Config.autoConfigure(null));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The kubeconfig " + (files.size() == 1 ? files.get(0) : named) + " cannot be used: "
                            + Answers.message(e),
                    e);
        }
    }

    /** The URL of the API server. */
    public String server() {
        return transport.server();
    }

    /** Our own way to the API server. */
    public Transport transport() {
        return transport;
    }

    /** fabric8's client, for authors; made when it is first asked for. */
    public synchronized KubernetesClient client() {
        if (client == null) {
            HttpClient.Factory factory = HttpClients.factory();
            client = new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(factory)
                    .withHttpClientBuilderConsumer(
                            builder -> SparingTokenRefresh.of(factory, config).in(builder))
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        transport.close();
    }
}
