package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that takes a bounded number of streams and requests at once over one HTTP/2 connection, as Kubernetes does. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // else what is tested for waits for ever
final class CrowdedConnectionsTest {

    /** As many as kube-apiserver grants. */
    private static final int GRANTED = 100;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<HttpServerResponse> held = new LinkedBlockingQueue<>();
    private final List<Transport> transports = new ArrayList<>();

    @AfterEach
    void close() {
        transports.forEach(Transport::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Transport transport(int granted) {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(granted)))
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(closed -> connections.decrementAndGet());
                })
                .requestHandler(this::answer)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.actualPort())
                .withRequestRetryBackoffLimit(0)
                .build();
        Transport transport =
                HttpTransport.to(config, new HttpTransport.TimeLimits(Duration.ofHours(1), Duration.ofMinutes(1)));
        transports.add(transport);
        assertThat(transport.send(ApiRequest.get("/first")).join().status()).isEqualTo(200);
        return transport;
    }

    /** Begins an answer, which is ended when the path does not ask for it to be held. */
    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        response.write("{}\n");
        if (request.path().equals("/held")) {
            held.add(response);
        } else {
            response.end();
        }
    }

    private static List<Watch> watch(Transport transport, int count) {
        List<Watch> watches = Stream.generate(Watch::new).limit(count).toList();
        watches.forEach(watch -> watch.stream.complete(transport.stream(ApiRequest.get("/held"), watch)));
        watches.forEach(watch -> assertThat(watch.opened).succeedsWithin(Duration.ofMinutes(1)));
        return watches;
    }

    private static List<CompletableFuture<ApiResponse>> ask(Transport transport, String path, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> transport.send(ApiRequest.get(path)))
                .toList();
    }

    private static void assertAnswered(List<CompletableFuture<ApiResponse>> answers) {
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .succeedsWithin(Duration.ofMinutes(1))
                        .extracting(ApiResponse::status)
                        .isEqualTo(200));
    }

    @Test
    void R2_requests_are_answered_however_many_streams_are_open() {
        Transport transport = transport(GRANTED);
        List<Watch> watches = watch(transport, 2 * GRANTED + 10);
        assertAnswered(ask(transport, "/", 40));

        assertThat(watches).noneMatch(watch -> watch.ended.isDone());
    }

    @Test
    void R2_streams_are_opened_however_many_requests_hang() throws InterruptedException {
        Transport transport = transport(GRANTED);
        List<CompletableFuture<ApiResponse>> hanging = ask(transport, "/held", GRANTED + 10);
        watch(transport, 10);
        assertAnswered(ask(transport, "/", 10));

        for (int i = 0; i < GRANTED + 20; i++) {
            held.take().end();
        }
        assertAnswered(hanging);
    }

    @Test
    void R2_a_server_that_grants_few_streams_is_asked_over_more_connections() {
        Transport transport = transport(8);
        List<Watch> watches = watch(transport, 30);
        assertAnswered(ask(transport, "/", 6));

        assertThat(watches).noneMatch(watch -> watch.ended.isDone());
    }

    @Test
    void few_streams_and_requests_share_one_connection() {
        Transport transport = transport(GRANTED);
        watch(transport, 50);
        assertAnswered(ask(transport, "/", 40));

        assertThat(connections).hasValue(1);
    }

    /** Tells what comes. */
    private static final class Watch implements Transport.Listener {

        private final CompletableFuture<Transport.Stream> stream = new CompletableFuture<>();
        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private final CompletableFuture<Transport.End> ended = new CompletableFuture<>();

        @Override
        public void onOpen() {
            opened.complete(null);
        }

        @Override
        public void onLine(byte[] line) {
            assertThat(line).isNotEmpty();
        }

        @Override
        public void onEnd(Transport.End end) {
            ended.complete(end);
            opened.completeExceptionally(new AssertionError("It ended: " + end));
        }
    }
}
