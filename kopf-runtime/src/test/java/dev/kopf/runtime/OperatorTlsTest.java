package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Login;
import dev.kopf.runtime.handler.LoginFunction;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.Certificates;
import dev.kopf.runtime.internal.Relay;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.LoginHandlers;
import dev.kopf.runtime.internal.execution.Shared;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An API server behind TLS that lets in who shows a certificate, which a handler for login gives (AU-2). */
@Timeout(60)
final class OperatorTlsTest {

    private static final ApiRequest NAMESPACES = ApiRequest.get("/api/v1/namespaces");

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private WidgetCluster cluster;
    private Certificates authority;
    private Relay relay;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
        authority = Certificates.authority("authority");
        relay = Relay.overTls(cluster.server.url(), authority.issue("server").server(authority));
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
        cluster.close();
    }

    /** What the server's users are given: its address, whose certificates to trust, and a certificate. */
    private Credentials credentials(Certificates trusted, Certificates own) throws Exception {
        return Credentials.of(relay.url().toString())
                .withCertificateAuthority(trusted.pem())
                .withClientCertificate(own.pem(), own.keyPem());
    }

    private Operator operator(LoginFunction login) {
        return Operator.builder()
                .handlers(
                        WidgetHandlers.on()
                                .create(
                                        "made",
                                        (widget, ctx) -> calls.add("made "
                                                + ctx.client()
                                                        .namespaces()
                                                        .withName("default")
                                                        .get()
                                                        .getMetadata()
                                                        .getName())),
                        OperatorHandler.on().login("certificate", login))
                .build();
    }

    @Test
    void AU_2_the_certificate_of_a_handler_opens_the_connections_of_the_operator_and_of_its_handlers()
            throws Exception {
        Certificates own = authority.issue("operator");
        try (Operator operator = operator(ctx -> credentials(authority, own))) {
            operator.start();
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            cluster.await("ready", () -> operator.health().ready());
        }
        assertThat(calls).containsExactly("made default");
        assertThat(relay.peers()).isNotEmpty().containsOnly("CN=operator");
    }

    @Test
    void AU_6_what_is_asked_after_the_certificate_was_renewed_goes_over_connections_with_the_new_one()
            throws Exception {
        FakeTimers timers = new FakeTimers();
        AtomicReference<Credentials> given = new AtomicReference<>(credentials(authority, authority.issue("first"))
                .withExpiry(timers.instant().plus(Duration.ofMinutes(100))));
        LoginHandlers handlers = new LoginHandlers(
                List.of(new Login(HandlerOptions.of("certificate"), ctx -> given.get())),
                new LoginHandlers.Around(timers, () -> 0.0, new BodyMapper(), new Shared()),
                Runnable::run);
        try (Connection connection = Connection.byLogin(handlers, timers, () -> 0.0)) {
            assertThat(connection.transport().send(NAMESPACES).join().status()).isEqualTo(200);
            given.set(credentials(authority, authority.issue("second")));
            timers.advance(Duration.ofMinutes(80));

            assertThat(connection.transport().send(NAMESPACES).join().status()).isEqualTo(200);
            assertThat(connection.client().namespaces().withName("default").get())
                    .isNotNull();
            assertThat(relay.peers()).startsWith("CN=first", "CN=second");
            assertThat(relay.peers().stream().filter("CN=first"::equals)).hasSize(1);
            timers.advance(Duration.ofMinutes(1));
            cluster.await("the old ones end", () -> !relay.open().contains("CN=first"));
            assertThat(connection.transport().send(NAMESPACES).join().status()).isEqualTo(200);
        }
    }

    @Test
    void P7_a_server_whose_certificate_is_not_trusted_is_named_and_nothing_is_sent_to_it() throws Exception {
        Certificates other = Certificates.authority("other");
        Certificates own = authority.issue("operator");
        assertThat(problem(ctx -> credentials(other, own)))
                .isEqualTo("Cannot reach the API server at " + relay.url()
                        + ": its certificate is not trusted, as no certificate authority that is known here has signed"
                        + " it; the cluster's own is to be given.");
        assertThat(cluster.ofOperators()).isEmpty();
    }

    @Test
    void P7_a_server_whose_certificate_is_for_another_address_or_has_expired_is_named() throws Exception {
        Certificates own = authority.issue("operator");
        serveWith(authority.issueFor("127.0.0.2"));
        assertThat(problem(ctx -> credentials(authority, own)))
                .startsWith("Cannot reach the API server at " + relay.url() + ": its certificate is not trusted: ")
                .contains("127.0.0.1");
        serveWith(authority.issueExpired("server"));
        assertThat(problem(ctx -> credentials(authority, own)))
                .startsWith("Cannot reach the API server at " + relay.url() + ": its certificate has expired: ");
    }

    private void serveWith(Certificates certificate) throws Exception {
        relay.close();
        relay = Relay.overTls(cluster.server.url(), certificate.server(authority));
    }

    @Test
    void P7_a_server_that_does_not_take_the_certificate_or_that_wants_one_is_named() throws Exception {
        Certificates own = Certificates.authority("other").issue("operator");
        assertThat(problem(ctx -> credentials(authority, own)))
                .startsWith("Cannot reach the API server at " + relay.url()
                        + ": it does not accept our certificate, or wants one: ");
        assertThat(problem(ctx -> Credentials.of(relay.url().toString()).withCertificateAuthority(authority.pem())))
                .startsWith("Cannot reach the API server at " + relay.url()
                        + ": it does not accept our certificate, or wants one: ");
    }

    /** What people are told, in the log and by those who ask for health. */
    private String problem(LoginFunction login) {
        try (CapturedLog log = new CapturedLog("kopf.watching");
                Operator operator = operator(login)) {
            operator.start();
            AtomicReference<String> why = new AtomicReference<>("");
            cluster.await("a problem", () -> {
                why.set(operator.health().waiting().get(0).why());
                return why.get().startsWith("Cannot reach");
            });
            assertThat(log.messages()).anySatisfy(line -> assertThat(line).startsWith(why.get()));
            return why.get();
        }
    }
}
