package dev.kopf.runtime.internal.client;

import java.util.concurrent.CompletableFuture;

/**
 * The one seam to the API server: everything that the runtime asks for goes through here, and a simulation stands in its place.
 * Safe for use by several threads.
 */
public interface Transport extends AutoCloseable {

    /** The URL of the API server, for messages. */
    String server();

    /** Sends a request and reads the whole answer. Fails with an {@link java.io.IOException} where there was none. */
    CompletableFuture<ApiResponse> send(ApiRequest request);

    /**
     * Opens a stream of lines. The listener hears of every line in order, and of the end once.
     *
     * @return ends the stream; the listener still hears of the end
     */
    Stream stream(ApiRequest request, Listener listener);

    @Override
    void close();

    /** An open stream. */
    interface Stream {
        /** Ends the stream; may be called more than once. */
        void cancel();

        /** Ends a stream that has been silent for too long: its connection may be dead, and is not asked for anything more (W-5). */
        default void giveUp() {
            cancel();
        }
    }

    /** Hears of a stream; its methods return at once and are called one after the other. */
    interface Listener {
        /** The server has answered with success, and lines follow. */
        void onOpen();

        /** A line, without its end, in UTF-8. */
        void onLine(byte[] line);

        /** The stream has ended: regularly, or refused, or broken. */
        void onEnd(End end);
    }

    /** How a stream ended. */
    sealed interface End {
        /** The server ended it, or we did. */
        record Closed() implements End {}

        /** The server refused it. */
        record Refused(ApiResponse response) implements End {}

        /** The connection broke. */
        record Broken(Throwable cause) implements End {}
    }
}
