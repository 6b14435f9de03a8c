package dev.kopf.runtime.internal.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

    /** Those over which something was asked for: anybody may connect to a port. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final CountDownLatch all = new CountDownLatch(3);
    private final Semaphore lines = new Semaphore(0);
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

    /**
     * Tells the number of the connection; "/all" is answered when it was asked for over three, "/never" never, and "/lines" with a line whenever
     * a test says so.
     */
    private void serve(int number, Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("GET /all")) {
                    used.add(String.valueOf(number));
                    all.countDown();
                    all.await();
                }
                if (line.startsWith("GET /lines")) {
                    used.add(String.valueOf(number));
                    OutputStream out = socket.getOutputStream();
                    daemon(() -> sendLines(out));
                } else if (line.startsWith("GET ") && !line.startsWith("GET /never")) {
                    String answer = String.valueOf(number);
                    socket.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer)
                                    .getBytes(US_ASCII));
                }
            }
        } catch (IOException | InterruptedException e) {
            // it has ended
        }
        if (used.contains(String.valueOf(number))) {
            ended.add(String.valueOf(number));
        }
    }

    private void sendLines(OutputStream out) {
        try {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
            while (true) {
                lines.acquire();
                out.write("2\r\nx\n\r\n".getBytes(US_ASCII));
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt(); // the connection has ended
        }
    }

    private HttpTransport transport() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getLocalPort())
                .withRequestRetryBackoffLimit(0)
                .build();
        return HttpTransport.to(config, new HttpTransport.TimeLimits(LONG, SHORT));
    }

    /** Has three connections opened, each of which could take the next request. */
    private static void openThree(HttpTransport transport) {
        Stream.generate(() -> transport.send(ApiRequest.list("/all")))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static String connectionOf(CompletableFuture<ApiResponse> answer) {
        return new String(answer.join().body(), US_ASCII);
    }

    @Test
    void R2_after_an_answer_that_did_not_come_in_time_nothing_more_is_asked_over_the_connections_that_were_there() {
        try (HttpTransport transport = transport()) {
            openThree(transport);
            assertThat(transport.send(NEVER)).failsWithin(Duration.ofMinutes(1));

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isNotIn(used);
        }
    }

    @Test
    void W_5_after_a_stream_that_was_given_up_nothing_more_is_asked_over_the_connections_that_were_there() {
        try (HttpTransport transport = transport()) {
            openThree(transport);
            Transport.Stream stream = transport.stream(ApiRequest.get("/never"), new Unheard());
            stream.giveUp();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isNotIn(used);
        }
    }

    @Test
    void W_5_a_stream_that_was_given_up_leaves_connections_alone_over_which_a_request_was_answered_since() {
        try (HttpTransport transport = transport()) {
            Transport.Stream stream = transport.stream(ApiRequest.get("/never"), new Unheard());
            openThree(transport);
            stream.giveUp();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isIn(used);
        }
    }

    @Test
    void W_5_an_answer_from_before_the_silence_of_a_stream_says_nothing() throws InterruptedException {
        try (HttpTransport transport = transport()) {
            Heard heard = new Heard();
            Transport.Stream stream = transport.stream(ApiRequest.get("/lines"), heard);
            openThree(transport);
            lines.release();
            heard.lines.take();
            stream.giveUp();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isNotIn(used);
        }
    }

    @Test
    void R2_lines_of_a_stream_say_nothing_of_the_connection_that_requests_go_over() throws InterruptedException {
        try (HttpTransport transport = transport()) {
            openThree(transport);
            Heard heard = new Heard();
            transport.stream(ApiRequest.get("/lines"), heard);
            CompletableFuture<ApiResponse> never = transport.send(NEVER);
            lines.release();
            heard.lines.take();
            assertThat(never).failsWithin(Duration.ofMinutes(1));

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isNotIn(used);
        }
    }

    @Test
    void R2_a_stream_on_connections_that_nothing_more_is_asked_over_goes_on() throws InterruptedException {
        try (HttpTransport transport = transport()) {
            Heard heard = new Heard();
            Transport.Stream stream = transport.stream(ApiRequest.get("/lines"), heard);
            lines.release();
            assertThat(heard.lines.take()).containsExactly('x');
            assertThat(transport.send(NEVER)).failsWithin(Duration.ofMinutes(1));
            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isNotIn(used);
            lines.release();
            assertThat(heard.lines.take()).containsExactly('x');
            stream.cancel();

            assertThat(used).contains(ended.take());
        }
    }

    @Test
    void R2_a_client_whose_thread_has_ended_counts_as_a_dead_connection() {
        assertThat(HttpTransport.isDead(new IOException("selector manager closed")))
                .isTrue();
        assertThat(HttpTransport.isDead(new IOException("closed"))).isTrue();
        assertThat(HttpTransport.isDead(new IOException("Connection refused"))).isFalse();
    }

    @Test
    void a_stream_that_is_ended_leaves_the_connections_as_they_are() {
        try (HttpTransport transport = transport()) {
            openThree(transport);
            Transport.Stream stream = transport.stream(ApiRequest.get("/never"), new Unheard());
            stream.cancel();

            assertThat(connectionOf(transport.send(ApiRequest.list("/x")))).isIn(used);
        }
    }

    @Test
    void the_connections_are_closed_with_the_transport() throws InterruptedException {
        HttpTransport transport = transport();
        openThree(transport);
        transport.close();

        assertThat(List.of(ended.take(), ended.take(), ended.take())).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void a_transport_that_is_closed_fails_by_its_answers_and_ends() throws InterruptedException {
        HttpTransport transport = transport();
        transport.close();
        Heard heard = new Heard();
        transport.stream(ApiRequest.get("/lines"), heard);

        assertThat(transport.send(NEVER))
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IOException.class)
                .withMessage("The connection is closed.");
        assertThat(heard.ends.take()).isInstanceOf(Transport.End.Broken.class);
    }

    /** Keeps what comes. */
    private static final class Heard implements Transport.Listener {

        private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
        private final BlockingQueue<Transport.End> ends = new LinkedBlockingQueue<>();

        @Override
        public void onOpen() {
            // the lines tell
        }

        @Override
        public void onLine(byte[] line) {
            lines.add(line);
        }

        @Override
        public void onEnd(Transport.End end) {
            ends.add(end);
        }
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
