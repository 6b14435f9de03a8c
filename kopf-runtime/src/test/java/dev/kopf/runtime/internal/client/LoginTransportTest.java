package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.internal.CapturedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that come and go, on a real server and a clock that the test turns. */
@Timeout(60)
final class LoginTransportTest {

    private static final ApiRequest NAMESPACES = ApiRequest.get("/api/v1/namespaces");

    private final ApiServer server = ApiServer.start();
    private final FakeTimers timers = new FakeTimers();
    private final Source source = new Source();
    private final LoginTransport transport = new LoginTransport(source, timers, () -> 0.0);

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    /** Gives what the test says, when it says it. */
    private static final class Source implements CredentialSource {

        private final List<CompletableFuture<Answer>> asked = new ArrayList<>();
        private Function<Credentials, @Nullable String> objection = credentials -> null;
        private Supplier<String> failure = () -> "";

        @Override
        public synchronized CompletableFuture<Answer> ask(Function<Credentials, @Nullable String> newObjection) {
            objection = newObjection;
            asked.add(new CompletableFuture<>());
            return asked.get(asked.size() - 1);
        }

        synchronized int count() {
            return asked.size();
        }

        /** As handlers do: what there is an objection to is none. */
        void give(Credentials credentials) {
            String problem = objection.apply(credentials);
            Answer answer =
                    problem == null ? new Answer(credentials, "") : new Answer(null, "The handler: " + problem + ".");
            last().complete(answer);
        }

        void fail(String why) {
            last().complete(new Answer(null, why));
        }

        private synchronized CompletableFuture<Answer> last() {
            return asked.get(asked.size() - 1);
        }

        @Override
        public String failure() {
            return failure.get();
        }

        @Override
        public void end() {}
    }

    private Credentials token(String token) {
        return Credentials.of(server.url().toString()).withToken(token);
    }

    private static int status(CompletableFuture<ApiResponse> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS).status();
    }

    private static Throwable failure(CompletableFuture<ApiResponse> answer) throws Exception {
        try {
            throw new AssertionError("answered with " + answer.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Test
    void AU_5_requests_wait_for_credentials_and_go_on_with_them() throws Exception {
        server.faults().acceptOnly("good");
        CompletableFuture<ApiResponse> one = transport.send(NAMESPACES);
        CompletableFuture<ApiResponse> two = transport.send(NAMESPACES);
        assertThat(source.count()).isEqualTo(1);
        assertThat(one).isNotDone();
        source.give(token("good"));
        assertThat(status(one)).isEqualTo(200);
        assertThat(status(two)).isEqualTo(200);
        assertThat(server.faults().refusals()).isZero();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void P2_nothing_is_logged_of_credentials_while_requests_may_wait_for_them() {
        try (CapturedLog log = new CapturedLog("kopf.login")) {
            Set<String> held = log.monitorsHeldWhen("");
            CompletableFuture<ApiResponse> unused = transport.send(NAMESPACES);
            source.fail("The vault is sealed.");
            timers.advance(LoginWaiters.PATIENCE);
            source.give(token("good"));

            assertThat(log.messages())
                    .anyMatch(line -> line.contains("There are no credentials for the API server"))
                    .anyMatch(line -> line.contains("Logged in to the API server"));
            assertThat(held).isEmpty();
        }
    }

    @Test
    void a_request_that_finds_no_credentials_for_long_fails_and_says_why() throws Exception {
        CompletableFuture<ApiResponse> answer = transport.send(NAMESPACES);
        source.fail("The vault is sealed.");
        assertThat(transport.outage()).isNotNull();
        timers.advance(LoginWaiters.PATIENCE);
        assertThat(failure(answer)).hasMessage("There are no credentials for it: The vault is sealed.");
        assertThat(transport.outage().why()).isEqualTo("There are no credentials for it: The vault is sealed.");
    }

    @Test
    void P7_while_the_handlers_are_asked_again_and_again_it_is_told_what_they_say() throws Exception {
        CompletableFuture<ApiResponse> answer = transport.send(NAMESPACES);
        assertThat(transport.outage().why())
                .isEqualTo("There are no credentials for it: The login handlers have not given any yet.");
        source.failure = () -> "The vault is sealed.";
        assertThat(transport.outage().why()).isEqualTo("There are no credentials for it: The vault is sealed.");
        timers.advance(LoginWaiters.PATIENCE);
        assertThat(failure(answer)).hasMessage("There are no credentials for it: The vault is sealed.");
        source.give(token("good"));
        assertThat(transport.outage()).isNull();
    }

    @Test
    void P7_what_a_login_waits_for_is_told_before_anybody_asks_the_server_for_something() {
        CompletableFuture<@Nullable String> login = transport.logIn();
        source.failure = () -> "The vault is sealed.";
        assertThat(transport.outage().why()).isEqualTo("There are no credentials for it: The vault is sealed.");
        assertThat(transport.outage().since()).isEqualTo(timers.instant());
        source.give(token("good"));
        assertThat(transport.outage()).isNull();
        assertThat(login).isCompletedWithValue(null);
    }

    @Test
    void P2_what_handlers_say_is_waited_for_without_holding_up_requests() throws Exception {
        CompletableFuture<ApiResponse> answer = transport.send(NAMESPACES);
        source.failure = () -> {
            CompletableFuture.supplyAsync(transport::server)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join(); // as requests of others do
            return "The vault is sealed.";
        };
        assertThat(CompletableFuture.supplyAsync(transport::outage).get(30, TimeUnit.SECONDS))
                .isNotNull();
        source.give(token("good"));
        assertThat(status(answer)).isEqualTo(200);
    }

    @Test
    void AU_6_new_credentials_are_asked_for_before_the_old_ones_expire_and_used_from_then_on() throws Exception {
        server.faults().acceptOnly("first", "second");
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(token("first").withExpiry(timers.instant().plus(Duration.ofMinutes(100))));
        assertThat(status(first)).isEqualTo(200);
        timers.advance(Duration.ofMinutes(79));
        assertThat(source.count()).isEqualTo(1);
        timers.advance(Duration.ofMinutes(1));
        assertThat(source.count()).isEqualTo(2);

        assertThat(status(transport.send(NAMESPACES))).isEqualTo(200);
        assertThat(transport.outage()).isNull();
        source.give(token("second"));
        server.faults().acceptOnly("second");
        assertThat(status(transport.send(NAMESPACES))).isEqualTo(200);
        assertThat(server.faults().refusals()).isZero();
    }

    @Test
    void AU_6_where_no_new_ones_come_the_old_ones_are_used_until_they_expire_and_no_longer() throws Exception {
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(token("first").withExpiry(timers.instant().plus(Duration.ofSeconds(100))));
        assertThat(status(first)).isEqualTo(200);
        timers.advance(Duration.ofSeconds(80));
        source.fail("The vault is sealed.");
        assertThat(status(transport.send(NAMESPACES))).isEqualTo(200);
        server.forgetRequests();
        timers.advance(Duration.ofSeconds(20));
        CompletableFuture<ApiResponse> late = transport.send(NAMESPACES);
        assertThat(transport.outage().why())
                .isEqualTo("There are no credentials for it: Those that there were have expired.");
        assertThat(late).isNotDone();
        assertThat(server.requests()).isEmpty();
        source.give(token("second"));
        assertThat(status(late)).isEqualTo(200);
    }

    @Test
    void AU_5_credentials_that_were_refused_are_not_used_for_a_minute_though_a_handler_gives_them_again()
            throws Exception {
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(token("good"));
        assertThat(status(first)).isEqualTo(200);
        server.faults().acceptOnly("other");
        timers.advance(LoginTransport.STEADY);
        CompletableFuture<ApiResponse> refused = transport.send(NAMESPACES);
        assertThat(awaitRefusals(1)).isTrue();
        timers.advance(Duration.ZERO);
        assertThat(source.count()).isEqualTo(2);
        source.give(token("good").withExpiry(timers.instant().plus(Duration.ofHours(1))));
        assertThat(transport.outage().why())
                .isEqualTo(
                        "There are no credentials for it: The handler: the API server has refused its credentials less"
                                + " than 60 s ago.");
        assertThat(server.faults().refusals()).isEqualTo(1);
        timers.advance(LoginWaiters.PATIENCE);
        assertThat(failure(refused)).hasMessageStartingWith("There are no credentials for it: ");

        server.faults().acceptOnly("good");
        timers.advance(Refusals.TIME);
        CompletableFuture<ApiResponse> later = transport.send(NAMESPACES);
        source.give(token("good"));
        assertThat(status(later)).isEqualTo(200);
    }

    @Test
    void AU_5_a_server_that_refuses_whatever_it_is_given_is_asked_less_and_less() throws Exception {
        server.faults().acceptOnly();
        CompletableFuture<ApiResponse> answer = transport.send(NAMESPACES);
        for (int i = 1; i <= 6; i++) {
            assertThat(source.count()).isEqualTo(i);
            source.give(token("new-" + i));
            CompletableFuture<ApiResponse> request = answer;
            if (i % 2 == 0) {
                assertThat(failure(request))
                        .hasMessage("It refused the credentials of the login handlers: Unauthorized");
                answer = transport.send(NAMESPACES);
            } else {
                assertThat(awaitRefusals(i)).isTrue();
            }
            assertThat(server.faults().refusals()).isEqualTo(i);
            Duration pause = Duration.ofSeconds(1L << (i - 1));
            timers.advance(pause.minusMillis(1));
            assertThat(source.count()).isEqualTo(i);
            timers.advance(Duration.ofMillis(1));
            assertThat(awaitAsked(i + 1)).isTrue();
        }
    }

    @Test
    void AU_5_the_program_of_a_kubeconfig_is_asked_again_after_a_refusal(@TempDir Path folder) throws Exception {
        Path answer = folder.resolve("answer.json");
        Credentials credentials = Credentials.ofKubeconfig("""
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"}}]
                users:
                  - name: u
                    user:
                      exec:
                        apiVersion: client.authentication.k8s.io/v1
                        command: sh
                        args: [-c, "cat %s"]
                        interactiveMode: Never
                contexts: [{name: x, context: {cluster: c, user: u}}]
                current-context: x
                """.formatted(server.url(), answer));
        String said = "{\"apiVersion\": \"client.authentication.k8s.io/v1\", \"kind\": \"ExecCredential\","
                + " \"status\": {\"token\": \"%s\"}}";
        Files.writeString(answer, said.formatted("first"));
        server.faults().acceptOnly("first");
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(credentials);
        assertThat(status(first)).isEqualTo(200);

        Files.writeString(answer, said.formatted("second"));
        server.faults().acceptOnly("second");
        timers.advance(LoginTransport.STEADY);
        CompletableFuture<ApiResponse> later = transport.send(NAMESPACES);
        Awaitility.await().until(() -> {
            timers.advance(Duration.ZERO);
            return later.isDone() || source.count() == 2;
        });
        source.give(credentials); // nobody hears it where it was not asked for
        assertThat(status(later)).isEqualTo(200);
    }

    @Test
    void AU_6_credentials_that_are_over_as_the_clock_steps_forward_are_replaced_at_once() throws Exception {
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(token("first").withExpiry(timers.instant().plus(Duration.ofHours(1))));
        assertThat(status(first)).isEqualTo(200);

        timers.jump(Duration.ofHours(2));
        CompletableFuture<ApiResponse> later = transport.send(NAMESPACES);
        assertThat(source.count()).isEqualTo(2);
        source.give(token("second"));
        assertThat(status(later)).isEqualTo(200);
    }

    @Test
    void AU_6_pauses_are_short_again_after_a_login_that_was_good() throws Exception {
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(token("0").withExpiry(timers.instant().plus(Duration.ofMinutes(100))));
        assertThat(status(first)).isEqualTo(200);
        for (int i = 1; i <= 3; i++) {
            timers.advance(Duration.ofMinutes(80));
            assertThat(source.count()).isEqualTo(2 * i);
            source.fail("The vault is sealed.");
            timers.advance(Duration.ofSeconds(1));
            assertThat(source.count()).isEqualTo(2 * i + 1);
            source.give(token("" + i).withExpiry(timers.instant().plus(Duration.ofMinutes(100))));
        }
    }

    private boolean awaitRefusals(int count) {
        Awaitility.await().until(() -> server.faults().refusals() == count && transport.outage() != null);
        return true;
    }

    private boolean awaitAsked(int count) {
        Awaitility.await().until(() -> source.count() == count);
        return true;
    }

    @Test
    void credentials_for_another_server_open_other_connections_and_the_old_ones_end_later() throws Exception {
        CompletableFuture<ApiResponse> first = transport.send(NAMESPACES);
        source.give(token("good").withExpiry(timers.instant().plus(Duration.ofSeconds(100))));
        assertThat(status(first)).isEqualTo(200);
        try (ApiServer other = ApiServer.start()) {
            timers.advance(Duration.ofSeconds(80));
            source.give(Credentials.of(other.url().toString()));
            server.forgetRequests();
            assertThat(status(transport.send(NAMESPACES))).isEqualTo(200);
            assertThat(server.requests()).isEmpty();
            assertThat(other.requests()).hasSize(1);
            assertThat(transport.server()).isEqualTo(other.url().toString());
            assertThat(timers.waiting()).isEqualTo(1);
            timers.advance(LoginTransport.LINGER);
            assertThat(timers.waiting()).isZero();
        }
    }

    @Test
    void a_stream_opens_when_there_are_credentials_and_one_that_is_cancelled_before_just_ends() throws Exception {
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        CompletableFuture<Transport.End> ended = new CompletableFuture<>();
        Transport.Listener listener = new Transport.Listener() {
            @Override
            public void onOpen() {
                opened.complete(true);
            }

            @Override
            public void onLine(byte[] line) {}

            @Override
            public void onEnd(Transport.End end) {
                ended.complete(end);
            }
        };
        ApiRequest watch = ApiRequest.get("/api/v1/namespaces?watch=true");
        transport.stream(watch, listener).cancel();
        assertThat(ended.get()).isInstanceOf(Transport.End.Closed.class);
        assertThat(opened).isNotDone();
        Transport.Stream stream = transport.stream(watch, listener);
        source.give(token("good"));
        assertThat(opened.get()).isTrue();
        stream.cancel();
    }

    @Test
    void what_waits_when_the_operator_ends_is_told() throws Exception {
        CompletableFuture<ApiResponse> answer = transport.send(NAMESPACES);
        transport.close();
        assertThat(failure(answer)).hasMessage("The operator has ended.");
        assertThat(failure(transport.send(NAMESPACES))).hasMessage("The operator has ended.");
        assertThat(timers.waiting()).isZero();
    }
}
