package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a handler that is about no object, and what becomes of it (L-30): the one catch around such code of the author.
 *
 * @param type Kopf's word for the sort of handler
 * @param options its id, and how it is retried
 * @param services what it needs
 */
record ActivityAttempt(String type, HandlerOptions options, Services services) {

    static final Logger LOGGER = LoggerFactory.getLogger("kopf.activities");

    /** What is called. */
    interface Call {
        void run(ActivityContext context) throws Exception;
    }

    /**
     * Calls the handler, unless it has used up its time or its attempts.
     *
     * @param silent whether nobody is to hear of an error any more
     */
    Outcome outcome(HandlerState before, Call call, BooleanSupplier silent) {
        Outcome limit = ErrorRules.limitReached(options, before, services.time().instant());
        if (limit != null) {
            return limit;
        }
        try {
            LOGGER.debug("The {} handler '{}' is invoked.", type, id());
            call.run(new ActivityCall(id(), before, services));
            LOGGER.info("The {} handler '{}' succeeded.", type, id());
            return new Outcome.Succeeded(null);
        } catch (Throwable thrown) { // the author's code: an Error is an outcome too (R15)
            return failed(before, thrown, silent);
        }
    }

    /** What an error means; it is said, too. */
    Outcome failed(HandlerState before, Throwable thrown, BooleanSupplier silent) {
        Outcome outcome = ErrorRules.thrown(
                thrown,
                options,
                before,
                services.time().instant(),
                services.chance().getAsDouble());
        if (!silent.getAsBoolean()) {
            Thrown.tell(thrown, shown -> tell(outcome, shown));
        }
        return outcome;
    }

    private void tell(Outcome outcome, Throwable thrown) {
        boolean spoken = thrown instanceof PermanentException || thrown instanceof TemporaryException;
        Throwable trace = spoken ? null : thrown;
        if (outcome instanceof Outcome.Retry retry) {
            Duration delay = retry.delay() == null ? Duration.ZERO : retry.delay();
            LOGGER.error(
                    "The {} failed temporarily, and is retried in {} s: {}",
                    name(),
                    delay.toMillis() / 1000.0,
                    retry.message(),
                    trace);
        } else if (outcome instanceof Outcome.Failed failed) {
            LOGGER.error("The {} failed permanently: {}", name(), failed.message(), trace);
        } else {
            LOGGER.error("The {} failed, which is ignored.", name(), thrown);
        }
    }

    private HandlerId id() {
        return options.id();
    }

    /** The handler, for people. */
    String name() {
        return type + " handler '" + id() + "'";
    }
}
