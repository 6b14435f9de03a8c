package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequential worker of one object (P2): its mailbox, its alarm, and what it remembers. The newest unprocessed state wins;
 * raw-event handlers, where there are any, still see every event (W-20). Safe for use by several threads.
 */
final class ObjectWorker {

    /** What a worker does. */
    interface Work {
        /** Whether every event is to be shown, not only the newest. */
        boolean spies();

        /** Shows an event to those who see all; gives what they set on the object. */
        Patch spy(ObjectRef object, Memory memory, WatchEvent event);

        /**
         * A cycle; null where the object is gone.
         *
         * @param newest the newest event; null where it is only time
         * @param extra what else is to be written
         */
        @Nullable
        Memory cycle(ObjectRef object, Memory memory, @Nullable WatchEvent newest, Patch extra);

        /** Whether no further cycle is to begin (R8). */
        boolean isStopping();
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(30);

    private final ObjectRef object;
    private final Work work;
    private final Executor executor;
    private final Timers timers;
    private final Consumer<ObjectWorker> onGone;

    private final Deque<WatchEvent> unseen = new ArrayDeque<>(0);
    private @Nullable WatchEvent newest;
    private @Nullable Memory memory;
    private Timers.@Nullable Timer alarm;
    private boolean scheduled;
    private boolean gone;
    private boolean versionForgotten;

    ObjectWorker(ObjectRef object, Work work, Executor executor, Timers timers, Consumer<ObjectWorker> onGone) {
        this.object = object;
        this.work = work;
        this.executor = executor;
        this.timers = timers;
        this.onGone = onGone;
    }

    ObjectRef object() {
        return object;
    }

    /** Takes an event; false where the worker has ended, and another is to take it. */
    synchronized boolean take(WatchEvent event) {
        if (gone) {
            return false;
        }
        if (memory == null) {
            memory = Memory.first(event);
        }
        if (work.spies()) {
            unseen.add(event);
        }
        newest = event;
        schedule();
        return true;
    }

    /** The object is gone, and nobody has said so in an event (R4). */
    synchronized void end() {
        gone = true;
        cancelAlarm();
        onGone.accept(this);
    }

    /** The version of our last write says nothing any more. */
    synchronized void forgetVersion() {
        versionForgotten = true;
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            executor.execute(this::run);
        }
    }

    private void run() {
        while (true) {
            WatchEvent event;
            Memory before;
            WatchEvent[] spied;
            synchronized (this) {
                before = memory;
                if (gone || before == null || work.isStopping()) {
                    scheduled = false;
                    return;
                }
                if (versionForgotten) {
                    versionForgotten = false;
                    before = before.withoutVersion();
                }
                event = newest;
                newest = null;
                spied = unseen.toArray(WatchEvent[]::new);
                unseen.clear();
                cancelAlarm();
            }
            Memory after = step(before, event, spied);
            synchronized (this) {
                memory = after;
                if (gone) {
                    scheduled = false;
                    return;
                }
                if (after == null && newest == null) {
                    scheduled = false;
                    end();
                    return;
                }
                if (after == null) {
                    memory = before; // a write found the object gone: what came meanwhile, its end, is still shown
                    continue;
                }
                if (newest == null) {
                    scheduled = false;
                    setAlarm(after.wakeAt());
                    return;
                }
            }
        }
    }

    private @Nullable Memory step(Memory before, @Nullable WatchEvent event, WatchEvent[] spied) {
        try {
            Patch extra = Patch.EMPTY;
            for (WatchEvent each : spied) {
                extra = extra.merge(work.spy(object, before, each));
            }
            return work.cycle(object, before, event, extra);
        } catch (StackOverflowError e) {
            LOGGER.error("{} is nested too deeply to be handled. It is left alone until it changes.", object);
            return before.settled();
        } catch (RuntimeException | Error e) {
            LOGGER.error("Handling {} failed in the framework, and is tried again. This is a bug of Kopf.", object, e);
            WatchEvent held = event != null ? event : before.held();
            return held == null ? before : before.owing(held, timers.instant().plus(AFTER_A_BUG), before.unwritten());
        }
    }

    private synchronized void ring() {
        if (!gone) {
            schedule();
        }
    }

    private void setAlarm(@Nullable Instant at) {
        if (at != null) {
            Duration delay = Duration.between(timers.instant(), at);
            alarm = timers.after(delay.isNegative() ? Duration.ZERO : delay, this::ring);
        }
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }
}
