package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.WatchEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to an object while nobody could look at it: the newest event; all of them, up to a bound, where somebody sees every
 * event (W-20). Events that wait are counted among {@link WaitingStates}; where there is no room for one, all that is left of it is its key.
 * Not safe for use by several threads.
 */
final class Mailbox {

    /** Events that wait to be shown while handlers of the object run. */
    static final int MOST = 100;

    private final WaitingStates states;
    private final boolean keepsAll;
    private final Function<WatchEvent, @Nullable String> digest;
    private final PassedOver told;
    private final Deque<Letter> letters = new ArrayDeque<>(0);

    /** How many events have gone since it was empty that somebody was to see. */
    private int passedOver;

    /** @param weight what it has taken of the room; 0 for none */
    private record Letter(WaitingState state, long weight) {}

    /**
     * What was in it.
     *
     * @param newest the newest state; null where there was none
     * @param events what is to be shown to those who see every event
     */
    record Mail(@Nullable WaitingState newest, List<WatchEvent> events) {}

    /**
     * An empty one.
     *
     * @param keepsAll whether somebody sees every event
     * @param digest tells what the essence of a state comes to, which is kept with its key
     * @param told tells people of events that go though somebody was to see them
     */
    Mailbox(WaitingStates states, boolean keepsAll, Function<WatchEvent, @Nullable String> digest, PassedOver told) {
        this.states = states;
        this.keepsAll = keepsAll;
        this.digest = digest;
        this.told = told;
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /** Puts an event in, which is not counted. Where there are too many, the oldest one goes. */
    void put(WatchEvent event) {
        Letter before = letters.peekLast();
        boolean replaces = before != null && (!keepsAll || before.state() instanceof WaitingState.Key);
        boolean overflows = !replaces && letters.size() >= MOST;
        Letter letter = new Letter(WaitingState.of(event), 0); // before another goes: there may be no memory for it
        if (replaces) {
            discard(letters.removeLast());
        } else if (overflows) {
            discard(letters.removeFirst());
        }
        letters.add(letter);
        if (overflows) {
            passedOver++;
            if (passedOver == 1) {
                told.begins();
            }
        }
    }

    /** The newest event is going to wait: it is counted, or only its key is kept. */
    void count() {
        Letter last = letters.peekLast();
        if (last != null && last.weight() == 0 && last.state() instanceof WaitingState.Whole whole) {
            long weight = states.take(whole.event().body());
            WaitingState kept = weight > 0 ? whole : WaitingState.withoutRoom(whole.event(), digest, keepsAll);
            Letter counted = new Letter(kept, weight);
            letters.removeLast();
            letters.add(counted);
        }
    }

    /** Takes all out. */
    Mail empty() {
        Letter last = letters.peekLast();
        List<WatchEvent> events = new ArrayList<>(0);
        for (Letter letter : letters) {
            if (keepsAll && letter.state() instanceof WaitingState.Whole whole) {
                events.add(whole.event());
            }
        }
        Mail mail = new Mail(last == null ? null : last.state(), events);
        if (passedOver > 0) {
            told.ends(passedOver); // first: there may be no memory for saying so
            passedOver = 0;
        }
        letters.forEach(this::discard);
        letters.clear();
        return mail;
    }

    private void discard(Letter letter) {
        states.release(letter.weight());
    }
}
