package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operators whose handlers give the credentials, on a server that refuses tokens. */
@Timeout(60)
final class OperatorLoginTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OF_TEST = "token-of-the-test";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> token = new AtomicReference<>("first-secret");
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
        cluster.client.getConfiguration().setOauthToken(OF_TEST);
        cluster.server.faults().acceptOnly(OF_TEST, "first-secret");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private Credentials credentials(String secret) {
        return Credentials.of(cluster.server.url().toString()).withToken(secret);
    }

    private WidgetHandlers widgets() {
        return WidgetHandlers.on()
                .create(
                        "made",
                        (widget, ctx) ->
                                calls.add("create " + widget.getMetadata().getName()))
                .size("sized", (widget, size, ctx) -> calls.add("size " + size.newValue()));
    }

    private static Operator operator(HandlerSource... handlers) {
        return Operator.builder().handlers(handlers).build();
    }

    private OperatorHandler login() {
        return new OperatorHandler() {
            @Override
            public void onStartup(ActivityContext ctx) {
                calls.add("startup");
            }

            @Override
            public Credentials onLogin(ActivityContext ctx) {
                calls.add("login " + ctx.handlerId());
                return credentials(token.get());
            }
        };
    }

    @Test
    void AU_1_a_handler_gives_the_credentials_after_the_handlers_of_the_start_and_nothing_else_is_looked_for()
            throws Exception {
        try (Operator operator = operator(widgets(), login())) {
            operator.start();
            assertThat(operator.awaitReady(PATIENCE)).isTrue();
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            assertThat(operator.health().ready()).isTrue();
        }

        assertThat(calls).containsExactly("startup", "login onLogin", "create one");
        assertThat(cluster.server.faults().refusals()).isZero();
    }

    /** All is listed before it is watched, and what is not watched yet cannot be dropped. */
    private void awaitWatching() {
        cluster.create("seen", Map.of("size", "1Gi"));
        cluster.awaitHandled("seen", "{\"spec\":{\"size\":\"1Gi\"}}");
    }

    @Test
    void AU_5_after_a_refusal_the_handler_is_asked_again_and_no_change_is_lost_meanwhile() throws Exception {
        try (CapturedLog log = new CapturedLog("kopf");
                Operator operator = operator(widgets(), login())) {
            operator.start();
            assertThat(operator.awaitReady(PATIENCE)).isTrue();
            cluster.server.faults().acceptOnly(OF_TEST, "second-secret");
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.server.faults().dropWatches();
            cluster.await("unready", () -> !operator.health().ready());
            cluster.await(
                    "told", () -> operator.health().waiting().get(0).what().equals("the API server"));
            assertThat(operator.health().waiting().get(0).why()).startsWith("There are no credentials for it: ");

            token.set("second-secret");

            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            cluster.await("ready", () -> operator.health().ready());
            assertThat(log.messages())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("The API server has refused the credentials of the login handlers."))
                    .noneSatisfy(line -> assertThat(line).contains("secret"));
        }
        assertThat(calls).contains("create one");
    }

    @Test
    void AU_5_credentials_that_were_refused_are_not_used_again_so_the_server_is_left_in_peace() throws Exception {
        CountDownLatch again = new CountDownLatch(2);
        CountDownLatch asked = new CountDownLatch(4);
        HandlerSource same = OperatorHandler.on()
                .login(HandlerOptions.of("same").withBackoff(Duration.ofMillis(1)), ctx -> {
                    again.countDown();
                    asked.countDown();
                    return credentials("first-secret");
                });
        try (Operator operator = operator(widgets(), same)) {
            operator.start();
            awaitWatching();
            cluster.server.faults().acceptOnly(OF_TEST);
            cluster.server.faults().dropWatches();
            again.await(); // some time after what was under way at the first refusal was refused as well
            int refusals = cluster.server.faults().refusals();
            asked.await();
            assertThat(refusals).isPositive();
            assertThat(cluster.server.faults().refusals()).isEqualTo(refusals);
        }
    }

    @Test
    void AU_5_the_client_of_a_handler_goes_on_with_the_new_credentials() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WidgetHandlers handlers = WidgetHandlers.on().create("made", (widget, ctx) -> {
            calls.add("create");
            KubernetesClient client = ctx.client();
            cluster.server.faults().acceptOnly(OF_TEST, "second-secret");
            token.set("second-secret");
            answer.complete(
                    client.namespaces().withName("default").get().getMetadata().getName());
            return null;
        });
        try (Operator operator = operator(handlers, login())) {
            operator.start();
            cluster.create("one", Map.of("size", "1Gi"));

            assertThat(answer.get()).isEqualTo("default");
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
        assertThat(calls).containsOnlyOnce("create");
    }

    @Test
    void AU_1_a_handler_of_the_start_that_asks_for_the_client_has_the_handlers_for_login_asked_before()
            throws Exception {
        HandlerSource own = OperatorHandler.on()
                .startup("look", ctx -> calls.add(ctx.client().getMasterUrl().toString()))
                .login("give", ctx -> credentials("first-secret"));
        try (Operator operator = operator(widgets(), own)) {
            operator.start();
        }
        assertThat(calls).containsExactly(cluster.server.url() + "/");
    }

    @Test
    void L_30_without_any_credentials_the_start_fails_and_says_what_each_handler_said() {
        HandlerSource own = OperatorHandler.on()
                .login("vault", ctx -> {
                    throw new PermanentException("No such role.");
                })
                .login("none", ctx -> null)
                .cleanup("free", ctx -> calls.add("cleanup"));
        Operator operator = operator(widgets(), own);

        assertThatThrownBy(operator::start)
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "There are no credentials for the API server. The login handler 'vault' failed: No such role."
                                + " The login handler 'none' gave no credentials.");
        assertThat(calls).containsExactly("cleanup");
        assertThat(cluster.ofOperators()).isEmpty();
    }

    @Test
    void L_30_a_login_that_takes_too_long_fails_the_start() {
        HandlerSource hanging = OperatorHandler.on().login("hang", ctx -> {
            new CountDownLatch(1).await();
            return null;
        });
        Operator operator = Operator.builder()
                .handlers(widgets(), hanging)
                .settings(Settings.defaults()
                        .withActivityLimits(new Settings.ActivityLimits(Duration.ofMillis(50), Duration.ofSeconds(10))))
                .build();

        assertThatThrownBy(operator::start)
                .hasMessage("There are no credentials for the API server: the login handlers have not given any within"
                        + " 0.05 s.");
    }

    @Test
    void an_operator_that_is_closed_while_it_logs_in_returns_from_its_start() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Operator operator = operator(widgets(), OperatorHandler.on().login("hang", ctx -> {
            hanging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        }));
        CompletableFuture<Void> start = CompletableFuture.runAsync(operator::start, task -> new Thread(task).start());
        hanging.await();

        operator.close();

        start.join();
        interrupted.await();
    }

    @Test
    void P7_R12_health_says_what_a_handler_throws_while_it_is_tried_again_as_the_log_does() throws Exception {
        HandlerSource own = OperatorHandler.on().login("vault", ctx -> {
            if (token.get().equals("sealed")) {
                throw new TemporaryException("The vault is sealed.", Duration.ofHours(1));
            }
            return credentials(token.get());
        });
        try (Operator operator = operator(widgets(), own)) {
            operator.start();
            awaitWatching();
            token.set("sealed");
            cluster.server.faults().acceptOnly(OF_TEST);
            cluster.server.faults().dropWatches();
            String said = "There are no credentials for it: The login handler 'vault' failed: The vault is sealed.";
            cluster.await("what it throws", () -> waits(operator, "the API server", said));
        }
    }

    @Test
    void P7_health_says_what_a_handler_throws_while_the_operator_starts_though_another_hangs() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        HandlerSource own = OperatorHandler.on()
                .login("vault", ctx -> {
                    throw new TemporaryException("The vault is sealed.", Duration.ofHours(1));
                })
                .login("hang", ctx -> {
                    hanging.countDown();
                    new CountDownLatch(1).await();
                    return null;
                });
        Operator operator = operator(widgets(), own);
        CompletableFuture<Void> start = CompletableFuture.runAsync(operator::start, task -> new Thread(task).start());
        hanging.await();
        assertThat(waits(
                        operator,
                        "the API server",
                        "There are no credentials for it: The login handler 'vault' failed: The vault is sealed."))
                .isTrue();
        operator.close();
        start.join();
    }

    private static boolean waits(Operator operator, String what, String why) {
        return operator.health().waiting().stream()
                .anyMatch(one -> one.what().equals(what) && one.why().equals(why));
    }

    @Test
    void a_kubeconfig_that_is_given_goes_before_the_handlers_for_login() throws Exception {
        cluster.server.faults().clear();
        try (Operator operator = cluster.operator(widgets(), login())) {
            assertThat(operator.health().ready()).isTrue();
        }
        assertThat(calls).containsExactly("startup");
    }

    @Test
    void AU_3_while_the_first_handler_fails_the_second_one_is_asked() throws Exception {
        HandlerSource own = OperatorHandler.on()
                .login("first", ctx -> {
                    throw new TemporaryException("Not yet.", Duration.ofHours(1));
                })
                .login("second", ctx -> credentials("first-secret"));
        try (Operator operator = operator(widgets(), own)) {
            operator.start();
            assertThat(operator.awaitReady(PATIENCE)).isTrue();
        }
    }
}
