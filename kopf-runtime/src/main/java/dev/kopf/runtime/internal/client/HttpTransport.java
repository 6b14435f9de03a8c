package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Talks HTTP through fabric8's client, which brings credentials, certificates and proxies. Safe for use by several threads. */
final class HttpTransport implements Transport {

    private final HttpClient http;
    private final String server;
    private final TimeLimits limits;

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

    private HttpTransport(HttpClient http, String server, TimeLimits limits) {
        this.http = http;
        this.server = server;
        this.limits = limits;
    }

    static HttpTransport to(Config config) {
        return to(config, TimeLimits.DEFAULT);
    }

    static HttpTransport to(Config config, TimeLimits limits) {
        String url = config.getMasterUrl();
        HttpClient.Factory factory = HttpClientUtils.getHttpClientFactory();
        HttpClient.Builder builder = factory.newBuilder(config);
        SparingTokenRefresh.in(builder, factory, config);
        return new HttpTransport(builder.build(), url.endsWith("/") ? url.substring(0, url.length() - 1) : url, limits);
    }

    @Override
    public String server() {
        return server;
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        HttpRequest.Builder builder = builder(request);
        if (request.body() != null && request.contentType() != null) {
            builder.method(request.method(), request.contentType(), request.body());
        }
        Duration limit = request.body() == null ? limits.read() : limits.write();
        HttpRequest built =
                builder.timeout(limit.toMillis(), TimeUnit.MILLISECONDS).build();
        WholeAnswer answer = new WholeAnswer();
        try {
            return answer.of(http.consumeBytes(built, answer::hear), limit);
        } catch (IllegalStateException e) { // closed: the operator has ended
            return CompletableFuture.failedFuture(new IOException("The connection is closed.", e));
        }
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        OpenStream stream = new OpenStream(listener);
        LineSplitter lines = new LineSplitter(stream::line);
        CompletableFuture<HttpResponse<AsyncBody>> opening =
                http.consumeBytes(builder(request).forStreaming().build(), (chunks, body) -> {
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
    public void close() {
        http.close();
    }

    private HttpRequest.Builder builder(ApiRequest request) {
        return http.newHttpRequestBuilder()
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
        private final AtomicReference<@Nullable AsyncBody> body = new AtomicReference<>();
        private final AtomicReference<@Nullable Future<?>> opening = new AtomicReference<>();
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();
        private volatile boolean refused;

        OpenStream(Listener listener) {
            this.listener = listener;
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
