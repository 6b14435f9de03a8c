package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.internal.background.KindBackground;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.WriteResult;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.internal.execution.SubHandlerRunner;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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
    private final Places places;

    /** Null where the kind has no daemons and timers. */
    private final @Nullable KindBackground background;

    /** Who indexes what did not come by an event. */
    private final BiConsumer<ObjectRef, WatchEvent> indexing;

    /**
     * @param places where it is worked; no further handler is called while they pause
     * @param indexing told of each state that did not come by an event, before handlers see it
     */
    Cycle(
            KindHandlers handlers,
            Collaborators with,
            Places places,
            @Nullable KindBackground background,
            BiConsumer<ObjectRef, WatchEvent> indexing) {
        this.handlers = handlers;
        this.with = with;
        this.background = background;
        this.indexing = indexing;
        this.detector = new CauseDetector(with.persistence().finalizer());
        this.decider = new Decider(handlers, with.persistence().finalizer());
        this.pass = new HandlingPass(handlers, with, background);
        this.places = places;
    }

    /** How long the end of an object that is not found is waited for, before it is looked for again. */
    static final Duration END_OF_THE_GONE = Duration.ofSeconds(5);

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
    Memory run(Subject subject, Memory memory, @Nullable WaitingState arrived, Patch extra) {
        if (arrived != null && arrived.type() == WatchEvent.Type.DELETED) {
            return null;
        }
        if (memory.isMissing() && isPausing(memory)) {
            Memory more = owingMore(memory, extra);
            return arrived == null ? more : more.holding(arrived);
        }
        if (memory.isMissing()) {
            return run(subject, memory.withoutVersion(), arrived, extra);
        }
        if (arrived != null && memory.isStale(arrived.resourceVersion())) {
            // An echo from before our own write: what that write made comes later.
            boolean waits = !memory.basis().isInDoubt() || memory.wakeAt() != null;
            return extra.isEmpty() && waits ? memory : writeMore(subject, memory, arrived, extra);
        }
        if (arrived != null && isPausing(memory) && !isNews(memory.held(), arrived)) {
            return owingMore(memory, extra, arrived).holding(newest(memory.held(), arrived));
        }
        WaitingState next = arrived != null ? arrived : memory.held();
        if (next == null) {
            return memory;
        }
        if (next instanceof WaitingState.Whole whole && !memory.basis().isInDoubt()) {
            return new Round(this, subject, memory, whole.event(), extra).run();
        }
        return look(subject, memory, keyOf(next), extra);
    }

    /** What is in doubt is settled by what there is, and not by what the watch has come to (N-10). */
    private WaitingState.Key keyOf(WaitingState state) {
        return state instanceof WaitingState.Whole whole
                ? WaitingState.Key.of(whole.event(), digest(whole.event()), false)
                : (WaitingState.Key) state;
    }

    /** What handlers of raw events have set, when nothing else is to be looked at. What is owed already is written with it. */
    private @Nullable Memory writeMore(Subject subject, Memory memory, WaitingState arrived, Patch extra) {
        Memory more = owingMore(memory, extra, arrived);
        if (isPausing(memory)) {
            return more;
        }
        WaitingState state = memory.held() != null ? memory.held() : arrived;
        return state instanceof WaitingState.Whole whole && !memory.basis().isInDoubt()
                ? new Round(this, subject, more, whole.event(), Patch.EMPTY).writeOwed()
                : look(subject, memory, keyOf(state), extra);
    }

    /**
     * Asks for a state of which only the key was kept (P6), and goes on with what is found, which is as new as it gets: as if an event had
     * brought it. Those who see every event are shown no state but those of events, as the next one is on its way.
     */
    private @Nullable Memory look(Subject subject, Memory memory, WaitingState.Key key, Patch extra) {
        ObjectRef object = subject.object();
        WriteResult found = with.patcher().look(object);
        if (found instanceof WriteResult.Done now) {
            WatchEvent event = new WatchEvent(key.type(), now.body());
            indexing.accept(object, event);
            boolean shown =
                    key.isUnseen() && key.resourceVersion().equals(now.body().resourceVersion());
            Patch more = shown ? extra.merge(spy(object, memory, event)) : extra;
            return new Round(this, subject, memory.askedFor(now.body()), event, more).run();
        }
        Memory more = owingMore(memory, extra);
        if (found instanceof WriteResult.Failed failed) {
            Duration pause = pause(memory, failed.retryAfter());
            ObjectLogging.logger(object)
                    .error(
                            "Its state cannot be read: {} Trying again in {} s.",
                            failed.problem(),
                            pause.toMillis() / 1000.0);
            return more.owing(key.unread(), with.time().instant().plus(pause), more.unwritten());
        }
        return more.missing(key, with.time().instant().plus(END_OF_THE_GONE), more.unwritten());
    }

    private static Memory owingMore(Memory memory, Patch extra) {
        return extra.isEmpty() ? memory : memory.owingMore(extra);
    }

    /** What is owed more was decided on this state. */
    private static Memory owingMore(Memory memory, Patch extra, WaitingState arrived) {
        Memory more = owingMore(memory, extra);
        return arrived instanceof WaitingState.Whole whole && !extra.isEmpty()
                ? more.basedOn(memory.basis().and(Basis.of(whole.event().body(), extra.fields())))
                : more;
    }

    /**
     * How long a failed request is not tried again (R3).
     *
     * @param retryAfter how long the server asks to wait; null where it does not
     */
    Duration pause(Memory memory, @Nullable Duration retryAfter) {
        Duration pause =
                RetryPolicy.HANDLERS.delay(memory.failures() + 1, with.chance().getAsDouble());
        return retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
    }

    Collaborators with() {
        return with;
    }

    /** Lets daemons and timers begin and end as the object has come to be; whether they need our finalizer (C-21). */
    boolean attend(ObjectRef object, WatchEvent event, Cause cause) {
        return background != null && background.look(Workers.key(object), object, event, cause);
    }

    /** Lets daemons and timers of an object end that is being deleted. */
    void endAttendance(ObjectRef object, WatchEvent event) {
        if (background != null && event.body().isDeleting()) {
            background.end(Workers.key(object));
        }
    }

    /** A write has made this of an object, or it was asked for. */
    void wrote(ObjectRef object, WatchEvent event) {
        indexing.accept(object, event);
        if (background != null) {
            background.wrote(Workers.key(object), event.body());
        }
    }

    Places places() {
        return places;
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

    /** Whether handlers have reason to look at a state that they have not at the one before, as far as it is known. */
    boolean isNews(@Nullable WaitingState before, WaitingState now) {
        if (before == null || before.isDeleting() != now.isDeleting()) {
            return true;
        }
        if (before instanceof WaitingState.Whole known && now instanceof WaitingState.Whole whole) {
            return !essence(known.event()).equals(essence(whole.event()));
        }
        if (before instanceof WaitingState.Key key && key.isUnread() && now instanceof WaitingState.Key) {
            return false; // nobody is asked again before its time
        }
        String known = digest(before);
        return known == null || !known.equals(digest(now));
    }

    private static WaitingState newest(@Nullable WaitingState held, WaitingState arrived) {
        return held instanceof WaitingState.Key before && before.isUnread() && arrived instanceof WaitingState.Key key
                ? before.followedBy(key)
                : arrived;
    }

    private @Nullable String digest(WaitingState state) {
        return state instanceof WaitingState.Whole whole ? digest(whole.event()) : ((WaitingState.Key) state).digest();
    }

    /** The digest of the essence of a state. */
    String digest(WatchEvent event) {
        return essence(event).digest();
    }

    private Essence essence(WatchEvent event) {
        return with.persistence().essence(event.body(), handlers.extraFields(), handlers.secrets());
    }

    /**
     * An object, and how the server serves its kind.
     *
     * @param turnsOfOthers how often others had had their turn when what is known of it was not outdated
     */
    record Subject(ServedKind kind, ObjectRef object, int turnsOfOthers) {}

    /** Calls the handlers of raw events. What they set on the object is returned, to be written with the rest. */
    Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
        Cause cause = detect(memory, event);
        HandlerExecutor.Calls calls = with.executor().calls(new Situation(object, event, cause));
        Patch patch = Patch.EMPTY;
        for (Handler handler : handlers.events(event.body(), cause)) {
            HandlerState state = HandlerState.fresh(null, null, with.time().instant());
            try {
                patch = patch.merge(calls.call(new Selected(handler, cause), state, SubHandlerRunner.NONE)
                        .patch());
            } catch (StoppedException e) {
                break;
            }
        }
        return patch;
    }

    /** Whether nothing is owed to an object as it is, and nothing of it is to be remembered. */
    boolean isDone(Body body) {
        WatchEvent event = new WatchEvent(WatchEvent.Type.MODIFIED, body);
        Cause cause = detect(Memory.first(event), event);
        boolean attended = background != null && background.needsFinalizer(Workers.key(body), body, cause);
        Decision decision = decider.decide(event, cause, pass.stored(body), attended);
        if (decision instanceof Decision.Handle handle) {
            boolean isOwedMemory = handle.cause().reason() == Reason.CREATE && handlers.rememberEssence();
            return handle.handlers().isEmpty() && !isOwedMemory;
        }
        return decision instanceof Decision.Ignore;
    }

    Cause detect(Memory memory, WatchEvent event) {
        Persistence persistence = with.persistence();
        Body body = event.body();
        return detector.detect(event, persistence.lastHandled(body), essence(event), memory.initial());
    }
}
