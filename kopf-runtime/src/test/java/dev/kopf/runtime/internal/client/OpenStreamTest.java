package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class OpenStreamTest {

    private final List<Transport.End> ends = new ArrayList<>();
    private final Body body = new Body();
    private final OpenStream stream = new OpenStream(
            new Transport.Listener() {
                @Override
                public void onOpen() {
                    // it is opened by each test
                }

                @Override
                public void onLine(byte[] line) {
                    throw new AssertionError("There are no lines.");
                }

                @Override
                public void onEnd(Transport.End end) {
                    ends.add(end);
                }
            },
            new Lines(
                    () -> {
                        throw new AssertionError("No line is taken.");
                    },
                    Duration.ZERO));

    @Test
    void R2_a_stream_is_ended_at_once_and_its_client_told_in_another_thread() {
        stream.opened(body);
        stream.cancel();

        assertThat(ends).containsExactly(new Transport.End.Closed());
        assertThat(body.cancelledIn)
                .succeedsWithin(Duration.ofMinutes(1))
                .isNotEqualTo(Thread.currentThread()); // which may hold a lock that the client waits for
    }

    @Test
    void a_stream_that_is_ended_before_it_is_asked_for_is_not_waited_for() {
        CompletableFuture<Void> opening = new CompletableFuture<>();
        stream.cancel();
        stream.opening(opening);

        assertThat(opening).failsWithin(Duration.ofMinutes(1));
    }

    /** An answer that has begun. */
    private static final class Body implements AsyncBody, HttpResponse<AsyncBody> {

        private final CompletableFuture<Thread> cancelledIn = new CompletableFuture<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        @Override
        public void consume() {
            // there is nothing
        }

        @Override
        public CompletableFuture<Void> done() {
            return done;
        }

        @Override
        public void cancel() {
            cancelledIn.complete(Thread.currentThread());
        }

        @Override
        public int code() {
            return 200;
        }

        @Override
        public AsyncBody body() {
            return this;
        }

        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Optional<HttpResponse<?>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public List<String> headers(String key) {
            return List.of();
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }
    }
}
