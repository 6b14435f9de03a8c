package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a throw of a handler means (X-4, X-10, X-11, R15, R16). Pure functions: time and chance are arguments. */
final class ErrorRules {

    /** As much of a message as is kept: an annotation that is too long would be refused with all else in the write. */
    private static final int LONGEST_MESSAGE = 2_000;

    /** What is longer than this is as good as for ever, and can still be added to a time and told a timer. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(3_650);

    private ErrorRules() {}

    /** The failure of a handler that has used up its time or its attempts before it is called; null where it may be called. */
    static @Nullable Outcome limitReached(HandlerOptions options, HandlerState state, Instant now) {
        if (state.isWaiting()) {
            return null; // a call that only looks after sub-handlers is no attempt (R5)
        }
        if (options.timeout() != null && state.ownRuntime(now).compareTo(options.timeout()) >= 0) {
            return new Outcome.Failed(timedOut(options));
        }
        if (options.retries() != null && state.retries() >= options.retries()) {
            return new Outcome.Failed("Gave up after " + options.retries() + " attempts.");
        }
        return null;
    }

    /** What is said of a handler whose time is over. */
    static String timedOut(HandlerOptions options) {
        Duration timeout = options.timeout();
        return "Timed out after " + (timeout == null ? 0 : timeout.toSeconds()) + " s.";
    }

    /** When a handler that is called now is to be interrupted while it runs; null for never. */
    static @Nullable Instant interruption(HandlerOptions options, HandlerState state, Instant now) {
        Duration timeout = options.timeout();
        return timeout == null || !options.interruptAtTimeout() || state.isWaiting()
                ? null
                : now.plus(timeout.minus(state.ownRuntime(now)));
    }

    /** The outcome of a call that threw. */
    static Outcome thrown(Throwable thrown, HandlerOptions options, HandlerState state, Instant now, double chance) {
        String message = message(thrown);
        if (thrown instanceof PermanentException) {
            return new Outcome.Failed(message);
        }
        if (thrown instanceof TemporaryException temporary) {
            Duration delay = temporary.delay();
            return retry(message, delay != null ? delay : backoff(options, state, chance), options, state, now);
        }
        return switch (options.errors()) {
            case IGNORED -> new Outcome.Succeeded(null);
            case PERMANENT -> new Outcome.Failed(message);
            case TEMPORARY -> retry(message, backoff(options, state, chance), options, state, now);
        };
    }

    /** An attempt that would come too late, or be one too many, is not waited for. */
    private static Outcome retry(
            String message, Duration delay, HandlerOptions options, HandlerState state, Instant now) {
        boolean late = options.timeout() != null
                && state.ownRuntime(now).plus(bounded(delay)).compareTo(options.timeout()) >= 0;
        boolean last = options.retries() != null && state.retries() + 1 >= options.retries();
        return late || last ? new Outcome.Failed(message) : new Outcome.Retry(message, bounded(delay));
    }

    private static Duration backoff(HandlerOptions options, HandlerState state, double chance) {
        Duration own = options.backoff();
        return own != null ? own : RetryPolicy.HANDLERS.delay(state.retries() + 1, chance);
    }

    private static Duration bounded(Duration delay) {
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static String message(Throwable thrown) {
        String message = Thrown.message(thrown);
        if (message == null) {
            return thrown.getClass().getName();
        }
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        boolean splits = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1));
        return message.substring(0, splits ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE) + "…";
    }
}
