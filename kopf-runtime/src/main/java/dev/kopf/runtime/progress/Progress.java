package dev.kopf.runtime.progress;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of the handlers of one object so far: those that are selected now, and those of which records were found.
 *
 * <p>A record that was made for another cause is never taken for this one (R10), nor one of a handler that finished for other content
 * (R1). Its way is {@link #load}, {@link #withPurpose}, {@link #withHandlers}, {@link #withOutcomes}, and {@link #store} while handlers
 * are left, or {@link #purge} once all are done.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Progress {

    private final @Nullable Reason purpose;
    private final Map<HandlerId, HandlerState> states;
    private final Set<HandlerId> selected;
    private final StoredRecords stored;

    private Progress(
            @Nullable Reason purpose,
            Map<HandlerId, HandlerState> states,
            Collection<HandlerId> selected,
            StoredRecords stored) {
        this.purpose = purpose;
        this.states = Collections.unmodifiableMap(states);
        this.selected = Collections.unmodifiableSet(new LinkedHashSet<>(selected));
        this.stored = stored;
    }

    /** No progress. */
    public static Progress empty() {
        return new Progress(null, Map.of(), Set.of(), StoredRecords.NONE);
    }

    /**
     * The progress that is stored on an object. What cannot be read counts as not there, and is told in {@link #problems()} (S-10, R14).
     *
     * @param ids the handlers to look for: all of the kind
     * @param now counts as the start where a record has none
     */
    public static Progress load(ProgressStorage storage, Body body, Collection<HandlerId> ids, Instant now) {
        StoredRecords found = StoredRecords.read(storage, body, ids, now);
        return new Progress(null, found.states(), Set.of(), found);
    }

    /** This progress, for handlers that are called for this reason. */
    public Progress withPurpose(@Nullable Reason reason) {
        return new Progress(reason, states, selected, stored);
    }

    /**
     * This progress, with handlers selected that are called whatever the object is like: finished is finished, whatever they were shown.
     *
     * @param ids the handlers in the order of registration
     */
    public Progress withHandlers(Collection<HandlerId> ids, Instant now) {
        Map<HandlerId, HandlerState> changed = new LinkedHashMap<>(states);
        for (HandlerId id : ids) {
            changed.put(id, selectedState(id, null, now));
        }
        return select(changed, ids);
    }

    /**
     * This progress, with handlers selected. One that finished for other content than it is shown now starts afresh (R1), and so does one
     * whose record was made for another cause (R10).
     *
     * @param shown the handlers in the order of registration, each with the digest of what it is shown: the essence, or its field
     */
    public Progress withHandlers(Map<HandlerId, String> shown, Instant now) {
        Map<HandlerId, HandlerState> changed = new LinkedHashMap<>(states);
        shown.forEach(
                (id, digest) -> changed.put(id, selectedState(id, digest, now).forNewContent(digest, now)));
        return select(changed, shown.keySet());
    }

    /**
     * This progress after attempts.
     *
     * @throws IllegalArgumentException where one is of a handler that this progress does not know
     */
    public Progress withOutcomes(Map<HandlerId, ? extends Outcome> outcomes, Instant now) {
        Map<HandlerId, HandlerState> changed = new LinkedHashMap<>(states);
        outcomes.forEach((id, outcome) -> changed.put(id, known(id).withOutcome(outcome, now)));
        return new Progress(purpose, changed, selected, stored);
    }

    /** This progress, with one state changed. */
    public Progress withState(HandlerId id, UnaryOperator<HandlerState> change) {
        Map<HandlerId, HandlerState> changed = new LinkedHashMap<>(states);
        changed.put(id, change.apply(known(id)));
        return new Progress(purpose, changed, selected, stored);
    }

    /** The reason that handlers are called for; null where none was named. */
    public @Nullable Reason purpose() {
        return purpose;
    }

    /** All states: of handlers that are selected, and of those whose records were found. */
    public Map<HandlerId, HandlerState> states() {
        return states;
    }

    /** The state of a handler; null where there is none. */
    public @Nullable HandlerState state(HandlerId id) {
        return states.get(id);
    }

    /** The handlers that are selected, in the order of registration. */
    public Set<HandlerId> selected() {
        return selected;
    }

    /** The selected handlers that are to be called now, in the order of registration (S-7). */
    public List<HandlerId> awakened(Instant now) {
        return selected.stream().filter(id -> known(id).isAwakened(now)).toList();
    }

    /** Why stored records could not be read. */
    public List<String> problems() {
        return stored.problems();
    }

    /** Whether records were found on the object: if nothing is to be handled, they are left over, and to be purged (R1). */
    public boolean hasRecords() {
        return !stored.records().isEmpty();
    }

    /** Whether all selected handlers are finished; no handlers are done before they begin (S-23). */
    public boolean isDone() {
        return selected.stream().allMatch(id -> known(id).isFinished());
    }

    /** How long each selected handler that is not finished must not be called yet (S-23). */
    public List<Duration> delays(Instant now) {
        return selected.stream()
                .map(this::known)
                .filter(state -> !state.isFinished())
                .map(state -> state.remaining(now))
                .toList();
    }

    /** The shortest of all delays; null where all is done (S-23). */
    public @Nullable Duration delay(Instant now) {
        return delays(now).stream().min(Duration::compareTo).orElse(null);
    }

    /** How many handlers of this cause are how far. */
    public Counts counts() {
        return Counting.of(
                states.values().stream().filter(state -> state.isFor(purpose)).toList());
    }

    /** How many handlers of other causes, which this one supersedes, were how far, by their reason (S-16). */
    public Map<String, Counts> superseded() {
        return Counting.superseded(purpose, states.values());
    }

    /** The patch, and what keeps this progress: the records that changed (S-9), without those of other causes (S-16, R10). */
    public Patch store(ProgressStorage storage, Body body, Patch patch) {
        Patch result = patch;
        for (Map.Entry<HandlerId, HandlerState> entry : states.entrySet()) {
            HandlerId id = entry.getKey();
            HandlerState state = entry.getValue();
            Map<String, @Nullable Object> record = state.toRecord();
            if (!state.isFor(purpose)) {
                result = purge(storage, body, result, id);
            } else if (!Records.isSame(record, stored.records().get(id))) {
                result = storage.store(id, record, body, result);
            }
        }
        return result;
    }

    /**
     * The patch, with all records deleted: those of these handlers, and of all that are known here, with their sub-handlers (S-15).
     *
     * @param ids all handlers of the kind
     */
    public Patch purge(ProgressStorage storage, Body body, Collection<HandlerId> ids, Patch patch) {
        Set<HandlerId> all = new LinkedHashSet<>(ids);
        all.addAll(states.keySet());
        Patch result = patch;
        for (HandlerId id : all) {
            result = purge(storage, body, result, id);
        }
        return result;
    }

    /**
     * The patch, with all records deleted but what those are done with who are not for the object now: its stored essence stays, and they
     * may be for it again (R1). Whoever was not done is owed nothing (F-14).
     */
    public Patch leave(ProgressStorage storage, Body body, Leaving who, Patch patch) {
        Map<HandlerId, HandlerState> left = new LinkedHashMap<>();
        for (HandlerId id : who.away()) {
            HandlerState state = selected.contains(id) ? null : states.get(id);
            if (state != null && state.isAhead()) {
                left.put(id, state.isFinished() ? state : state.onlySeen());
            }
        }
        Map<HandlerId, HandlerState> others = new LinkedHashMap<>(states);
        others.keySet().removeAll(left.keySet());
        Set<HandlerId> all = new LinkedHashSet<>(who.all());
        all.removeAll(left.keySet());
        Patch result = new Progress(purpose, others, Set.of(), stored).purge(storage, body, all, patch);
        return new Progress(null, left, Set.of(), stored).store(storage, body, result);
    }

    /**
     * Handlers of an object that nothing is to be done for.
     *
     * @param all those of the kind
     * @param away those that are not for the object as it is now
     */
    public record Leaving(Collection<HandlerId> all, Collection<HandlerId> away) {}

    @Override
    public String toString() {
        return "Progress[" + (purpose == null ? "" : purpose.text() + ", ") + counts() + "]";
    }

    private Patch purge(ProgressStorage storage, Body body, Patch patch, HandlerId id) {
        Patch result = storage.purge(id.value(), body, patch);
        HandlerState state = states.get(id);
        for (String subref : state == null ? List.<String>of() : state.subrefs()) {
            if (!subref.isEmpty()) {
                result = storage.purge(subref, body, result);
            }
        }
        return result;
    }

    private HandlerState selectedState(HandlerId id, @Nullable String digest, Instant now) {
        HandlerState state = states.get(id);
        if (state == null) {
            return HandlerState.fresh(purpose, digest, now);
        }
        return state.isFor(purpose)
                ? state
                : HandlerState.fresh(purpose, digest, now).withSubrefs(state.subrefs());
    }

    private Progress select(Map<HandlerId, HandlerState> changed, Collection<HandlerId> ids) {
        Set<HandlerId> all = new LinkedHashSet<>(selected);
        all.addAll(ids);
        return new Progress(purpose, changed, all, stored);
    }

    private HandlerState known(HandlerId id) {
        HandlerState state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException("not a handler of this progress: " + id);
        }
        return state;
    }

    /**
     * How many handlers are how far.
     *
     * @param success those that succeeded
     * @param failure those that failed for good
     * @param running those that are not finished
     */
    public record Counts(int success, int failure, int running) {}
}
