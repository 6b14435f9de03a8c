package dev.kopf.runtime.internal.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection that is there and answers no more, as behind a load balancer that has forgotten it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // else what is tested for waits for ever
final class DeadConnectionsTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);

    /** Has a short time to be answered. */
    private static final ApiRequest NEVER = ApiRequest.get("/never");

    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final CountDownLatch both = new CountDownLatch(2);
    private final ServerSocket server;

    DeadConnectionsTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                int number = connections.incrementAndGet();
                daemon(() -> serve(number, socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Tells the number of the connection; "/both" is answered when it was asked for over two, "/never" never. */
    private void serve(int number, Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("GET /both")) {
                    both.countDown();
                    both.await();
                }
                if (line.startsWith("GET ") && !line.startsWith("GET /never")) {
                    String answer = String.valueOf(number);
                    socket.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer)
                                    .getBytes(US_ASCII));
                }
            }
            ended.add("connection " + number);
        } catch (IOException | InterruptedException e) {
            ended.add("connection " + number);
        }
    }

    private HttpTransport transport() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getLocalPort())
                .withRequestRetryBackoffLimit(0)
                .build();
        return HttpTransport.to(config, new HttpTransport.TimeLimits(LONG, SHORT));
    }

    /** Has two connections opened, both of which could take the next request. */
    private static void openTwo(HttpTransport transport) {
        List<CompletableFuture<ApiResponse>> answers =
                List.of(transport.send(ApiRequest.list("/both")), transport.send(ApiRequest.list("/both")));
        answers.forEach(CompletableFuture::join);
    }

    private static String connectionOf(CompletableFuture<ApiResponse> answer) {
        return new String(answer.join().body(), US_ASCII);
    }

    @Test
    void R2_after_an_answer_that_did_not_come_in_time_nothing_more_is_asked_over_the_connections_that_were_there() {
        try (HttpTransport transport = transport()) {
            openTwo(transport);
            assertThat(transport.send(NEVER)).failsWithin(Duration.ofMinutes(1));

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isEqualTo("3");
        }
    }

    @Test
    void W_5_after_a_stream_that_was_given_up_nothing_more_is_asked_over_the_connections_that_were_there() {
        try (HttpTransport transport = transport()) {
            openTwo(transport);
            Transport.Stream stream = transport.stream(ApiRequest.get("/never"), new Unheard());
            stream.giveUp();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isEqualTo("3");
        }
    }

    @Test
    void W_5_a_stream_that_was_given_up_leaves_connections_alone_over_which_something_was_heard_since() {
        try (HttpTransport transport = transport()) {
            Transport.Stream stream = transport.stream(ApiRequest.get("/never"), new Unheard());
            openTwo(transport);
            stream.giveUp();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isIn("1", "2", "3");
            assertThat(connections).hasValue(3);
        }
    }

    @Test
    void a_stream_that_is_ended_leaves_the_connections_as_they_are() {
        try (HttpTransport transport = transport()) {
            openTwo(transport);
            Transport.Stream stream = transport.stream(ApiRequest.get("/never"), new Unheard());
            stream.cancel();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isIn("1", "2");
        }
    }

    @Test
    void the_connections_are_closed_with_the_transport() throws InterruptedException {
        HttpTransport transport = transport();
        openTwo(transport);
        transport.close();

        assertThat(List.of(ended.take(), ended.take())).containsExactlyInAnyOrder("connection 1", "connection 2");
    }

    /** Nothing is expected to come. */
    private record Unheard() implements Transport.Listener {

        @Override
        public void onOpen() {
            throw new AssertionError("It was not to be answered.");
        }

        @Override
        public void onLine(byte[] line) {
            throw new AssertionError("It was not to be answered.");
        }

        @Override
        public void onEnd(Transport.End end) {
            // given up, or the transport was closed
        }
    }
}
