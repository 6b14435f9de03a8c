package dev.kopf.runtime.internal.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server, or a proxy on the way, that sends the beginning of an answer and then nothing, without closing the connection. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // else what is tested for waits for ever
final class StalledAnswersTest {

    private static final int REQUESTS_AT_ONCE = 16;
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);
    private static final String BEGINNING =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"kind\":";

    private final BlockingQueue<String> given = new LinkedBlockingQueue<>();
    private final ServerSocket server;

    StalledAnswersTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept);
        accepting.setDaemon(true);
        accepting.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread stalling = new Thread(() -> stall(socket));
                stalling.setDaemon(true);
                stalling.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Begins to answer, and waits until the other side has enough of it. */
    private void stall(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            String request = in.readLine();
            socket.getOutputStream().write(BEGINNING.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            while (in.read() >= 0) {
                // the rest of the request
            }
            given.add("closed after " + request);
        } catch (IOException e) {
            given.add("broke off");
        }
    }

    private HttpTransport transport(Duration read, Duration write) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getLocalPort())
                .withRequestRetryBackoffLimit(0)
                .build();
        return HttpTransport.to(config, new HttpTransport.TimeLimits(read, write));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R2_an_answer_that_does_not_end_in_time_is_a_failure_and_its_connection_is_closed(boolean reading)
            throws Exception {
        ApiRequest request = reading ? ApiRequest.list("/x") : ApiRequest.mergePatch("/x", "{}");
        try (HttpTransport transport = transport(reading ? SHORT : LONG, reading ? LONG : SHORT)) {
            assertThatThrownBy(() -> transport.send(request).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IOException.class);

            assertThat(given.take()).isNotEmpty();
        }
    }

    @Test
    void R3_writes_whose_answers_do_not_end_are_owed_and_hold_up_no_others() {
        ObjectRef ref = new ObjectRef(WidgetHandlers.KIND, "default", "w", "");
        Body body = new Body(Map.of("metadata", Map.of("name", "w", "uid", "u", "resourceVersion", "1")));
        Write write = new Write(Patch.EMPTY.with(FieldPath.of("spec", "size"), 2), Write.FinalizerChange.NONE);
        try (HttpTransport transport = transport(LONG, SHORT)) {
            Patcher patcher = new Patcher(transport, Finalizers.DEFAULT);
            for (int i = 0; i <= REQUESTS_AT_ONCE; i++) {
                WriteResult result = patcher.apply(ref, new ServedKind(WidgetHandlers.KIND, false), write, body);

                assertThat(result).isInstanceOfSatisfying(WriteResult.Failed.class, failed -> {
                    assertThat(failed.rest()).isEqualTo(write.afterSilence());
                    assertThat(failed.problem()).startsWith("Cannot reach the API server at " + transport.server());
                });
            }
        }
    }
}
