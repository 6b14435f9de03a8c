package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.internal.execution.Execution;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the awakened handlers of a cause, in order of registration, folded into one reaction (R7). Safe for use by several
 * threads, each with another object.
 */
final class HandlingPass {

    private final KindHandlers handlers;
    private final Collaborators with;
    private final List<HandlerId> ids;

    HandlingPass(KindHandlers handlers, Collaborators with) {
        this.handlers = handlers;
        this.with = with;
        this.ids = handlers.changing().stream().map(Handler::id).toList();
    }

    /**
     * What a pass came to.
     *
     * @param reaction what is to be done now; null where a checkpoint failed
     */
    record Result(@Nullable Reaction reaction) {}

    /**
     * Runs a pass.
     *
     * @param extra what else is to be written
     * @param checkpoint stores what is finished so far, and gives the state of the object after that; null where it failed
     */
    Result run(Situation situation, List<Handler> selected, Patch extra, Function<Write, @Nullable Body> checkpoint) {
        Cause cause = situation.cause();
        Progress progress = begin(situation, selected);
        progress.problems()
                .forEach(problem ->
                        ObjectLogging.logger(situation.object()).warn("{} It counts as not there.", problem));
        HandlerExecutor.Calls calls = with.executor().calls(situation);
        Patch patch = extra;
        Body body = situation.body();
        Instant stored = with.time().instant();
        boolean unstored = false;
        boolean cutShort = false;
        for (Handler handler : selected) {
            HandlerState state = Objects.requireNonNull(progress.state(handler.id()), "a selected handler has a state");
            if (!state.isAwakened(with.time().instant())) {
                continue;
            }
            if (with.stopping().getAsBoolean()) {
                cutShort = true;
                break;
            }
            if (unstored && isCheckpointDue(stored)) {
                Body after = checkpoint.apply(new Write(
                        progress.store(with.persistence().progress(), body, patch), Write.FinalizerChange.NONE));
                if (after == null) {
                    return new Result(null);
                }
                body = after;
                patch = Patch.EMPTY;
                stored = with.time().instant();
            }
            Execution execution;
            try {
                execution = calls.call(handler, state);
            } catch (StoppedException e) {
                cutShort = true;
                break;
            }
            progress = progress.withOutcomes(
                    Map.of(handler.id(), execution.outcome()), with.time().instant());
            patch = patch.merge(execution.patch());
            unstored = true;
        }
        if (cutShort && !unstored) {
            // Nothing was done, and so there is nothing to remember but what others have set.
            return new Result(new Reaction(new Write(patch, Write.FinalizerChange.NONE), null, false));
        }
        return new Result(fold(cause, progress, body, patch));
    }

    private Progress begin(Situation situation, List<Handler> selected) {
        Instant now = with.time().instant();
        Progress progress = Progress.load(with.persistence().progress(), situation.body(), ids, now)
                .withPurpose(situation.cause().reason());
        if (situation.cause().reason() == Reason.DELETE) {
            // A deletion is one and the same, however the object changes meanwhile (C-10).
            return progress.withHandlers(selected.stream().map(Handler::id).toList(), now);
        }
        Map<HandlerId, String> shown = new LinkedHashMap<>();
        for (Handler handler : selected) {
            shown.put(handler.id(), situation.cause().newEssence().digest(handler.owed()));
        }
        return progress.withHandlers(shown, now);
    }

    private boolean isCheckpointDue(Instant stored) {
        Duration since = Duration.between(stored, with.time().instant());
        return since.compareTo(with.checkpointInterval()) >= 0;
    }

    /** What the outcomes come to: pure. */
    private Reaction fold(Cause cause, Progress progress, Body body, Patch patch) {
        Persistence persistence = with.persistence();
        if (!progress.isDone()) {
            Patch records = progress.store(persistence.progress(), body, patch);
            Duration delay = with.stopping().getAsBoolean()
                    ? null
                    : progress.delay(with.time().instant());
            return new Reaction(new Write(records, Write.FinalizerChange.NONE), delay, false);
        }
        if (cause.reason() == Reason.DELETE) {
            return deletion(progress, body, patch);
        }
        Patch last = progress.purge(persistence.progress(), body, ids, patch);
        if (isEssenceOwed(cause, progress)) {
            last = persistence.essences().store(body, cause.newEssence(), last);
        }
        boolean handled = cause.reason().isHandled();
        return new Reaction(new Write(last, Write.FinalizerChange.NONE), null, handled);
    }

    /**
     * The essence is stored where handlers have seen it (D-8), and at first sight, as what later changes are told from. A change
     * that nobody could see writes nothing (R7).
     */
    private boolean isEssenceOwed(Cause cause, Progress progress) {
        return handlers.rememberEssence()
                && cause.hasNewEssence()
                && (cause.reason() == Reason.CREATE || !progress.selected().isEmpty());
    }

    /**
     * The object is released when all its delete handlers have succeeded; one that failed for good keeps it, and its record with it
     * (R11). Where others keep the object, the records tell that the handlers need not be called again.
     */
    private Reaction deletion(Progress progress, Body body, Patch patch) {
        boolean failed = handlers.changing().stream()
                .filter(handler -> handler.type() == HandlerType.DELETE)
                .map(handler -> progress.state(handler.id()))
                .anyMatch(state -> state != null && state.failure());
        if (failed || !Finalizers.has(body, with.persistence().finalizer())) {
            Patch records = progress.store(with.persistence().progress(), body, patch);
            return new Reaction(new Write(records, Write.FinalizerChange.NONE), null, true);
        }
        Patch last = Finalizers.hasForeign(body, with.persistence().finalizer())
                ? progress.store(with.persistence().progress(), body, patch)
                : progress.purge(with.persistence().progress(), body, ids, patch);
        return new Reaction(new Write(last, Write.FinalizerChange.REMOVE), null, true);
    }
}
