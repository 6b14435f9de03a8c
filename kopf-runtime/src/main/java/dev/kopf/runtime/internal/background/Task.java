package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.handler.BackgroundOptions;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.execution.Execution;
import dev.kopf.runtime.internal.execution.Ongoing;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.StoppedException;
import dev.kopf.runtime.internal.execution.SubHandlerRunner;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One daemon or timer of one object: what it is at, and what comes next. Between its calls it is a timer and no thread. Guarded by the
 * monitor of its {@link ObjectTasks}; authors' code, whoever looks after objects, and the log, where who writes may wait for another who
 * does, is called without it.
 */
final class Task {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.background");

    /** How long nothing is tried after the framework, or the system, has failed. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private enum Phase {
        /** It waits for its time, or for a change of the object. */
        WAITING,
        /** It is due, and waits for a thread. */
        DUE,
        RUNNING,
        /** What it has set is being written. */
        WRITING,
        ENDED
    }

    private final ObjectTasks owner;
    private final Surroundings with;
    private final StopSignal signal;
    private final BackgroundOptions options;

    private Handler handler;
    private Phase phase = Phase.WAITING;
    private Timers.Timer alarm = () -> {};
    private @Nullable Thread thread;

    /** What became of the attempts of this series; null where it is to begin. */
    private @Nullable HandlerState state;

    private Schedule.Next next;

    /** How often the object had changed when the last call began. */
    private int seenChanges;

    /** Since it was to stop; null where it is not. */
    private @Nullable Age stopping;

    /** The object as it was when it was to stop to make way for another operator, as text; else null. */
    private byte @Nullable [] known;

    private @Nullable Duration reminded;
    private boolean abandoned;

    /** Whether what the last call has set is written, or owed to the object. */
    private boolean isWritten;

    Task(Handler handler, ObjectTasks owner, Surroundings with) {
        this.handler = handler;
        this.owner = owner;
        this.with = with;
        this.options = handler.options().background();
        this.signal = new StopSignal(with.timers());
        this.next = new Schedule.Next.At(Schedule.first(options, with.timers().instant()));
    }

    Handler handler() {
        return handler;
    }

    /** The same, as the object's last state has selected it: one whose filters threw is not one that fails for ever. */
    void become(Handler selected) {
        handler = selected;
    }

    /** Whether it is a daemon that works, and that its object has to wait for (R6). */
    boolean holds() {
        return handler.type() == HandlerType.DAEMON && isRunning() && !abandoned;
    }

    boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /** Sets the alarm for what comes next. */
    void rest() {
        if (next instanceof Schedule.Next.At at) {
            wakeAt(at.time(), this::ring);
        } else if (owner.changes() != seenChanges) {
            wakeAt(owner.changed(), this::ring);
        }
        phase = Phase.WAITING; // last: whoever has it rest tries again where that failed
    }

    /** The object has changed: who has waited for that has something to do, when it is idle again. */
    void onChange() {
        if (phase == Phase.WAITING && next instanceof Schedule.Next.AfterChange) {
            alarm.cancel();
            rest();
        }
    }

    private void wakeAt(Instant time, Runnable what) {
        Duration delay = Duration.between(with.timers().instant(), time);
        alarm = with.timers().after(delay.isNegative() ? Duration.ZERO : delay, what);
    }

    private void ring() {
        synchronized (owner) {
            if (phase != Phase.WAITING) {
                return;
            }
            Instant now = with.timers().instant();
            Instant calm = Schedule.whenIdle(options, now, owner.changed());
            if (calm.isAfter(now)) {
                wakeAt(calm, this::ring);
                return;
            }
            phase = Phase.DUE;
        }
        boolean isDaemon = handler.type() == HandlerType.DAEMON;
        try {
            (isDaemon ? with.threads().daemons() : with.threads().timers()).execute(this::run);
        } catch (RejectedExecutionException | OutOfMemoryError e) { // the system gives no thread
            synchronized (owner) {
                if (phase != Phase.DUE) {
                    return;
                }
                phase = Phase.WAITING;
                wakeAt(with.timers().instant().plus(PAUSE), this::ring);
            }
            LOGGER.error("There is no thread for {} of {}. It is tried again.", name(), owner.object(), e);
        }
    }

    private void run() {
        Instant began = with.timers().instant();
        HandlerState before;
        Handler called;
        synchronized (owner) {
            if (phase != Phase.DUE) {
                return;
            }
            called = handler;
            phase = Phase.RUNNING;
            thread = Thread.currentThread();
            seenChanges = owner.changes();
            before = state != null ? state : HandlerState.fresh(null, null, began);
        }
        Execution execution = null;
        try {
            execution = call(called, before);
        } catch (StoppedException e) {
            tellOfEnd(e.getCause());
        } catch (RuntimeException | Error e) {
            LOGGER.error("Calling {} of {} failed in the framework. This is a bug of Kopf.", name(), owner.object(), e);
        } finally { // whatever else fails, its object does not wait for what does not run any more
            finish(execution, before, began);
        }
    }

    /** Null where the object is not for the handler any more: a write of ours may show so before its worker has looked at that (B-8). */
    private @Nullable Execution call(Handler called, HandlerState before) {
        Situation situation = owner.situation();
        if (!called.isFor(situation.body())) {
            with.objects().wake(owner.object());
            return null;
        }
        return with.executor()
                .calls(situation, new Ongoing(signal, owner::latest))
                .call(new Selected(called, situation.cause()), before, SubHandlerRunner.NONE);
    }

    /** How it ended when it was to stop: an interruption is what was asked for, anything else its author wants to know. */
    private void tellOfEnd(@Nullable Throwable thrown) {
        Logger logger = ObjectLogging.logger(owner.object());
        if (thrown == null || thrown instanceof InterruptedException) {
            logger.debug("{} was interrupted, as it was to stop.", name());
        } else {
            Thrown.tell(
                    thrown,
                    shown -> logger.warn("{} failed when it was to stop, which is not repeated.", name(), shown));
        }
    }

    private void finish(@Nullable Execution execution, HandlerState before, Instant began) {
        Instant now = with.timers().instant();
        Patch patch = execution == null ? Patch.EMPTY : execution.patch();
        byte[] knownText;
        synchronized (owner) {
            isWritten = patch.isEmpty();
            knownText = known;
        }
        if (!patch.isEmpty()) { // before it counts as ended: its object may go then
            write(patch, knownText);
        }
        boolean ended;
        boolean exited;
        synchronized (owner) {
            thread = null;
            alarm.cancel();
            if (execution == null) {
                next = new Schedule.Next.At(now.plus(PAUSE));
            } else {
                state = execution.outcome().isFinal() ? null : before.withOutcome(execution.outcome(), now);
                next = Schedule.after(handler.type(), options, execution.outcome(), began, now);
            }
            ended = signal.isSet() || next instanceof Schedule.Next.Never;
            exited = ended && !signal.isSet();
            if (ended) {
                phase = Phase.ENDED;
                owner.onEnd(this, exited);
            } else if (isWritten) {
                phase = Phase.WAITING;
                rest();
            } else {
                phase = Phase.WRITING;
            }
        }
        if (ended) {
            owner.ended();
            tellOfAbandoned();
        }
        if (exited && handler.type() == HandlerType.DAEMON) {
            ObjectLogging.logger(owner.object())
                    .info("{} has ended by itself. It is not called again for this object.", name());
        }
    }

    private void write(Patch patch, byte @Nullable [] before) {
        try {
            if (before == null) {
                with.objects().write(owner.object(), patch, this::onWritten);
            } else {
                with.objects().writeLast(owner.object(), ObjectTasks.body(before), patch, this::onWritten);
            }
        } catch (Throwable e) { // no memory, if anything: its object is not to wait for what does not run any more
            onWritten();
            LOGGER.error(
                    "What {} of {} has set cannot be written: {}. This is a bug of Kopf.",
                    name(),
                    owner.object(),
                    patch.fieldNames(),
                    e);
        }
    }

    private void onWritten() {
        synchronized (owner) {
            isWritten = true;
            if (phase == Phase.WRITING) {
                rest();
            }
        }
    }

    /** It is to stop. Where it does not run now, it has stopped with that. */
    void stop(StopReason reason) {
        if (phase == Phase.RUNNING) {
            signal.set(reason, StopReason.DAEMON_SIGNALLED);
            known = reason == StopReason.OPERATOR_PAUSING && known == null ? owner.text() : known;
            if (stopping == null) {
                stopping = new Age(with.timers().instant());
                Runnable told = insist(Duration.ZERO);
                if (told != null) {
                    Timers.Timer unused = with.timers().after(Duration.ZERO, told);
                }
            }
            return;
        }
        signal.set(reason);
        if (phase != Phase.ENDED) {
            alarm.cancel();
            phase = Phase.ENDED;
            owner.onEnd(this, false);
        }
    }

    /** It was to stop and still runs. */
    private void lookAgain() {
        boolean givenUp;
        Runnable told;
        synchronized (owner) {
            if (phase != Phase.RUNNING || stopping == null) {
                return;
            }
            boolean before = abandoned;
            told = insist(stopping.at(with.timers().instant()));
            givenUp = abandoned && !before;
        }
        if (givenUp) {
            with.objects().wake(owner.object());
        }
        if (told != null) {
            told.run();
        }
    }

    /** Does what is to be done about it now, so long after it was to stop; what is to be told of it without the monitor, or null. */
    private @Nullable Runnable insist(Duration age) {
        StopRules.Step step = StopRules.step(options, age);
        if (step.interrupt() && thread != null) {
            signal.set(StopReason.DAEMON_CANCELLED);
            thread.interrupt();
        }
        Runnable told = null;
        if (step.giveUp() && !abandoned) {
            told = giveUp(age);
        } else if (age.compareTo(StopRules.reminder(reminded)) >= 0) {
            reminded = age;
            told = warning(
                    "DaemonStillRunning",
                    name() + " was to stop " + age.toSeconds() + " s ago and still runs." + waits());
        }
        Duration reminder = StopRules.reminder(reminded).minus(age);
        Duration pause = reminder.compareTo(step.next()) < 0 ? reminder : step.next();
        wakeAt(with.timers().instant().plus(pause), this::lookAgain);
        return told;
    }

    private String waits() {
        return handler.type() == HandlerType.DAEMON && !abandoned
                ? " Its object is kept until it ends. Let it look at stopped(), or give it a cancellationTimeout."
                : "";
    }

    private Runnable giveUp(Duration age) {
        abandoned = true;
        reminded = age;
        signal.set(StopReason.DAEMON_ABANDONED);
        return warning(
                "DaemonAbandoned",
                name() + " was to stop " + age.toSeconds()
                        + " s ago, was interrupted, and still runs. It is given up: its object may go, and it ends with the"
                        + " process.");
    }

    private void tellOfAbandoned() {
        if (abandoned) {
            ObjectLogging.logger(owner.object()).info("{} was given up, and has ended now.", name());
        }
    }

    private Runnable warning(String reason, String message) {
        return () -> {
            ObjectLogging.logger(owner.object()).warn(message);
            with.executor().warn(owner.object(), reason, message);
        };
    }

    /** As it is named to people. */
    String name() {
        return (handler.type() == HandlerType.DAEMON ? "Daemon '" : "Timer '") + handler.id() + "'";
    }
}
