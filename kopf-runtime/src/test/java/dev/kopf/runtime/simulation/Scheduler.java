package dev.kopf.runtime.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and what happens in it, one thing after the other. Whatever is due at the same time is ordered by chance. Fibers hand the
 * baton to each other, and whoever has nothing to do but to wait lets the time pass for all.
 */
final class Scheduler {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ENDLESS = 200_000;

    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private final Deque<Fiber> ready = new ArrayDeque<>();
    private final Deque<Carrier> idle;
    private final SplittableRandom chance;
    private final Consumer<Throwable> onBug;
    private final Turn main = new Turn();
    private long now;
    private long end;
    private int count;
    private int done;
    private @Nullable Fiber current;

    /**
     * @param idle the real threads that are free, of this and of other histories
     * @param onBug told of what a step has thrown
     */
    Scheduler(Deque<Carrier> idle, SplittableRandom chance, Consumer<Throwable> onBug) {
        this.idle = idle;
        this.chance = chance;
        this.onBug = onBug;
        main.thread = Thread.currentThread();
    }

    /** Something that is to happen. */
    static final class Step implements Comparable<Step> {
        private final long at;
        private final int tie;
        private final int number;
        private final @Nullable Life owner;
        private final Runnable action;
        private boolean cancelled;

        private Step(long at, int tie, int number, @Nullable Life owner, Runnable action) {
            this.at = at;
            this.tie = tie;
            this.number = number;
            this.owner = owner;
            this.action = action;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Step other) {
            int byTime = Long.compare(at, other.at);
            int byTie = byTime != 0 ? byTime : Integer.compare(tie, other.tie);
            return byTie != 0 ? byTie : Integer.compare(number, other.number);
        }
    }

    long nanos() {
        return now;
    }

    Instant instant() {
        return BEGIN.plusNanos(now);
    }

    @Nullable
    Fiber current() {
        return current;
    }

    /** Lets something happen later, unless its owner has died by then. */
    Step after(Duration delay, @Nullable Life owner, Runnable action) {
        long nanos = delay.compareTo(Duration.ofDays(1_000)) > 0
                ? Duration.ofDays(1_000).toNanos()
                : Math.max(0, delay.toNanos());
        Step step = new Step(now + nanos, chance.nextInt(1 << 16), count++, owner, action);
        steps.add(step);
        return step;
    }

    /** Lets a fiber go on as soon as the baton is free. */
    void wake(Fiber fiber) {
        if (!fiber.ended && !fiber.resumed) {
            fiber.resumed = true;
            ready.add(fiber);
        }
    }

    /** Ends a fiber: it unwinds from where it stands. */
    void kill(Fiber fiber) {
        fiber.killed = true;
        wake(fiber);
    }

    /** Waits until somebody wakes this fiber. */
    void park() {
        Fiber fiber = current;
        if (fiber == null) {
            throw new IllegalStateException("Something that must not block has blocked.");
        }
        if (fiber.killed) {
            throw new Crashed();
        }
        fiber.resumed = false;
        current = null;
        Fiber next = drive();
        if (next != fiber) {
            hand(next);
            Turn turn = fiber.turn;
            if (turn != null) {
                turn.await();
            }
        }
        current = fiber;
        if (fiber.killed) {
            throw new Crashed();
        }
    }

    /** Lets all happen until this time, or until {@link #finish}. Called by the one who holds no fiber. */
    void runUntil(Instant time) {
        end = Duration.between(BEGIN, time).toNanos();
        Fiber next = drive();
        if (next != null) {
            hand(next);
            main.await();
        }
    }

    /** Ends the history early. */
    void finish() {
        steps.clear();
        end = now;
    }

    void run(Fiber fiber) {
        current = fiber;
        try {
            if (!fiber.killed) {
                fiber.task.run();
            }
        } catch (Crashed e) {
            // as it should be
        } catch (RuntimeException | Error e) {
            onBug.accept(e);
        }
        fiber.ended = true;
        current = null;
    }

    /** The next fiber for an idle carrier to begin with; null where another thread has the baton now. */
    @Nullable
    Fiber driveIdle(Carrier me) {
        Fiber next = drive();
        if (next != null && next.turn == null) {
            return next;
        }
        idle.push(me);
        hand(next);
        return null;
    }

    /** Lets things happen until a fiber can go on; null where the time is up. */
    private @Nullable Fiber drive() {
        while (true) {
            Fiber fiber = ready.poll();
            if (fiber != null) {
                return fiber;
            }
            Step step = steps.peek();
            if (step == null || step.at > end) {
                now = Math.max(now, end);
                return null;
            }
            steps.poll();
            now = step.at;
            if (!step.cancelled && (step.owner == null || !step.owner.isDead())) {
                if (++done > ENDLESS) {
                    onBug.accept(new IllegalStateException("It does not come to rest."));
                    steps.clear();
                    continue;
                }
                try {
                    step.action.run();
                } catch (RuntimeException | Error e) {
                    onBug.accept(e);
                }
            }
        }
    }

    private void hand(@Nullable Fiber fiber) {
        if (fiber == null) {
            main.give();
            return;
        }
        Turn turn = fiber.turn;
        if (turn != null) {
            turn.give();
            return;
        }
        Carrier carrier = idle.poll();
        if (carrier == null) {
            carrier = Carrier.start();
        }
        carrier.carry(this, fiber);
        carrier.give();
    }
}
