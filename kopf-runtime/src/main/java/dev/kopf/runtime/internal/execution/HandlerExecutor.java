package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.FilterException;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.client.EventSubject;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.internal.recording.CycleEvent;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import dev.kopf.runtime.progress.RecordPlaces;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Calls handlers. Whatever they throw ends here, as an outcome (R15). Safe for use by several threads.
 */
public final class HandlerExecutor {

    private final Services services;
    private final Watchdog watchdog;

    /** @param services what the execution needs from around it */
    public HandlerExecutor(Services services) {
        this.services = services;
        this.watchdog = new Watchdog(services.time(), services.interrupting());
    }

    /** What handlers share. */
    public Shared shared() {
        return services.shared();
    }

    /** How many handlers run now that have been said to take very long. */
    public int longRunning() {
        return watchdog.longRunning();
    }

    /**
     * Looks after what else of authors' code this thread runs for an object, such as filters and edits, until the watch is closed. Handlers
     * have watches of their own.
     */
    public Watchdog.Watch watch(ObjectRef object) {
        return watchdog.over(object, "Handling (a filter, an edit, a lifecycle or a write)");
    }

    /** Says of an object what whoever looks at it is to know (P7). */
    public void warn(ObjectRef object, String reason, String message) {
        services.events().post(EventSubject.of(object), "Warning", reason, message);
    }

    /** The calls of one pass over the handlers of an object, which share its decoded views. */
    public Calls calls(Situation situation) {
        return new Calls(new Pass(situation, services.mapper()), null);
    }

    /** One call of a daemon or a timer. */
    public Calls calls(Situation situation, Ongoing ongoing) {
        return new Calls(new Pass(situation, services.mapper()), ongoing);
    }

    /** The calls of one pass. Not safe for use by several threads. */
    public final class Calls {

        private final Pass pass;
        private final @Nullable Ongoing ongoing;

        private Calls(Pass pass, @Nullable Ongoing ongoing) {
            this.pass = pass;
            this.ongoing = ongoing;
        }

        /**
         * Calls a handler once, unless its limits are reached, and then the sub-handlers that it registered.
         *
         * @param state what became of it so far
         * @param subHandlers calls those
         * @throws StoppedException if the pass cannot go on, and nobody knows what the attempt would have come to
         */
        public Execution call(Selected selected, HandlerState state, SubHandlerRunner subHandlers) {
            Handler handler = selected.handler();
            Outcome limit = ErrorRules.limitReached(
                    handler.options(), state, services.time().instant());
            if (limit != null) {
                logger(handler).error("Handler '{}' failed permanently: {}", handler.id(), limit.message());
                return new Execution(told(handler, limit), Patch.EMPTY, false, Duration.ZERO);
            }
            SubHandlers subs = new SubHandlers(handler, selected.cause(), watched(subHandlers), services.time());
            CallContext context = new CallContext(
                    handler,
                    pass,
                    new CallContext.Attempt(selected.cause(), state.retries(), state.started(), ongoing),
                    subs,
                    services);
            Outcome outcome;
            try (ObjectLogging.Scope scope = ObjectLogging.with(pass.situation().object())) {
                outcome = attempt(handler, state, context, subs);
            }
            if (handler.type() == HandlerType.INDEX) { // which has nothing to write
                return new Execution(outcome, Patch.EMPTY, true, Duration.ZERO);
            }
            Object result = outcome instanceof Outcome.Succeeded succeeded ? succeeded.result() : null;
            Patch set = Results.deliver(context.edits().patch(), handler.id(), result);
            return new Execution(told(handler, outcome), set, true, subs.spent());
        }

        /** Whether it is a daemon or a timer that is to stop: however it ends, it is not called again. */
        private boolean isStopped() {
            return ongoing != null && ongoing.stopped().isSet();
        }

        private Outcome attempt(Handler handler, HandlerState state, CallContext context, SubHandlers subs) {
            try {
                logger(handler).debug("Handler '{}' is invoked.", handler.id());
                Object returned = watched(handler, state, context);
                if (handler.type() == HandlerType.INDEX) {
                    return new Outcome.Succeeded(returned); // as it is, as it is kept in memory
                }
                Object result = encoded(handler, returned);
                subs.run();
                Outcome outcome = outcome(result, subs);
                if (outcome.isFinal() && handler.type() != HandlerType.EVENT) {
                    logger(handler).info("Handler '{}' succeeded.", handler.id());
                }
                return outcome;
            } catch (Throwable thrown) { // the one catch around author code: an Error is an outcome too (R15)
                subs.rethrowStopped();
                if (subs.isPending(thrown)) {
                    return outcome(null, subs);
                }
                if (services.interrupting().getAsBoolean() || isStopped()) {
                    // Whatever it is, and however libraries have wrapped it: nobody knows what it would have come to.
                    throw new StoppedException(thrown);
                }
                return failed(handler, state.afterSubHandlers(subs.spent()), thrown);
            }
        }

        /** Calls the author's code. A handler that was interrupted at its timeout has failed by that, whatever it throws then. */
        private @Nullable Object watched(Handler handler, HandlerState state, CallContext context) throws Exception {
            Situation situation = pass.situation();
            CycleEvent.called(
                    handler.id().value(), String.valueOf(situation.cause().reason()));
            Watchdog.Watch watch = watchdog.over(
                    situation.object(),
                    handler,
                    ErrorRules.interruption(
                            handler.options(), state, services.time().instant()));
            try {
                return handler.function().call(context);
            } catch (Throwable thrown) {
                if (watch.endedByInterruption() && !services.interrupting().getAsBoolean()) {
                    throw new PermanentException(ErrorRules.timedOut(handler.options()), thrown);
                }
                throw thrown;
            } finally {
                watch.close();
            }
        }

        /** While sub-handlers run, the time of the one that registered them stands still (R5). */
        private SubHandlerRunner watched(SubHandlerRunner runner) {
            return new SubHandlerRunner() {
                @Override
                public RecordPlaces.@Nullable Taken take(HandlerId id) {
                    return runner.take(id);
                }

                @Override
                public @Nullable Duration run(Handler parent, Cause cause, List<Handler> handlers) {
                    try (Watchdog.Watch watch = watchdog.over(
                            pass.situation().object(), "Handling of sub-handlers of '" + parent.id() + "'")) {
                        return runner.run(parent, cause, handlers);
                    }
                }
            };
        }

        /** The parent is not done before its sub-handlers are. */
        private Outcome outcome(@Nullable Object result, SubHandlers subs) {
            Duration delay = subs.delay();
            return delay == null ? new Outcome.Succeeded(result) : new Outcome.Waiting(delay);
        }

        private Outcome failed(Handler handler, HandlerState state, Throwable thrown) {
            Instant now = services.time().instant();
            Outcome outcome = ErrorRules.thrown(
                    thrown, handler.options(), state, now, services.chance().getAsDouble());
            Thrown.tell(thrown, shown -> log(handler, outcome, shown));
            return outcome;
        }

        private Logger logger(Handler handler) {
            return services.logger(pass.situation().object(), handler);
        }

        /** An object that its delete handler keeps for good must not look as if it were merely slow to go (R11). */
        private Outcome told(Handler handler, Outcome outcome) {
            if (handler.type() == HandlerType.DELETE && outcome instanceof Outcome.Failed failed) {
                warn(
                        pass.situation().object(),
                        "DeletionFailed",
                        "Handler '" + handler.id() + "' failed for good: " + sentence(failed.message()));
            }
            return outcome;
        }

        private @Nullable Object encoded(Handler handler, @Nullable Object result) {
            try {
                return services.mapper().encode(result);
            } catch (IllegalArgumentException e) {
                throw new PermanentException(
                        "the result is nothing that JSON knows, so it cannot be kept in status." + handler.id() + ": "
                                + (result == null ? "null" : result.getClass().getName()),
                        e);
            }
        }

        private void log(Handler handler, Outcome outcome, Throwable thrown) {
            boolean spoken = thrown instanceof PermanentException
                    || (thrown instanceof TemporaryException && !(thrown instanceof FilterException));
            if (handler.type() == HandlerType.EVENT) {
                logger(handler).error("Handler '{}' of events failed, which is not repeated.", handler.id(), thrown);
            } else if (outcome instanceof Outcome.Retry retry) {
                String text = "Handler '{}' failed temporarily: {} It is retried in {} s.";
                Duration delay = retry.delay() == null ? Duration.ZERO : retry.delay();
                String seconds = String.valueOf(Math.round(delay.toMillis() / 100.0) / 10.0);
                String message = sentence(retry.message());
                if (spoken) {
                    logger(handler).error(text, handler.id(), message, seconds);
                } else {
                    logger(handler).error(text, handler.id(), message, seconds, thrown);
                }
            } else if (outcome instanceof Outcome.Failed failed) {
                if (spoken) {
                    logger(handler)
                            .error("Handler '{}' failed permanently: {}", handler.id(), sentence(failed.message()));
                } else {
                    logger(handler)
                            .error(
                                    "Handler '{}' failed permanently: {}",
                                    handler.id(),
                                    sentence(failed.message()),
                                    thrown);
                }
            } else {
                String ignored = handler.type() == HandlerType.INDEX
                        ? "Handler '{}' failed, which is ignored: its index keeps what it has of the object."
                        : "Handler '{}' failed, which is ignored.";
                logger(handler).error(ignored, handler.id(), thrown);
            }
        }
    }

    private static String sentence(String message) {
        String text = message.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
