package dev.kopf.apiserver.traffic;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The last requests, in the order of their answers. Thread-safe. */
public final class RequestLog {

    private static final int LIMIT = 100_000;

    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Remembers a request; the oldest is forgotten when there are too many. */
    public void add(Request request) {
        requests.add(request);
        if (size.incrementAndGet() > LIMIT && requests.poll() != null) {
            size.decrementAndGet();
        }
    }

    /** What is remembered. */
    public List<Request> all() {
        return List.copyOf(requests);
    }

    /** Forgets all. */
    public void clear() {
        while (requests.poll() != null) {
            size.decrementAndGet();
        }
    }
}
