package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is true of one object: each state that it was ever in, and what each operator did with it. */
final class Thing {

    final String uid;
    final String name;
    final List<Version> versions = new ArrayList<>();
    final List<Subject> subjects = new ArrayList<>();
    boolean gone;
    /** Whether somebody has written to what operators keep on it: what they remember of it is not what they have stored. */
    boolean garbled;

    Thing(String uid, String name, int operators, List<HandlerPlan> handlers) {
        this.uid = uid;
        this.name = name;
        for (int operator = 0; operator < operators; operator++) {
            subjects.add(new Subject(this, operator, handlers));
        }
    }

    /** A state of the object. */
    static final class Version {
        final long number;
        final ObjectNode object;
        final JsonNode essence;
        final String text;

        Version(long number, ObjectNode object, JsonNode essence) {
            this.number = number;
            this.object = object;
            this.essence = essence;
            this.text = Essences.text(essence);
        }

        boolean isDeleting() {
            return object.path("metadata").hasNonNull("deletionTimestamp");
        }

        int finalizers() {
            return object.path("metadata").path("finalizers").size();
        }

        boolean hasFinalizer(String finalizer) {
            for (JsonNode each : object.path("metadata").path("finalizers")) {
                if (each.asText().equals(finalizer)) {
                    return true;
                }
            }
            return false;
        }
    }

    Version latest() {
        return versions.get(versions.size() - 1);
    }

    @Nullable
    Version version(long number) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).number == number) {
                return versions.get(i);
            }
        }
        return null;
    }

    /** Whether what a handler is shown was something else between two states. */
    boolean changedBetween(long from, long to, String field, String content) {
        for (Version version : versions) {
            if (version.number > from
                    && version.number <= to
                    && !Essences.shown(version.essence, field).equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the object has left or entered what a handler is for between two states, or may have. */
    boolean hasMovedBetween(long from, long to, HandlerPlan handler) {
        Version first = version(from);
        return first == null
                || versions.stream()
                        .filter(version -> version.number > from && version.number <= to)
                        .anyMatch(version -> !handler.decisive(version.object).equals(handler.decisive(first.object)));
    }

    /** The object, and one of the operators that handle it. */
    static final class Subject {
        final Thing thing;
        final int operator;
        final Map<String, Handled> handlers = new HashMap<>();
        /** The stored essence. */
        @Nullable
        JsonNode last;
        /** The version that it came with. */
        long lastStored;
        /** The stored records, by handler. */
        Map<String, JsonNode> records = Map.of();
        /** The call that is underway. */
        @Nullable
        Call active;
        /** The version that the operator knows its last write has made. */
        long answered;
        /** The latest version that a handler was shown. */
        long seen;
        /** When the server last refused a write as wrong in this life of the operator; -1 for never. */
        long rejectedAt = -1;
        /** In which life of the operator resume handlers are owed. */
        int resumeOwedIn;

        /** The version that another operator has made when it handled the object in a pause of this one; 0 for none. */
        long takenOver;
        /** When that pause began. */
        long takenOverAt;

        /** After which pause what was owed from before it was given up; when that ended. */
        long givenUpAt = -1;

        int calls;
        /** What calls that have ended add to lists. */
        final Set<String> items = new HashSet<>();
        /** The same, of those that are stored as having succeeded. */
        final Set<String> owedItems = new LinkedHashSet<>();
        /** What the last pass, and those before it, may still write; and what made it begin. */
        final Budget budget = new Budget();

        Subject(Thing thing, int operator, List<HandlerPlan> handlers) {
            this.thing = thing;
            this.operator = operator;
            handlers.forEach(plan -> this.handlers.put(plan.id(), new Handled(plan)));
        }
    }

    /**
     * The writes that an object owes its operator (R7): each pass that called a handler may write once to each endpoint. What is written
     * without a call, such as the finalizer, is allowed by itself.
     */
    static final class Budget {
        private long pass = -1;
        private long began;
        private boolean mainUsed = true;
        private boolean statusUsed = true;

        /** The version that the last pass was for. */
        long version() {
            return pass;
        }

        /** Whether the last pass began no longer ago than this. */
        boolean hasBegun(long now, long checkpoint) {
            return pass >= 0 && now - began < checkpoint;
        }

        /** A handler was called for this version. */
        void called(long version, long now) {
            if (version != pass) {
                pass = version;
                began = now;
                mainUsed = false;
                statusUsed = false;
            }
        }

        /** Whether a write is one too many for a pass that took no longer than this. */
        boolean isExceeded(boolean status, long now, long checkpoint) {
            boolean used = status ? statusUsed : mainUsed;
            if (status) {
                statusUsed = true;
            } else {
                mainUsed = true;
            }
            return used && now - began < checkpoint;
        }
    }

    /** What one handler was told. */
    static final class Handled {
        final HandlerPlan plan;
        /** All calls ever, which index the script. */
        int calls;
        /** What counts now. */
        Count count = Count.NONE;
        /** What counts by the stored record. */
        Count stored = Count.NONE;

        @Nullable
        Call last;
        /** The last call, also where nothing is remembered of it, and the last one before the operator went on after its last pause. */
        @Nullable
        Call latest;

        @Nullable
        Call beforePause;
        /** The last call that the stored state knows of. */
        @Nullable
        Call recorded;
        /** The last call that was the last for its content. */
        @Nullable
        Call done;
        /** The same, as far as the stored state knows. */
        @Nullable
        Call doneByRecord;
        /** Whether it had reached a limit when the stored state forgot it. */
        boolean gaveUp;
        /** The last result that the stored state knows of; 0 for none. */
        int result;
        /** Essences that a call may name as what was before. */
        final List<String> told = new ArrayList<>();

        int resumedIn;

        Handled(HandlerPlan plan) {
            this.plan = plan;
        }
    }

    /**
     * How often a handler was called for a content and a reason.
     *
     * @param started when it was first selected for it, as it is told
     * @param notBefore when it may be called again, in virtual time
     */
    record Count(
            int attempts,
            @Nullable String content,
            @Nullable Reason reason,
            @Nullable Instant started,
            long notBefore) {

        static final Count NONE = new Count(0, null, null, null, 0);
    }

    /** One call of a handler. */
    static final class Call {
        final HandlerPlan plan;
        final Behaviour behaviour;
        final int number;
        final Subject subject;
        final Life process;
        final Version version;
        final Reason reason;
        final String content;
        long began;
        long ended = -1;
        boolean isFinal;
        boolean success;
        boolean stored;

        Call(
                HandlerPlan plan,
                Behaviour behaviour,
                int number,
                Subject subject,
                Life process,
                Version version,
                Reason reason) {
            this.plan = plan;
            this.behaviour = behaviour;
            this.number = number;
            this.subject = subject;
            this.process = process;
            this.version = version;
            this.reason = reason;
            this.content = Essences.shown(version.essence, plan.field());
        }

        /** What it sets and returns: two calls the same, so that not every write changes something. */
        int value() {
            return (number + 1) / 2;
        }

        @Override
        public String toString() {
            return "call " + number + " of '" + plan.id() + "' for " + subject.thing.name + " (" + subject.thing.uid
                    + ") at version " + version.number;
        }
    }
}
