package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.MemoryShortage;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
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
         * @param turnsOfOthers how often others had had their turn when what is known of the object was not outdated
         */
        @Nullable
        Memory cycle(ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra, int turnsOfOthers);

        /** The digest of the essence of a state. */
        String digest(WatchEvent event);

        /**
         * The newest state of an object that somebody keeps who runs for it, or its key where it may be outdated; null where nobody keeps
         * one.
         */
        default @Nullable WaitingState latest(ObjectRef object) {
            return null;
        }

        /** What was there, as far as somebody keeps it who runs for the object, of what a patch says something of. */
        default Basis basis(ObjectRef object, Patch patch) {
            return Basis.NONE;
        }

        /** The object of this key is gone: whoever runs for it is to end. Calls nobody back. */
        default void forget(String key) {}

        /** Whether no further cycle is to begin (R8). */
        boolean isStopping();
    }

    /** For whom a worker works. Called with the worker's monitor held. */
    interface Employer {
        Work work();

        Places places();

        Timers timers();

        WaitingStates waiting();

        /** The object is gone, though it is worked on until {@link #onGone}: whoever else runs for it is to end. */
        void onLeaving(ObjectWorker worker);

        /** Nothing is owed to the object: the worker ends, and this is to be remembered. */
        void onIdle(ObjectWorker worker, Memory memory);

        /** The object is gone, and the worker with it. */
        void onGone(ObjectWorker worker);
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");
    private static final MemoryShortage.Step<ObjectWorker> BEGIN_AGAIN = ObjectWorker::beginAgain;
    private static final MemoryShortage.Step<ObjectWorker> RING_LATER = ObjectWorker::ringLater;

    private final ObjectRef object;
    private final Employer employer;
    private final Work work;

    private final Mailbox mailbox;

    /** From when on there was something to do. */
    private final Instant since;

    private Memory memory;

    /** What the state that is remembered has taken of the room for those that wait; 0 while it is worked on. */
    private long taken;

    /** When it was told what is remembered: the clock went back where it is earlier now. */
    private Instant told = Instant.MIN;

    /** What was in the mailbox, until it is known what became of it. */
    private @Nullable WaitingState inWork;

    private Timers.@Nullable Timer alarm;
    private boolean scheduled;
    private boolean ended;

    /** Whether the object is gone, though it may be worked on still, and come back until that has ended. */
    private volatile boolean gone;

    private boolean versionForgotten;

    private final Givens givens = new Givens();

    /** What was given, until it is known what became of it. */
    private Given inHand = Given.NOTHING;

    private boolean woken;

    /** Whether it was woken for what it works at, until it is known what became of that. */
    private boolean wokenInWork;

    private boolean working;

    /** How often others had had their turn when the newest state came. */
    private int turnsBeforeNewest;

    /** How often others had had their turn when it was last worked on: what is owed from then is in doubt where that is more now. */
    private int turnsBeforeOwed;

    /** How often others had had their turn when what is owed was worked out, if it was. */
    private int turnsBeforeStep;

    /** Whether others may have changed the object since, although their turn is not over. */
    private boolean doubts;

    /** @param memory what is remembered of the object so far */
    ObjectWorker(ObjectRef object, Memory memory, Employer employer) {
        this.object = object;
        this.memory = memory;
        this.employer = employer;
        this.work = employer.work();
        this.since = employer.timers().instant();
        this.turnsBeforeNewest = employer.places().turnsOfOthers();
        this.turnsBeforeOwed = turnsBeforeNewest;
        this.mailbox =
                new Mailbox(employer.waiting(), work.spies(), this::digest, new PassedOver(object, "its handlers"));
    }

    ObjectRef object() {
        return object;
    }

    @Override
    public @Nullable String namespace() {
        return object.namespace();
    }

    /** What is owed to the object (P7); null where the worker has ended. */
    synchronized @Nullable UnsettledObject unsettled() {
        if (ended || gone) {
            return null;
        }
        boolean waits = !working && !scheduled;
        return new UnsettledObject(object, waits ? waitsFor() : atWork(), since, waits ? memory.wakeAt() : null);
    }

    private UnsettledObject.State waitsFor() {
        boolean isUnwritten = memory.failures() > 0 || memory.unwritten() != null;
        return isUnwritten ? UnsettledObject.State.STORING : UnsettledObject.State.RETRYING;
    }

    private UnsettledObject.State atWork() {
        return working ? UnsettledObject.State.HANDLING : UnsettledObject.State.QUEUED;
    }

    /**
     * Takes an event; false where the worker has ended, and another is to take it.
     *
     * @param turnsOfOthers how often others had had their turn when it came
     */
    synchronized boolean take(WatchEvent event, int turnsOfOthers) {
        if (ended) {
            return false;
        }
        boolean waits = scheduled;
        turnsBeforeNewest = turnsOfOthers;
        mailbox.put(event);
        gone = false;
        schedule();
        if (waits || employer.places().isCrowded()) {
            mailbox.count();
        }
        return true;
    }

    /** Looks at the object again; false where the worker has ended, and another is to. */
    synchronized boolean wake() {
        if (ended) {
            return false;
        }
        woken = true;
        schedule();
        return true;
    }

    /** Writes what was set beside the worker; false where the worker has ended, and another is to. */
    synchronized boolean write(Given given) {
        if (ended) {
            return false;
        }
        givens.add(given);
        if (isGivenDue()) {
            schedule();
        } // else it has its turn when nothing is owed that it could be given up with
        return true;
    }

    /** Whether it works, or something is to be written. */
    synchronized boolean owes() {
        return !ended && !gone && (working || !givens.isEmpty() || !inHand.isEmpty() || memory.unwritten() != null);
    }

    private boolean isGivenDue() {
        return givens.isDue(memory, work.isStopping());
    }

    /** Writes what is left when the operator has ended; over what others have made while it pauses, nothing (N-10). */
    void writeRest() {
        while (hasRest()) {
            turn();
        }
    }

    private synchronized boolean hasRest() {
        if (ended || working || !isGivenDue()) {
            return false;
        }
        doubts |= employer.places().isPaused();
        return true;
    }

    /**
     * The object is gone, and nobody has said so in an event (R4); false where the worker had ended before. One that works stays until it
     * is done, so that there is no other at the same time if the object comes back (P2).
     */
    synchronized boolean end() {
        if (ended) {
            return false;
        }
        gone = true; // first: nobody begins for it once they are ended
        cancelAlarm();
        mailbox.empty();
        giveBack();
        if (working) {
            employer.onLeaving(this);
        } else {
            leave();
        }
        return true;
    }

    private void leave() {
        employer.onGone(this);
        ended = true; // last: one that has ended and is known still would be asked again and again
    }

    /** Whether nobody has said that the object is gone. */
    boolean isThere() {
        return !gone;
    }

    /** The version of our last write says nothing any more; false where the worker has ended. */
    synchronized boolean forgetVersion() {
        versionForgotten = true;
        return !ended;
    }

    private void schedule() {
        if (scheduled) {
            return;
        }
        scheduled = true;
        try {
            employer.places().execute(this::run);
        } catch (Throwable e) { // no memory for it: whatever it is, the object must not wait for ever
            scheduled = false;
            MemoryShortage.outlast(this, RING_LATER);
            LOGGER.error("There is no place for {} to be handled in; it is tried again.", object, e);
        }
    }

    private void ringLater() {
        setAlarm(employer.timers().instant().plus(Throttle.DEFAULT.delay(1)));
    }

    private void run() {
        try {
            work();
        } catch (Throwable e) { // none that is known of; but whatever it is, the object must not wait for ever
            synchronized (this) { // all the while: half of it done, nobody else is to begin
                MemoryShortage.outlast(this, BEGIN_AGAIN);
            }
            LOGGER.error("The work on {} broke off, and is begun again. This is a bug of Kopf.", object, e);
        }
    }

    /** What broke off is owed still. */
    private void beginAgain() {
        scheduled = false;
        working = false;
        givens.putBack(inHand);
        inHand = Given.NOTHING;
        woken |= wokenInWork;
        wokenInWork = false;
        if (gone && !ended) {
            leave();
        } else if (!ended) {
            memory = tryAgain(
                    memory,
                    inWork instanceof WaitingState.Whole whole && !isEnd(whole)
                            ? WaitingState.Key.of(whole.event(), null, false) // as others may have had their turn
                            : inWork);
            ringLater();
        }
    }

    private void work() {
        boolean again = true;
        while (again) {
            synchronized (this) {
                if (ended || work.isStopping()) {
                    scheduled = false;
                    return;
                }
            }
            again = turn();
        }
    }

    /** One cycle; whether there is reason for another. */
    private boolean turn() {
        Mailbox.Mail mail;
        Memory before;
        Patch extra;
        boolean looks;
        synchronized (this) {
            forgetVersionIfTold();
            followClock();
            int turns = employer.places().turnsOfOthers();
            doubtOwed(turns);
            inHand = givens.take(memory, work.isStopping());
            looks = woken || !inHand.patch().isEmpty();
            wokenInWork = woken;
            woken = false;
            doubtInHand(turns);
            mail = mail();
            extra = inHand.patch();
            before = extra.isEmpty() ? memory : memory.basedOn(memory.basis().and(inHand.basis()));
            working = true;
            giveBack();
            cancelAlarm();
        }
        Given written = inHand.written(); // before it is: there may be no memory for it
        Memory after = step(before, mail, extra, looks);
        synchronized (this) {
            turnsBeforeOwed = turnsBeforeStep;
            if (after != null) {
                memory = after; // else the object is gone
                inWork = null;
                wokenInWork = false;
                told = employer.timers().instant();
            }
            inHand = written;
            if (!givens.isEmpty()) {
                followWrite(before.owingMore(extra));
            }
        }
        tellGivers();
        synchronized (this) {
            working = false;
            // Nobody wakes an object that is gone, and nothing can be written to it.
            boolean isGone = gone || after == null;
            boolean isOwedMore = !mailbox.isEmpty() || (!isGone && (isGivenDue() || woken));
            if (isOwedMore && employer.places().isPaused()) {
                keep();
                employer.places().execute(this::run); // what is new has its turn when the pause is over
                return false;
            }
            if (isOwedMore) {
                return true;
            }
            scheduled = false;
            if (isGone) {
                end();
            } else {
                rest();
            }
            return false;
        }
    }

    /** Without the monitor held. Who was told is not told again, if telling the next one breaks off. */
    private void tellGivers() {
        for (Runnable giver : inHand.givers()) {
            giver.run();
            synchronized (this) {
                inHand = inHand.told();
            }
        }
    }

    /** Until something happens, or its time has come. */
    private void rest() {
        forgetVersionIfTold();
        if (memory.isIdle()) {
            employer.onIdle(this, memory);
            ended = true;
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
                memory = memory.holding(toAskFor(whole));
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
        } catch (Throwable e) { // of what is nested too deeply, or of an author's storage: each state is news then
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

    /** What was set while we wrote is based on what we have written. */
    private void followWrite(Memory owing) {
        int turns = employer.places().isPaused() ? -1 : employer.places().turnsOfOthers();
        Write ours = owing.unwritten();
        if (work.latest(object) instanceof WaitingState.Whole whole) {
            givens.follow(
                    ours == null ? Patch.EMPTY : ours.patch(), whole.event().body(), turns);
        }
    }

    /** What is owed from before others had their turn is written only if they have left the object as it was (N-10). */
    private void doubtOwed(int turns) {
        if (!doubts && turns == turnsBeforeOwed) {
            return;
        }
        if (memory.held() != null) {
            memory = memory.holding(toAskFor(memory.held()));
        }
        if (memory.unwritten() != null) {
            memory = inDoubt(memory, memory.basis());
        }
        turnsBeforeOwed = turns; // last: it is in doubt still if this breaks off
    }

    /** So is what was given before that: it is owed from now on. */
    private void doubtInHand(int turns) {
        Patch patch = inHand.patch();
        if (!patch.isEmpty() && (doubts || inHand.isInDoubt(turns))) {
            Given rest = inHand.written();
            Basis basis = memory.basis().and(inHand.basis().and(work.basis(object, patch)));
            memory = inDoubt(memory.owingMore(patch), basis);
            inHand = rest;
        }
        doubts = false; // last, as above
    }

    /** It is asked for what others have made of the object. */
    private Memory inDoubt(Memory owing, Basis basis) {
        WaitingState known = owing.held() == null ? known(owing) : toAskFor(owing.held());
        return owing.holding(known == null ? WaitingState.Key.UNKNOWN : known).basedOn(basis.inDoubt());
    }

    /** Where others had their turn since the newest state came, it is asked for, as they may have handled the object (N-10). */
    private Mailbox.Mail mail() {
        Mailbox.Mail mail = mailbox.empty();
        inWork = mail.newest();
        if (inWork == null || turnsBeforeNewest == employer.places().turnsOfOthers()) {
            return mail;
        }
        inWork = toAskFor(inWork);
        return new Mailbox.Mail(inWork, mail.events());
    }

    /** The key of a state that is to be asked for when its turn comes; of the last one of an object there is no other. */
    private WaitingState toAskFor(WaitingState state) {
        return state instanceof WaitingState.Whole whole && !isEnd(state)
                ? WaitingState.Key.of(whole.event(), digest(whole.event()), false)
                : state;
    }

    private void forgetVersionIfTold() {
        if (versionForgotten) {
            versionForgotten = false;
            memory = memory.withoutVersion();
        }
    }

    private @Nullable Memory step(Memory before, Mailbox.Mail mail, Patch given, boolean looks) {
        WaitingState newest = mail.newest() != null || !looks ? mail.newest() : known(before);
        if (newest == null && !given.isEmpty()) {
            newest = WaitingState.Key.UNKNOWN; // something is to be written: it is asked for
        }
        Memory owing = given.isEmpty() ? before : before.owingMore(given);
        turnsBeforeStep = turnsBeforeOwed; // where it breaks off, all that is owed is as it was
        try {
            Patch extra = given;
            for (WatchEvent each : mail.events()) {
                extra = extra.merge(work.spy(object, before, each));
            }
            int turns = employer.places().turnsOfOthers();
            Memory after = turns == turnsBeforeOwed
                    ? work.cycle(object, before, newest, extra, turns)
                    : work.cycle(object, outdated(before), newest == null ? null : toAskFor(newest), extra, turns);
            turnsBeforeStep = turns;
            return after;
        } catch (StackOverflowError e) {
            if (isEnd(newest)) {
                return null;
            }
            LOGGER.error("{} is nested too deeply to be handled. It is left alone until it changes.", object);
            return owing.unwritten() == null ? before.settled() : tryAgain(owing, newest);
        } catch (Throwable e) { // also what nobody declared, as languages beside Java throw it (R15)
            LOGGER.error("Handling {} failed in the framework, and is tried again. This is a bug of Kopf.", object, e);
            return isEnd(newest) ? null : tryAgain(owing, newest);
        }
    }

    /** Others have had their turn between {@link #doubtOwed} and the cycle, while every event was shown. */
    private Memory outdated(Memory before) {
        Memory memory = before.held() == null ? before : before.holding(toAskFor(before.held()));
        return memory.unwritten() == null
                ? memory
                : memory.basedOn(memory.basis().inDoubt());
    }

    /** The newest state that is known, where no event has brought one; null where none is. */
    private @Nullable WaitingState known(Memory before) {
        return before.held() != null ? before.held() : work.latest(object);
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
        cancelAlarm();
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
