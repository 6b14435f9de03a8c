package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Talks HTTP through fabric8's client, which brings credentials, certificates and proxies. Safe for use by several threads.
 *
 * <p>All requests share one connection, as HTTP/2 has it, and one that died without a word would take requests until the kernel gives it up,
 * after a quarter of an hour: an operator that looks alive and does nothing (R2). Where an answer does not come in time, or a stream is
 * given up, and nothing else was heard since, what is asked from then on goes over another connection. What is under way on the old one
 * may still come to its end.
 */
final class HttpTransport implements Transport {

    /** What requests fail with when the thread of the JDK's client has ended, for want of memory perhaps. */
    private static final Set<String> CLIENT_ENDED = Set.of("closed", "selector manager closed");

    private final Supplier<HttpClient> clients;
    private final String server;
    private final TimeLimits limits;
    private final Set<Line> left = new HashSet<>();
    private @Nullable Line line;
    private boolean closed;

    /**
     * How long an answer may take, from the request to its last byte.
     *
     * @param large of many objects
     * @param other of one, or of what the server serves
     */
    record TimeLimits(Duration large, Duration other) {

        /**
         * Lists of many large objects take their time (ST-34). A write that hangs holds up others, of which there is a bounded number at
         * once.
         */
        static final TimeLimits DEFAULT = new TimeLimits(Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    private HttpTransport(Supplier<HttpClient> clients, String server, TimeLimits limits) {
        this.clients = clients;
        this.server = server;
        this.limits = limits;
    }

    static HttpTransport to(Config config) {
        return to(config, TimeLimits.DEFAULT);
    }

    static HttpTransport to(Config config, TimeLimits limits) {
        String url = config.getMasterUrl();
        String server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        HttpClient.Factory factory = HttpClients.factory();
        return new HttpTransport(
                () -> {
                    HttpClient.Builder builder = factory.newBuilder(config);
                    SparingTokenRefresh.in(builder, factory, config);
                    return builder.build();
                },
                server,
                limits);
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        Line over = line();
        if (over == null) {
            return CompletableFuture.failedFuture(new IOException("The connection is closed."));
        }
        HttpRequest.Builder builder = builder(over.client, request);
        if (request.body() != null && request.contentType() != null) {
            builder.method(request.method(), request.contentType(), request.body());
        }
        Duration limit = request.large() ? limits.large() : limits.other();
        WholeAnswer answer = new WholeAnswer();
        long sent = System.nanoTime();
        AsyncBody.Consumer<List<ByteBuffer>> hearing = (chunks, body) -> {
            over.hear();
            answer.hear(chunks, body);
        };
        try {
            return answer.of(over.client.consumeBytes(builder.build(), hearing), limit)
                    .whenComplete((response, failure) -> {
                        if (failure != null && isDead(cause(failure))) {
                            leave(over, sent);
                        }
                    });
        } catch (IllegalStateException e) { // closed: the operator has ended
            return CompletableFuture.failedFuture(new IOException("The connection is closed.", e));
        }
    }

    /** Whether it may be the connection, or the JDK's client, that is at an end, and not the server. */
    private static boolean isDead(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getCause() instanceof TimeoutException || CLIENT_ENDED.contains(message);
    }

    /** What requests are sent over; null when this is closed. */
    private synchronized @Nullable Line line() {
        if (line == null && !closed) {
            line = new Line(clients.get());
        }
        return line;
    }

    /**
     * No further request goes over the connections of a client, unless something was heard over them since. Those that are under way have the
     * time for an answer.
     */
    private synchronized void leave(Line silent, long since) {
        if (line == silent && !silent.wasHeardSince(since)) {
            line = null;
            left.add(silent);
            Executor later = CompletableFuture.delayedExecutor(
                    limits.large().toMillis(), TimeUnit.MILLISECONDS, HttpClients.background());
            later.execute(() -> end(silent));
        }
    }

    private synchronized void end(Line silent) {
        if (left.remove(silent)) {
            silent.client.close();
        }
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        Line over = line();
        if (over == null) {
            OpenStream none = new OpenStream(listener, since -> {});
            none.end(new End.Closed());
            return none;
        }
        OpenStream stream = new OpenStream(listener, since -> leave(over, since));
        LineSplitter lines = new LineSplitter(stream::line);
        CompletableFuture<HttpResponse<AsyncBody>> opening = over.client.consumeBytes(
                builder(over.client, request).forStreaming().build(), (chunks, body) -> {
                    over.hear();
                    stream.hear();
                    chunks.forEach(stream.isRefused() ? stream::keep : lines::accept);
                    body.consume();
                });
        CompletableFuture<HttpResponse<AsyncBody>> unused = opening.whenComplete((response, failure) -> {
            if (failure != null) {
                stream.end(new End.Broken(cause(failure)));
            } else {
                stream.opened(response);
            }
        });
        stream.opening(opening);
        return stream;
    }

    @Override
    public synchronized void close() {
        closed = true;
        left.forEach(each -> each.client.close());
        left.clear();
        if (line != null) {
            line.client.close();
            line = null;
        }
    }

    private HttpRequest.Builder builder(HttpClient client, ApiRequest request) {
        return client.newHttpRequestBuilder()
                .uri(URI.create(server + request.path()))
                .setHeader("Accept", "application/json");
    }

    static ApiResponse answer(HttpResponse<?> response, byte[] content) {
        Duration retryAfter = response.isSuccessful() ? null : RetryAfter.read(response.header("Retry-After"), content);
        return new ApiResponse(response.code(), content, retryAfter);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** A stream from its request to its one end. */
    private static final class OpenStream implements Stream {

        private final Listener listener;
        private final LongConsumer leave;
        private final AtomicReference<@Nullable AsyncBody> body = new AtomicReference<>();
        private final AtomicReference<@Nullable Future<?>> opening = new AtomicReference<>();
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();
        private volatile boolean refused;
        private volatile long heard = System.nanoTime();

        OpenStream(Listener listener, LongConsumer leave) {
            this.listener = listener;
            this.leave = leave;
        }

        void opening(Future<?> future) {
            opening.set(future);
        }

        void hear() {
            heard = System.nanoTime();
        }

        boolean isRefused() {
            return refused;
        }

        void opened(HttpResponse<AsyncBody> response) {
            AsyncBody opened = response.body();
            body.set(opened);
            refused = !response.isSuccessful();
            if (!refused) {
                listener.onOpen();
            }
            CompletableFuture<Void> unused = opened.done().whenComplete((nothing, failure) -> {
                if (refused) {
                    end(new End.Refused(answer(response, refusal.toByteArray())));
                } else if (failure != null && !cancelled.get()) {
                    end(new End.Broken(cause(failure)));
                } else {
                    end(new End.Closed());
                }
            });
            if (cancelled.get()) {
                opened.cancel();
            } else {
                opened.consume();
            }
        }

        void line(byte[] line) {
            if (!cancelled.get()) {
                listener.onLine(line);
            }
        }

        void keep(ByteBuffer chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            refusal.writeBytes(bytes);
        }

        void end(End end) {
            if (ended.compareAndSet(false, true)) {
                listener.onEnd(end);
            }
        }

        @Override
        public void giveUp() {
            cancel();
            leave.accept(heard);
        }

        /** In another thread, as the client may call us back just now, with a lock held that it wants for this too. */
        @Override
        public void cancel() {
            cancelled.set(true);
            AsyncBody opened = body.get();
            Future<?> waiting = opening.get();
            if (opened != null) {
                HttpClients.background().execute(opened::cancel);
                end(new End.Closed());
            } else if (waiting != null) {
                HttpClients.background()
                        .execute(() -> waiting.cancel(true)); // a server that never answers is not waited for
            }
        }
    }

    /** A client, with its connections. */
    private static final class Line {

        private final HttpClient client;
        private volatile long heard = System.nanoTime();

        Line(HttpClient client) {
            this.client = client;
        }

        void hear() {
            heard = System.nanoTime();
        }

        boolean wasHeardSince(long time) {
            return heard - time > 0;
        }
    }
}
