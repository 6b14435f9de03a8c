package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.internal.client.Leftovers;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.internal.client.WriteResult;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One cycle of one object, on its way: what is known changes with each write. Not safe for use by several threads. */
final class Round {

    /** How often a write that meets others' is tried again when the operator ends. */
    private static final int LAST_TRIES = 5;

    private final Cycle cycle;
    private final Collaborators with;

    private final ServedKind kind;
    private final ObjectRef object;
    private final Logger logger;
    private Patch extra;
    private Memory memory;
    private WatchEvent event;
    private boolean rejected;

    /** Whether what is written is owed from before others had their turn. */
    private boolean isInDoubt;

    /** Whether handlers were called in it. */
    private boolean hasHandled;

    /** How often others had had their turn when the object was last known to be so. */
    private final int turnsOfOthers;

    /** Whether what was stored was not there afterwards. */
    private boolean forgotten;

    /** What is remembered of handlers and cannot be stored, as the server refuses what they have set; it is as if it were there. */
    private Patch kept = Patch.EMPTY;

    Round(Cycle cycle, Cycle.Subject subject, Memory memory, WatchEvent event, Patch extra) {
        this.cycle = cycle;
        this.with = cycle.with();
        this.kind = subject.kind();
        this.object = subject.object();
        this.memory = memory;
        this.event = event;
        this.extra = extra;
        this.turnsOfOthers = subject.turnsOfOthers();
        this.logger = ObjectLogging.logger(object);
    }

    @Nullable
    Memory run() {
        cycle.endAttendance(object, event); // also where nothing can be written, and so nothing is decided
        settleDoubt();
        Write doubtful = memory.unwritten();
        if (doubtful != null && isReleaseInDoubt(doubtful)) {
            memory = memory.withUnwritten(doubtful.undecided());
        }
        if (memory.unwritten() != null) {
            boolean news = cycle.isNews(memory.held(), WaitingState.of(event));
            Write refused = writeOwed().unwritten();
            if (refused != null && !(rejected && news)) {
                return memory;
            }
            if (refused != null && !giveUp(refused)) {
                return memory;
            }
            if (forgotten) {
                return withoutMemory();
            }
        }
        if (kept.isEmpty() && memory.isStale(event.body().resourceVersion())) {
            return memory.settled(); // what our write made comes later
        }
        boolean added = false;
        while (true) {
            WatchEvent seen = seen();
            Progress progress = cycle.pass().stored(seen.body());
            Cause detected = cycle.detect(memory, seen);
            boolean attended = cycle.attend(object, seen, detected);
            Decision decision = cycle.decider().decide(seen, detected, progress, attended);
            if (decision instanceof Decision.AddFinalizer) {
                if (added) {
                    return withoutFinalizer();
                }
                logger.debug("Adding the finalizer, so that the deletion can be handled.");
                if (!write(new Write(extra, Write.FinalizerChange.ADD), false)) {
                    return memory;
                }
                extra = Patch.EMPTY;
                added = true;
            } else if (decision instanceof Decision.RemoveFinalizer) {
                logger.debug("Removing the finalizer, which no handler needs.");
                boolean written = write(new Write(extra, Write.FinalizerChange.REMOVE), false);
                return written ? memory.settled() : memory;
            } else if (decision instanceof Decision.Handle handle) {
                hasHandled |= !handle.handlers().isEmpty();
                HandlingPass.Result result = handle(handle, progress);
                extra = Patch.EMPTY;
                memory = memory.withTurns(result.turns());
                if (result instanceof HandlingPass.Result.Done done) {
                    Memory after = react(done.reaction());
                    return forgotten ? withoutMemory() : after;
                }
                if (forgotten) {
                    return withoutMemory();
                }
                if (result instanceof HandlingPass.Result.Lost) {
                    return memory; // a checkpoint failed, and what it left is owed
                }
                // The rest is due now; but what has happened meanwhile is looked at first, and other objects have their
                // turn.
                return memory.waiting(WaitingState.of(event), with.time().instant());
            } else {
                memory = memory.settled();
                write(new Write(extra, Write.FinalizerChange.NONE), true);
                return memory;
            }
        }
    }

    /**
     * What was done before others had their turn is theirs to do where they have handled the object since: nothing of it is written over what
     * they have made, and what is still to be done is decided anew, as after a crash (N-10).
     */
    private void settleDoubt() {
        isInDoubt = memory.basis().isInDoubt();
        Write owed = memory.unwritten();
        if (!isInDoubt || owed == null) {
            return;
        }
        if (memory.basis().isStillThere(event.body(), owed.patch())) {
            memory = memory.basedOn(memory.basis().withoutDoubt());
            return;
        }
        logger.warn(Basis.GIVEN_UP, owed.patch().fieldNames());
        isInDoubt = false;
        memory = memory.decidedAnew();
    }

    /** What a write is decided on that has failed; what is remembered of handlers is, where it says something of that. */
    private Basis basis(Write write) {
        List<FieldPath> fields = write.patch().fields();
        List<FieldPath> remembered = cycle.pass().places(event.body());
        boolean remembers =
                fields.stream().anyMatch(field -> remembered.stream().anyMatch(place -> place.isPrefixOf(field)));
        Basis basis = Basis.of(event.body(), fields).and(Basis.of(event.body(), remembers ? remembered : List.of()));
        Basis whole = isInDoubt || isOvertaken() ? basis.inDoubt() : basis;
        return hasHandled || memory.basis().isOfHandlers() ? whole.ofHandlers() : whole;
    }

    /**
     * What the server does not take is given up for what handlers make of the newer state; not how often they have tried. It may have
     * been taken before, when no answer came: the state to go on with is asked for then.
     *
     * @return false where that could not be found out, and the write is owed still
     */
    private boolean giveUp(Write refused) {
        boolean done = false;
        if (refused.mayBeDone()) {
            if (!(with.patcher().look(object) instanceof WriteResult.Done now)) {
                return false;
            }
            took(now.body());
            done = with.patcher().isDone(refused, now.body());
        }
        isInDoubt = false;
        memory = memory.withoutUnwritten();
        kept = done ? Patch.EMPTY : refused.kept();
        return true;
    }

    /** Whether an object was to be released, and has changed before that was written: other handlers may be for it now. */
    private boolean isReleaseInDoubt(Write owed) {
        return owed.isRelease() && event.body().isDeleting() && cycle.isNews(memory.held(), WaitingState.of(event));
    }

    /** The event as it is to handlers, with what is remembered of them. */
    private WatchEvent seen() {
        return kept.isEmpty()
                ? event
                : new WatchEvent(
                        event.type(), new Body(kept.applyTo(event.body().fields())));
    }

    /** Writes what is owed, and the rest with it. */
    Memory writeOwed() {
        Write owed = memory.owingMore(extra).unwritten();
        extra = Patch.EMPTY;
        if (owed == null || write(owed, true)) {
            isInDoubt = false;
            memory = memory.withoutUnwritten();
            return memory.held() == null ? memory : memory.holding(WaitingState.of(event));
        }
        return memory;
    }

    /** Whoever drops the finalizer is not to be fought (P4); nothing is handled, as the deletion could not be. */
    private Memory withoutFinalizer() {
        Duration pause = RetryPolicy.HANDLERS.limit();
        logger.error(
                "The finalizer was added and is not there: something in the cluster drops it. Trying again in {} s.",
                pause.toSeconds());
        return memory.owing(WaitingState.of(event), with.time().instant().plus(pause), null);
    }

    /** What cannot be remembered is not to be done again and again (P4): neither at the echo of our own write, nor soon. */
    private Memory withoutMemory() {
        Duration pause = RetryPolicy.HANDLERS.limit();
        logger.error(
                "What was stored on the object is not there: the schema of its kind drops it, or something in the cluster"
                        + " does. Nothing can be remembered. Handling it again in {} s, and when it changes.",
                pause.toSeconds());
        return memory.owing(WaitingState.of(event), with.time().instant().plus(pause), null);
    }

    private boolean isRemembered(Write written, Body before) {
        Patch patch = written.patch().withoutEdits();
        return written.isRelease()
                || Leftovers.of(patch, event.body()).isEmpty()
                || cycle.pass().isSameMemory(new Body(patch.applyTo(before.fields())), event.body());
    }

    private HandlingPass.Result handle(Decision.Handle decision, Progress progress) {
        WatchEvent seen = seen();
        String unreadable = with.persistence().essences().problem(seen.body());
        if (unreadable != null) {
            logger.warn("{} The object counts as never handled.", unreadable);
        }
        Situation situation = new Situation(object, seen, decision.cause());
        return cycle.pass()
                .run(
                        situation,
                        decision.handlers(),
                        progress,
                        new PassRun.Terms(
                                extra, checkpoint -> write(checkpoint, true), this::isOvertaken, memory.turns()));
    }

    private @Nullable Memory react(Reaction reaction) {
        if (reaction.isFullyHandled()) {
            memory = memory.withFullyHandled();
        }
        if (!write(reaction.write(), true)) {
            return memory;
        }
        Duration delay = reaction.delay();
        return delay == null
                ? memory.settled()
                : memory.waiting(WaitingState.of(event), with.time().instant().plus(delay));
    }

    /**
     * Writes; afterwards the event is the state that the write made. Where it failed, the memory says what is owed.
     *
     * @param finalizerOwed whether a change of the finalizer is owed then; else it is decided anew
     */
    private boolean write(Write write, boolean finalizerOwed) {
        Write whole = write.after(kept);
        kept = Patch.EMPTY;
        Write finished = finish(whole);
        boolean overtaken = !finished.isEmpty() && isOvertaken();
        if (overtaken) {
            if (!isLeftToUs(finished, owed(whole, finalizerOwed))) {
                return false;
            }
            finished = finish(whole);
        }
        boolean exact = isInDoubt || overtaken; // else others would be written over that are late (N-10)
        Body body = event.body();
        WriteResult result = apply(finished, exact);
        for (int i = 0; i < LAST_TRIES && result instanceof WriteResult.Conflict conflict; i++) {
            if (!with.stopping().getAsBoolean()
                    || !(with.patcher().look(object) instanceof WriteResult.Done now)
                    || (exact
                            && !basis(finished)
                                    .isStillThere(now.body(), conflict.rest().patch()))) {
                break;
            }
            // There will be no other cycle for the newer state, and what was done is to be stored (R8).
            took(now.body());
            result = apply(conflict.rest(), exact);
        }
        if (result instanceof WriteResult.Done done) {
            if (done.requests() > 0) {
                took(done.body());
                forgotten |= !isRemembered(finished, body);
            }
            return true;
        }
        if (result instanceof WriteResult.Gone) {
            logger.debug("The object is gone; there is nothing to write to.");
            memory = memory.missing(
                            WaitingState.of(event),
                            with.time().instant().plus(Cycle.END_OF_THE_GONE),
                            owed(whole, finalizerOwed))
                    .basedOn(basis(finished));
            return false;
        }
        if (result instanceof WriteResult.Failed failed) {
            rejected = failed.isRejected();
            owe(owed(failed.rest(), finalizerOwed), failed, finished);
        } else if (result instanceof WriteResult.Conflict conflict) {
            logger.debug("The object has changed meanwhile; writing to its newer state.");
            Duration pause = cycle.pause(memory, null);
            memory = memory.contended(
                            WaitingState.of(event),
                            with.time().instant().plus(pause),
                            owed(conflict.rest(), finalizerOwed))
                    .basedOn(basis(finished));
        }
        return false;
    }

    private Write finish(Write write) {
        return write.withPatch(with.persistence().finish(event.body(), write.patch()));
    }

    /** Whether others have their turn, or had it, since it began. */
    private boolean isOvertaken() {
        return cycle.places().isPaused() || cycle.places().turnsOfOthers() != turnsOfOthers;
    }

    /**
     * Handlers that have begun go on while others have taken over, and may take longer than these: what they did is not written over what others
     * have made of the object meanwhile (N-10), but onto what else has become of it. Where that cannot be found out it is owed; or written, if
     * the operator ends, as nothing can be owed then.
     */
    private boolean isLeftToUs(Write write, @Nullable Write owed) {
        WriteResult found = with.patcher().look(object);
        if (found instanceof WriteResult.Failed failed && !with.stopping().getAsBoolean()) {
            owe(owed, failed, write);
            return false;
        }
        if (!(found instanceof WriteResult.Done now)) {
            return true;
        }
        Basis before = basis(write);
        if (before.isStillThere(now.body(), write.patch())) {
            if (write.finalizer() == Write.FinalizerChange.NONE) { // else it is decided anew, for what else has changed
                event = new WatchEvent(event.type(), now.body());
            }
            return true;
        }
        logger.warn(Basis.GIVEN_UP, write.patch().fieldNames());
        memory = memory.basedOn(before).decidedAnew();
        took(now.body());
        memory = memory.waiting(WaitingState.of(event), with.time().instant());
        return false;
    }

    /** It is tried again when it is time, for the state that there is now. */
    private void owe(@Nullable Write owed, WriteResult.Failed failed, Write write) {
        Duration pause = cycle.pause(memory, failed.retryAfter());
        logger.error(
                "What was done cannot be stored: {} Trying again in {} s.",
                failed.problem(),
                pause.toMillis() / 1000.0);
        memory = memory.owing(WaitingState.of(event), with.time().instant().plus(pause), owed)
                .basedOn(basis(write));
    }

    private WriteResult apply(Write write, boolean exact) {
        Body body = event.body();
        WriteResult result = exact
                ? with.patcher().applyTo(object, kind, write, body)
                : with.patcher().apply(object, kind, write, body);
        if (result instanceof WriteResult.Partly partly) {
            took(partly.body());
            return partly.rest();
        }
        return result;
    }

    /** What a write has made is as new as it gets (P3). */
    private void took(Body body) {
        memory = memory.written(body);
        event = new WatchEvent(WatchEvent.Type.MODIFIED, body);
        cycle.wrote(object, event);
    }

    private static @Nullable Write owed(Write rest, boolean finalizerOwed) {
        Write owed = finalizerOwed ? rest : rest.withoutFinalizer();
        return owed.isEmpty() ? null : owed;
    }
}
