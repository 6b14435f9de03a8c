package dev.kopf.runtime.internal.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A way to the API server for what is asked for in many namespaces at once: a bounded number of requests are under way, and the others follow
 * in order. One that is not answered gives its place away when its time is over, as any request has one. Streams are not bounded, as they do
 * not end. Never blocks. Safe for use by several threads.
 */
public final class BoundedTransport implements Transport {

    /** With more, thousands of namespaces keep the server from all else at the start. */
    public static final int AT_ONCE = 10;

    private final Transport transport;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int underway;
    private long answered;
    private boolean sending;
    private boolean unbound;

    private record Waiting(ApiRequest request, CompletableFuture<ApiResponse> answer) {}

    public BoundedTransport(Transport transport) {
        this.transport = transport;
    }

    @Override
    public String server() {
        return transport.server();
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        Waiting turn = new Waiting(request, new CompletableFuture<>());
        synchronized (this) {
            if (unbound) {
                return transport.send(request);
            }
            waiting.add(turn);
        }
        sendNext();
        return turn.answer();
    }

    /** As many as may be, by one thread: an answer that is there at once does not come back here on the same stack. */
    private void sendNext() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        for (Waiting next = next(); next != null; next = next()) {
            send(next);
        }
    }

    private synchronized @Nullable Waiting next() {
        if (underway >= AT_ONCE || waiting.isEmpty()) {
            sending = false;
            return null;
        }
        underway++;
        return waiting.remove();
    }

    private void send(Waiting turn) {
        try {
            CompletableFuture<Void> unused = transport.send(turn.request()).handle((response, failure) -> {
                over(failure == null);
                if (failure == null) {
                    turn.answer().complete(response);
                } else {
                    turn.answer().completeExceptionally(failure);
                }
                sendNext();
                return null;
            });
        } catch (RuntimeException | Error e) { // whoever waits for the answer is told, and the next one has its turn
            over(false);
            turn.answer().completeExceptionally(e);
        }
    }

    private synchronized void over(boolean wasAnswered) {
        underway--;
        if (wasAnswered) {
            answered++;
        }
    }

    /** How many requests the server has answered. */
    public synchronized long answered() {
        return answered;
    }

    /** Whether there are requests that wait for their turn. */
    public synchronized boolean isCrowded() {
        return !waiting.isEmpty();
    }

    /** The operator ends: what waits is not sent any more, and fails; what comes now is sent at once (R8). */
    public void unbind() {
        List<Waiting> left;
        synchronized (this) {
            unbound = true;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        left.forEach(turn -> turn.answer()
                .completeExceptionally(new IOException("The operator ends before it was sent: " + turn.request())));
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        return transport.stream(request, listener);
    }

    @Override
    public void close() {
        transport.close();
    }
}
