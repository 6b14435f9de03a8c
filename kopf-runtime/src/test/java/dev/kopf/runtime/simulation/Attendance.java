package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.runtime.handler.Stopped;
import dev.kopf.runtime.simulation.Plan.BackgroundPlan;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.Ending;
import dev.kopf.runtime.simulation.Thing.Subject;
import dev.kopf.runtime.simulation.Thing.Version;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the oracle knows of daemons and timers: who runs for which object, and who is done with it. */
final class Attendance {

    /** How often a daemon looks whether it is to stop. */
    static final Duration LOOK = Duration.ofSeconds(5);

    /** How much later than its time a timer may be called when all is calm. */
    private static final long LATE = 60_000;

    private final History history;
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<Key, Call> running = new HashMap<>();
    private final Map<Key, Long> called = new HashMap<>();

    /** Those that have ended by themselves. */
    private final Set<Key> exited = new HashSet<>();

    private final Map<Key, Integer> results = new HashMap<>();

    /** A daemon or a timer of an object in one life of an operator. */
    private record Key(int life, String uid, String id) {}

    /**
     * A call.
     *
     * @param behaviour what it does; null where it does what is usual
     * @param number how many there were for the object, with it
     */
    record Call(
            BackgroundPlan plan,
            Life process,
            String uid,
            Stopped stopped,
            @Nullable Behaviour behaviour,
            int number) {

        private Key key() {
            return new Key(process.number, uid, plan.id());
        }

        @Override
        public String toString() {
            return "call " + number + " of '" + plan.id() + "' for (" + uid + ")";
        }
    }

    Attendance(History history) {
        this.history = history;
    }

    Call begins(Life process, BackgroundPlan plan, Map<?, ?> shown, Stopped stopped) {
        JsonNode body = Essences.tree(shown);
        String uid = body.path("metadata").path("uid").asText();
        int number = calls.merge(uid + " " + process.operator + " " + plan.id(), 1, Integer::sum);
        Behaviour behaviour = number <= plan.script().size() ? plan.script().get(number - 1) : null;
        Call call = new Call(plan, process, uid, stopped, behaviour, number);
        history.tell(() -> "operator " + process.name() + ": " + call + " begins");
        Call other = running.put(call.key(), call);
        called.put(call.key(), history.scheduler.nanos());
        if (other != null) {
            violated(call + " begins while " + other + " is underway");
        }
        if (exited.contains(call.key())) {
            violated(call + " begins though it has ended by itself");
        }
        if (history.isPaused(process.operator)) {
            violated(call + " begins though the operator pauses");
        }
        if (!plan.isFor(body)) {
            violated(call + " is not for such an object: " + plan);
        }
        if (plan.isDaemon()
                && !finalizers(body).contains(Life.Names.of(process.operator).finalizer())) {
            violated(call + " begins without a finalizer: " + body);
        }
        return call;
    }

    void ends(Call call, boolean isCutOff) {
        running.remove(call.key());
        if (isCutOff) {
            return;
        }
        history.tell(() -> "operator " + call.process().name() + ": " + call + " ends: " + call.behaviour());
        Behaviour behaviour = call.behaviour();
        Ending ending = behaviour == null ? Ending.SUCCEED : behaviour.ending();
        boolean isFinal = ending == Ending.SUCCEED || ending == Ending.FAIL_PERMANENTLY;
        if (call.plan().isDaemon() && isFinal && !call.stopped().isSet()) {
            exited.add(call.key());
        }
        if (behaviour != null && ending == Ending.SUCCEED && behaviour.result()) {
            results.put(call.key(), call.number());
        }
    }

    /** Whatever ran is over, and its results may be lost. */
    void died(Life process) {
        running.keySet().removeIf(key -> key.life() == process.number);
    }

    /** An object is released for good. */
    void released(Subject subject) {
        running.values().stream()
                .filter(call -> call.plan().isDaemon()
                        && call.uid().equals(subject.thing.uid)
                        && call.process() == history.process(subject.operator))
                .forEach(call -> violated(subject.thing.name + " is released while " + call + " is underway"));
    }

    /** Whether daemons need the finalizer of an operator on an object. */
    boolean needsFinalizer(Subject subject, Version now) {
        return history.plan.background().stream()
                .anyMatch(plan -> plan.isDaemon() && plan.isFor(now.object) && !exited.contains(key(subject, plan)));
    }

    /** When all is calm: those run that are to, and no others. */
    void checkConverged(Subject subject) {
        Version now = subject.thing.latest();
        boolean isThere = !subject.thing.gone && !now.isDeleting();
        for (BackgroundPlan plan : history.plan.background()) {
            Key key = key(subject, plan);
            String what = "'" + plan.id() + "' for " + subject.thing.name + " (" + subject.thing.uid + ") ";
            boolean runs = running.containsKey(key);
            boolean isWanted = isThere && plan.isFor(now.object) && !exited.contains(key);
            if (plan.isDaemon() && runs != isWanted) {
                violated(what + (runs ? "runs, and is not to" : "does not run, and is to"));
            }
            long since = (history.scheduler.nanos() - called.getOrDefault(key, 0L)) / 1_000_000;
            if (!plan.isDaemon() && isWanted && !runs && since > plan.interval() + plan.idle() + LATE) {
                violated(what + "was not called since " + since + " ms");
            }
            if (!plan.isDaemon() && !isWanted && since < LATE) {
                violated(what + "was called " + since + " ms ago");
            }
            checkResult(subject, plan, what);
        }
    }

    private void checkResult(Subject subject, BackgroundPlan plan, String what) {
        Integer owed = results.get(key(subject, plan));
        int stored = subject.thing
                .latest()
                .object
                .path("status")
                .path(plan.id())
                .path("number")
                .asInt();
        // Whoever changes our records while we make way is taken for another operator, and what is owed with them is
        // given up.
        boolean taken = subject.thing.garbled
                && history.plan.faults().stream()
                        .anyMatch(fault -> fault.trouble().isPause());
        boolean mayBeGivenUp =
                subject.rejectedAt >= 0 || taken || history.plan.setting().operators() > 1;
        if (owed != null && !subject.thing.gone && !mayBeGivenUp && stored < owed) {
            violated(what + "has returned " + owed + ", and " + stored + " is stored");
        }
    }

    private Key key(Subject subject, BackgroundPlan plan) {
        return new Key(history.process(subject.operator).number, subject.thing.uid, plan.id());
    }

    private static Set<String> finalizers(JsonNode body) {
        Set<String> finalizers = new HashSet<>();
        body.path("metadata").path("finalizers").forEach(each -> finalizers.add(each.asText()));
        return finalizers;
    }

    private void violated(String what) {
        history.oracle.violated(9, what);
    }
}
