package dev.kopf.apiserver.traffic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Faults on demand, to see what a client does about them.
 *
 * <p>Thread-safe. Faults that were asked for hold from the next request on; {@link #clear()} takes back those that did not happen yet.
 * A request that fails by a fault changes nothing on the server.
 */
public final class FaultInjection {

    private final List<Fault> pending = new ArrayList<>();
    private final Runnable dropWatches;
    private final Runnable compact;

    /** Faults of a server that can drop its watches and compact its history. */
    public FaultInjection(Runnable dropWatches, Runnable compact) {
        this.dropWatches = dropWatches;
        this.compact = compact;
    }

    /** Answers the next matching requests with a status code such as 409, 429, 500 or 503, instead of serving them. */
    public synchronized void failNext(int times, int code, Predicate<Request> matching) {
        if (times < 1 || code < 400 || code > 599) {
            throw new IllegalArgumentException("not a fault: " + times + " times " + code);
        }
        pending.add(new Fault(matching, code, times));
    }

    /** Answers the next request, whichever it is, with a status code. */
    public void failNext(int code) {
        failNext(1, code, request -> true);
    }

    /** Cuts the connections of all open watches. */
    public void dropWatches() {
        dropWatches.run();
    }

    /** Forgets the history: a watch from any older version gets 410. Open watches go on. */
    public void compactHistory() {
        compact.run();
    }

    /** Takes back the faults that did not happen yet. */
    public synchronized void clear() {
        pending.clear();
    }

    /** The status code with which a request is to fail, if it is; counts. */
    public synchronized Optional<Integer> next(Request request) {
        for (Iterator<Fault> faults = pending.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.matching.test(request)) {
                fault.left--;
                if (fault.left == 0) {
                    faults.remove();
                }
                return Optional.of(fault.code);
            }
        }
        return Optional.empty();
    }

    private static final class Fault {

        private final Predicate<Request> matching;
        private final int code;
        private int left;

        Fault(Predicate<Request> matching, int code, int left) {
            this.matching = matching;
            this.code = code;
            this.left = left;
        }
    }
}
