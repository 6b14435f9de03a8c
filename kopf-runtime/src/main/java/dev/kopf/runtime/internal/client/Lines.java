package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The lines to an API server: HTTP clients, over which requests and streams are spread. A server takes a bounded number of them at once over
 * one HTTP/2 connection, Kubernetes 100, and a watch is one of them for as long as it is open. The JDK's client opens no second connection
 * then: whatever comes on top fails. So a line takes half of that in streams, and the rest is for requests, which come and go; where that is
 * not enough, or a server takes fewer, another line is opened. Most operators never need a second one.
 *
 * <p>Safe for use by several threads.
 */
final class Lines {

    /** What goes over a line. */
    enum Use {
        /** Ends with its answer. */
        REQUEST,
        /** Ends when somebody ends it. */
        STREAM
    }

    /** So many streams at most share a line. */
    static final int MOST_STREAMS = 50;

    /** So many streams and requests: less than 100, as the server hears of the end of one later than we do. */
    static final int MOST_EXCHANGES = 90;

    /** What is refused over a connection that has all it may have; the server has not seen it. */
    private static final List<String> FULL = List.of("too many concurrent streams", "Stream not processed");

    private final Supplier<HttpClient> clients;
    private final Duration linger;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Line> left = new HashSet<>();
    private boolean closed;

    /** A client, with its connections. */
    static final class Line {

        private final HttpClient client;
        private int streams;
        private int exchanges;
        private boolean lingering;
        private volatile long answered = System.nanoTime();

        private Line(HttpClient client) {
            this.client = client;
        }

        HttpClient client() {
            return client;
        }

        /** A request was answered, to its last byte. */
        void answered() {
            answered = System.nanoTime();
        }

        private boolean takes(Use use) {
            return exchanges < MOST_EXCHANGES && (use == Use.REQUEST || streams < MOST_STREAMS);
        }

        private void count(Use use, int change) {
            exchanges += change;
            streams += use == Use.STREAM ? change : 0;
        }
    }

    /**
     * @param clients makes a client
     * @param linger how long a line that was opened for want of room stays when nothing goes over it
     */
    Lines(Supplier<HttpClient> clients, Duration linger) {
        this.clients = clients;
        this.linger = linger;
    }

    /** A line that has room; whoever takes it gives it back. */
    synchronized Line take(Use use) {
        if (closed) {
            throw new IllegalStateException("The connection is closed.");
        }
        for (Line line : lines) {
            if (line.takes(use)) {
                line.count(use, 1);
                return line;
            }
        }
        Line line = new Line(clients.get());
        lines.add(line);
        line.count(use, 1);
        return line;
    }

    /** What went over a line has ended. */
    synchronized void giveBack(Line line, Use use) {
        line.count(use, -1);
        if (line.exchanges > 0) {
            return;
        }
        if (left.remove(line)) {
            line.client.close();
        } else if (lines.indexOf(line) > 0 && !line.lingering) {
            line.lingering = true;
            CompletableFuture.delayedExecutor(linger.toNanos(), TimeUnit.NANOSECONDS, HttpClients.background())
                    .execute(() -> endIdle(line));
        }
    }

    private synchronized void endIdle(Line line) {
        line.lingering = false;
        if (line.exchanges == 0 && lines.indexOf(line) > 0) {
            lines.remove(line);
            line.client.close();
        }
    }

    /**
     * Nothing more goes over a line, unless a request was answered over it since. The lines of streams say nothing: theirs may be another
     * connection of the same client than the one that requests are sent over.
     */
    synchronized void leaveUnlessAnswered(Line line, long since) {
        if (line.answered - since <= 0) {
            leave(line);
        }
    }

    /** Nothing more goes over a line. What is under way may come to its end; with the last of it the line is closed. */
    synchronized void leave(Line line) {
        if (!lines.remove(line)) {
            return;
        }
        if (line.exchanges > 0) {
            left.add(line);
        } else {
            line.client.close();
        }
    }

    /** Whether something failed because there is no room for it, and goes over another line. */
    static boolean isForWantOfRoom(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (FULL.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    synchronized void close() {
        closed = true;
        lines.forEach(line -> line.client.close());
        left.forEach(line -> line.client.close());
        lines.clear();
        left.clear();
    }
}
