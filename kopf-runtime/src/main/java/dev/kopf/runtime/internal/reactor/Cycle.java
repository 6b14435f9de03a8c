package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.internal.client.WriteResult;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What is done about one object when an event comes or its time has come (C-1): decide, call handlers, write once, remember.
 * Blocks while handlers and requests do. Safe for use by several threads, each with another object.
 */
final class Cycle {

    private final KindHandlers handlers;
    private final Collaborators with;
    private final CauseDetector detector;
    private final Decider decider;
    private final HandlingPass pass;

    Cycle(KindHandlers handlers, Collaborators with) {
        this.handlers = handlers;
        this.with = with;
        this.detector = new CauseDetector(with.persistence().finalizer());
        this.decider = new Decider(handlers, with.persistence().finalizer());
        this.pass = new HandlingPass(handlers, with);
    }

    /**
     * One cycle.
     *
     * @param subject which object
     * @param memory what is remembered of the object
     * @param arrived the newest event; null where it is only time
     * @param extra what else is to be written
     * @return what to remember; null where the object is gone
     */
    @Nullable
    Memory run(Subject subject, Memory memory, @Nullable WatchEvent arrived, Patch extra) {
        if (arrived != null && arrived.type() == WatchEvent.Type.DELETED) {
            return null;
        }
        if (arrived != null && memory.isStale(arrived.body())) {
            // An echo from before our own write: what that write made comes later.
            return extra.isEmpty() ? memory : new Round(subject, memory, arrived, extra).writeExtra();
        }
        WatchEvent event = arrived != null ? arrived : memory.held();
        if (event == null) {
            return memory;
        }
        return new Round(subject, memory, event, extra).run();
    }

    /** An object, and how the server serves its kind. */
    record Subject(ServedKind kind, ObjectRef object) {}

    /** Calls the handlers of raw events. What they set on the object is returned, to be written with the rest. */
    Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
        Cause cause = detect(memory, event);
        HandlerExecutor.Calls calls = with.executor().calls(new Situation(object, event, cause));
        Patch patch = Patch.EMPTY;
        for (Handler handler : handlers.events()) {
            HandlerState state = HandlerState.fresh(null, null, with.time().instant());
            try {
                patch = patch.merge(calls.call(handler, state).patch());
            } catch (StoppedException e) {
                break;
            }
        }
        return patch;
    }

    private Cause detect(Memory memory, WatchEvent event) {
        Persistence persistence = with.persistence();
        Body body = event.body();
        return detector.detect(
                event,
                persistence.lastHandled(body),
                persistence.essence(body, handlers.extraFields()),
                memory.initial());
    }

    /** One cycle of one object, on its way. */
    private final class Round {

        private final ServedKind kind;
        private final ObjectRef object;
        private final Logger logger;
        private final Patch extra;
        private Memory memory;
        private WatchEvent event;
        private boolean gone;

        Round(Subject subject, Memory memory, WatchEvent event, Patch extra) {
            this.kind = subject.kind();
            this.object = subject.object();
            this.memory = memory;
            this.event = event;
            this.extra = extra;
            this.logger = ObjectLogging.logger(object);
        }

        @Nullable
        Memory run() {
            Write unwritten = memory.unwritten();
            if (unwritten != null && !write(unwritten, true)) {
                return gone ? null : memory;
            }
            while (true) {
                Decision decision = decider.decide(event, detect(memory, event));
                if (decision instanceof Decision.AddFinalizer) {
                    logger.debug("Adding the finalizer, so that the deletion can be handled.");
                    if (!write(new Write(Patch.EMPTY, Write.FinalizerChange.ADD), false)) {
                        return gone ? null : memory;
                    }
                } else if (decision instanceof Decision.RemoveFinalizer) {
                    logger.debug("Removing the finalizer, which no handler needs.");
                    boolean written = write(new Write(Patch.EMPTY, Write.FinalizerChange.REMOVE), false);
                    return gone ? null : written ? memory.settled() : memory;
                } else if (decision instanceof Decision.Handle handle) {
                    return handle(handle.cause(), handle.handlers());
                } else {
                    memory = memory.settled();
                    return writeExtra();
                }
            }
        }

        /** What handlers of raw events have set, where nothing else is to be done. */
        @Nullable
        Memory writeExtra() {
            return write(new Write(extra, Write.FinalizerChange.NONE), true) || !gone ? memory : null;
        }

        private @Nullable Memory handle(Cause cause, List<Handler> selected) {
            String unreadable = with.persistence().essences().problem(event.body());
            if (unreadable != null) {
                logger.warn("{} The object counts as never handled.", unreadable);
            }
            Situation situation = new Situation(object, event, cause);
            HandlingPass.Result result =
                    pass.run(situation, selected, extra, checkpoint -> write(checkpoint, true) ? event.body() : null);
            if (gone) {
                return null;
            }
            Reaction reaction = result.reaction();
            if (reaction == null) {
                return memory; // a checkpoint failed, and what it left is owed
            }
            if (reaction.isFullyHandled()) {
                memory = memory.withFullyHandled();
            }
            if (!write(reaction.write(), true)) {
                return gone ? null : memory;
            }
            Duration delay = reaction.delay();
            return delay == null
                    ? memory.settled()
                    : memory.waiting(event, with.time().instant().plus(delay));
        }

        /** Writes; afterwards the event is the state that the write made. Where it failed, the memory says what is owed. */
        private boolean write(Write write, boolean keep) {
            WriteResult result = with.patcher().apply(object, kind, write, event.body());
            if (result instanceof WriteResult.Done done) {
                if (done.requests() > 0) {
                    memory = memory.written(done.body());
                    event = new WatchEvent(WatchEvent.Type.MODIFIED, done.body());
                }
                return true;
            }
            if (result instanceof WriteResult.Gone) {
                logger.debug("The object is gone; there is nothing to write to.");
                gone = true;
                return false;
            }
            Duration pause = RetryPolicy.HANDLERS.delay(
                    memory.failures() + 1, with.chance().getAsDouble());
            Write rest = write;
            if (result instanceof WriteResult.Failed failed) {
                rest = failed.rest();
                pause = failed.retryAfter() != null && failed.retryAfter().compareTo(pause) > 0
                        ? failed.retryAfter()
                        : pause;
                logger.error(
                        "What was done cannot be stored: {} Trying again in {} s.",
                        failed.problem(),
                        pause.toMillis() / 1000.0);
            } else if (result instanceof WriteResult.Conflict conflict) {
                rest = conflict.rest();
                logger.debug("The object has changed meanwhile; writing to its newer state.");
            }
            Instant until = with.time().instant().plus(pause);
            memory = memory.owing(event, until, keep ? rest : null);
            return false;
        }
    }
}
