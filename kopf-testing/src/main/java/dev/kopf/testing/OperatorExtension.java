package dev.kopf.testing;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.Operator;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.HandlerSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JUnit 5 extension that gives each test an API server in the process, a client for it, and the running operator:
 *
 * <pre>{@code
 * @RegisterExtension
 * final OperatorExtension operator = OperatorExtension.of(new EvcOperator()).crds(Path.of("src/main/crds"));
 *
 * @Test
 * void a_claim_gets_its_volume() {
 *     operator.client().resource(claim).create();
 *     operator.await("the volume", () -> operator.client().persistentVolumeClaims().withName("my-claim").get() != null);
 * }
 * }</pre>
 *
 * <p>Server, client and operator are new for each test and closed after it. To be used from the test's own thread.
 *
 * <p>The same tests run on any other cluster where the system property {@value #KUBECONFIG} names a kubeconfig: each in a namespace of its
 * own, which is deleted after it. CRDs are installed, or updated, and stay.
 */
public final class OperatorExtension implements BeforeEachCallback, AfterEachCallback {

    /** The system property with the path of a kubeconfig: the cluster to test on, instead of a server in the process. */
    public static final String KUBECONFIG = "kopf.testing.kubeconfig";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final List<HandlerSource> handlers;
    private final List<Path> crds = new ArrayList<>();
    private Settings settings = Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withStandalone(true));
    private boolean startsOperator = true;

    private @Nullable TestCluster cluster;
    private @Nullable KubernetesClient client;
    private @Nullable Operator operator;

    private OperatorExtension(List<HandlerSource> handlers) {
        this.handlers = handlers;
    }

    /** An operator with these handlers, in this order. */
    public static OperatorExtension of(HandlerSource... handlers) {
        return new OperatorExtension(List.of(handlers));
    }

    /** Installs the CRDs of a YAML file, or of all such files of a folder, before the operator starts. */
    public OperatorExtension crds(Path fileOrFolder) {
        crds.add(fileOrFolder);
        return this;
    }

    /** How the operator works, beside its handlers; if not said, as usual, but without peers, which could have it pause. */
    public OperatorExtension settings(Settings values) {
        settings = values;
        return this;
    }

    /** Does not start the operator before the test: the test calls {@link #startOperator()} when it is ready for it. */
    public OperatorExtension notStarted() {
        startsOperator = false;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        cluster = newCluster();
        client = cluster.client();
        crds.forEach(cluster::installCrds);
        if (startsOperator) {
            startOperator();
        }
    }

    private TestCluster newCluster() {
        String kubeconfig = System.getProperty(KUBECONFIG, "");
        if (kubeconfig.isEmpty()) {
            return TestCluster.inProcess();
        }
        try {
            return new ForeignCluster(Files.readString(Path.of(kubeconfig)), settings.finalizer(), handlers);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The kubeconfig that -D" + KUBECONFIG + " names cannot be read: " + kubeconfig, e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            stopOperator();
        } finally {
            if (client != null) {
                client.close();
                client = null;
            }
            if (cluster != null) {
                cluster.close();
                cluster = null;
            }
        }
    }

    /**
     * The API server of the test, with its faults and what it was asked.
     *
     * @throws IllegalStateException if the test runs on another cluster
     */
    public ApiServer server() {
        return there(
                cluster().server(),
                "There is no server in the process: the test runs on that of -D" + KUBECONFIG + ".");
    }

    private TestCluster cluster() {
        return there(cluster, "There is a server during a test only.");
    }

    private static <T> T there(@Nullable T value, String otherwise) {
        if (value == null) {
            throw new IllegalStateException(otherwise);
        }
        return value;
    }

    /** The text of a kubeconfig for the API server of the test. */
    public String kubeconfig() {
        return cluster().kubeconfig();
    }

    /** The namespace of the test, which is also that of its {@linkplain #client() client}; {@code default} in the process. */
    public String namespace() {
        return cluster().namespace();
    }

    /** A client for the API server of the test; it may do everything. */
    public KubernetesClient client() {
        return there(client, "There is a client during a test only.");
    }

    /**
     * The operator as it runs now, with its indexes, memos and health.
     *
     * @throws IllegalStateException if it does not run
     */
    public Operator operator() {
        return there(operator, "The operator does not run.");
    }

    /** Starts an operator, and returns when it has seen all that there is. */
    public void startOperator() {
        if (operator != null) {
            throw new IllegalStateException("The operator runs already.");
        }
        Operator started = Operator.builder()
                .handlers(handlers)
                .settings(settings)
                .namespaces(cluster().servedNamespaces())
                .kubeconfig(kubeconfig())
                .build();
        operator = started;
        started.start();
        try {
            if (!started.awaitReady(PATIENCE)) {
                throw new IllegalStateException("The operator has not listed its objects within " + PATIENCE.toSeconds()
                        + " s; its log says why. Are all CRDs installed?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the operator started.", e);
        }
    }

    /** Stops the operator, as SIGTERM does; the server goes on. */
    public void stopOperator() {
        if (operator != null) {
            operator.close();
            operator = null;
        }
    }

    /**
     * Waits until the operator is done with an object as it is then: nothing that counts has changed since, and no retry is owed.
     *
     * @param object whose kind, namespace and name count
     * @return the object as it is then
     */
    public <T extends HasMetadata> T awaitHandled(T object) {
        Operator running = operator();
        Resource<T> resource = client().resource(object);
        AtomicReference<@Nullable T> handled = new AtomicReference<>();
        await("the handling of " + object.getKind() + " " + object.getMetadata().getName(), () -> {
            T now = resource.get();
            handled.set(now);
            return now != null && running.hasHandled(now);
        });
        return Objects.requireNonNull(handled.get());
    }

    /**
     * Waits until a condition is true.
     *
     * @param what what is waited for, for the message when it does not come
     * @param condition asked again and again; what it throws is thrown on when the time is over
     */
    public void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(condition);
    }
}
