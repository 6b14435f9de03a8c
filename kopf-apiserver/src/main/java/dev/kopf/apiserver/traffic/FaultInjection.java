package dev.kopf.apiserver.traffic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand, to see what a client does about them.
 *
 * <p>Thread-safe. Faults that were asked for hold from the next request on; {@link #clear()} takes back those that did not happen yet.
 * A request that fails by a fault changes nothing on the server.
 */
public final class FaultInjection {

    private static final String BEARER = "Bearer ";

    private final List<Fault> pending = new ArrayList<>();
    private final Runnable dropWatches;
    private final Runnable compact;
    private @Nullable Set<String> tokens;
    private int refusals;

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

    /** Refuses with 401 whatever comes without one of these tokens, from the next request on. Watches that are open go on. */
    public synchronized void acceptOnly(String... bearerTokens) {
        tokens = Set.of(bearerTokens);
    }

    /** How many requests were refused for want of a token that is accepted. */
    public synchronized int refusals() {
        return refusals;
    }

    /** Takes back the faults that did not happen yet; any token is accepted again, and none is needed. */
    public synchronized void clear() {
        pending.clear();
        tokens = null;
    }

    /** Whether a request with this {@code Authorization} header is served at all; counts those that are not. */
    public synchronized boolean accepts(@Nullable String authorization) {
        boolean isKnown = authorization != null
                && authorization.startsWith(BEARER)
                && tokens != null
                && tokens.contains(authorization.substring(BEARER.length()));
        boolean accepted = tokens == null || isKnown;
        refusals += accepted ? 0 : 1;
        return accepted;
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
