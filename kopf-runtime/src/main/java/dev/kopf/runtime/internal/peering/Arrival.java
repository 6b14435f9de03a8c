package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A namespace that has come, and the objects that we meet the others at there. Not safe for use by several threads. */
final class Arrival {

    private final List<Meeting> meetings = new ArrayList<>();
    private final CompletableFuture<Void> entered = new CompletableFuture<>();
    private boolean isPatient = true;
    private boolean isIn;
    private boolean isToldOf;
    private Timers.@Nullable Timer patience;

    /** Waits for what is to be known, until this rings. */
    void waitUntil(Timers.Timer timer) {
        patience = timer;
    }

    void losePatience() {
        isPatient = false;
    }

    void add(Meeting meeting) {
        meetings.add(meeting);
    }

    void remove(Meeting meeting) {
        meetings.remove(meeting);
    }

    List<Meeting> meetings() {
        return meetings;
    }

    /** Complete when the namespace may be served. */
    CompletableFuture<Void> entered() {
        return entered;
    }

    /** Whether it was decided that the namespace may be served. */
    boolean isIn() {
        return isIn;
    }

    /**
     * Whether the namespace may be served by what is known: who is there, and an object, if that is mandatory.
     *
     * @param isKnown whether it is known which kinds of objects there are, and all of them are looked at here
     */
    boolean mayEnter(boolean isKnown, boolean isMandatory) {
        boolean known = isKnown && meetings.stream().allMatch(Meeting::isKnown);
        return isMandatory ? known && hasObject() : known || !isPatient;
    }

    private boolean hasObject() {
        return meetings.stream().anyMatch(meeting -> meeting.object().exists());
    }

    /** Whether people are to be told that an object is missing; once. */
    boolean isToBeToldOf() {
        boolean is = !isToldOf && !meetings.isEmpty() && meetings.stream().allMatch(Meeting::isKnown) && !hasObject();
        isToldOf |= is;
        return is;
    }

    void enter() {
        isIn = true;
        end();
    }

    void end() {
        if (patience != null) {
            patience.cancel();
        }
    }
}
