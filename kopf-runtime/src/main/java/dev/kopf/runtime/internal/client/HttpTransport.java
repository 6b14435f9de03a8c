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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Talks HTTP through fabric8's client, which brings credentials, certificates and proxies. Safe for use by several threads.
 *
 * <p>All requests share one connection, as HTTP/2 has it, and one that died without a word would take requests until the kernel gives it up,
 * after a quarter of an hour: an operator that looks alive and does nothing (R2). Where an answer does not come in time, or a stream is
 * given up, what is asked from then on goes over another connection. What is under way on the old one may still come to its end.
 *
 * <p>Lines of streams, and answers to patches, come in the thread that waits for the network: who hears them returns at once. What
 * may lead to reading a long list, or to another request, which may wait for the resolution of a name, comes in others.
 */
final class HttpTransport implements Transport {

    private final Supplier<HttpClient> clients;
    private final String server;
    private final TimeLimits limits;
    private final Set<HttpClient> left = new HashSet<>();
    private volatile HttpClient http;
    private boolean closed;

    /**
     * How long an answer may take, from the request to its last byte.
     *
     * @param read where nothing is sent but the request itself
     * @param write where something is sent
     */
    record TimeLimits(Duration read, Duration write) {

        /**
         * Lists of many large objects take their time (ST-34). A write that hangs holds up others, of which there is a bounded number at
         * once.
         */
        static final TimeLimits DEFAULT = new TimeLimits(Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    private HttpTransport(Supplier<HttpClient> clients, String server, TimeLimits limits) {
        this.clients = clients;
        this.http = clients.get();
        this.server = server;
        this.limits = limits;
    }

    static HttpTransport to(Config config) {
        return to(config, TimeLimits.DEFAULT);
    }

    static HttpTransport to(Config config, TimeLimits limits) {
        String url = config.getMasterUrl();
        String server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        HttpClient.Factory factory = HttpClients.forOperator();
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
        HttpClient client = http;
        HttpRequest.Builder builder = builder(client, request);
        if (request.body() != null && request.contentType() != null) {
            builder.method(request.method(), request.contentType(), request.body());
        }
        Duration limit = request.body() == null ? limits.read() : limits.write();
        WholeAnswer answer = new WholeAnswer();
        try {
            CompletableFuture<ApiResponse> whole = answer.of(client.consumeBytes(builder.build(), answer::hear), limit)
                    .whenComplete((response, failure) -> {
                        if (failure != null && cause(failure).getCause() instanceof TimeoutException) {
                            leave(client);
                        }
                    });
            boolean awaited = request.method().equals("PATCH"); // by the thread of its object
            return awaited ? whole : whole.whenCompleteAsync((response, failure) -> {});
        } catch (IllegalStateException e) { // closed: the operator has ended
            return CompletableFuture.failedFuture(new IOException("The connection is closed.", e));
        }
    }

    /** No further request goes over the connections of this client. Those that are under way have the time for an answer. */
    private synchronized void leave(HttpClient silent) {
        if (http == silent && !closed) {
            http = clients.get();
            left.add(silent);
            Executor later = CompletableFuture.delayedExecutor(limits.read().toMillis(), TimeUnit.MILLISECONDS);
            later.execute(() -> end(silent));
        }
    }

    private synchronized void end(HttpClient silent) {
        if (left.remove(silent)) {
            silent.close();
        }
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        HttpClient client = http;
        OpenStream stream = new OpenStream(listener, () -> leave(client));
        LineSplitter lines = new LineSplitter(stream::line);
        CompletableFuture<HttpResponse<AsyncBody>> opening =
                client.consumeBytes(builder(client, request).forStreaming().build(), (chunks, body) -> {
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
        left.forEach(HttpClient::close);
        left.clear();
        http.close();
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
        private final Runnable leave;
        private final AtomicReference<@Nullable AsyncBody> body = new AtomicReference<>();
        private final AtomicReference<@Nullable Future<?>> opening = new AtomicReference<>();
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();
        private volatile boolean refused;

        OpenStream(Listener listener, Runnable leave) {
            this.listener = listener;
            this.leave = leave;
        }

        void opening(Future<?> future) {
            opening.set(future);
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
                    endLater(new End.Refused(answer(response, refusal.toByteArray())));
                } else if (failure != null && !cancelled.get()) {
                    endLater(new End.Broken(cause(failure)));
                } else {
                    endLater(new End.Closed());
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

        private void endLater(End end) {
            CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> end(end));
        }

        void end(End end) {
            if (ended.compareAndSet(false, true)) {
                listener.onEnd(end);
            }
        }

        @Override
        public void giveUp() {
            leave.run();
            cancel();
        }

        @Override
        public void cancel() {
            cancelled.set(true);
            AsyncBody opened = body.get();
            if (opened != null) {
                opened.cancel();
                end(new End.Closed());
            }
            Future<?> waiting = opening.get();
            if (opened == null && waiting != null) {
                waiting.cancel(true); // a server that never answers is not waited for
            }
        }
    }
}
