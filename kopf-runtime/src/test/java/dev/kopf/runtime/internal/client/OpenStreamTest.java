package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class OpenStreamTest {

    private final List<Transport.End> ends = new ArrayList<>();
    private int opened;

    /** What was to be done in a thread of its own. */
    private int tasks;

    /** Whether the system gives no thread. */
    private boolean threadless;

    private final Body body = new Body();
    private final OpenStream stream = new OpenStream(
            new Transport.Listener() {
                @Override
                public void onOpen() {
                    opened++;
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
                    Duration.ZERO),
            task -> {
                tasks++;
                if (threadless) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                HttpClients.background().execute(task);
            });

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

    @Test
    void R8_a_stream_that_no_thread_ends_is_over_and_the_next_that_comes_ends_its_connection() {
        stream.opened(body);
        threadless = true;
        stream.cancel();
        stream.cancel();
        assertThat(ends).containsExactly(new Transport.End.Closed());
        assertThat(body.cancelledIn).isNotDone();

        stream.hear(List.of(ByteBuffer.wrap(new byte[] {'{', '}', '\n'})), body);
        assertThat(body.cancelledIn).isCompletedWithValue(Thread.currentThread()); // that of the client
        assertThat(ends).hasSize(1);
    }

    @Test
    void R8_a_stream_that_no_thread_ends_before_it_is_answered_is_over_and_ends_with_the_answer() {
        stream.opening(new CompletableFuture<>());
        threadless = true;
        stream.cancel();
        assertThat(ends).containsExactly(new Transport.End.Closed());

        stream.opened(body);
        assertThat(body.cancelledIn).isDone();
        assertThat(opened).isZero();
        assertThat(ends).hasSize(1);
    }

    @Test
    void R2_a_stream_that_the_server_has_ended_needs_no_thread_to_end() {
        stream.opened(body);
        body.done.complete(null);
        stream.cancel();

        assertThat(opened).isEqualTo(1);
        assertThat(ends).containsExactly(new Transport.End.Closed());
        assertThat(tasks).isZero();
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
