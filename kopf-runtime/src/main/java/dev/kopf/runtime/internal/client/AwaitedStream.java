package dev.kopf.runtime.internal.client;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream that opens when there are credentials for it. Safe for use by several threads. */
final class AwaitedStream implements Transport.Stream, Transport.Listener {

    private final Transport.Listener listener;
    private volatile Runnable refused = () -> {};
    private Transport.@Nullable Stream open;
    private boolean cancelled;
    private boolean ended;

    AwaitedStream(Transport.Listener listener) {
        this.listener = listener;
    }

    /**
     * There are credentials.
     *
     * @param opening opens the stream
     * @param refusal is told where the server refuses the credentials
     */
    void open(Function<Transport.Listener, Transport.Stream> opening, Runnable refusal) {
        refused = refusal;
        synchronized (this) {
            if (cancelled) {
                return;
            }
        }
        Transport.Stream stream = opening.apply(this);
        boolean tooLate;
        synchronized (this) {
            open = stream;
            tooLate = cancelled;
        }
        if (tooLate) {
            stream.cancel();
        }
    }

    @Override
    public void cancel() {
        end(Transport.Stream::cancel);
    }

    @Override
    public void giveUp() {
        end(Transport.Stream::giveUp);
    }

    private void end(Consumer<Transport.Stream> how) {
        Transport.Stream stream;
        synchronized (this) {
            cancelled = true;
            stream = open;
        }
        if (stream == null) {
            onEnd(new Transport.End.Closed());
        } else {
            how.accept(stream);
        }
    }

    @Override
    public void onOpen() {
        listener.onOpen();
    }

    @Override
    public void onLine(byte[] line) {
        listener.onLine(line);
    }

    @Override
    public void onEnd(Transport.End end) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        if (end instanceof Transport.End.Refused refusal
                && refusal.response().status() == LoginTransport.UNAUTHORIZED) {
            refused.run();
        }
        listener.onEnd(end);
    }
}
