package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.internal.background.KindBackground;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the awakened handlers of a cause, folded into one reaction (R7). Safe for use by several threads, each with another
 * object.
 */
final class HandlingPass {

    private final KindHandlers handlers;
    private final Collaborators with;
    private final List<HandlerId> ids;
    private final @Nullable KindBackground background;

    /** @param background the daemons and timers; null where the kind has none */
    HandlingPass(KindHandlers handlers, Collaborators with, @Nullable KindBackground background) {
        this.background = background;
        this.handlers = handlers;
        this.with = with;
        this.ids = handlers.changing().stream().map(Handler::id).toList();
    }

    /** What became of a pass. */
    sealed interface Result {

        /** Who is to be called after the others in the next pass. */
        List<HandlerId> turns();

        /**
         * It is over.
         *
         * @param reaction what is to be done now
         */
        record Done(Reaction reaction, List<HandlerId> turns) implements Result {}

        /** It took long: what was done is stored, and the rest is to be done by another pass, for the state that came of it (R7, P3). */
        record Stored(List<HandlerId> turns) implements Result {}

        /** What was done could not be stored, and is owed. */
        record Lost(List<HandlerId> turns) implements Result {}
    }

    /** Whether the same is stored on two states of an object. */
    boolean isSameMemory(Body one, Body other) {
        Persistence persistence = with.persistence();
        return Objects.equals(persistence.lastHandled(one), persistence.lastHandled(other))
                && ids.stream()
                        .allMatch(id -> Json.equal(
                                persistence.progress().fetch(id, one),
                                persistence.progress().fetch(id, other)));
    }

    /** Where it is stored. */
    List<FieldPath> places(Body body) {
        Persistence persistence = with.persistence();
        return Stream.concat(
                        persistence.essences().places(body).stream(),
                        ids.stream().flatMap(id -> persistence.progress().places(id.value(), body).stream()))
                .toList();
    }

    /** What is stored of the handlers of the kind. */
    Progress stored(Body body) {
        return Progress.load(
                with.persistence().progress(), body, ids, with.time().instant());
    }

    /**
     * Runs a pass.
     *
     * @param stored what is stored of the handlers
     */
    Result run(Situation situation, List<Selected> selected, Progress stored, PassRun.Terms terms) {
        stored.problems()
                .forEach(problem ->
                        ObjectLogging.logger(situation.object()).warn("{} It counts as not there.", problem));
        PassRun run = new PassRun(with, situation, ids, terms);
        Progress progress = run.call(stored, selected);
        if (run.isLost()) {
            return new Result.Lost(run.turns());
        }
        if (run.isOutdated()) {
            return new Result.Stored(run.turns());
        }
        if (run.isIdle()) {
            // Nothing was done before the operator ended or paused, and so there is nothing to remember but what others
            // have set.
            Duration delay = with.stopping().getAsBoolean() ? null : Duration.ZERO;
            return new Result.Done(
                    new Reaction(new Write(run.patch(), Write.FinalizerChange.NONE), delay, false), run.turns());
        }
        return new Result.Done(fold(situation, progress, run), run.turns());
    }

    /** What the outcomes come to: pure. */
    private Reaction fold(Situation situation, Progress progress, PassRun run) {
        Cause cause = situation.cause();
        Body body = situation.body();
        Patch patch = run.patch();
        Persistence persistence = with.persistence();
        if (!progress.isDone()) {
            Patch records = progress.store(persistence.progress(), body, patch);
            Duration delay = with.stopping().getAsBoolean()
                    ? null
                    : progress.delay(with.time().instant());
            return new Reaction(run.write(records, Write.FinalizerChange.NONE), delay, false);
        }
        if (cause.reason() == Reason.DELETE) {
            return deletion(situation, progress, run);
        }
        Patch last;
        if (isEssenceOwed(cause, progress)) {
            last = progress.purge(persistence.progress(), body, ids, patch);
            last = persistence.essences().store(body, cause.newEssence(), last);
        } else {
            // The stored essence stays behind what some are done with: those who are not for the object now may be
            // again (R1).
            List<HandlerId> away = handlers.away(body, cause, new HandlerCauses(cause, progress)::of).stream()
                    .map(Handler::id)
                    .toList();
            last = progress.leave(persistence.progress(), body, new Progress.Leaving(ids, away), patch);
        }
        boolean handled = cause.reason().isHandled();
        return new Reaction(run.write(last, Write.FinalizerChange.NONE), null, handled);
    }

    /**
     * The essence is stored where handlers or their filters have seen it (D-8), now or before what others were called for was undone, and at first sight, as what later changes are told from.
     * A change that nobody could see writes nothing (R7).
     */
    private boolean isEssenceOwed(Cause cause, Progress progress) {
        return handlers.rememberEssence()
                && cause.hasNewEssence()
                && (cause.reason() == Reason.CREATE
                        || !progress.selected().isEmpty()
                        || progress.states().values().stream()
                                .anyMatch(state -> state.isFor(cause.reason())
                                        && state.seen().handled() != null)
                        || (cause.reason() == Reason.UPDATE && handlers.judge(cause)));
    }

    /**
     * The object is released when all its delete handlers have succeeded; one that failed for good keeps it, and its record with it,
     * unless its options say otherwise (R11). Where others keep the object, the records tell that the handlers need not be called again.
     */
    private Reaction deletion(Situation situation, Progress progress, PassRun run) {
        Cause cause = situation.cause();
        Body body = situation.body();
        Patch patch = run.patch();
        boolean failed = handlers.changing().stream()
                .filter(handler -> handler.type() == HandlerType.DELETE
                        && !handler.options().releaseOnFailure())
                .map(handler -> progress.state(handler.id()))
                .anyMatch(state -> state != null && state.failure());
        boolean isAttended = background != null && background.isHeld(Workers.key(situation.object()));
        if (isAttended) { // when its daemons have ended it is looked at again (R6)
            return kept(situation, progress, run);
        }
        if (failed || !Finalizers.has(body, with.persistence().finalizer())) {
            return kept(situation, progress, run);
        }
        Patch purged = progress.purge(with.persistence().progress(), body, ids, patch);
        boolean seen = handlers.rememberEssence() && cause.hasNewEssence(); // D-8: by the deletion
        UnaryOperator<Patch> withEssence =
                all -> seen ? with.persistence().essences().store(body, cause.newEssence(), all) : all;
        // What is written to the status, as edits may do, may go by a request of its own, before the finalizer: nothing
        // would tell then that all is done.
        boolean apart = !purged.edits().isEmpty()
                || !withEssence.apply(purged).splitStatus().status().isEmpty();
        Patch records = progress.store(with.persistence().progress(), body, patch);
        Patch last = withEssence.apply(
                apart || Finalizers.hasForeign(body, with.persistence().finalizer()) ? records : purged);
        return new Reaction(new Write(last, Write.FinalizerChange.REMOVE, records, run.kept()), null, true);
    }

    private Reaction kept(Situation situation, Progress progress, PassRun run) {
        Patch records = progress.store(with.persistence().progress(), situation.body(), run.patch());
        return new Reaction(run.write(records, Write.FinalizerChange.NONE), null, true);
    }
}
