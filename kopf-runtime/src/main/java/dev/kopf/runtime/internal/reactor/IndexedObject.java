package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.internal.client.MemoryShortage;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.WriteResult;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An object of a kind that indexes are filled from: its states on their way to those who handle them, each indexed before (I-6), one after
 * the other. Of one that has arrived no state is kept (P6), but while a handler is to be called for it again. Safe for use by several threads.
 */
final class IndexedObject {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.indexing");
    private static final MemoryShortage.Step<IndexedObject> BEGIN_AGAIN = IndexedObject::beginAgain;
    private static final MemoryShortage.Step<IndexedObject> RING_LATER = IndexedObject::ringLater;
    private static final MemoryShortage.Step<IndexedObject> LEAVE = IndexedObject::leaveIfEnded;

    private final ObjectRef object;
    private final IndexingLane lane;

    /** Null while nothing is on its way. */
    private @Nullable Mailbox mailbox;

    /** The key of a state that could not be read, and is to be asked for again. */
    private WaitingState.@Nullable Key unread;

    private final IndexedState indexed = new IndexedState();

    /** How often it could not be read, one after the other. */
    private int failures;

    private Timers.@Nullable Timer alarm;

    /** When the alarm rings; null where it is not set. */
    private @Nullable Instant wakeAt;

    /** From when on there was something to do; null where there is nothing. */
    private @Nullable Instant since;

    /** How often it has gone: what was begun before is void. */
    private int ends;

    /** Complete when whoever asks handlers has done so: there is one at a time (P2). Null while nobody does. */
    private @Nullable CompletableFuture<@Nullable Void> asking;

    /** What was in the mailbox, until it is known what became of it; null for nothing. */
    private Mailbox.@Nullable Mail inWork;

    /** How often others had had their turn when the oldest event in the mailbox came. */
    private int turnsBeforeMail;

    /** As above, of the events that are worked at: who handles them is told, as others may have handled the object since (N-10). */
    private int turnsBeforeWork;

    /** How many of the events that are worked at have been handed on. */
    private int handed;

    private boolean due;
    private boolean scheduled;
    private boolean working;

    /** Whether it is gone, though somebody is busy with it still: it stays, so that there is no other if it comes back. */
    private boolean gone;

    private boolean ended;

    IndexedObject(ObjectRef object, IndexingLane lane) {
        this.object = object;
        this.lane = lane;
    }

    ObjectRef object() {
        return object;
    }

    /**
     * Takes an event; false where the object is gone, and another is to take it.
     *
     * @param turnsOfOthers how often others had had their turn when it came
     */
    synchronized boolean take(WatchEvent event, int turnsOfOthers) {
        if (ended) {
            return false;
        }
        boolean waits = scheduled;
        Mailbox box = mailbox;
        if (box == null) {
            box = lane.mailbox(object);
            mailbox = box;
        }
        int turns = box.isEmpty() ? turnsOfOthers : Math.min(turnsBeforeMail, turnsOfOthers);
        box.put(event);
        turnsBeforeMail = turns;
        gone = false;
        schedule();
        if (waits || lane.places().isCrowded()) {
            box.count();
        }
        return true;
    }

    /** Whether a state is on its way. */
    synchronized boolean isOnItsWay() {
        return !ended && !gone && (scheduled || unread != null || inWork != null);
    }

    /** What is owed to its indexing (P7); null where that is nothing. */
    synchronized @Nullable UnsettledObject unsettled() {
        Instant from = since;
        if (ended || from == null) {
            return null;
        }
        if (!scheduled) {
            return new UnsettledObject(object, UnsettledObject.State.RETRYING, from, wakeAt);
        }
        UnsettledObject.State state = working ? UnsettledObject.State.HANDLING : UnsettledObject.State.QUEUED;
        return new UnsettledObject(object, state, from, null);
    }

    /** Whether this state or a newer one is indexed, and nobody is to be called for it again. */
    synchronized boolean isDone(Body body) {
        return !isOnItsWay() && indexed.isDone(body);
    }

    /** It is gone, and no event has said so (R4). Nothing of it stays, but who is busy with it until that is done (P2). */
    void end() {
        synchronized (this) {
            if (!ended) {
                forget(List.of());
            }
        }
        lane.onRest(this);
        MemoryShortage.outlast(this, LEAVE);
    }

    /** What it is told last is handed on. */
    private void forget(List<WatchEvent> events) {
        lane.indexing().discard(object);
        hand(events);
        cancelAlarm();
        if (mailbox != null) {
            Mailbox.Mail unused = mailbox.empty();
        }
        inWork = null;
        unread = null;
        since = null;
        due = false;
        failures = 0;
        indexed.forget();
        ends++;
        gone = true;
    }

    /** Where it has ended, or is gone and nobody is busy with it any more. One that has and is known still is asked again and again. */
    private void leaveIfEnded() {
        synchronized (this) {
            ended |= gone && !working && asking == null;
            if (!ended) {
                return;
            }
        }
        lane.onEnd(this);
    }

    private void schedule() {
        if (scheduled) {
            return;
        }
        scheduled = true;
        if (since == null) {
            since = lane.timers().instant();
        }
        try {
            lane.places().execute(this::run);
        } catch (Throwable e) { // no memory for it: whatever it is, the object must not wait for ever
            scheduled = false;
            due = true;
            MemoryShortage.outlast(this, RING_LATER);
            LOGGER.error("There is no place for {} to be indexed in; it is tried again.", object, e);
        }
    }

    private void ringLater() {
        ringAfter(Throttle.DEFAULT.delay(1));
    }

    private void run() {
        try {
            boolean again = true;
            while (again) {
                again = turn();
            }
        } catch (Throwable e) { // none that is known of; but whatever it is, the object must not wait for ever
            synchronized (this) { // all the while: half of it done, nobody else is to begin
                MemoryShortage.outlast(this, BEGIN_AGAIN);
            }
            LOGGER.error("Indexing {} broke off, and is begun again. This is a bug of Kopf.", object, e);
        }
        MemoryShortage.outlast(this, LEAVE);
        lane.onRest(this);
    }

    private void beginAgain() {
        scheduled = false;
        working = false;
        due = !ended && !gone;
        if (due) {
            ringLater();
        }
    }

    /** One state; whether to look for another. */
    private boolean turn() {
        WaitingState state;
        List<WatchEvent> events;
        int life;
        synchronized (this) {
            boolean isEmpty = inWork == null && (mailbox == null || mailbox.isEmpty());
            working = !ended && !lane.isStopping() && (due || !isEmpty);
            if (!working) {
                scheduled = false;
                since = alarm == null && isEmpty ? null : since;
                mailbox = ended || isEmpty ? null : mailbox;
                return false;
            }
            due = false;
            life = ends;
            cancelAlarm();
            if (inWork == null) { // else the work on it broke off
                handed = 0;
                turnsBeforeWork = turnsBeforeMail;
                inWork = isEmpty || mailbox == null ? null : mailbox.empty();
            }
            state = inWork == null ? unread : inWork.newest();
            events = inWork == null ? List.of() : inWork.events();
            if (state instanceof WaitingState.Whole) {
                unread = null; // it is older
            }
        }
        if (state instanceof WaitingState.Key key) {
            read(key, life);
        } else if (state instanceof WaitingState.Whole whole) {
            pass(whole.event(), events.isEmpty() ? List.of(whole.event()) : events, life);
        } else {
            WatchEvent event = kept();
            if (event != null) {
                pass(event, List.of(), life);
            }
        }
        synchronized (this) {
            inWork = null;
        }
        return true;
    }

    /** There was no room for more than its key (P6). */
    private void read(WaitingState.Key key, int life) {
        int turns = lane.turnsOfOthers();
        WriteResult found = lane.indexing().with().patcher().look(object);
        if (found instanceof WriteResult.Failed failure) {
            waitFor(key, failure, life);
            return;
        }
        if (found instanceof WriteResult.Done now) {
            WatchEvent event = new WatchEvent(key.type(), now.body());
            turnsBeforeWork = turns;
            pass(event, List.of(event), life);
        }
        // Else it is gone, which is told by an event or by the next list.
        synchronized (this) {
            if (life == ends) {
                failures = 0;
                unread = null;
            }
        }
    }

    private void waitFor(WaitingState.Key key, WriteResult.Failed failure, int life) {
        Duration pause;
        synchronized (this) {
            if (life != ends) {
                return;
            }
            failures++;
            pause = RetryPolicy.HANDLERS.delay(
                    failures, lane.indexing().with().chance().getAsDouble());
            unread = key;
            ringAfter(pause);
        }
        LOGGER.error(
                "The state of {} cannot be read: {} Trying again in {} s.",
                object,
                failure.problem(),
                pause.toMillis() / 1000.0);
    }

    /** Indexes a state, and hands over what has come with it, unless the object has gone since. */
    private void pass(WatchEvent event, List<WatchEvent> events, int life) {
        boolean isEnd = event.type() == WatchEvent.Type.DELETED;
        if (!isEnd) {
            ask(() -> passState(event, !events.isEmpty(), life));
        }
        synchronized (this) {
            if (life != ends) {
                return;
            }
            if (isEnd) {
                forget(events);
            } else {
                hand(events);
            }
        }
    }

    /** @param isTold whether it was told of now: what is looked at again says nothing of what is still to come */
    private void passState(WatchEvent event, boolean isTold, int life) {
        KindIndexing.Found found = isTold && isPassedOver(event) ? null : look(event);
        synchronized (this) {
            if (life != ends) {
                return;
            }
            if (indexed.isOlder(event)) {
                due |= indexed.isKept(); // whose alarm is over
                return;
            }
            if (isTold) {
                indexed.told();
            }
            if (found != null) {
                apply(found, event.body());
            }
            indexed.setVersion(event.body().resourceVersion());
        }
    }

    /** Each of them once, though it breaks off. */
    private void hand(List<WatchEvent> events) {
        while (handed < events.size()) {
            lane.hand(events.get(handed), turnsBeforeWork);
            handed++;
        }
    }

    private synchronized boolean isPassedOver(WatchEvent event) {
        return indexed.isPassedOver(event);
    }

    /**
     * Indexes a state that a write has made, or that was asked for, and that is handled next: in the thread of who handles it, who does not
     * see it before (I-6). What is known already to be older is passed over, and so is what is told of afterwards and is older than this.
     */
    void index(WatchEvent event) {
        ask(() -> indexAlone(event));
        MemoryShortage.outlast(this, LEAVE);
    }

    private void indexAlone(WatchEvent event) {
        int life;
        int before;
        synchronized (this) {
            if (ended || gone || indexed.isOf(event)) {
                return;
            }
            life = ends;
            before = indexed.histories();
        }
        KindIndexing.Found found = look(event);
        synchronized (this) {
            if (found != null && life == ends && indexed.takes(event, before)) {
                apply(found, event.body());
                indexed.setWritten(event.body().resourceVersion());
            }
        }
    }

    /** Asks handlers, when whoever does so at this moment is done, which is no longer than these take. */
    private void ask(Runnable question) {
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        while (!beginsToAsk(mine)) {
            // Somebody else has asked meanwhile, and is done.
        }
        try {
            question.run();
        } finally {
            synchronized (this) {
                asking = null;
            }
            mine.complete(null);
        }
    }

    private boolean beginsToAsk(CompletableFuture<@Nullable Void> mine) {
        CompletableFuture<@Nullable Void> other;
        synchronized (this) {
            other = asking;
            if (other == null) {
                asking = mine;
                return true;
            }
        }
        other.join();
        return false;
    }

    /** The server's versions went back: none of before says anything any more. */
    synchronized void forgetVersion() {
        indexed.forgetVersion();
    }

    private void apply(KindIndexing.Found found, Body body) {
        indexed.apply(object, found, body);
        if (found.again() != null) {
            since = since == null ? lane.timers().instant() : since;
            if (!due) { // else there is an earlier one
                ringAfter(found.again());
            }
        } else if (unread == null && !due) {
            cancelAlarm();
            since = scheduled ? since : null;
        }
    }

    /** What handlers say of it; null where they could not be asked, and the indexes stay as they are. */
    private KindIndexing.@Nullable Found look(WatchEvent event) {
        Map<HandlerId, HandlerState> before;
        synchronized (this) {
            before = indexed.failed();
        }
        try {
            KindIndexing.Found found = lane.indexing().look(object, event, before);
            countBugs(0);
            return found;
        } catch (StoppedException e) {
            LOGGER.debug("Indexing {} was interrupted.", object);
        } catch (StackOverflowError e) {
            LOGGER.error("{} is nested too deeply to be indexed. It is left as it was until it changes.", object);
        } catch (Throwable e) { // whatever it is, the state is to be handled
            LOGGER.error("Indexing {} failed in the framework, and is tried again. This is a bug of Kopf.", object, e);
            return new KindIndexing.Found(List.of(), before, Throttle.DEFAULT.delay(countBugs(1)));
        }
        return null;
    }

    private synchronized int countBugs(int more) {
        return indexed.countBugs(more);
    }

    private @Nullable WatchEvent kept() {
        byte[] text;
        synchronized (this) {
            text = indexed.kept();
        }
        return text == null ? null : new WatchEvent(WatchEvent.Type.MODIFIED, IndexedState.body(text));
    }

    private void ringAfter(Duration pause) {
        cancelAlarm();
        wakeAt = lane.timers().instant().plus(pause);
        alarm = lane.timers().after(pause, this::ring);
    }

    private synchronized void ring() {
        if (!ended && !gone) {
            due = true;
            schedule();
        }
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
            wakeAt = null;
        }
    }
}
