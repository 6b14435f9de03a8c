package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster, and how: fabric8's {@code Config} for credentials, its HTTP client for our own requests, its full client when an
 * author asks for it. Safe for use by several threads.
 */
public final class Connection implements AutoCloseable {

    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    private final Transport transport;
    private final Supplier<KubernetesClient> client;
    private final Runnable closing;
    private final @Nullable LoginTransport login;

    private Connection(Config config) {
        Access access = Access.by(config);
        this.transport = access.transport();
        this.client = access::client;
        this.closing = access::close;
        this.login = null;
    }

    private Connection(LoginTransport login) {
        this.transport = login;
        this.client = login::client;
        this.closing = login::close;
        this.login = login;
    }

    /** The cluster that credentials name, which are asked for when they are needed. */
    public static Connection byLogin(CredentialSource source, Timers timers, DoubleSupplier chance) {
        return new Connection(new LoginTransport(source, timers, chance));
    }

    /**
     * The cluster of a kubeconfig.
     *
     * @param kubeconfig the text of the kubeconfig
     * @throws IllegalArgumentException if it is none; the message speaks to the user
     */
    public static Connection of(String kubeconfig) {
        try {
            return new Connection(withContext(Config.fromKubeconfig(kubeconfig)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a kubeconfig: " + problem(e)); // the cause shows lines of it
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
            Config config = Config.autoConfigure(null);
            return new Connection(inCluster ? config : withContext(config));
        } catch (RuntimeException e) { // the cause shows lines of it
            throw new IllegalArgumentException(
                    "The kubeconfig " + (files.size() == 1 ? files.get(0) : named) + " cannot be used: " + problem(e));
        }
    }

    /** Without one, fabric8 takes the address that API servers have inside of clusters, whichever that is here. */
    static Config withContext(Config config) {
        String server = config.getMasterUrl();
        if (config.getCurrentContext() == null && server.startsWith("https://kubernetes.default.svc")) {
            throw new IllegalArgumentException(
                    "it has no current context, or one that is not in it. 'kubectl config use-context NAME' sets it");
        }
        return config;
    }

    /** What is wrong with a kubeconfig, and where, without the line itself: there may be a secret in it. */
    private static String problem(RuntimeException failure) {
        return Answers.message(failure).replaceAll("(?s)(line \\d+, column \\d+):.*", "$1");
    }

    /** The URL of the API server. */
    public String server() {
        return transport.server();
    }

    /** Our own way to the API server. */
    public Transport transport() {
        return transport;
    }

    /** fabric8's client, for authors; made when it is first asked for. Waits for credentials, where there are none. */
    public KubernetesClient client() {
        return client.get();
    }

    /** Asks for credentials, where they come from elsewhere; completes with why there are none, or with null. */
    public CompletableFuture<@Nullable String> logIn() {
        return login == null ? CompletableFuture.completedFuture(null) : login.logIn();
    }

    /** That there are no credentials, which all else waits for; null where it is not so. */
    public @Nullable Outage outage() {
        return login == null ? null : login.outage();
    }

    @Override
    public void close() {
        closing.run();
    }
}
