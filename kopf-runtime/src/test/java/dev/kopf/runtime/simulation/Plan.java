package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.runtime.handler.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that happens in a history but for the times that requests take: made from a seed, and made smaller where one that fails is explained.
 *
 * @param seed decides what the plan does not
 * @param handlers in the order of registration
 * @param background the daemons and timers
 * @param acts what people and other programs do, in the order of their times
 * @param faults what goes wrong
 */
record Plan(
        long seed,
        Setting setting,
        List<HandlerPlan> handlers,
        List<BackgroundPlan> background,
        List<Act> acts,
        List<Fault> faults) {

    /**
     * What stays the same for a whole history.
     *
     * @param latency how long a request may take each way, in milliseconds
     * @param checkpoint after how long a pass stores what is finished so far, in milliseconds
     * @param lifecycle which handlers a pass calls
     * @param room for states that wait, in bytes
     * @param index the value of the label {@code team} of the objects that are in an index; {@code *} for all objects, empty for no index
     */
    record Setting(
            boolean statusSubresource,
            boolean stateInStatus,
            int operators,
            boolean byNamespace,
            int pageSize,
            long latency,
            long checkpoint,
            String lifecycle,
            long room,
            String index) {

        boolean hasIndex() {
            return !index.isEmpty();
        }

        Setting withRoom(long other) {
            return new Setting(
                    statusSubresource,
                    stateInStatus,
                    operators,
                    byNamespace,
                    pageSize,
                    latency,
                    checkpoint,
                    lifecycle,
                    other,
                    index);
        }

        Setting withIndex(String other) {
            return new Setting(
                    statusSubresource,
                    stateInStatus,
                    operators,
                    byNamespace,
                    pageSize,
                    latency,
                    checkpoint,
                    lifecycle,
                    room,
                    other);
        }

        @Override
        public String toString() {
            return (statusSubresource ? "a status subresource" : "no status subresource")
                    + ", state in " + (stateInStatus ? "the status" : "annotations")
                    + (operators > 1 ? ", " + operators + " operators" : "")
                    + (byNamespace ? ", one watch for each namespace" : "")
                    + (pageSize < 500 ? ", lists of " + pageSize : "")
                    + ", requests take up to " + latency + " ms each way, checkpoints after " + checkpoint
                    + " ms, handlers " + lifecycle
                    + (room < Long.MAX_VALUE ? ", room for " + room + " bytes of waiting states" : "")
                    + (hasIndex() ? ", an index of " + (index.equals("*") ? "all" : "team " + index) : "");
        }
    }

    /**
     * A handler.
     *
     * @param field the field of a field handler; else empty
     * @param retries the limit of attempts; 0 for none
     * @param timeout the limit of time in milliseconds; 0 for none
     * @param backoff the pause after an exception in milliseconds; -1 for the default
     * @param label the value of the label {@code team} that objects must have; empty for all objects
     * @param wish what else objects and changes must be like
     * @param flag what {@code optional}, {@code deleted} or {@code initial} says, by type
     * @param script what its calls do for each object, in order; after that they succeed
     * @param subs its sub-handlers, which are of the same type, have ids below its own, and may have sub-handlers themselves
     */
    record HandlerPlan(
            String id,
            HandlerType type,
            String field,
            int retries,
            long timeout,
            long backoff,
            String label,
            Wish wish,
            boolean flag,
            List<Behaviour> script,
            List<HandlerPlan> subs) {

        HandlerPlan withScript(List<Behaviour> other) {
            return new HandlerPlan(id, type, field, retries, timeout, backoff, label, wish, flag, other, subs);
        }

        HandlerPlan withSubs(List<HandlerPlan> others) {
            return new HandlerPlan(id, type, field, retries, timeout, backoff, label, wish, flag, script, others);
        }

        /** With another id, where it has no sub-handlers yet. */
        HandlerPlan withId(String other) {
            return new HandlerPlan(other, type, field, retries, timeout, backoff, label, wish, flag, script, subs);
        }

        HandlerPlan withoutLimits() {
            return new HandlerPlan(id, type, field, 0, 0, -1, label, wish, flag, script, subs);
        }

        /** It, and all that are below it. */
        Stream<HandlerPlan> withAllSubs() {
            return Stream.concat(Stream.of(this), subs.stream().flatMap(HandlerPlan::withAllSubs));
        }

        /** With another wish; its sub-handlers are called for the same objects. */
        HandlerPlan withWish(Wish other) {
            List<HandlerPlan> others =
                    subs.stream().map(sub -> sub.withWish(other.ofObject())).toList();
            return new HandlerPlan(id, type, field, retries, timeout, backoff, label, other, flag, script, others);
        }

        boolean isSub() {
            return id.indexOf('/') >= 0;
        }

        /** Whether it is for an object, or an essence, whatever the change. */
        boolean isFor(JsonNode object) {
            return (label.isEmpty() || label.equals(team(object))) && wish.isFor(object);
        }

        /** Whether it is for all objects. */
        boolean isForAll() {
            return label.isEmpty() && wish.isForAll();
        }

        /** What of an object decides whether it is for it. */
        String decisive(JsonNode object) {
            return (label.isEmpty() ? "" : team(object)) + " " + wish.decisive(object);
        }

        private static String team(JsonNode object) {
            return object.path("metadata").path("labels").path("team").asText("");
        }

        /** The part of the id after that of the handler which it is below. */
        String idBelow(HandlerPlan parent) {
            return id.substring(parent.id.length() + 1);
        }

        @Override
        public String toString() {
            return type + " '" + id + "'"
                    + (field.isEmpty() ? "" : " of " + field)
                    + (label.isEmpty() ? "" : " of team " + label)
                    + wish
                    + (retries > 0 ? ", " + retries + " attempts" : "")
                    + (timeout > 0 ? ", timeout " + timeout + " ms" : "")
                    + (backoff >= 0 ? ", backoff " + backoff + " ms" : "")
                    + (flag
                            ? (type == HandlerType.DELETE
                                    ? ", optional"
                                    : type == HandlerType.FIELD ? ", initial" : ", deleted")
                            : "")
                    + (script.isEmpty() ? "" : ", calls: " + script)
                    + (subs.isEmpty() ? "" : ", sub-handlers: " + subs);
        }
    }

    /** What a call ends in. */
    enum Ending {
        SUCCEED,
        FAIL_TEMPORARILY,
        FAIL_PERMANENTLY,
        THROW_EXCEPTION,
        THROW_ERROR
    }

    /** The lists of an object that a handler adds to, by edits: whatever else is in them is others'. */
    enum Edit {
        NONE,
        LOG,
        OWNERS,
        BOTH;

        boolean isOfLog() {
            return this == LOG || this == BOTH;
        }

        boolean isOfOwners() {
            return this == OWNERS || this == BOTH;
        }
    }

    /**
     * What one call of a handler does.
     *
     * @param millis how long it takes
     * @param delay of a temporary failure, in milliseconds; -1 for none
     * @param result whether it returns something
     * @param sets whether it sets a field of the status
     * @param edit to which lists it adds
     * @param hangs whether it takes its time however long that is
     */
    record Behaviour(Ending ending, long millis, long delay, boolean result, boolean sets, Edit edit, boolean hangs) {

        static final Behaviour FINE = new Behaviour(Ending.SUCCEED, 0, -1, false, false, Edit.NONE, false);

        Behaviour withEdit(Edit other) {
            return new Behaviour(ending, millis, delay, result, sets, other, hangs);
        }

        @Override
        public String toString() {
            return ending.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + (delay >= 0 ? " for " + delay + " ms" : "")
                    + (millis > 0 ? " after " + millis + " ms" : "")
                    + (hangs ? " of hanging" : "")
                    + (result ? " with a result" : "")
                    + (sets ? ", setting a field" : "")
                    + (edit == Edit.NONE ? "" : ", adding to " + edit);
        }
    }

    /**
     * A daemon, or a timer.
     *
     * @param interval that of a timer in milliseconds; 0 for a daemon
     * @param idle for how long an object must not have changed, in milliseconds; 0 for no matter
     * @param label the value of the label {@code team} that objects must have; empty for all objects
     * @param script what its calls do for each object, in order; after that timers succeed, and daemons work until they are to stop
     */
    record BackgroundPlan(String id, long interval, long idle, String label, List<Behaviour> script) {

        boolean isDaemon() {
            return interval == 0;
        }

        /** Whether it is for an object. */
        boolean isFor(JsonNode object) {
            return label.isEmpty()
                    || label.equals(
                            object.path("metadata").path("labels").path("team").asText(""));
        }

        @Override
        public String toString() {
            return (isDaemon() ? "DAEMON '" : "TIMER '") + id + "'"
                    + (isDaemon() ? "" : " each " + interval + " ms")
                    + (idle > 0 ? ", idle " + idle + " ms" : "")
                    + (label.isEmpty() ? "" : " of team " + label)
                    + (script.isEmpty() ? "" : ", calls: " + script);
        }
    }

    /** What people and other programs do. */
    enum Deed {
        CREATE,
        SET_SIZE,
        SET_COLOR,
        SET_BOTH,
        REVERT,
        LABEL,
        ANNOTATE,
        DELETE,
        RECREATE,
        ADD_FINALIZER,
        REMOVE_FINALIZER,
        PEER_STATUS,
        PEER_PHASE,
        PEER_LOG,
        OWN,
        GARBLE
    }

    /** Something that is done to an object at a time. */
    record Act(long at, Deed deed, int object, int value) {

        @Override
        public String toString() {
            return deed + " of w" + object + " (" + value + ")";
        }
    }

    /** What goes wrong. Those of requests hit the request of that number, the others happen at a time. */
    enum Trouble {
        WRITE_409,
        WRITE_410,
        WRITE_422,
        WRITE_429,
        WRITE_500,
        WRITE_503,
        WRITE_403,
        WRITE_NOT_SENT,
        WRITE_ANSWER_LOST,
        WRITE_ANSWER_GARBLED,
        READ_429,
        READ_500,
        READ_403,
        READ_410,
        READ_404,
        READ_BROKEN,
        READ_GARBLED,
        WATCH_410,
        WATCH_429,
        WATCH_500,
        WATCH_BROKEN,
        STREAM_CUT,
        STREAM_ENDED,
        STREAM_MUTE,
        STREAM_ERROR,
        STREAM_GARBLED,
        STREAM_REPEATS,
        STREAM_SWAPS,
        STREAM_LATE,
        COMPACTION,
        CRASH,
        STOP,
        CLOCK_JUMP,
        /** Came later: no plan of the first version has it. */
        PAUSE,
        /** A pause in which the other operator handles all there is, later still. */
        TAKEOVER;

        boolean isPause() {
            return this == PAUSE || this == TAKEOVER;
        }

        boolean isOfRequest() {
            return name().startsWith("WRITE_") || name().startsWith("READ_") || name().startsWith("WATCH_");
        }
    }

    /**
     * A fault.
     *
     * @param at the number of the request, or the time in milliseconds
     * @param operator whose
     * @param millis how long, where that means something
     */
    record Fault(Trouble trouble, long at, int operator, long millis) {}

    Plan withHandlers(List<HandlerPlan> others) {
        return new Plan(seed, setting, others, background, acts, faults);
    }

    Plan withRoom(long room) {
        return new Plan(seed, setting.withRoom(room), handlers, background, acts, faults);
    }

    Plan withIndex(String index) {
        return new Plan(seed, setting.withIndex(index), handlers, background, acts, faults);
    }

    Plan withActs(List<Act> others) {
        return new Plan(seed, setting, handlers, background, others, faults);
    }

    Plan withBackground(List<BackgroundPlan> others) {
        return new Plan(seed, setting, handlers, others, acts, faults);
    }

    Plan withFaults(List<Fault> others) {
        return new Plan(seed, setting, handlers, background, acts, others);
    }

    /** When the faults and the deeds are over, in milliseconds. */
    long quietAt() {
        long last = 0;
        for (Act act : acts) {
            last = Math.max(last, act.at());
        }
        for (Fault fault : faults) {
            last = fault.trouble().isOfRequest() ? last : Math.max(last, fault.at() + fault.millis());
        }
        return last;
    }

    /** All handlers, with their sub-handlers. */
    List<HandlerPlan> allHandlers() {
        return handlers.stream().flatMap(HandlerPlan::withAllSubs).toList();
    }

    int objects() {
        return acts.stream().mapToInt(Act::object).max().orElse(0) + 1;
    }

    /** Whether nothing goes wrong but what handlers do. */
    boolean isOrderly() {
        return faults.isEmpty();
    }

    static <T> List<T> without(List<T> all, int from, int count) {
        List<T> rest = new ArrayList<>(all.subList(0, from));
        rest.addAll(all.subList(Math.min(all.size(), from + count), all.size()));
        return rest;
    }
}
