package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.EssenceChange;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.internal.execution.Execution;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handlers that are called one after the other: those of a cause, or the sub-handlers of one. Not safe for use by several threads. */
final class PassLayer {

    private final List<Selected> called = new ArrayList<>();
    private final Set<HandlerId> untried;
    private final boolean ofResume;

    /** Those that have succeeded, and their states before. */
    private final Map<Selected, HandlerState> succeeded = new LinkedHashMap<>();

    private Progress progress;
    private @Nullable Selected current;

    /**
     * @param found what is stored
     * @param progress the same, with the handlers that are selected
     * @param ofResume whether these are sub-handlers of a handler of resuming
     */
    PassLayer(Progress found, Progress progress, boolean ofResume) {
        this.progress = progress;
        this.untried = new HashSet<>(progress.selected());
        this.ofResume = ofResume;
        untried.removeIf(id -> {
            HandlerState stored = found.state(id);
            return stored != null && !stored.isUntried();
        });
    }

    Progress progress() {
        return progress;
    }

    boolean isOfResume() {
        return ofResume;
    }

    HandlerState state(HandlerId id) {
        return Objects.requireNonNull(progress.state(id), "a selected handler has a state");
    }

    /**
     * One that was never called begins when it is: what stands before it in the pass, or in those before, is not held against it. To Kopf it
     * begins when it is selected, and so it does where Kopf has written the record.
     */
    void begin(Selected selected, Instant now) {
        current = selected;
        if (untried.remove(selected.id())) {
            progress = progress.withState(selected.id(), state -> state.startingAt(now));
        }
    }

    void end(Selected selected, Execution execution, Instant now) {
        HandlerState state = state(selected.id());
        progress = progress.withState(selected.id(), each -> each.afterSubHandlers(execution.inSubHandlers()))
                .withOutcomes(Map.of(selected.id(), execution.outcome()), now)
                .withState(selected.id(), each -> each.pausedSince(now));
        if (state(selected.id()).success()) {
            succeeded.put(selected, state);
        }
        if (execution.isCalled()) {
            called.add(selected);
        }
        current = null;
    }

    /**
     * What is to be remembered where the server does not take what the handlers have set: that they were called, but no success, as what
     * came of it is lost. A deletion has nothing to lose but its object.
     */
    Progress kept(Cause cause) {
        if (cause.reason() == Reason.DELETE) {
            return progress;
        }
        Progress kept = progress;
        for (Map.Entry<Selected, HandlerState> each : succeeded.entrySet()) {
            HandlerState before = each.getValue();
            HandlerState seen = HandlerCauses.isOfInterestTo(each.getKey().handler(), cause)
                    ? before.afterSeeing(HandlerCauses.seen(each.getKey().handler(), cause))
                    : before;
            kept = kept.withState(
                    each.getKey().id(),
                    after -> seen.withSubrefs(after.subrefs()).onlySeen());
        }
        return kept;
    }

    /** The handler that is being called has these below it: its record leads to theirs, until they are purged. */
    void addSubrefs(List<String> ids) {
        Selected parent = current;
        if (parent != null) {
            progress = progress.withState(parent.id(), state -> state.withSubrefs(ids));
        }
    }

    /** What the record of the handler that is being called leads to. */
    List<String> subrefs() {
        return current == null ? List.of() : state(current.id()).subrefs();
    }

    /** The record of what was below the handler that is being called is no more. */
    void removeSubref(String id) {
        Selected parent = current;
        if (parent != null) {
            progress = progress.withState(parent.id(), state -> state.withoutSubref(id));
        }
    }

    /** All that have records beside the handler that is being called, and what is below them. */
    List<String> others() {
        List<String> others = new ArrayList<>();
        progress.states().forEach((id, state) -> {
            if (current == null || !id.equals(current.id())) {
                others.add(id.value());
                // Whatever else a record may say, what is below a handler begins with its id.
                state.subrefs().stream()
                        .filter(subref -> subref.startsWith(id + "/"))
                        .forEach(others::add);
            }
        });
        return others;
    }

    /** Remembers what those who were called have seen, the one that is being called included, where it may matter (R1). */
    void noteSeen(Cause cause) {
        if (current != null) {
            called.add(current);
        }
        for (Selected each : called) {
            if (!progress.isDone() && HandlerCauses.isOfInterestTo(each.handler(), cause)) {
                EssenceChange change = HandlerCauses.seen(each.handler(), cause);
                progress = progress.withState(each.id(), state -> state.afterSeeing(change));
            }
        }
        called.clear();
    }
}
