package dev.kopf.runtime.progress;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.EssenceChange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of one handler so far (S-5). Times are kept to the microsecond, as they are stored.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param started when the handler was first selected
 * @param stopped when it was finished; null while it is not
 * @param delayed before when it must not be called; null for no such time
 * @param purpose what it was selected for, as {@link Reason#text()}; null where that is not known (S-17)
 * @param retries the number of attempts so far
 * @param success whether it succeeded
 * @param failure whether it failed for good
 * @param message the text of the last error; null where there was none
 * @param subrefs the ids of all sub-handlers at every depth
 * @param digest what the handler was shown; null where Kopf wrote the record, or rewrote it (R1, R21)
 * @param seen what it was called for since the stored essence, which an object may go back to (R1)
 * @param waited until when it only waited for its sub-handlers, which is not held against it (R5), or what else of its time is not: null where
 *     all is
 * @param paused since when it must not be called: when its last attempt ended; null where that is not known, or there is no such time
 */
public record HandlerState(
        Instant started,
        @Nullable Instant stopped,
        @Nullable Instant delayed,
        @Nullable String purpose,
        int retries,
        boolean success,
        boolean failure,
        @Nullable String message,
        List<String> subrefs,
        @Nullable String digest,
        Seen seen,
        @Nullable Instant waited,
        @Nullable Instant paused) {

    /** The digest of no content at all. */
    private static final String NO_CONTENT = "none";

    /** What Kopf writes as the message of a handler that waits for its sub-handlers. */
    private static final String KOPF_WAITS = "None";

    public HandlerState {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(seen, "seen");
        subrefs = List.copyOf(subrefs);
    }

    /** The state of a handler that is selected for the first time. */
    public static HandlerState fresh(@Nullable Reason purpose, @Nullable String digest, Instant now) {
        String text = purpose == null ? null : purpose.text();
        return new HandlerState(
                micros(now), null, null, text, 0, false, false, null, List.of(), digest, Seen.NOTHING, null, null);
    }

    /**
     * The state that a stored record describes.
     *
     * @param now counts as the start where the record has none
     * @throws IllegalArgumentException where a time in the record cannot be read (S-10)
     */
    public static HandlerState fromRecord(Map<String, @Nullable Object> record, Instant now) {
        return Records.read(record, micros(now));
    }

    /** The record to be stored, nulls included, in Kopf's order; our digest comes last, and only if there is one (S-5, R1). */
    public Map<String, @Nullable Object> toRecord() {
        return Records.write(this);
    }

    /** Whether it is not called again for what it was shown (S-7). */
    public boolean isFinished() {
        return success || failure;
    }

    /** Whether it is waiting for its time (S-7). */
    public boolean isSleeping(Instant now) {
        return !isFinished() && delayed != null && delayed.isAfter(now);
    }

    /** Whether it is to be called now (S-7). */
    public boolean isAwakened(Instant now) {
        return !isFinished() && !isSleeping(now);
    }

    /** Since when it is at it (G-6). */
    public Duration runtime(Instant now) {
        return Duration.between(started, now);
    }

    /** How long it must not be called yet; zero where it may be called. */
    public Duration remaining(Instant now) {
        return delayed != null && delayed.isAfter(now) ? Duration.between(now, delayed) : Duration.ZERO;
    }

    /** Whether the record was made for this purpose, or may have been (S-17). */
    public boolean isFor(@Nullable Reason other) {
        return purpose == null || other == null || purpose.equals(other.text());
    }

    /** This state of a handler that was selected before, and is called for the first time. */
    public HandlerState startingAt(Instant now) {
        return new HandlerState(
                micros(now),
                stopped,
                delayed,
                purpose,
                retries,
                success,
                failure,
                message,
                subrefs,
                digest,
                seen,
                waited,
                paused);
    }

    /** This state, for another purpose (S-16). */
    public HandlerState withPurpose(@Nullable Reason other) {
        String text = other == null ? null : other.text();
        return new HandlerState(
                started, stopped, delayed, text, retries, success, failure, message, subrefs, digest, seen, waited,
                paused);
    }

    /** This state after an attempt (S-8); one that only waits for sub-handlers is none (R5). */
    public HandlerState withOutcome(Outcome outcome, Instant now) {
        Instant at = micros(now);
        if (outcome instanceof Outcome.Waiting waiting) {
            Instant until = notBefore(now.plus(waiting.delay()));
            return new HandlerState(
                    started, null, until, purpose, retries, false, false, null, subrefs, digest, seen, until, null);
        }
        boolean ended = outcome.isFinal();
        boolean good = ended && outcome.message() == null;
        Duration delay = outcome.delay();
        return new HandlerState(
                started,
                stopped != null ? stopped : ended ? at : null,
                delay == null ? null : notBefore(now.plus(delay)),
                purpose,
                retries + 1,
                good,
                ended && !good,
                outcome.message(),
                subrefs,
                digest,
                seen,
                waited,
                null);
    }

    /** This state, where the handler was called for what differs so from the stored essence (R1). */
    public HandlerState afterSeeing(EssenceChange change) {
        Seen more = isFinished() ? seen.handling(change) : seen.attempting(change);
        return new HandlerState(
                started, stopped, delayed, purpose, retries, success, failure, message, subrefs, digest, more, waited,
                paused);
    }

    /**
     * Whether it only waits for its sub-handlers (R5). Where Kopf wrote the record the text says so: it has none of an error.
     */
    public boolean isWaiting() {
        return !isFinished() && !subrefs.isEmpty() && (message == null || message.equals(KOPF_WAITS));
    }

    /**
     * Whether we have selected it, and it was never called for what it is shown, or never to an end. Only a deletion shows nothing that a
     * digest could be of.
     */
    public boolean isUntried() {
        boolean ours = digest != null || Reason.DELETE.text().equals(purpose);
        return ours && retries == 0 && delayed == null && !isFinished() && subrefs.isEmpty();
    }

    /** How long it was at it by itself, without the time in which it waited for sub-handlers (R5). */
    public Duration ownRuntime(Instant now) {
        return isWaiting() || (waited != null && waited.isAfter(now))
                ? Duration.ZERO
                : Duration.between(waited == null ? started : waited, now);
    }

    /** This state after an attempt that ended at this time, from when on it waits, if it does. */
    public HandlerState pausedSince(Instant attempt) {
        return new HandlerState(
                started,
                stopped,
                delayed,
                purpose,
                retries,
                success,
                failure,
                message,
                subrefs,
                digest,
                seen,
                waited,
                delayed == null ? null : micros(attempt));
    }

    /** This state, where so much of the time of the last call went by in sub-handlers, which is not held against it (R5). */
    public HandlerState afterSubHandlers(Duration time) {
        if (time.isZero()) {
            return this;
        }
        return new HandlerState(
                started,
                stopped,
                delayed,
                purpose,
                retries,
                success,
                failure,
                message,
                subrefs,
                digest,
                seen,
                micros((waited == null ? started : waited).plus(time)),
                paused);
    }

    /**
     * This state where the handler is now shown something: whatever became of it for other content does not count, neither success nor
     * failure nor a pause, and it starts afresh (R1): a mistake that was mended is not waited for. A record without digest counts as
     * it counts to Kopf (R21).
     *
     * @param shown the digest of what the handler is shown now
     */
    public HandlerState forNewContent(String shown, Instant now) {
        if (shown.equals(digest)) {
            return this;
        }
        if (digest != null) {
            return new HandlerState(
                    micros(now), null, null, purpose, 0, false, false, null, subrefs, shown, seen, null, null);
        }
        return isFinished()
                ? this
                : new HandlerState(
                        started, stopped, delayed, purpose, retries, success, failure, message, subrefs, shown, seen,
                        waited, paused);
    }

    /** Whether it is done with something that the stored essence is behind of. */
    boolean isAhead() {
        return seen.handled() != null
                && !seen.handled().equals(EssenceChange.NONE)
                && (isFor(Reason.CREATE) || isFor(Reason.UPDATE));
    }

    /** What the handler has seen, and nothing else: it begins afresh, whatever it is shown next. */
    public HandlerState onlySeen() {
        return new HandlerState(
                started, null, null, purpose, 0, false, false, null, subrefs, NO_CONTENT, seen, null, null);
    }

    /** This state, with more sub-handlers known. */
    public HandlerState withSubrefs(Collection<String> more) {
        return withExactly(Stream.concat(subrefs.stream(), more.stream()));
    }

    /** This state, where the record of a sub-handler is no more. */
    public HandlerState withoutSubref(String id) {
        return withExactly(subrefs.stream().filter(subref -> !subref.equals(id)));
    }

    private HandlerState withExactly(Stream<String> ids) {
        List<String> all = ids.distinct().sorted().toList();
        return new HandlerState(
                started, stopped, delayed, purpose, retries, success, failure, message, all, digest, seen, waited,
                paused);
    }

    /** Nobody is called before it is due: the rest of a microsecond would be no pause at all. */
    private static Instant notBefore(Instant time) {
        return micros(time.plusNanos(999));
    }

    static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
