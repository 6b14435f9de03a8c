package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.internal.client.Versions;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an object between two cycles. Of an object that nothing is owed to, no body is kept (P6).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param noticedByListing whether the object was there when the operator looked first (C-4)
 * @param fullyHandled whether a cause was handled to its end since (C-5)
 * @param awaitedVersion the resourceVersion that our last write made, or that was asked for since, until it has come back (P-20); null for none
 * @param held the newest state, or its key, while something is owed; null while nothing is
 * @param wakeAt when to look at the held state again; null for only when an event comes
 * @param unwritten what a failed write left to be written (R3); null for nothing
 * @param failures how many writes have failed one after the other
 * @param turns the handlers that were called since all that were due have been, in that order: others come first now (P1)
 * @param basis what was there when it failed what is unwritten
 */
record Memory(
        boolean noticedByListing,
        boolean fullyHandled,
        @Nullable String awaitedVersion,
        @Nullable WaitingState held,
        @Nullable Instant wakeAt,
        @Nullable Write unwritten,
        int failures,
        List<HandlerId> turns,
        Basis basis) {

    /** No state of an object that was released is of interest any more: only its end comes after that. */
    private static final String RELEASED = String.valueOf(Long.MAX_VALUE);

    /** Of an object that is seen for the first time. */
    static Memory first(WatchEvent event) {
        return new Memory(
                event.type() == WatchEvent.Type.LISTED, false, null, null, null, null, 0, List.of(), Basis.NONE);
    }

    /** Whether resume handlers are owed (C-4). */
    boolean initial() {
        return noticedByListing && !fullyHandled;
    }

    /** Whether nothing is owed to the object until it changes: all that has to be remembered is small (P6). */
    boolean isIdle() {
        return held == null && wakeAt == null && unwritten == null && failures == 0;
    }

    /** Whether this version of the object is older than what our own last write made, or what was asked for since (P3). */
    boolean isStale(String version) {
        return awaitedVersion != null && Versions.isBefore(version, awaitedVersion);
    }

    Memory withFullyHandled() {
        return new Memory(noticedByListing, true, awaitedVersion, held, wakeAt, unwritten, failures, turns, basis);
    }

    /** After a write that made a new version. */
    Memory written(Body body) {
        return new Memory(
                noticedByListing, fullyHandled, expectedVersion(body), held, wakeAt, null, 0, turns, Basis.NONE);
    }

    /** Whoever takes the last finalizer off an object that is being deleted is answered with the old version (C-27, P-23). */
    private static String expectedVersion(Body body) {
        boolean released = body.isDeleting() && body.finalizers().isEmpty();
        return released ? RELEASED : body.resourceVersion();
    }

    /** The object was asked for, and is so: what is older is not looked at any more (P3). */
    Memory askedFor(Body body) {
        return new Memory(
                noticedByListing,
                fullyHandled,
                body.resourceVersion(),
                held,
                wakeAt,
                unwritten,
                failures,
                turns,
                basis);
    }

    /** Nothing is owed any more. */
    Memory settled() {
        return new Memory(noticedByListing, fullyHandled, awaitedVersion, null, null, null, 0, List.of(), Basis.NONE);
    }

    /** Something is owed to this state, at that time. */
    Memory waiting(WaitingState state, Instant until) {
        return new Memory(noticedByListing, fullyHandled, awaitedVersion, state, until, null, 0, turns, Basis.NONE);
    }

    /** A write failed: what is left of it is owed to this state, at that time. */
    Memory owing(WaitingState state, Instant until, @Nullable Write rest) {
        return new Memory(
                noticedByListing, fullyHandled, awaitedVersion, state, until, rest, failures + 1, turns, basis);
    }

    /**
     * A write found no object: its end is to be heard of soon, and no state from before it is of interest. If nothing comes by that time, the
     * server was mistaken, and the write is owed to the newest state.
     */
    Memory missing(WaitingState state, Instant until, @Nullable Write rest) {
        return new Memory(noticedByListing, fullyHandled, RELEASED, state, until, rest, failures + 1, turns, basis);
    }

    /** Whether the object was not found when something was written to it. */
    boolean isMissing() {
        return RELEASED.equals(awaitedVersion) && held != null;
    }

    /** The object changed under a write, which is owed to the state that comes next; until that time if none comes. */
    Memory contended(WaitingState state, Instant until, @Nullable Write rest) {
        return new Memory(noticedByListing, fullyHandled, awaitedVersion, state, until, rest, 0, turns, basis);
    }

    /** Something more is owed, whatever the state; what was owed before stays owed. */
    Memory owingMore(Patch extra) {
        Write more = unwritten == null ? new Write(extra, Write.FinalizerChange.NONE) : unwritten.and(extra);
        return withUnwritten(more);
    }

    /** What is owed is given up, for what the newer state makes of it. */
    Memory withoutUnwritten() {
        return withUnwritten(null);
    }

    /** This is owed instead. */
    Memory withUnwritten(@Nullable Write other) {
        return new Memory(noticedByListing, fullyHandled, awaitedVersion, held, wakeAt, other, failures, turns, basis);
    }

    /** What is owed was decided on this. */
    Memory basedOn(Basis there) {
        return new Memory(
                noticedByListing, fullyHandled, awaitedVersion, held, wakeAt, unwritten, failures, turns, there);
    }

    /** As after a crash: what was done and not stored is decided anew, handlers of resuming included where such were called for it (R3). */
    Memory decidedAnew() {
        boolean handled = fullyHandled && !basis.isOfHandlers();
        return new Memory(noticedByListing, handled, awaitedVersion, held, wakeAt, null, 0, List.of(), Basis.NONE);
    }

    /** A newer state, that is to wait as the one before. */
    Memory holding(WaitingState state) {
        return new Memory(
                noticedByListing, fullyHandled, awaitedVersion, state, wakeAt, unwritten, failures, turns, basis);
    }

    /** No version is awaited any more. */
    Memory withoutVersion() {
        return new Memory(noticedByListing, fullyHandled, null, held, wakeAt, unwritten, failures, turns, basis);
    }

    /** The clock went back by so much, and the time to wake at with it: no pause is longer than when it was set. */
    Memory earlier(Duration back) {
        return wakeAt == null
                ? this
                : new Memory(
                        noticedByListing,
                        fullyHandled,
                        awaitedVersion,
                        held,
                        wakeAt.minus(back),
                        unwritten,
                        failures,
                        turns,
                        basis);
    }

    /** These handlers were called since all that were due have been. */
    Memory withTurns(List<HandlerId> called) {
        return new Memory(
                noticedByListing, fullyHandled, awaitedVersion, held, wakeAt, unwritten, failures, called, basis);
    }

    /** Whether writes have failed and are not to be tried again yet (R3). */
    boolean isPausing(Instant now) {
        return failures > 0 && wakeAt != null && wakeAt.isAfter(now);
    }
}
