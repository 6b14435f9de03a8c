package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.Ending;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import dev.kopf.runtime.simulation.Thing.Call;
import dev.kopf.runtime.simulation.Thing.Count;
import dev.kopf.runtime.simulation.Thing.Handled;
import dev.kopf.runtime.simulation.Thing.Subject;
import dev.kopf.runtime.simulation.Thing.Version;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows the truth, beside the operators, and tells when one of them breaks a promise. */
final class Oracle {

    /** No request takes this long each way, in milliseconds, where no pause is shorter than twice that. */
    private static final long SOON = 500;

    static final String FOREIGN_FINALIZER = "example.org/foreign";

    private final History history;
    private final Plan plan;
    private final Essences essences;
    private final Attendance attendance;
    private final Indexed indexed;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private @Nullable Violation violation;
    private boolean clockJumped;
    /** When each operator that has paused went on, at last. */
    private final Map<Integer, Long> resumedAt = new HashMap<>();

    private boolean closed;
    private boolean statusWrite;
    /** Whether an operator's write met somebody else's. */
    private boolean raced;

    private int writeRequests;
    private int writesAtRest;
    private int callsAtRest;

    /**
     * A promise that was broken.
     *
     * @param invariant its number; 0 where the framework itself failed
     */
    record Violation(int invariant, String what) {

        /** Whether another one is of the same kind: told in the same words, whatever the object, the handler and the values. */
        boolean isLike(Violation other) {
            return invariant == other.invariant && words().equals(other.words());
        }

        private String words() {
            return what.replaceAll("\\{.*\\}|'[^']*'|\\([^)]*\\)|\"[^\"]*\"|[0-9]", "");
        }

        @Override
        public String toString() {
            return "invariant " + invariant + ": " + what;
        }
    }

    /** What a call of a handler was given. */
    record Shown(
            HandlerPlan plan,
            Map<?, ?> body,
            ScriptedHandlers.@Nullable Pair pair,
            Reason reason,
            int retry,
            Instant started) {}

    Oracle(History history) {
        this.history = history;
        this.plan = history.plan;
        this.attendance = new Attendance(history);
        this.indexed = new Indexed(history);
        this.essences =
                new Essences(plan.handlers().stream().anyMatch(h -> h.field().equals("status.phase")));
    }

    /** What is known of daemons and timers. */
    Attendance attendance() {
        return attendance;
    }

    /** What an object has in the index. */
    Map<String, String> index(Life process, Map<?, ?> body) {
        return indexed.index(process, body);
    }

    /** A handler looks at the index, if there is one. */
    void looks(Life process, Map<?, ?> body, HandlerContext ctx) {
        if (plan.setting().hasIndex()) {
            indexed.looks(process, body, ctx, things.values());
        }
    }

    @Nullable
    Violation violation() {
        return violation;
    }

    void violated(int invariant, String what) {
        if (violation == null && !closed) {
            violation = new Violation(invariant, what);
            history.tell(() -> "VIOLATION of " + violation);
            history.over();
        }
    }

    void close() {
        closed = true;
    }

    // --- what the server tells

    /** Before a write of an operator is carried out. */
    void writing(boolean status) {
        statusWrite = status;
    }

    void changed(Server.Change change) {
        if (closed) {
            return;
        }
        ObjectNode object = change.object();
        String uid = object.path("metadata").path("uid").asText();
        String name = object.path("metadata").path("name").asText();
        Thing thing = things.computeIfAbsent(
                uid, key -> new Thing(uid, name, plan.setting().operators(), plan.allHandlers()));
        Version before = thing.versions.isEmpty() ? null : thing.latest();
        long number = object.path("metadata").path("resourceVersion").asLong();
        Version after = new Version(number, object, essences.tree(object));
        history.tell(() -> change.actor() + (change.type().equals("DELETED") ? " removes " : " makes ") + name + " ("
                + uid + ") version " + number + ": " + object);
        thing.gone = change.type().equals("DELETED");
        if (!thing.gone) {
            thing.versions.add(after);
        }
        if (change.actor().startsWith("operator ") && before != null) {
            int operator = Integer.parseInt(change.actor().substring(9, 10)) - 1;
            wrote(thing.subjects.get(operator), before, after);
        }
    }

    /** Somebody is about to write to what an operator keeps on an object. */
    void garbled(ObjectNode object) {
        Thing thing = things.get(object.path("metadata").path("uid").asText());
        if (thing != null) {
            thing.garbled = true;
        }
    }

    /** The objects that another operator handles which has taken over: those that nobody deletes. */
    List<Thing> handledByOthers() {
        List<Thing> handled = things.values().stream()
                .filter(thing -> !thing.gone && !thing.latest().isDeleting())
                .toList();
        handled.forEach(thing -> thing.garbled = true);
        return handled;
    }

    /** Another operator has handled an object, in a pause that began at that time. */
    void tookOver(Thing thing, int operator, long since) {
        Subject subject = thing.subjects.get(operator);
        JsonNode before = subject.last;
        subject.last = storedEssence(operator, thing.latest().object);
        if (Essences.text(subject.last).equals(Essences.text(before))) {
            return; // a change was undone before that operator saw it, and it had nothing to do
        }
        Call last = lastCall(subject);
        boolean isSent = plan.setting().latency() < SOON; // what is underway when a pause begins comes before its end
        boolean isIdle = isSent && subject.active == null && last != null && last.ended < since;
        subject.takenOver = isIdle ? thing.latest().number : 0;
        subject.takenOverAt = since;
    }

    private static @Nullable Call lastCall(Subject subject) {
        return subject.handlers.values().stream()
                .map(handled -> handled.last)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(call -> call.ended))
                .orElse(null);
    }

    /** What was done before another operator took over does not replace what that has done, where it can be told. */
    private void checkTakeover(Subject subject, @Nullable JsonNode stored) {
        Call call = lastCall(subject);
        if (subject.takenOver == 0 || subject.active != null || call == null || stored == null) {
            return;
        }
        String text = Essences.text(stored);
        boolean isOld = call.ended < subject.takenOverAt && call.version.text.equals(text);
        boolean isThere = subject.thing.versions.stream()
                .anyMatch(version -> version.number >= subject.takenOver && version.text.equals(text));
        // Whoever does not know whether its own write was done cannot tell it from one that was and has been undone
        // since.
        boolean isAsBefore =
                Essences.text(subject.last).equals(Essences.text(storedEssence(subject.operator, call.version.object)));
        if (isOld && !isThere && !isAsBefore && !text.equals(Essences.text(subject.last))) {
            violated(8, call + " is stored as the last one over what another operator has handled since");
        }
    }

    private void wrote(Subject subject, Version before, Version after) {
        Thing thing = subject.thing;
        if (thing.gone || isReleased(subject, before, after)) {
            checkRelease(subject, before);
            attendance.released(subject);
        }
        if (thing.gone) {
            if (before.finalizers() > 1) {
                violated(7, "the finalizers of others were dropped with the object: " + before.object);
            }
            return;
        }
        String foreignBefore = Essences.text(foreign(before.object, subject.operator));
        String foreignAfter = Essences.text(foreign(after.object, subject.operator));
        if (!foreignBefore.equals(foreignAfter)) {
            violated(7, "what others wrote was changed from " + foreignBefore + " to " + foreignAfter);
        }
        checkItems(subject, before, after);
        checkFloor(subject, before, after);
        boolean tellsOfHandlers = !plan.setting().statusSubresource()
                || statusWrite == plan.setting().stateInStatus();
        if (tellsOfHandlers && !isOfBackground(before, after)) {
            stored(subject, after);
        }
    }

    /** Whether nothing but results of daemons and timers is written: when a pause begins, that is done beside handlers. */
    private boolean isOfBackground(Version before, Version after) {
        return !plan.background().isEmpty()
                && Essences.text(withoutBackground(before)).equals(Essences.text(withoutBackground(after)));
    }

    private ObjectNode withoutBackground(Version version) {
        ObjectNode rest = version.object.deepCopy();
        ((ObjectNode) rest.get("metadata")).remove(List.of("resourceVersion", "generation"));
        if (rest.get("status") instanceof ObjectNode status) {
            plan.background().forEach(each -> status.remove(each.id()));
        }
        return rest;
    }

    /**
     * Where nothing goes wrong, writes are counted: one for each pass and endpoint, one for the finalizer, one for an essence that nobody
     * but the operator itself looks at, one for a change that filters of changes did not let pass, one to tidy up, one for a handler that is given up without another call as its time is over.
     */
    private void checkFloor(Subject subject, Version before, Version after) {
        if (!plan.isOrderly() || raced || subject.thing.garbled || hasEventHandlers()) {
            return;
        }
        String finalizer = Life.Names.of(subject.operator).finalizer();
        boolean finalizerAlone = before.hasFinalizer(finalizer) != after.hasFinalizer(finalizer) && !after.isDeleting();
        boolean first = storedEssence(subject.operator, before.object) == null
                && storedEssence(subject.operator, after.object) != null;
        boolean tidied =
                isTidied(storedRecords(subject.operator, before.object), storedRecords(subject.operator, after.object));
        long checkpoint = plan.setting().checkpoint() * 1_000_000;
        boolean gaveUp = storedRecords(subject.operator, after.object).entrySet().stream()
                .anyMatch(record -> record.getValue().path("failure").asBoolean()
                        && !subject.records
                                .getOrDefault(record.getKey(), Json.object())
                                .path("failure")
                                .asBoolean()
                        && subject.handlers.get(record.getKey()).plan.timeout() > 0);
        boolean exceeded = subject.budget.isExceeded(statusWrite, history.scheduler.nanos(), checkpoint);
        JsonNode last = storedEssence(subject.operator, after.object);
        boolean judged = last != null
                && !Essences.text(last).equals(Essences.text(storedEssence(subject.operator, before.object)))
                && plan.handlers().stream().anyMatch(handler -> handler.wish().judgesChanges(handler.type()));
        if (exceeded && !finalizerAlone && !first && !tidied && !gaveUp && !judged) {
            violated(5, "one write too many of operator " + (subject.operator + 1) + ": version " + after.number);
        }
    }

    /** Whether records went, and those that are left stayed as they were: some may be for an object again that others have left (R1). */
    private static boolean isTidied(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return after.size() < before.size()
                && after.entrySet().stream()
                        .allMatch(record -> record.getValue().equals(before.get(record.getKey())));
    }

    private boolean hasEventHandlers() {
        return plan.handlers().stream().anyMatch(handler -> handler.type() == HandlerType.EVENT);
    }

    /** What is added to lists comes from calls that have ended, once. */
    private void checkItems(Subject subject, Version before, Version after) {
        List<String> items = Lists.ours(after.object, subject.operator);
        if (items.size() != new HashSet<>(items).size()) {
            violated(7, "an edit was done twice: " + items);
        }
        List<String> earlier = Lists.ours(before.object, subject.operator);
        for (String item : items) {
            if (!earlier.contains(item) && !subject.items.contains(item)) {
                violated(7, "an edit was done of a call that never ended: " + item);
            }
        }
    }

    private boolean isFinalizerNeeded(Version version) {
        return plan.handlers().stream()
                .anyMatch(handler ->
                        handler.type() == HandlerType.DELETE && !handler.flag() && handler.isFor(version.object));
    }

    private static boolean isReleased(Subject subject, Version before, Version after) {
        String finalizer = Life.Names.of(subject.operator).finalizer();
        return before.hasFinalizer(finalizer) && !after.hasFinalizer(finalizer) && after.isDeleting();
    }

    private void checkRelease(Subject subject, Version before) {
        // Optional handlers are content with an object that others hold; whoever holds it for nobody else lets it go
        // (C-21).
        boolean needed = isFinalizerNeeded(before);
        for (Handled handled : subject.handlers.values()) {
            if (needed
                    && !subject.thing.garbled
                    && handled.plan.type() == HandlerType.DELETE
                    && handled.plan.isFor(before.object)) {
                Call done = handled.done;
                boolean fine = done != null && (done.success || handled.plan.isSub());
                if (!fine) {
                    violated(
                            6,
                            subject.thing.name + " (" + subject.thing.uid + ") was released, and '" + handled.plan.id()
                                    + "' has not succeeded");
                }
            }
        }
        if (!before.isDeleting()) {
            violated(6, subject.thing.name + " was removed though nobody deleted it");
        }
    }

    private ObjectNode foreign(ObjectNode object, int operator) {
        Life.Names names = Life.Names.of(operator);
        ObjectNode rest = object.deepCopy();
        ObjectNode metadata = (ObjectNode) rest.get("metadata");
        metadata.remove(List.of("resourceVersion", "generation"));
        if (metadata.get("annotations") instanceof ObjectNode annotations) {
            List<String> ours = new ArrayList<>();
            annotations.fieldNames().forEachRemaining(key -> {
                if (key.startsWith(names.prefix() + "/")) {
                    ours.add(key);
                }
            });
            annotations.remove(ours);
            if (annotations.isEmpty()) {
                metadata.remove("annotations");
            }
        }
        var finalizers = Json.array();
        metadata.path("finalizers").forEach(each -> {
            if (!each.asText().equals(names.finalizer())) {
                finalizers.add(each);
            }
        });
        metadata.remove("finalizers");
        if (!finalizers.isEmpty()) {
            metadata.set("finalizers", finalizers);
        }
        Lists.removeOurs(rest, operator);
        if (rest.get("status") instanceof ObjectNode status) {
            status.remove(names.statusField());
            for (HandlerPlan handler : plan.allHandlers()) {
                status.remove(List.of(handler.id(), "edited-" + handler.id()));
            }
            plan.background().forEach(each -> status.remove(each.id()));
            if (status.isEmpty()) {
                rest.remove("status");
            }
        }
        return rest;
    }

    /** A write of the stored state: of the essence that was last handled, and of the records. */
    private void stored(Subject subject, Version after) {
        JsonNode last = storedEssence(subject.operator, after.object);
        Map<String, JsonNode> records = storedRecords(subject.operator, after.object);
        JsonNode lastBefore = subject.last;
        Life process = history.process(subject.operator);
        if (subject.thing.garbled) {
            checkTakeover(subject, last);
            subject.last = last;
            subject.records = records;
            return;
        }
        if (!Essences.text(lastBefore).equals(Essences.text(last))) {
            if (last == null) {
                violated(7, "the stored essence of " + subject.thing.name + " was removed");
                return;
            }
            checkExisted(subject, last);
            // A deletion is handled for what there is, and supersedes what others were owed (C-12, D-8).
            if (!after.object.path("metadata").has("deletionTimestamp")) {
                checkStoredEssence(subject, lastBefore, last, process);
            }
        }
        for (Handled handled : subject.handlers.values()) {
            JsonNode record = records.get(handled.plan.id());
            if (record != null) {
                recorded(subject, handled, record);
            } else {
                forgotten(handled, last, hasLeft(handled, after));
                if (hasLeft(handled, after) && !isFinished(subject, handled.plan)) {
                    handled.recorded =
                            null; // whoever was not done when the object left its filters is owed nothing (F-14)
                }
            }
        }
        if (!Essences.text(lastBefore).equals(Essences.text(last))) {
            subject.lastStored = after.number;
            // What changes while an object is not for a handler is not told to it later, nor what it had not done until
            // then.
            subject.handlers.values().stream()
                    .filter(handled -> !handled.plan.isFor(last))
                    .forEach(handled -> handled.recorded = null);
        }
        subject.last = last;
        subject.records = records;
    }

    private static @Nullable JsonNode storedEssence(int operator, ObjectNode object) {
        Life.Names names = Life.Names.of(operator);
        JsonNode text =
                object.path("metadata").path("annotations").path(names.prefix() + "/last-handled-configuration");
        if (text.isMissingNode()) {
            text = object.path("status").path(names.statusField()).path("last-handled-configuration");
        }
        return text.isTextual() ? Essences.parse(text.asText()) : null;
    }

    private Map<String, JsonNode> storedRecords(int operator, ObjectNode object) {
        Life.Names names = Life.Names.of(operator);
        Map<String, JsonNode> records = new LinkedHashMap<>();
        JsonNode annotations = object.path("metadata").path("annotations");
        JsonNode progress = object.path("status").path(names.statusField()).path("progress");
        for (HandlerPlan handler : plan.allHandlers()) {
            JsonNode text = annotations.path(Essences.annotationOf(handler.id(), names.prefix()));
            JsonNode record = text.isTextual() ? Essences.parse(text.asText()) : progress.path(handler.id());
            if (record.isObject()) {
                records.put(handler.id(), record);
            }
        }
        return records;
    }

    private void checkExisted(Subject subject, JsonNode essence) {
        String text = Essences.text(essence);
        if (subject.thing.versions.stream().noneMatch(version -> version.text.equals(text))) {
            violated(7, "an essence was stored that never existed: " + text);
        }
    }

    /** The stored essence advances only to what every handler that it matters to has seen to its end. */
    private void checkStoredEssence(Subject subject, @Nullable JsonNode before, JsonNode after, Life process) {
        String text = Essences.text(after);
        for (Handled handled : subject.handlers.values()) {
            HandlerPlan handler = handled.plan;
            String shown = Essences.shown(after, handler.field());
            boolean owed = switch (handler.type()) {
                case CREATE -> before == null;
                case UPDATE -> before != null;
                case FIELD ->
                    before == null
                            ? handler.flag() && isChangeFor(handler, Essences.NONE, shown)
                            : isChangeFor(handler, Essences.shown(before, handler.field()), shown);
                default -> false;
            };
            Call done = handled.done;
            // Whoever is not told of each change may have been done with the same before.
            boolean late =
                    done != null && (handler.wish().equals(Wish.NONE) || done.version.number >= subject.lastStored);
            boolean fine = late
                    && handler.withAllSubs()
                            .map(each -> subject.handlers.get(each.id()))
                            .allMatch(each -> each != null && isDone(each, handler.field(), shown, process));
            owed &= !handler.isSub() && handler.isFor(after);
            if (done != null && done.version.number >= subject.lastStored && before != null) {
                // It is told what has changed since it was done last (R1), and its filters are asked about that.
                owed &= done.content.equals(shown) || handler.wish().isForChange(done.content, shown);
            }
            if (owed && !fine && !mayGiveUp(handled)) {
                violated(
                        handled.last == null ? 1 : 2,
                        "stored as handled is " + text + ", which '" + handler.id() + "' has not handled: last was "
                                + handled.last + (done == null ? "" : ", done was " + done));
            }
        }
    }

    /** Whether an object is not for a handler, or was not at some time since its last call. */
    private static boolean hasLeft(Handled handled, Version now) {
        Call last = handled.last;
        return !handled.plan.isFor(now.object)
                || (last != null && last.subject.thing.hasMovedBetween(last.version.number, now.number, handled.plan));
    }

    /** Whether the last calls of a handler and of all that are below it were the last for their content. */
    private static boolean isFinished(Subject subject, HandlerPlan handler) {
        return handler.withAllSubs()
                .map(each -> subject.handlers.get(each.id()))
                .allMatch(each -> each != null && each.last != null && each.last.isFinal);
    }

    private static boolean isChangeFor(HandlerPlan handler, String from, String to) {
        return !from.equals(to) && handler.wish().isForChange(from, to);
    }

    /** Whether a handler, or its sub-handler, is done with what is shown in the handler's field. */
    private boolean isDone(Handled handled, String field, String shown, Life process) {
        Call done = handled.done;
        return (done != null
                        && Essences.shown(done.version.essence, field).equals(shown)
                        && (done.stored || done.process == process))
                || (handled.plan.isSub() && mayGiveUp(handled));
    }

    /** Whether a handler has reached one of its limits, and may be given up without another call. */
    private boolean mayGiveUp(Handled handled) {
        HandlerPlan handler = handled.plan;
        Count count = handled.count;
        if (handled.gaveUp || (handler.retries() > 0 && count.attempts() >= handler.retries())) {
            return true;
        }
        if (handler.timeout() == 0) {
            return false;
        }
        Instant started = count.started();
        boolean unknown = clockJumped || !handler.subs().isEmpty();
        if (unknown || count.attempts() == 0 || started == null) {
            return unknown;
        }
        // Whoever would be called too late is given up before that.
        Instant next = history.scheduler.instant().plus(longest(handled, count));
        return !next.isBefore(started.plusMillis(handler.timeout()));
    }

    /** How long a handler that failed is left alone at most. */
    private static Duration longest(Handled handled, Count count) {
        Call last = handled.last;
        if (last == null || last.isFinal) {
            return Duration.ZERO;
        }
        long named = last.behaviour.delay() >= 0 ? last.behaviour.delay() : last.plan.backoff();
        return Duration.ofMillis(named >= 0 ? named : usualPause(count)).plusNanos(1_000);
    }

    private static long usualPause(Count count) {
        return Math.min(300_000, 1_000L << Math.min(20, count.attempts() - 1));
    }

    private void recorded(Subject subject, Handled handled, JsonNode record) {
        int retries = record.path("retries").asInt();
        boolean success = record.path("success").asBoolean();
        boolean failure = record.path("failure").asBoolean();
        JsonNode known = subject.records.get(handled.plan.id());
        Call done = handled.done;
        boolean handsOver = !handled.plan.subs().isEmpty();
        if (handsOver && success) {
            for (HandlerPlan sub : handled.plan.subs()) {
                Handled below = subject.handlers.get(sub.id());
                if (below != null && below.done == null && !mayGiveUp(below)) {
                    violated(3, "'" + handled.plan.id() + "' is stored as done before '" + sub.id() + "': " + record);
                }
            }
        }
        if (!record.equals(known) && retries > 0 && !handsOver) {
            boolean gaveUp = failure && mayGiveUp(handled) && retries == handled.count.attempts() + 1;
            if (retries != handled.count.attempts() && !gaveUp) {
                violated(
                        3,
                        "'" + handled.plan.id() + "' was attempted " + handled.count.attempts() + " times, and "
                                + record + " is stored");
            }
            int limit = handled.plan.retries();
            if (limit > 0 && retries >= limit && !success && !failure) {
                violated(3, "'" + handled.plan.id() + "' has no attempt left, and is to go on: " + record);
            }
            if (success && (done == null || !done.success)) {
                violated(3, "a success of '" + handled.plan.id() + "' is stored that there was not: " + record);
            }
            if (failure && (done == null || done.success) && !mayGiveUp(handled)) {
                violated(3, "a failure of '" + handled.plan.id() + "' is stored that there was not: " + record);
            }
        }
        if (record.equals(known)) {
            return; // what was done since is not in it
        }
        handled.stored = handled.count;
        Call last = handled.last;
        boolean isToCome = retries == 0 && !success && !failure && !handsOver;
        if (isToCome) {
            handled.stored = Count.NONE;
        }
        if (isToCome || (last != null && !success && isGivenUp(subject, last))) {
            handled.doneByRecord = null;
            return;
        }
        if (last != null && last.ended >= 0) {
            store(handled, last);
        }
        handled.doneByRecord = last != null && last.isFinal ? last : null;
    }

    /** The stored state knows of a call. */
    private static void store(Handled handled, Call call) {
        call.stored = true;
        handled.recorded = call;
        if (call.success) {
            call.subject.owedItems.addAll(Lists.items(call));
        }
        if (call.success && call.behaviour.result()) {
            handled.result = call.value();
        }
    }

    /** @param hasLeft whether the object is not for the handler any more: what was given up is not called for again then */
    private void forgotten(Handled handled, @Nullable JsonNode last, boolean hasLeft) {
        handled.gaveUp = mayGiveUp(handled);
        Call call = handled.last;
        if (call != null && call.ended >= 0) {
            String handledNow = last == null ? Essences.NONE : Essences.shown(last, handled.plan.field());
            if (call.isFinal && call.content.equals(handledNow) && !(hasLeft && isGivenUp(call.subject, call))) {
                store(handled, call);
                handled.doneByRecord = call;
            }
            if (handled.plan.type() == HandlerType.DELETE || handled.plan.type() == HandlerType.RESUME) {
                call.stored = true;
            }
        }
        handled.count = Count.NONE;
        handled.stored = Count.NONE;
    }

    // --- what the operators are told by the server

    void answered(Life process, ApiResponse response) {
        if (closed || !response.isSuccessful()) {
            return;
        }
        try {
            JsonNode object = Json.parse(response.body());
            Thing thing = things.get(object.path("metadata").path("uid").asText());
            if (thing != null) {
                Subject subject = thing.subjects.get(process.operator);
                subject.answered = Math.max(
                        subject.answered,
                        object.path("metadata").path("resourceVersion").asLong());
            }
        } catch (IOException e) {
            // garbled on the way
        }
    }

    void wrote(Life process, ApiRequest request, ApiResponse response, long versions) {
        raced |= !response.isSuccessful();
        writeRequests++;
        boolean alone = plan.isOrderly() && plan.setting().operators() == 1 && !hasEventHandlers();
        if (alone && response.isSuccessful() && versions == 0) {
            violated(5, "operator " + process.name() + " wrote what was there already: " + request.body());
        }
    }

    /** The server refuses a write as it is. */
    void rejected(Life process, ApiRequest write) {
        things.values().stream()
                .filter(thing -> write.path().matches(".*/" + thing.name + "(/.*)?"))
                .forEach(thing -> thing.subjects.get(process.operator).rejectedAt = history.scheduler.nanos());
    }

    void clockJumped() {
        clockJumped = true;
    }

    /** Whatever an operator only knew is lost. */
    void died(Life process) {
        attendance.died(process);
        for (Thing thing : things.values()) {
            Subject subject = thing.subjects.get(process.operator);
            subject.active = null;
            subject.rejectedAt = -1;
            for (Handled handled : subject.handlers.values()) {
                handled.count = handled.stored;
                if (handled.done != null && !handled.done.stored) {
                    handled.done = handled.doneByRecord;
                }
                if (handled.last != null && !handled.last.stored) {
                    handled.last = handled.recorded; // nobody knows of the call that died
                }
            }
        }
    }

    /** An operator begins: handled objects that it finds are owed a resume. */
    void started(Life process) {
        indexed.started(process, things.values());
        for (Thing thing : things.values()) {
            Subject subject = thing.subjects.get(process.operator);
            boolean settled =
                    !thing.gone && !thing.latest().isDeleting() && subject.last != null && subject.records.isEmpty();
            subject.resumeOwedIn = settled ? process.number : 0;
        }
    }

    // --- what handlers tell

    Call begins(Life process, Shown shown) {
        JsonNode body = Essences.tree(shown.body());
        Thing thing = things.get(body.path("metadata").path("uid").asText());
        long number = body.path("metadata").path("resourceVersion").asLong();
        boolean raw = shown.plan().type() == HandlerType.EVENT;
        if (thing == null) {
            throw new IllegalStateException("an object that never existed: " + body);
        }
        Subject subject = thing.subjects.get(process.operator);
        Handled handled =
                Objects.requireNonNull(subject.handlers.get(shown.plan().id()), "a handler of the plan");
        Version version = thing.version(number);
        if (version == null) {
            if (!raw) {
                violated(
                        2,
                        "'" + shown.plan().id() + "' was shown version " + number + ", which never existed: " + body);
            }
            version = thing.latest();
        }
        List<Behaviour> script = shown.plan().script();
        Behaviour behaviour = handled.calls < script.size() ? script.get(handled.calls) : Behaviour.FINE;
        handled.calls++;
        Call call = new Call(shown.plan(), behaviour, handled.calls, subject, process, version, shown.reason());
        call.began = history.scheduler.nanos();
        history.tell(() -> "operator " + process.name() + ": " + call + " begins, for " + shown.reason() + ", attempt "
                + shown.retry()
                + (shown.pair() == null
                        ? ""
                        : ", from " + Essences.text(shown.pair().before()) + " to "
                                + Essences.text(shown.pair().after())));
        if (subject.active != null) {
            violated(4, call + " begins while " + subject.active + " is underway");
        }
        subject.active = call;
        handled.gaveUp = false;
        if (!raw) { // events that were taken already are shown to their end
            if (history.isPaused(process.operator)) {
                violated(8, call + " begins though the operator pauses");
            }
            subject.calls++;
            checkVersion(call);
            if (thing.garbled) {
                subject.seen = Math.max(subject.seen, number);
                return call;
            }
            checkPass(call, handled);
            checkPair(call, handled, shown);
            if (call.plan.subs().isEmpty()) {
                checkRepetition(call, handled);
                checkAttempt(call, handled, shown);
            }
            subject.seen = Math.max(subject.seen, number);
            handled.told.add(call.content); // though it may be cut off
        }
        return call;
    }

    private void checkVersion(Call call) {
        Subject subject = call.subject;
        if (!call.plan.isFor(call.version.object)) {
            violated(2, call + " is not for such an object: " + call.plan);
        }
        if (call.version.number < subject.answered
                && !(Boolean.getBoolean("tolerate") && call.version.number == subject.seen)) {
            violated(2, call + " is older than our own write, which made version " + subject.answered);
        }
        if (call.version.number < subject.takenOver) {
            violated(8, call + " is for what another operator has handled: version " + subject.takenOver);
        }
        if (call.version.number < subject.seen) {
            violated(2, call + " is older than what a handler was shown before: version " + subject.seen);
        }
        if (call.plan.type() == HandlerType.CREATE
                && !subject.thing.garbled
                && storedEssence(subject.operator, call.version.object) != null) {
            violated(3, call + " is for a creation that was handled");
        }
    }

    /** Where nothing goes wrong, all that are due are called in one pass: none begins what another one has just written (R7). */
    private void checkPass(Call call, Handled handled) {
        Subject subject = call.subject;
        Plan.Setting setting = plan.setting();
        boolean began = subject.budget.hasBegun(call.began, setting.checkpoint() * 1_000_000);
        long last = subject.budget.version();
        boolean own = call.version.number > last
                && !subject.thing.hasMovedBetween(last, call.version.number, call.plan)
                && !subject.thing.changedBetween(last - 1, call.version.number, "", call.version.text);
        boolean first = handled.calls == 1 && call.plan.subs().isEmpty() && !call.plan.isSub();
        if (plan.isOrderly()
                && !raced
                && setting.operators() == 1
                && setting.lifecycle().equals("all_at_once")
                && call.reason != Reason.DELETE
                && began
                && own
                && first) {
            violated(5, call + " is in a pass of its own");
        }
        subject.budget.called(call.version.number, call.began);
    }

    private void checkPair(Call call, Handled handled, Shown shown) {
        ScriptedHandlers.Pair pair = shown.pair();
        if (pair == null) {
            return;
        }
        String field = call.plan.field();
        String after = Essences.text(pair.after());
        if (!after.equals(call.version.text)) {
            violated(2, call + " is told that it is now " + after + ", and it is " + call.version.text);
        }
        JsonNode stored = storedEssence(call.subject.operator, call.version.object);
        String before = pair.before() == null ? Essences.NONE : Essences.shown(Essences.tree(pair.before()), field);
        String handledBefore = stored == null ? Essences.NONE : Essences.shown(stored, field);
        if (!before.equals(handledBefore) && !handled.told.contains(before)) {
            violated(
                    2,
                    call + " is told that it was " + before + ", and last handled was " + handledBefore
                            + ", and told was " + handled.told);
        }
        if (!field.isEmpty() && !call.plan.wish().isForChange(before, call.content)) {
            violated(2, call + " is told of a change that it is not for: from " + before + " to " + call.content);
        }
        if (before.equals(call.content) && !field.isEmpty()) {
            violated(2, call + " is told of no change: " + before);
        }
    }

    private void checkRepetition(Call call, Handled handled) {
        Call done = handled.done;
        if (done == null) {
            return;
        }
        boolean known = done.stored
                || (done.process == call.process && !isGivenUp(call.subject, done) && !isGivenUpAfterPause(call, done));
        boolean same = call.plan.type() == HandlerType.DELETE
                || (done.content.equals(call.content)
                        && done.reason == call.reason
                        && !call.subject.thing.changedBetween(
                                done.version.number, call.version.number, call.plan.field(), call.content));
        boolean moved = !call.plan.isForAll()
                && call.subject.thing.hasMovedBetween(done.version.number, call.version.number, call.plan);
        boolean newLife = call.plan.type() == HandlerType.RESUME && done.process != call.process;
        if (newLife) {
            JsonNode record = call.subject.records.get(call.plan.id());
            newLife = record == null || !record.path("success").asBoolean();
        }
        if (known && same && !newLife && !moved) {
            violated(3, call + " repeats " + done);
        }
    }

    private void checkAttempt(Call call, Handled handled, Shown shown) {
        Count count = handled.count;
        boolean other = call.reason != count.reason()
                || (call.reason != Reason.DELETE && !call.content.equals(count.content()));
        boolean interlude = handled.last != null
                && call.subject.thing.changedBetween(
                        handled.last.version.number, call.version.number, call.plan.field(), call.content);
        boolean moved = handled.last != null
                && !call.plan.isForAll()
                && call.subject.thing.hasMovedBetween(handled.last.version.number, call.version.number, call.plan);
        boolean givenUp = handled.last != null && isGivenUp(call.subject, handled.last);
        if (other || (shown.retry() == 0 && (interlude || moved || givenUp))) {
            count = Count.NONE;
        } else if (shown.retry() == handled.stored.attempts() && isGivenUpAfterPause(call, handled.last)) {
            count = handled.stored;
        }
        if (shown.retry() != count.attempts()) {
            violated(3, call + " is told that it is attempt " + shown.retry() + ", and it is " + count.attempts());
        }
        if (count.attempts() > 0 && !clockJumped) {
            if (!shown.started().equals(count.started())) {
                violated(
                        3,
                        call + " is told that it began at " + shown.started() + ", and it began at " + count.started());
            }
            long timeout = call.plan.timeout();
            Duration since = Duration.between(shown.started(), history.scheduler.instant());
            if (timeout > 0 && since.toMillis() >= timeout + 1) {
                violated(3, call + " comes after its timeout");
            }
            if (call.began < count.notBefore()) {
                violated(3, call + " comes too early, by " + (count.notBefore() - call.began) / 1_000_000 + " ms");
            }
        }
        if (call.plan.retries() > 0 && count.attempts() >= call.plan.retries()) {
            violated(3, call + " comes after " + count.attempts() + " attempts");
        }
        Instant started = count.attempts() == 0 ? shown.started() : count.started();
        handled.count = new Count(count.attempts(), call.content, call.reason, started, count.notBefore());
    }

    /** A success is given up with a write that the server refuses, where the object changes; not that of a deletion, which has no other state. */
    private static boolean isGivenUp(Subject subject, Call success) {
        return success.ended <= subject.rejectedAt
                && success.success
                && !success.stored
                && success.plan.type() != HandlerType.DELETE;
    }

    /**
     * All that could not be stored before a pause is given up where another operator has written to a field that one of the handlers has set: it
     * is decided anew.
     */
    private boolean isGivenUpAfterPause(Call call, @Nullable Call earlier) {
        Subject subject = call.subject;
        long resumed = resumedAt.getOrDefault(subject.operator, 0L);
        if (earlier == null || earlier.stored || earlier.began > resumed) {
            return false;
        }
        boolean isWritten = subject.handlers.values().stream()
                .flatMap(each -> Stream.of(each.last, each.beforePause).filter(Objects::nonNull))
                .anyMatch(each -> hasSetAnother(each, call.version));
        if (isWritten) {
            subject.givenUpAt = resumed;
        }
        return subject.givenUpAt == resumed;
    }

    /** Whether another value is in a field that a call sets than when it began. */
    private static boolean hasSetAnother(Call call, Version now) {
        return isAnother("edited-" + call.plan.id(), call.version, now)
                || (call.behaviour.result() && isAnother(call.plan.id(), call.version, now));
    }

    private static boolean isAnother(String field, Version before, Version now) {
        return !before.object
                .path("status")
                .path(field)
                .equals(now.object.path("status").path(field));
    }

    /** An operator goes on after a pause. */
    void resumed(int operator) {
        resumedAt.put(operator, history.scheduler.nanos());
        things.values().stream()
                .flatMap(thing -> thing.subjects.get(operator).handlers.values().stream())
                .forEach(handled -> handled.beforePause = handled.latest);
    }

    void ends(Call call, @Nullable String problem) {
        Subject subject = call.subject;
        if (subject.active == call) {
            subject.active = null;
        }
        if (problem != null || call.process.isDead()) {
            history.tell(() -> call + " " + problem);
            return;
        }
        Handled handled = Objects.requireNonNull(subject.handlers.get(call.plan.id()), "a handler of the plan");
        history.tell(() -> "operator " + call.process.name() + ": " + call + " ends: " + call.behaviour);
        subject.items.addAll(Lists.items(call));
        call.ended = history.scheduler.nanos();
        handled.latest = call;
        if (call.plan.type() == HandlerType.EVENT) {
            return;
        }
        Count before = handled.count;
        Count count = new Count(before.attempts() + 1, call.content, call.reason, before.started(), 0);
        handled.last = call;
        Ending ending = call.behaviour.ending();
        call.success = ending == Ending.SUCCEED;
        call.isFinal = call.success || ending == Ending.FAIL_PERMANENTLY || isLast(call, count);
        long notBefore = call.isFinal ? 0 : call.ended + pause(call, count).toNanos();
        handled.count = new Count(count.attempts(), call.content, call.reason, count.started(), notBefore);
        if (call.isFinal) {
            handled.done = call;
            if (call.plan.type() == HandlerType.RESUME) {
                handled.resumedIn = call.process.number;
            }
        }
    }

    /** Whether a failure is the last that is allowed. */
    private boolean isLast(Call call, Count count) {
        HandlerPlan handler = call.plan;
        if (handler.retries() > 0 && count.attempts() >= handler.retries()) {
            return true;
        }
        Instant started = count.started();
        if (handler.timeout() == 0 || started == null) {
            return false;
        }
        Duration runtime = Duration.between(started, call.process.timers.instant());
        return runtime.plus(pause(call, count)).toMillis() >= handler.timeout();
    }

    /** How long a handler that failed is left alone at least. */
    private static Duration pause(Call call, Count count) {
        Behaviour behaviour = call.behaviour;
        if (behaviour.delay() >= 0) {
            return Duration.ofMillis(Math.max(0, behaviour.delay() - 1));
        }
        if (call.plan.backoff() >= 0) {
            return Duration.ofMillis(Math.max(0, call.plan.backoff() - 1));
        }
        return Duration.ofMillis(usualPause(count) * 9 / 10 - 1);
    }

    // --- what must be true at last

    /** While handlers hang, all other objects are handled. */
    void checkNobodyWaits(boolean nobodyHangs) {
        if (!nobodyHangs) {
            for (Thing thing : things.values()) {
                thing.subjects.stream()
                        .filter(subject -> subject.active == null)
                        .forEach(subject -> checkConverged(subject, 4));
            }
        }
    }

    void checkConverged() {
        for (Thing thing : things.values()) {
            thing.subjects.forEach(attendance::checkConverged);
            thing.subjects.forEach(subject -> checkConverged(subject, 1));
        }
        for (int operator = 0;
                plan.setting().hasIndex() && operator < plan.setting().operators();
                operator++) {
            indexed.checkConverged(history.process(operator), things.values());
        }
        writesAtRest = writeRequests;
        callsAtRest = calls();
    }

    private int calls() {
        return things.values().stream()
                .flatMap(thing -> thing.subjects.stream())
                .mapToInt(subject -> subject.calls)
                .sum();
    }

    void checkRested() {
        long alive = things.values().stream().filter(thing -> !thing.gone).count();
        for (int operator = 0; operator < plan.setting().operators(); operator++) {
            long known = Remembered.by(history.process(operator).reactor());
            if (known != alive) {
                violated(6, "operator " + (operator + 1) + " remembers " + known + " objects, and there are " + alive);
            }
            long attended = Remembered.attended(history.process(operator).reactor());
            if (attended > alive) {
                violated(6, "operator " + (operator + 1) + " attends " + attended + " objects, and there are " + alive);
            }
            long indexed = Remembered.indexed(history.process(operator).reactor());
            if (indexed > alive) {
                violated(6, "operator " + (operator + 1) + " indexes " + indexed + " objects, and there are " + alive);
            }
            long memos = Remembered.memos(history.process(operator).reactor());
            if (memos > alive) {
                violated(
                        6,
                        "operator " + (operator + 1) + " keeps " + memos + " memos, and there are " + alive
                                + " objects");
            }
            long waiting = Remembered.waiting(history.process(operator).reactor());
            if (waiting != 0) {
                violated(6, "operator " + (operator + 1) + " holds " + waiting + " bytes of states, and nothing waits");
            }
        }
        if (writeRequests != writesAtRest) {
            violated(5, "writes go on: " + (writeRequests - writesAtRest) + " when all should be still");
        }
        if (calls() != callsAtRest) {
            violated(5, "calls go on: " + (calls() - callsAtRest) + " when all should be still");
        }
    }

    private void checkConverged(Subject subject, int invariant) {
        Thing thing = subject.thing;
        if (thing.gone) {
            return;
        }
        String finalizer = Life.Names.of(subject.operator).finalizer();
        Version now = thing.latest();
        String what = thing.name + " (" + thing.uid + ") ";
        if (subject.active != null) {
            violated(1, what + "is still in " + subject.active);
        }
        if (now.isDeleting()) {
            boolean failed = (thing.garbled && mayFailDeletions())
                    || subject.handlers.values().stream()
                            .filter(handled -> handled.plan.type() == HandlerType.DELETE && !handled.plan.isSub())
                            .anyMatch(handled -> mayGiveUp(handled) || (handled.done != null && !handled.done.success));
            if (now.hasFinalizer(finalizer) && !failed) {
                violated(6, what + "is not released");
            }
            return;
        }
        List<String> items = Lists.ours(now.object, subject.operator);
        for (String item : subject.owedItems) {
            if (!items.contains(item)) {
                violated(invariant, what + "is stored as handled, and an edit of that is not there: " + item);
            }
        }
        boolean needed = isFinalizerNeeded(now) || attendance.needsFinalizer(subject, now);
        if (needed != now.hasFinalizer(finalizer)) {
            violated(invariant, what + (needed ? "has no finalizer" : "has a finalizer that nobody needs"));
        }
        if (thing.garbled) {
            checkMended(subject, now, invariant);
            return;
        }
        // Whoever is done with what the stored essence is behind of, and is not for the object now, may be for it
        // again.
        boolean left = subject.records.keySet().stream()
                .map(id -> subject.handlers.get(id).plan)
                .anyMatch(handler -> isFor(handler, now));
        if (left) {
            violated(invariant, what + "has records left: " + subject.records);
        }
        boolean remembered = subject.last != null ? isRemembered() : isConcerned(now) || awaitsChanges(now);
        if (remembered) {
            checkHandled(subject, now, invariant);
        }
    }

    private boolean mayFailDeletions() {
        return plan.allHandlers().stream()
                .filter(handler -> handler.type() == HandlerType.DELETE)
                .anyMatch(handler -> handler.retries() > 0
                        || handler.timeout() > 0
                        || handler.script().stream().anyMatch(call -> call.ending() == Ending.FAIL_PERMANENTLY));
    }

    /** Whatever somebody has made of the stored state: the object is handled as it is, and it can be read what it was handled as. */
    private void checkMended(Subject subject, Version now, int invariant) {
        String what = subject.thing.name + " (" + subject.thing.uid + ") ";
        JsonNode last = storedEssence(subject.operator, now.object);
        if (!isConcerned(now)) {
            return;
        }
        if (last == null || !last.isObject() || last.has("unreadable")) {
            violated(invariant, what + "was not handled again after its state was garbled: " + last);
            return;
        }
        for (HandlerPlan handler : plan.handlers()) {
            boolean told = handler.type() == HandlerType.UPDATE || handler.type() == HandlerType.FIELD;
            String shown = Essences.shown(now.essence, handler.field());
            if (told
                    && isToldOf(handler, now)
                    && !Essences.shown(last, handler.field()).equals(shown)) {
                violated(invariant, what + "is " + now.text + ", and handled is " + Essences.text(last));
            }
        }
    }

    private boolean isRemembered() {
        return plan.handlers().stream().anyMatch(Oracle::needsEssence);
    }

    private static boolean needsEssence(HandlerPlan handler) {
        return handler.type() != HandlerType.DELETE && handler.type() != HandlerType.EVENT;
    }

    /** Whether an object is for any of the handlers as it is now; a field that is not there is for none. */
    private boolean isConcerned(Version now) {
        return plan.handlers().stream().anyMatch(handler -> needsEssence(handler) && isFor(handler, now));
    }

    private static boolean isFor(HandlerPlan handler, Version now) {
        return handler.isFor(now.object)
                && (handler.field().isEmpty()
                        || handler.wish().isForField(Essences.shown(now.essence, handler.field())));
    }

    /** Whether an object that nobody is for yet is remembered, for changes to be told from: not where it may still be new to somebody. */
    private boolean awaitsChanges(Version now) {
        boolean mayBeNew = plan.handlers().stream()
                .anyMatch(handler -> handler.type() == HandlerType.CREATE
                        || (handler.type() == HandlerType.FIELD && handler.flag()));
        return !mayBeNew
                && plan.handlers().stream().anyMatch(handler -> needsEssence(handler) && handler.isFor(now.object));
    }

    private static boolean isToldOf(HandlerPlan handler, Version now) {
        String shown = Essences.shown(now.essence, handler.field());
        return handler.isFor(now.object)
                && (handler.field().isEmpty()
                        || (shown.equals(Essences.NONE) && handler.wish().equals(Wish.NONE))
                        || handler.wish().isForAnyChangeTo(shown));
    }

    private void checkHandled(Subject subject, Version now, int invariant) {
        String what = subject.thing.name + " (" + subject.thing.uid + ") ";
        JsonNode last = subject.last;
        if (last == null) {
            violated(invariant, what + "was never handled");
            return;
        }
        for (Handled handled : subject.handlers.values()) {
            HandlerPlan handler = handled.plan;
            String shown = Essences.shown(now.essence, handler.field());
            if (handler.type() == HandlerType.RESUME && handler.isForAll()) {
                int life = history.process(subject.operator).number;
                if (subject.resumeOwedIn == life && handled.resumedIn != life && !mayGiveUp(handled)) {
                    violated(invariant, what + "was not resumed by '" + handler.id() + "'");
                }
            }
            int result =
                    now.object.path("status").path(handler.id()).path("number").asInt();
            if (!handler.isSub() && plan.setting().operators() == 1 && result < handled.result) {
                violated(
                        invariant,
                        what + "has the result " + result + " of '" + handler.id() + "', which is stored as"
                                + " having succeeded with " + handled.result);
            }
            boolean told = handler.type() == HandlerType.UPDATE || handler.type() == HandlerType.FIELD;
            if (!told || handler.isSub() || !isToldOf(handler, now)) {
                continue;
            }
            if (!Essences.shown(last, handler.field()).equals(shown)) {
                violated(invariant, what + "is " + now.text + ", and handled is " + Essences.text(last));
            }
            Call recorded = handled.recorded;
            if (recorded != null && !recorded.content.equals(shown) && !mayGiveUp(handled)) {
                violated(
                        invariant,
                        what + "is " + shown + " to '" + handler.id() + "', which was told last that it is "
                                + recorded.content);
            }
            if (recorded != null && !recorded.isFinal && !mayGiveUp(handled)) {
                violated(invariant, what + "is not handled by '" + handler.id() + "', which failed last");
            }
        }
    }
}
