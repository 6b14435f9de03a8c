package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.Certificates;
import dev.kopf.runtime.internal.Relay;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * While it cannot be known which namespaces come and go, all that are known are served; what happened meanwhile is made up for (W-42, R2).
 */
@Timeout(120)
final class NamespaceTroublesTest {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
        createNamespaces("one", "app-one", "app-gone");
        create("one", "a");
        create("app-one", "a");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private WidgetHandlers widgets() {
        return WidgetHandlers.on()
                .create(
                        "made",
                        (widget, ctx) -> calls.add(widget.getMetadata().getNamespace() + "/"
                                + widget.getMetadata().getName()));
    }

    /** Serves one namespace by its name, and others by a pattern. */
    private Operator started(Operator.Builder builder) {
        Operator operator = builder.namespaces(List.of("app-*", "one")).build();
        operator.start();
        awaitCalls("one/a", "app-one/a");
        cluster.await("ready", () -> operator.health().ready());
        return operator;
    }

    private void createNamespaces(String... names) {
        for (String name : names) {
            cluster.client
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
    }

    private void create(String namespace, String name) {
        cluster.client
                .resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion("example.org/v1")
                        .withKind("Widget")
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .addToAdditionalProperties("spec", Map.of("size", "1Gi"))
                        .build())
                .create();
    }

    private void awaitCalls(String... expected) {
        cluster.await(String.join(", ", expected), () -> calls.containsAll(List.of(expected)));
    }

    /** A namespace comes, and one goes, and there is something to be done in those that stay. */
    private void changeAll() {
        createNamespaces("app-new");
        create("app-new", "b");
        cluster.client.namespaces().withName("app-gone").delete();
        create("one", "b");
        create("app-one", "b");
    }

    private void awaitAll(Operator operator, CapturedLog log) {
        awaitCalls("one/b", "app-one/b", "app-new/b");
        cluster.await(
                "app-gone is forgotten",
                () -> log.messages(Level.INFO).contains("The namespace app-gone is gone, and served no longer."));
        cluster.await("ready", () -> operator.health().ready());
        assertThat(calls).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | The API server does not accept our credentials: fault on demand.",
                "403 | Not allowed to list namespaces in the whole cluster.",
            })
    void W42_R2_R17_those_that_are_known_are_served_though_the_operator_may_no_longer_ask_for_others(
            int status, String problem) throws Exception {
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator =
                        started(Operator.builder().handlers(widgets()).kubeconfig(cluster.server.kubeconfig()))) {
            cluster.server
                    .faults()
                    .failNext(
                            100_000,
                            status,
                            request -> request.resource().equals("namespaces")
                                    && request.userAgent().startsWith("kopf-java"));
            cluster.server.faults().dropWatches();
            cluster.await(
                    "trouble",
                    () -> operator.health().waiting().size() == 1
                            && operator.health().waiting().stream()
                                    .allMatch(one -> one.what().equals("namespaces.v1")
                                            && one.why().startsWith(problem)));
            changeAll();
            awaitCalls("one/b", "app-one/b");
            assertThat(calls).doesNotContain("app-new/b");
            assertThat(operator.health().waiting())
                    .singleElement()
                    .extracting(Health.Waiting::why)
                    .asString()
                    .contains(" Until then no namespace that comes is served, though it matches: 'app-*'; those that"
                            + " there were still are.")
                    .doesNotContain("NOTHING", "served are only");

            cluster.server.faults().clear();
            awaitAll(operator, log);
        }
    }

    @Test
    void W42_W5_a_watch_of_namespaces_that_dies_without_a_word_is_found_out() throws Exception {
        Settings impatient = Settings.defaults()
                .withTiming(new Settings.Timing(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(100)));
        Certificates authority = Certificates.authority("authority");
        Certificates own = authority.issue("operator");
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Relay relay = Relay.overTls(
                        cluster.server.url(), authority.issue("server").server(authority));
                Operator operator = started(Operator.builder()
                        .settings(impatient)
                        .handlers(
                                widgets(),
                                OperatorHandler.on()
                                        .login(
                                                "certificate",
                                                ctx -> Credentials.of(
                                                                relay.url().toString())
                                                        .withCertificateAuthority(authority.pem())
                                                        .withClientCertificate(own.pem(), own.keyPem()))))) {
            cluster.await("its watch is silent", () -> relay.silence("GET /api/v1/namespaces?watch=true") == 1);
            changeAll();
            awaitAll(operator, log);
            assertThat(log.messages(Level.WARN)).isEmpty();
        }
    }
}
