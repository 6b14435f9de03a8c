package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.internal.execution.Execution;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.internal.execution.SubHandlerRunner;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.progress.ProgressStorage;
import dev.kopf.runtime.progress.RecordPlaces;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The calls of one pass, one after the other, and what they have come to so far. Not safe for use by several threads. */
final class PassRun implements SubHandlerRunner {

    private final Collaborators with;
    private final BooleanSupplier pausing;
    private final Situation situation;
    private final HandlerExecutor.Calls calls;
    private final Predicate<Write> checkpoint;

    /** The handlers of the cause, and above them the sub-handlers of the one that is being called, and so on. */
    private final Deque<PassLayer> layers = new ArrayDeque<>();

    private final Body body;
    private final List<HandlerId> ids;
    private final Patch extra;
    private Patch patch;

    /** Who was called since all that were due have been, in that order. */
    private final Set<HandlerId> turns;

    /** What is remembered of handlers if what they have set is never taken by the server. */
    private Patch kept = Patch.EMPTY;

    private final Instant started;

    /** The records of all handlers of the kind, and of the sub-handlers of this pass. */
    private @Nullable RecordPlaces called;

    /** The records of others than the handler that is being called, and of what is below them; null where that is to be found out. */
    private @Nullable RecordPlaces stored;

    private boolean unstored;
    private boolean cutShort;
    private boolean skipped;
    private boolean lost;
    private boolean outdated;

    /**
     * What a pass is given beside the object.
     *
     * @param extra what is to be written whatever handlers do
     * @param checkpoint writes what is finished so far, and says whether that succeeded
     * @param pausing whether no further handler is to be called for what is known of the object, as others have taken over (N-9)
     * @param turns the handlers that were called in passes before, which have not come to all that were due
     */
    record Terms(Patch extra, Predicate<Write> checkpoint, BooleanSupplier pausing, List<HandlerId> turns) {}

    /** @param ids all handlers of the kind */
    PassRun(Collaborators with, Situation situation, List<HandlerId> ids, Terms terms) {
        this.with = with;
        this.pausing = terms.pausing();
        this.situation = situation;
        this.calls = with.executor().calls(situation);
        this.checkpoint = terms.checkpoint();
        this.body = situation.body();
        this.ids = ids;
        this.extra = terms.extra();
        this.patch = terms.extra();
        this.turns = new LinkedHashSet<>(terms.turns());
        this.started = with.time().instant();
    }

    /** What is to be written beside the progress; of a pass in which nothing was done, only what others have set. */
    Patch patch() {
        return isIdle() ? extra : patch;
    }

    /** What is remembered of handlers if what they have set is never taken by the server. */
    Patch kept() {
        return kept;
    }

    /** What is to be written, beside which nothing is decided. */
    Write write(Patch all, Write.FinalizerChange finalizer) {
        return new Write(all, finalizer, Patch.EMPTY, kept);
    }

    /** Whether the pass ended before anything was done. */
    boolean isIdle() {
        return cutShort && !unstored;
    }

    /** Who is to be called after the others in the next pass: nobody, if this one has come to all that were due. */
    List<HandlerId> turns() {
        return cutShort || skipped ? List.copyOf(turns) : List.of();
    }

    /** Whether what was done could not be stored, and is owed already. */
    boolean isLost() {
        return lost;
    }

    /** Whether what was done is stored, and the rest is to be done for the state of the object that came of it (P3). */
    boolean isOutdated() {
        return outdated;
    }

    /**
     * Calls those of the handlers that are due, as far as the operator does not end or pause meanwhile.
     *
     * @param found what is stored of them
     * @return the progress after that
     */
    Progress call(Progress found, List<Selected> selected) {
        List<HandlerId> resuming = selected.stream()
                .filter(each -> each.handler().type() == HandlerType.RESUME)
                .map(Selected::id)
                .toList();
        PassLayer layer = new PassLayer(found, begin(asOne(found, resuming), selected), false);
        try {
            callAll(layer, selected);
        } catch (StoppedException e) {
            cutShort = true;
        }
        kept = layer.kept(situation.cause()).store(storage(), body, kept);
        return layer.progress();
    }

    @Override
    public RecordPlaces.@Nullable Taken take(HandlerId id) {
        if (called == null) {
            called = new RecordPlaces(with.persistence(), body);
            for (HandlerId each : ids) {
                called.take(each.value());
            }
        }
        if (stored == null) {
            stored = new RecordPlaces(with.persistence(), body);
            for (PassLayer layer : layers) {
                layer.others().forEach(stored::take);
            }
        }
        RecordPlaces.Taken taken = stored.find(id.value());
        return taken != null ? taken : called.take(id.value());
    }

    @Override
    public @Nullable Duration run(Handler parent, Cause cause, List<Handler> subHandlers) {
        List<HandlerId> ids = subHandlers.stream().map(Handler::id).toList();
        Progress found =
                Progress.load(storage(), body, withoutFormer(ids), with.time().instant());
        found.states().values().forEach(state -> layers.forEach(layer -> layer.addSubrefs(state.subrefs())));
        List<Selected> selected = subHandlers.stream()
                .map(handler -> handler.ifMatching(situation.body(), cause))
                .filter(Objects::nonNull)
                .map(handler -> new Selected(handler, cause))
                .toList();
        List<String> below = selected.stream().map(each -> each.id().value()).toList();
        layers.forEach(layer -> layer.addSubrefs(below));
        boolean resuming =
                parent.type() == HandlerType.RESUME || layers.stream().anyMatch(PassLayer::isOfResume);
        PassLayer layer = new PassLayer(found, begin(resuming ? asOne(found, ids) : found, selected), resuming);
        try {
            callAll(layer, selected);
        } finally {
            patch = layer.progress().store(storage(), body, patch);
            kept = layer.kept(situation.cause()).store(storage(), body, kept);
        }
        return layer.progress().delay(with.time().instant());
    }

    /** Removes records in whose places those of other sub-handlers come (R10), and gives the rest of these. */
    private List<HandlerId> withoutFormer(List<HandlerId> ids) {
        Renamed renamed = Renamed.of(ids, layers, id -> storage().places(id, body));
        for (String former : renamed.former()) {
            patch = storage().purge(former, body, patch);
            kept = storage().purge(former, body, kept);
            layers.forEach(layer -> layer.removeSubref(former));
        }
        return renamed.others();
    }

    private void callAll(PassLayer layer, List<Selected> selected) {
        layers.push(layer);
        try {
            for (Selected each : chosen(layer.progress(), selected)) {
                if (with.stopping().getAsBoolean() || pausing.getAsBoolean()) {
                    cutShort = true;
                    return;
                }
                storeIfDue();
                turns.remove(each.id());
                turns.add(each.id());
                layer.begin(each, with.time().instant());
                stored = null;
                Execution execution = calls.call(each, layer.state(each.id()), this);
                stored = null;
                layer.end(each, execution, with.time().instant());
                patch = patch.merge(execution.patch());
                unstored = true;
            }
        } finally {
            layers.pop();
            layer.noteSeen(situation.cause());
        }
    }

    private ProgressStorage storage() {
        return with.persistence().progress();
    }

    /** Handlers of resuming are called for updates too, and what they did for the one counts for the other (C-6, S-16). */
    private Progress asOne(Progress found, List<HandlerId> resuming) {
        Progress same = found;
        Reason reason = situation.cause().reason();
        if (reason != Reason.RESUME && reason != Reason.UPDATE) {
            return found;
        }
        for (HandlerId id : resuming) {
            HandlerState state = found.state(id);
            if (state != null && (state.isFor(Reason.RESUME) || state.isFor(Reason.UPDATE))) {
                same = same.withState(id, each -> each.withPurpose(reason));
            }
        }
        return same;
    }

    private Progress begin(Progress stored, List<Selected> selected) {
        Progress found = stored.withPurpose(situation.cause().reason());
        Instant now = with.time().instant();
        if (situation.cause().reason() == Reason.DELETE) {
            // A deletion is one and the same, however the object changes meanwhile (C-10).
            return found.withHandlers(selected.stream().map(Selected::id).toList(), now);
        }
        Map<HandlerId, String> shown = new LinkedHashMap<>();
        for (Selected each : selected) {
            shown.put(each.id(), each.cause().newEssence().digest(each.handler().owed()));
        }
        return found.withHandlers(shown, now);
    }

    /**
     * Those that are called in this pass, in that order. An author's lifecycle that fails or chooses nobody holds up nothing.
     *
     * <p>Handlers that take long and are due again before a pass has come to the last ones must not be called for ever instead of these
     * (P1): who was called since comes after who was not.
     */
    private List<Selected> chosen(Progress progress, List<Selected> selected) {
        Map<HandlerId, Selected> due = new LinkedHashMap<>();
        List<Lifecycle.Awakened> awakened = new ArrayList<>();
        Set<HandlerId> ids = Set.copyOf(progress.awakened(with.time().instant()));
        for (Selected each : byTurns(selected)) {
            if (ids.contains(each.id())) {
                due.put(each.id(), each);
                awakened.add(new Lifecycle.Awakened(
                        each.id(),
                        Objects.requireNonNull(progress.state(each.id())).retries()));
            }
        }
        if (due.size() < 2) { // nothing to choose
            return List.copyOf(due.values());
        }
        List<Selected> chosen = new ArrayList<>();
        try {
            // The upper bits of a long are those that random numbers of any kind are made from.
            for (HandlerId id : with.lifecycle()
                    .choose(awakened, () -> (long) (with.chance().getAsDouble() * 0x1p63) << 1)) {
                Selected each = due.remove(id);
                if (each != null) {
                    chosen.add(each);
                }
            }
        } catch (Throwable e) {
            Logger logger = ObjectLogging.logger(situation.object());
            Thrown.tell(e, shown -> logger.error("The lifecycle failed; all handlers are called.", shown));
            chosen.addAll(due.values());
            due.clear();
        }
        if (chosen.isEmpty()) {
            Selected first = due.values().iterator().next();
            chosen.add(first);
            due.remove(first.id());
        }
        skipped |= !due.isEmpty();
        return chosen;
    }

    private List<Selected> byTurns(List<Selected> selected) {
        if (turns.isEmpty()) {
            return selected;
        }
        List<HandlerId> called = List.copyOf(turns);
        return selected.stream()
                .sorted(Comparator.comparingInt(each -> called.indexOf(each.id())))
                .toList();
    }

    /** A pass that takes long stores on the way what is finished (R7). */
    private void storeIfDue() {
        Duration since = Duration.between(started, with.time().instant());
        if (!unstored || since.compareTo(with.checkpointInterval()) < 0) {
            return;
        }
        Patch all = patch;
        for (PassLayer layer : layers) {
            layer.noteSeen(situation.cause());
            all = layer.progress().store(storage(), body, all);
            kept = layer.kept(situation.cause()).store(storage(), body, kept);
        }
        if (!checkpoint.test(write(all, Write.FinalizerChange.NONE))) {
            lost = true;
            throw new StoppedException("What was done so far could not be stored.");
        }
        outdated = true;
        throw new StoppedException("The rest is done for the newer state.");
    }
}
