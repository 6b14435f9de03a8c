package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer that is read to its end, within a time: HTTP clients limit the time to the headers only, and a server may send a part of a
 * body and then nothing (R2, R3). When the time is over, the exchange is cancelled. Safe for use by several threads.
 */
final class WholeAnswer {

    private final Queue<ByteBuffer> chunks = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<HttpResponse<AsyncBody>> read = new CompletableFuture<>();

    /** Hears a part of the body, and asks for the next. */
    void hear(List<ByteBuffer> part, AsyncBody body) {
        chunks.addAll(part);
        body.consume();
    }

    /**
     * The answer.
     *
     * @param opening the exchange, which has its headers when it is complete, and tells this of its body
     * @return fails with an {@link IOException} where the answer is not there in time
     */
    CompletableFuture<ApiResponse> of(CompletableFuture<HttpResponse<AsyncBody>> opening, Duration within) {
        CompletableFuture<HttpResponse<AsyncBody>> unused = opening.whenComplete((response, failure) -> {
            if (failure != null) {
                read.completeExceptionally(failure);
            } else {
                readBody(response);
            }
        });
        return read.orTimeout(within.toNanos(), TimeUnit.NANOSECONDS).handle((response, failure) -> {
            if (failure == null) {
                return HttpTransport.answer(response, content());
            }
            throw new CompletionException(
                    failure instanceof TimeoutException
                            ? new IOException("its answer was not complete after " + within.toSeconds() + " s", failure)
                            : HttpTransport.cause(failure));
        });
    }

    private void readBody(HttpResponse<AsyncBody> response) {
        AsyncBody body = response.body();
        CompletableFuture<Void> unused = body.done().whenComplete((nothing, failure) -> {
            if (failure != null) {
                read.completeExceptionally(failure);
            } else {
                read.complete(response);
            }
        });
        CompletableFuture<HttpResponse<AsyncBody>> unusedToo = read.whenComplete((whole, failure) -> {
            if (failure != null) {
                body.cancel(); // nobody waits for the rest
            }
        });
        body.consume();
    }

    private byte[] content() {
        ByteBuffer content = ByteBuffer.allocate(
                chunks.stream().mapToInt(ByteBuffer::remaining).sum());
        chunks.forEach(content::put);
        return content.array();
    }
}
