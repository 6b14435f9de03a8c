package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A stream from its request to its one end. Safe for use by several threads. */
final class OpenStream implements Transport.Stream {

    private final Transport.Listener listener;
    private final Lines lines;
    private final Executor background;
    private final LineSplitter splitter = new LineSplitter(this::line);
    private final AtomicReference<Lines.@Nullable Line> over = new AtomicReference<>();
    private final AtomicReference<@Nullable AsyncBody> body = new AtomicReference<>();
    private final AtomicReference<@Nullable Future<?>> opening = new AtomicReference<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();
    private volatile boolean refused;
    private volatile long heard = System.nanoTime();

    /** @param background for what may wait for a lock of the client */
    OpenStream(Transport.Listener listener, Lines lines, Executor background) {
        this.listener = listener;
        this.lines = lines;
        this.background = background;
    }

    /** A line for it. */
    Lines.Line take() {
        Lines.Line line = lines.take(Lines.Use.STREAM);
        over.set(line);
        return line;
    }

    /** Whether it failed for want of room, and is to be asked for over another line. */
    boolean moves(Throwable failure) {
        Lines.Line full = over.get();
        if (full == null || cancelled.get() || !Lines.isForWantOfRoom(failure)) {
            return false;
        }
        giveBack();
        lines.leave(full);
        return true;
    }

    private void giveBack() {
        Lines.Line line = over.getAndSet(null);
        if (line != null) {
            lines.giveBack(line, Lines.Use.STREAM);
        }
    }

    /** It was asked for. */
    void opening(Future<?> future) {
        opening.set(future);
        if (cancelled.get()) {
            cancel();
        }
    }

    /** Hears a part of the body, and asks for the next. */
    void hear(List<ByteBuffer> chunks, AsyncBody from) {
        heard = System.nanoTime();
        if (cancelled.get()) {
            cancel(from);
            return;
        }
        chunks.forEach(refused ? this::keep : splitter::accept);
        from.consume();
    }

    /** The server has answered. */
    void opened(HttpResponse<AsyncBody> response) {
        AsyncBody opened = response.body();
        body.set(opened);
        refused = !response.isSuccessful();
        if (!refused && !cancelled.get()) {
            listener.onOpen();
        }
        CompletableFuture<Void> unused = opened.done().whenComplete((nothing, failure) -> {
            if (refused) {
                end(new Transport.End.Refused(HttpTransport.answer(response, refusal.toByteArray())));
            } else if (failure != null && !cancelled.get()) {
                end(new Transport.End.Broken(HttpTransport.cause(failure)));
            } else {
                end(new Transport.End.Closed());
            }
        });
        if (cancelled.get()) {
            opened.cancel();
        } else {
            opened.consume();
        }
    }

    private void line(byte[] line) {
        if (!cancelled.get()) {
            listener.onLine(line);
        }
    }

    private void keep(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        refusal.writeBytes(bytes);
    }

    void end(Transport.End end) {
        giveBack();
        tell(end);
    }

    private void tell(Transport.End end) {
        if (ended.compareAndSet(false, true)) {
            listener.onEnd(end);
        }
    }

    @Override
    public void giveUp() {
        Lines.Line silent = over.get();
        cancel();
        if (silent != null) {
            lines.leaveUnlessAnswered(silent, heard);
        }
    }

    /** Once it has ended there is nothing to be ended, and no thread is needed for that. */
    @Override
    public void cancel() {
        cancelled.set(true);
        AsyncBody opened = body.get();
        Future<?> waiting = opening.get();
        if (ended.get()) {
            return;
        }
        if (opened != null) {
            boolean unused = inBackground(() -> cancel(opened));
            tell(new Transport.End.Closed());
        } else if (waiting != null && !inBackground(() -> waiting.cancel(true))) {
            tell(new Transport.End.Closed()); // else a server that never answers would be waited for
        }
    }

    private void cancel(AsyncBody opened) {
        opened.cancel();
        giveBack(); // not before: with the last that goes over it, a line may be closed
    }

    /**
     * In another thread, as the client may call us back just now, with a lock held that it wants for this too. Where the system gives none,
     * what comes next ends it, in the client's thread.
     */
    private boolean inBackground(Runnable task) {
        try {
            background.execute(task);
            return true;
        } catch (RuntimeException | Error e) { // whoever ends a stream goes on to something else, which is not to fail
            return false;
        }
    }
}
