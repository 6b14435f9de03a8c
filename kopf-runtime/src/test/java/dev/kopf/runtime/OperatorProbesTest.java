package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.Probes;
import dev.kopf.runtime.internal.execution.Services;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operator's health, for those who ask over HTTP (L-20…L-22, R2, P7). */
@Timeout(60)
final class OperatorProbesTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private WidgetCluster cluster;
    private int port;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private Operator operator(HandlerSource... handlers) {
        return Operator.builder()
                .handlers(handlers)
                .settings(Settings.defaults().withLiveness(URI.create("http://:" + port + "/alive")))
                .kubeconfig(cluster.server.kubeconfig())
                .build();
    }

    private static HandlerSource widgets() {
        return WidgetHandlers.on().create("made", (widget, ctx) -> null);
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        URI uri = URI.create("http://localhost:" + port + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void L_20_the_path_that_was_asked_for_and_the_usual_ones_answer_with_what_the_handlers_say() throws Exception {
        OperatorHandler own = new OperatorHandler() {
            @Override
            @HandlerConfig(id = "connections")
            public Object onProbe(ActivityContext ctx) {
                return Map.of("open", 3);
            }
        };
        try (Operator operator = operator(widgets(), own, OperatorHandler.on().probe("version", ctx -> "1.2"))) {
            operator.start();

            for (String path : new String[] {"/alive", "/livez", "/healthz"}) {
                HttpResponse<String> answer = ask("GET", path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
                assertThat(new ObjectMapper().readTree(answer.body()))
                        .isEqualTo(new ObjectMapper().readTree("{\"connections\":{\"open\":3},\"version\":\"1.2\"}"));
            }
            assertThat(ask("HEAD", "/alive").statusCode()).isEqualTo(200);
            assertThat(ask("GET", "/other").statusCode()).isEqualTo(404);
            assertThat(ask("POST", "/alive").statusCode()).isEqualTo(405);
        }
        assertThatThrownBy(() -> ask("GET", "/alive")).isInstanceOf(IOException.class);
    }

    @Test
    void L_20_without_handlers_of_probes_the_answer_is_empty() throws Exception {
        try (Operator operator = operator(widgets())) {
            operator.start();

            assertThat(ask("GET", "/alive").body()).isEqualTo("{}");
        }
    }

    @Test
    void L_21_a_handler_that_fails_makes_the_operator_unhealthy() throws Exception {
        try (Operator operator = operator(
                widgets(),
                OperatorHandler.on()
                        .probe("database", ctx -> {
                            throw new IllegalStateException("It is away.");
                        })
                        .probe("fine", ctx -> null))) {
            operator.start();

            HttpResponse<String> answer = ask("GET", "/alive");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(new ObjectMapper().readTree(answer.body()))
                    .isEqualTo(new ObjectMapper().readTree("{\"database\":{\"error\":\"It is away.\"},\"fine\":null}"));
        }
    }

    @Test
    void P7_an_operator_that_does_not_do_what_is_due_is_not_alive() throws Exception {
        AtomicReference<Duration> late = new AtomicReference<>(Duration.ofSeconds(59));
        Services services = new Services(
                new FakeTimers(),
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false,
                EventSink.NONE);
        Probes none = new Probes(List.of(), services, Runnable::run);
        Supplier<Health> unasked = () -> {
            throw new IllegalStateException("not asked for");
        };
        try (ProbeServer server =
                ProbeServer.start(new ProbeEndpoint("localhost", 0, "/alive"), none, unasked, late::get)) {
            port = server.port();
            assertThat(ask("GET", "/livez").statusCode()).isEqualTo(200);
            late.set(Duration.ofSeconds(61));

            HttpResponse<String> answer = ask("GET", "/livez");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(new ObjectMapper().readTree(answer.body()))
                    .isEqualTo(new ObjectMapper()
                            .readTree("{\"kopf-timers\":{\"error\":\"What is due has not been"
                                    + " done for 61 s, retries and all: the thread that does it does not go on.\"}}"));
        }
    }

    @Test
    void R2_readiness_names_what_is_not_watched_since_when_and_why_until_it_is() throws Exception {
        cluster.deleteCrd();
        Instant before = Instant.now();
        try (Operator operator = operator(widgets())) {
            assertThat(operator.health().ready()).isFalse();
            operator.start();

            HttpResponse<String> answer = ask("GET", "/readyz");
            while (!answer.body().contains("serve")) {
                answer = ask("GET", "/readyz"); // it asks the server first
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            JsonNode body = new ObjectMapper().readTree(answer.body());
            assertThat(body.path("ready").asBoolean(true)).isFalse();
            assertThat(body.path("waiting")).hasSize(1);
            assertThat(body.at("/waiting/0/what").asText()).contains("widgets");
            assertThat(Instant.parse(body.at("/waiting/0/since").asText())).isBetween(before, Instant.now());

            cluster.createCrd();
            assertThat(operator.awaitReady(Duration.ofSeconds(50))).isTrue();
            while (!operator.health().ready()) {
                Thread.onSpinWait(); // the watch is opened after the list
            }
            assertThat(ask("GET", "/readyz").statusCode()).isEqualTo(200);
            assertThat(ask("GET", "/readyz").body()).contains("\"ready\":true", "\"waiting\":[]");
        }
    }

    @Test
    void an_operator_whose_start_takes_its_time_is_alive_and_not_ready() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Operator operator = operator(widgets(), OperatorHandler.on().startup("slow", ctx -> {
            begun.countDown();
            go.await();
        }))) {
            CompletableFuture<Void> start = CompletableFuture.runAsync(operator::start);
            begun.await();

            assertThat(ask("GET", "/alive").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = ask("GET", "/readyz");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("Its start has not come to its end.");
            go.countDown();
            start.join();
        }
    }

    @Test
    void an_address_that_is_taken_fails_the_start_in_a_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
            Operator operator = operator(widgets());

            assertThatThrownBy(operator::start)
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContainingAll("port " + taken.getLocalPort(), "Choose another address.");
            operator.join();
        }
    }

    @Test
    void L_20_clients_that_do_not_finish_what_they_ask_hold_up_nobody() throws Exception {
        try (Operator operator = operator(widgets())) {
            operator.start();
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 20; i++) {
                    Socket socket = new Socket("localhost", port);
                    slow.add(socket);
                    socket.getOutputStream().write("GET /al".getBytes(StandardCharsets.US_ASCII));
                }
                assertThat(ask("GET", "/alive").statusCode()).isEqualTo(200);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void L_22_readiness_is_told_while_handlers_of_probes_hang() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        try (Operator operator = operator(widgets(), OperatorHandler.on().probe("hang", ctx -> {
            hanging.await();
            return null;
        }))) {
            operator.start();
            List<CompletableFuture<HttpResponse<String>>> alive = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                alive.add(client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/livez"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            }
            assertThat(ask("GET", "/readyz").statusCode()).isIn(200, 503);
            assertThat(alive).noneMatch(CompletableFuture::isDone);
            hanging.countDown();
            assertThat(alive.get(0).get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void L_20_garbage_is_refused_and_others_are_answered() throws Exception {
        try (Operator operator = operator(widgets())) {
            operator.start();
            for (String garbage : new String[] {
                "\0\1\2\r\n\r\n", "GET\r\n\r\n", "GET " + "x".repeat(100_000) + " HTTP/1.1\r\n\r\n", "\r\n\r\n\r\n"
            }) {
                try (Socket socket = new Socket("localhost", port)) {
                    socket.getOutputStream().write(garbage.getBytes(StandardCharsets.US_ASCII));
                    socket.shutdownOutput();
                }
            }
            assertThat(ask("GET", "/alive").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void R8_an_operator_that_is_closed_while_it_starts_answers_no_probes_afterwards() {
        Operator operator = operator(widgets());
        try (CapturedLog log = new CapturedLog("kopf.operator")) {
            log.when("Starting with", operator::close);
            operator.start();
        }

        assertThatThrownBy(() -> ask("GET", "/livez")).isInstanceOf(ConnectException.class);
    }

    @Test
    void R8_an_operator_ends_whole_though_there_is_no_memory_to_tell_of_what_fails_at_its_end() throws Exception {
        Operator operator = operator(widgets(), OperatorHandler.on().cleanup("fails", ctx -> {
            throw new PermanentException("It is away.");
        }));
        operator.start();
        assertThat(ask("GET", "/livez").statusCode()).isEqualTo(200);
        try (CapturedLog log = new CapturedLog("kopf.operator")) {
            log.when("", () -> {
                throw new OutOfMemoryError("no memory for words");
            });
            operator.close();
        }

        operator.join();
        assertThatThrownBy(() -> ask("GET", "/livez")).isInstanceOf(ConnectException.class);
    }
}
