package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequential worker of one object (P2): its mailbox, its alarm, and what it remembers. The newest unprocessed state wins;
 * raw-event handlers, where there are any, still see every event (W-20), as far as they keep up. A worker ends when nothing is owed to
 * its object (W-23). Safe for use by several threads.
 */
final class ObjectWorker implements KnownObject {

    /** What a worker does. */
    interface Work {
        /** Whether every event is to be shown, not only the newest. */
        boolean spies();

        /** Shows an event to those who see all; gives what they set on the object. */
        Patch spy(ObjectRef object, Memory memory, WatchEvent event);

        /**
         * A cycle; null where the object is gone.
         *
         * @param newest the newest state; null where it is only time
         * @param extra what else is to be written
         */
        @Nullable
        Memory cycle(ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra);

        /** The digest of the essence of a state. */
        String digest(WatchEvent event);

        /** Whether no further cycle is to begin (R8). */
        boolean isStopping();
    }

    /** For whom a worker works. Called with the worker's monitor held. */
    interface Employer {
        Work work();

        Places places();

        Timers timers();

        WaitingStates waiting();

        /** Nothing is owed to the object: the worker ends, and this is to be remembered. */
        void onIdle(ObjectWorker worker, Memory memory);

        /** The object is gone, and the worker with it. */
        void onGone(ObjectWorker worker);
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");

    private final ObjectRef object;
    private final Employer employer;
    private final Work work;

    private final Mailbox mailbox;
    private Memory memory;

    /** What the state that is remembered has taken of the room for those that wait; 0 while it is worked on. */
    private long taken;

    /** When it was told what is remembered: the clock went back where it is earlier now. */
    private Instant told = Instant.MIN;

    private Timers.@Nullable Timer alarm;
    private boolean scheduled;
    private boolean ended;
    private boolean versionForgotten;
    private boolean overflowing;

    /** @param memory what is remembered of the object so far */
    ObjectWorker(ObjectRef object, Memory memory, Employer employer) {
        this.object = object;
        this.memory = memory;
        this.employer = employer;
        this.work = employer.work();
        this.mailbox = new Mailbox(employer.waiting(), work.spies());
    }

    ObjectRef object() {
        return object;
    }

    @Override
    public @Nullable String namespace() {
        return object.namespace();
    }

    /** Takes an event; false where the worker has ended, and another is to take it. */
    synchronized boolean take(WatchEvent event) {
        if (ended) {
            return false;
        }
        boolean waits = scheduled;
        if (!mailbox.put(event)) {
            tellOfOverflow();
        }
        schedule();
        if (waits || employer.places().isCrowded()) {
            mailbox.count();
        }
        return true;
    }

    /** The object is gone, and nobody has said so in an event (R4); false where the worker had ended before. */
    synchronized boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        cancelAlarm();
        mailbox.empty();
        giveBack();
        employer.onGone(this);
        return true;
    }

    /** The version of our last write says nothing any more; false where the worker has ended. */
    synchronized boolean forgetVersion() {
        versionForgotten = true;
        return !ended;
    }

    private void tellOfOverflow() {
        if (!overflowing) {
            overflowing = true;
            LOGGER.warn(
                    "{} changes faster than its handlers are done: event handlers are shown the newest {} events only.",
                    object,
                    Mailbox.MOST);
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            employer.places().execute(this::run);
        }
    }

    private void run() {
        while (true) {
            Mailbox.Mail mail;
            Memory before;
            synchronized (this) {
                if (ended || work.isStopping()) {
                    scheduled = false;
                    return;
                }
                forgetVersionIfTold();
                followClock();
                before = memory;
                mail = mailbox.empty();
                giveBack();
                overflowing = false;
                cancelAlarm();
            }
            Memory after = step(before, mail.newest(), mail.events());
            synchronized (this) {
                if (after != null) {
                    memory = after; // else the object is gone
                    told = employer.timers().instant();
                }
                if (ended || mailbox.isEmpty()) {
                    scheduled = false;
                    if (after == null) {
                        end();
                    } else if (!ended) {
                        rest();
                    }
                    return;
                }
            }
        }
    }

    /** Until something happens, or its time has come. */
    private void rest() {
        forgetVersionIfTold();
        if (memory.isIdle()) {
            ended = true;
            employer.onIdle(this, memory);
        } else {
            keep();
            setAlarm(memory.wakeAt());
        }
    }

    /** The state that is remembered is kept whole where there is room for it (P6). */
    private void keep() {
        if (memory.held() instanceof WaitingState.Whole whole) {
            taken = employer.waiting().take(whole.event().body());
            if (taken == 0) {
                memory = memory.holding(WaitingState.Key.of(whole.event(), digest(whole.event()), false));
            }
        }
    }

    private void giveBack() {
        employer.waiting().release(taken);
        taken = 0;
    }

    private @Nullable String digest(WatchEvent event) {
        try {
            return work.digest(event);
        } catch (RuntimeException | Error e) { // of what is nested too deeply: each state is news then
            LOGGER.debug("There is no digest of {}.", object, e);
            return null;
        }
    }

    private void followClock() {
        Instant now = employer.timers().instant();
        if (now.isBefore(told)) {
            memory = memory.earlier(Duration.between(now, told));
            told = now;
        }
    }

    private void forgetVersionIfTold() {
        if (versionForgotten) {
            versionForgotten = false;
            memory = memory.withoutVersion();
        }
    }

    private @Nullable Memory step(Memory before, @Nullable WaitingState newest, List<WatchEvent> events) {
        try {
            Patch extra = Patch.EMPTY;
            for (WatchEvent each : events) {
                extra = extra.merge(work.spy(object, before, each));
            }
            return work.cycle(object, before, newest, extra);
        } catch (StackOverflowError e) {
            if (isEnd(newest)) {
                return null;
            }
            LOGGER.error("{} is nested too deeply to be handled. It is left alone until it changes.", object);
            return before.unwritten() == null ? before.settled() : tryAgain(before, newest);
        } catch (RuntimeException | Error e) {
            LOGGER.error("Handling {} failed in the framework, and is tried again. This is a bug of Kopf.", object, e);
            return isEnd(newest) ? null : tryAgain(before, newest);
        }
    }

    /** Whether the object is gone: nothing can be owed to it, whatever else failed. */
    private static boolean isEnd(@Nullable WaitingState newest) {
        return newest != null && newest.type() == WatchEvent.Type.DELETED;
    }

    /** What was owed is owed still (R3). */
    private Memory tryAgain(Memory before, @Nullable WaitingState newest) {
        WaitingState held = newest != null ? newest : before.held();
        Duration pause = Throttle.DEFAULT.delay(before.failures() + 1);
        return held == null
                ? before
                : before.owing(held, employer.timers().instant().plus(pause), before.unwritten());
    }

    private synchronized void ring() {
        if (!ended) {
            schedule();
        }
    }

    private void setAlarm(@Nullable Instant at) {
        if (at != null) {
            Duration delay = Duration.between(employer.timers().instant(), at);
            alarm = employer.timers().after(delay.isNegative() ? Duration.ZERO : delay, this::ring);
        }
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }
}
