package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Talks HTTP through fabric8's client, which brings credentials, certificates and proxies. Safe for use by several threads.
 *
 * <p>Requests share a connection, as HTTP/2 has it, and one that died without a word would take requests until the kernel gives it up,
 * after a quarter of an hour: an operator that looks alive and does nothing (R2). Where an answer does not come in time, or a stream is
 * given up, and no request was answered since, what is asked from then on goes over another connection. What is under way on the old one
 * may still come to its end.
 */
final class HttpTransport implements Transport {

    /** What requests fail with when the thread of the JDK's client has ended, for want of memory perhaps. */
    private static final Set<String> CLIENT_ENDED = Set.of("closed", "selector manager closed");

    /** Over so many lines something is asked for that finds no room; then the server has none. */
    private static final int MOST_LINES = 4;

    private final Lines lines;
    private final String server;
    private final TimeLimits limits;

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
        this.lines = new Lines(clients, limits.other());
        this.server = server;
        this.limits = limits;
    }

    static HttpTransport to(Config config, Authorization authorization) {
        return to(config, TimeLimits.DEFAULT, authorization);
    }

    static HttpTransport to(Config config, TimeLimits limits) {
        return to(config, limits, SparingTokenRefresh::of);
    }

    private static HttpTransport to(Config config, TimeLimits limits, Authorization authorization) {
        String url = config.getMasterUrl();
        String server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        HttpClient.Factory factory = HttpClients.factory();
        Interceptor sender = authorization.of(factory, config);
        return new HttpTransport(
                () -> {
                    HttpClient.Builder builder = factory.newBuilder(config);
                    Authorization.with(sender, builder);
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
        return send(request, MOST_LINES);
    }

    private CompletableFuture<ApiResponse> send(ApiRequest request, int most) {
        Lines.Line over;
        try {
            over = lines.take(Lines.Use.REQUEST);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(unsent(e));
        }
        long sent = System.nanoTime();
        CompletableFuture<ApiResponse> answer;
        try {
            answer = exchange(over, request);
        } catch (RuntimeException | Error e) {
            answer = CompletableFuture.failedFuture(unsent(e));
        }
        return answer.whenComplete((response, failure) -> {
                    lines.giveBack(over, Lines.Use.REQUEST);
                    if (failure == null) {
                        over.answered();
                    } else if (isDead(cause(failure))) {
                        lines.leaveUnlessAnswered(over, sent);
                    }
                })
                .exceptionallyCompose(failure -> {
                    if (most <= 1 || !Lines.isForWantOfRoom(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    lines.leave(over);
                    return send(request, most - 1);
                });
    }

    private CompletableFuture<ApiResponse> exchange(Lines.Line over, ApiRequest request) {
        HttpRequest.Builder builder = builder(over.client(), request);
        if (request.body() != null && request.contentType() != null) {
            builder.method(request.method(), request.contentType(), request.body());
        }
        WholeAnswer answer = new WholeAnswer();
        return answer.of(
                over.client().consumeBytes(builder.build(), answer::hear),
                request.large() ? limits.large() : limits.other());
    }

    /** Whoever asks is told of any failure by the answer: what is thrown would end work that goes on when it is told. */
    private static IOException unsent(Throwable failure) {
        String message = Answers.message(failure);
        boolean isArgument = failure instanceof IllegalArgumentException; // such as a header, which its message shows
        return isArgument ? new IOException(message) : new IOException(message, failure);
    }

    /** Whether it may be the connection, or the JDK's client, that is at an end, and not the server. */
    static boolean isDead(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getCause() instanceof TimeoutException || CLIENT_ENDED.contains(message);
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        OpenStream stream = new OpenStream(listener, lines, HttpClients.background());
        open(stream, request, MOST_LINES);
        return stream;
    }

    private void open(OpenStream stream, ApiRequest request, int most) {
        CompletableFuture<HttpResponse<AsyncBody>> opening;
        try {
            HttpClient client = stream.take().client();
            opening =
                    client.consumeBytes(builder(client, request).forStreaming().build(), stream::hear);
        } catch (RuntimeException | Error e) {
            stream.end(new End.Broken(unsent(e)));
            return;
        }
        stream.opening(opening);
        CompletableFuture<Void> unused = opening.thenAccept(stream::opened).whenComplete((nothing, failure) -> {
            if (failure != null && most > 1 && stream.moves(failure)) {
                open(stream, request, most - 1);
            } else if (failure != null) {
                stream.end(new End.Broken(cause(failure)));
            }
        });
    }

    @Override
    public void close() {
        lines.close();
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
}
