package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.internal.execution.SubHandlerRunner;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.RecordPlaces;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one object when an event comes or its time has come (C-1): decide, call handlers, write once, remember.
 * Blocks while handlers and requests do. Safe for use by several threads, each with another object.
 */
final class Cycle {

    private static final SubHandlerRunner NO_SUB_HANDLERS = new SubHandlerRunner() {
        @Override
        public RecordPlaces.@Nullable Taken take(HandlerId id) {
            throw none();
        }

        @Override
        public @Nullable Duration run(Handler parent, Cause cause, List<Handler> handlers) {
            throw none();
        }

        private IllegalStateException none() {
            return new IllegalStateException(
                    "Handlers of events have no sub-handlers, as nothing is remembered of them.");
        }
    };

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
        if (memory.isMissing() && isPausing(memory)) {
            Memory more = extra.isEmpty() ? memory : memory.owingMore(extra);
            return arrived == null ? more : more.holding(arrived);
        }
        if (memory.isMissing()) {
            return run(subject, memory.withoutVersion(), arrived, extra);
        }
        if (arrived != null && memory.isStale(arrived.body())) {
            // An echo from before our own write: what that write made comes later.
            return extra.isEmpty() ? memory : writeMore(subject, memory, arrived, extra);
        }
        if (arrived != null && isPausing(memory) && !isNews(memory.held(), arrived)) {
            return (extra.isEmpty() ? memory : memory.owingMore(extra)).holding(arrived);
        }
        WatchEvent event = arrived != null ? arrived : memory.held();
        if (event == null) {
            return memory;
        }
        return new Round(this, subject, memory, event, extra).run();
    }

    /** What handlers of raw events have set, when nothing else is to be looked at. What is owed already is written with it. */
    private @Nullable Memory writeMore(Subject subject, Memory memory, WatchEvent arrived, Patch extra) {
        Memory more = memory.owingMore(extra);
        WatchEvent held = memory.held();
        return isPausing(memory)
                ? more
                : new Round(this, subject, more, held != null ? held : arrived, Patch.EMPTY).writeOwed();
    }

    Collaborators with() {
        return with;
    }

    Decider decider() {
        return decider;
    }

    HandlingPass pass() {
        return pass;
    }

    private boolean isPausing(Memory memory) {
        return memory.isPausing(with.time().instant());
    }

    /** Whether handlers have reason to look at a state that they have not at the one before. */
    boolean isNews(@Nullable WatchEvent before, WatchEvent now) {
        return before == null
                || before.body().isDeleting() != now.body().isDeleting()
                || !essence(before).equals(essence(now));
    }

    private Essence essence(WatchEvent event) {
        return with.persistence().essence(event.body(), handlers.extraFields(), handlers.secrets());
    }

    /** An object, and how the server serves its kind. */
    record Subject(ServedKind kind, ObjectRef object) {}

    /** Calls the handlers of raw events. What they set on the object is returned, to be written with the rest. */
    Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
        Cause cause = detect(memory, event);
        HandlerExecutor.Calls calls = with.executor().calls(new Situation(object, event, cause));
        Patch patch = Patch.EMPTY;
        for (Handler handler : handlers.events(event.body(), cause)) {
            HandlerState state = HandlerState.fresh(null, null, with.time().instant());
            try {
                patch = patch.merge(calls.call(new Selected(handler, cause), state, NO_SUB_HANDLERS)
                        .patch());
            } catch (StoppedException e) {
                break;
            }
        }
        return patch;
    }

    Cause detect(Memory memory, WatchEvent event) {
        Persistence persistence = with.persistence();
        Body body = event.body();
        return detector.detect(event, persistence.lastHandled(body), essence(event), memory.initial());
    }
}
