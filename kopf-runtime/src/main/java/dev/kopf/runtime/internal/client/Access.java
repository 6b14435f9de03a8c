package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * The ways to an API server that one {@code Config} gives: our own, and fabric8's client when an author asks for it. Safe for use by several
 * threads.
 */
final class Access implements AutoCloseable {

    /** How the operator's own requests are told from those of handlers in the API server's audit log and metrics. */
    private static final String USER_AGENT = "kopf-java";

    private final Config config;
    private final Authorization clients;
    private final Transport transport;
    private @Nullable KubernetesClient client;

    private Access(Config config, Authorization own, Authorization clients) {
        this.config = config;
        this.clients = clients;
        // Retries are ours: they are counted, logged and owned by the state machines that ask.
        this.transport = HttpTransport.to(
                new ConfigBuilder(config)
                        .withRequestRetryBackoffLimit(0)
                        .withUserAgent(USER_AGENT)
                        .build(),
                own);
    }

    /** With what the configuration knows, renewed as it says. */
    static Access by(Config config) {
        return by(config, SparingTokenRefresh::of, SparingTokenRefresh::of);
    }

    /**
     * With credentials from elsewhere.
     *
     * @param own sends them with our own requests
     * @param clients sends them with those of the author's client
     */
    static Access by(Config config, Authorization own, Authorization clients) {
        return new Access(config, own, clients);
    }

    Transport transport() {
        return transport;
    }

    synchronized KubernetesClient client() {
        if (client == null) {
            HttpClient.Factory factory = HttpClients.factory();
            Interceptor sender = clients.of(factory, config);
            client = new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(factory)
                    .withHttpClientBuilderConsumer(builder -> Authorization.with(sender, builder))
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
