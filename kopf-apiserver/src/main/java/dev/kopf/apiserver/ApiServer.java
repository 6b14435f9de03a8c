package dev.kopf.apiserver;

import dev.kopf.apiserver.http.HttpApi;
import dev.kopf.apiserver.http.HttpSettings;
import dev.kopf.apiserver.http.OpenWatches;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.registry.Registry;
import dev.kopf.apiserver.storage.VersionedStore;
import dev.kopf.apiserver.traffic.FaultInjection;
import dev.kopf.apiserver.traffic.Request;
import dev.kopf.apiserver.traffic.RequestLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A Kubernetes API server in this process, on a port of the loopback interface, for kubectl and any other client.
 *
 * <p><b>Guarantees.</b> It serves when {@link #start()} returns. It starts empty but for the namespaces that every cluster has, keeps
 * everything in memory, and is gone after {@link #close()}. What a cluster's garbage collector and namespace controller do later is
 * done here before a request is answered.
 *
 * <p><b>Caveats.</b> No authentication, no server-side apply, no CEL rules, no conversion webhooks, and no controllers that would run
 * pods or bind claims.
 *
 * <p>Thread-safe.
 */
public final class ApiServer implements AutoCloseable {

    static {
        // From JDK 24 on the JVM warns of what Netty does without being asked not to; it works as well without.
        if (Runtime.version().feature() >= 24 && System.getProperty("io.netty.noUnsafe") == null) {
            System.setProperty("io.netty.noUnsafe", "true");
        }
    }

    private final RequestLog log = new RequestLog();
    private final FaultInjection faults;
    private final Crds crds;
    private final HttpApi http;

    private ApiServer(Builder builder) {
        var kinds = new Kinds();
        var store = new VersionedStore(builder.historyLimit);
        var registry = new Registry(kinds, store, builder.clock, builder.uids);
        var watches = new OpenWatches();
        faults = new FaultInjection(watches::drop, registry::compact);
        crds = new Crds(registry, kinds);
        http = new HttpApi(
                registry,
                kinds,
                new HttpApi.Traffic(log, faults, watches),
                new HttpSettings(builder.port, builder.bookmarkInterval, builder.clock));
    }

    /** Starts a server on a free port. */
    public static ApiServer start() {
        return builder().start();
    }

    /** A server that is to differ from the usual one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it serves: {@code http://127.0.0.1:PORT}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    /** The text of a kubeconfig for it, with the namespace {@code default}. */
    public String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: kopf
                  cluster:
                    server: %s
                contexts:
                - name: kopf
                  context:
                    cluster: kopf
                    user: kopf
                    namespace: default
                current-context: kopf
                users:
                - name: kopf
                  user: {}
                """.formatted(url());
    }

    /**
     * Creates all CRDs of a YAML file, or of those below a directory; CRDs that are there get the new spec. Other documents are left out.
     *
     * @throws IllegalArgumentException that names the file, where one cannot be read or is refused, or where there is no CRD at all
     */
    public void createCrds(Path fileOrDirectory) {
        crds.create(fileOrDirectory);
    }

    /** What clients asked so far for objects, in the order of the answers; a watch counts when it starts. */
    public List<Request> requests() {
        return log.all();
    }

    /** Forgets what clients asked so far. */
    public void forgetRequests() {
        log.clear();
    }

    /** Faults on demand. */
    public FaultInjection faults() {
        return faults;
    }

    /** Ends all connections and frees the port. */
    @Override
    public void close() {
        http.close();
    }

    /** What a server can be told before it starts. Not thread-safe. */
    public static final class Builder {

        private int port;
        private int historyLimit = 10_000;
        private Duration bookmarkInterval = Duration.ofSeconds(30);
        private InstantSource clock = InstantSource.system();
        private Supplier<String> uids = () -> UUID.randomUUID().toString();

        private Builder() {}

        /** The port; a free one if not said. */
        public Builder port(int newPort) {
            port = newPort;
            return this;
        }

        /** How many changes are remembered for watches; 10,000 if not said. */
        public Builder historyLimit(int changes) {
            historyLimit = changes;
            return this;
        }

        /** How often a watch that wants bookmarks gets one; every 30 seconds if not said. */
        public Builder bookmarkInterval(Duration interval) {
            bookmarkInterval = interval;
            return this;
        }

        /** The clock of timestamps and ages; the system's if not said. */
        public Builder clock(InstantSource newClock) {
            clock = newClock;
            return this;
        }

        /** Where uids come from; random ones if not said. */
        public Builder uids(Supplier<String> newUids) {
            uids = newUids;
            return this;
        }

        /** Starts the server; fails with {@link IllegalStateException} where the port is taken. */
        public ApiServer start() {
            return new ApiServer(this);
        }
    }
}
