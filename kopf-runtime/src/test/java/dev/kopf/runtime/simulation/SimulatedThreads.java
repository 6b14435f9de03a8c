package dev.kopf.runtime.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Threads of one process, as fibers. */
final class SimulatedThreads extends AbstractExecutorService {

    private final Scheduler scheduler;
    private final Life process;
    private final Set<Fiber> fibers = new LinkedHashSet<>();
    private final List<Fiber> waiting = new ArrayList<>();
    private boolean shutdown;

    SimulatedThreads(Scheduler scheduler, Life process) {
        this.scheduler = scheduler;
        this.process = process;
    }

    @Override
    public void execute(Runnable task) {
        if (shutdown || process.isDead()) {
            throw new RejectedExecutionException("shut down");
        }
        start(task);
    }

    /** Starts a thread, whether or not there are to be others. */
    void start(Runnable task) {
        Fiber[] holder = new Fiber[1];
        Fiber fiber = new Fiber(process, () -> {
            try {
                task.run();
            } finally {
                ended(holder[0]);
            }
        });
        holder[0] = fiber;
        fibers.add(fiber);
        scheduler.after(Duration.ZERO, process, () -> scheduler.wake(fiber));
    }

    private void ended(Fiber fiber) {
        fibers.remove(fiber);
        waiting.forEach(scheduler::wake);
        waiting.clear();
    }

    void killAll() {
        for (Fiber fiber : List.copyOf(fibers)) {
            if (fiber != scheduler.current()) {
                scheduler.kill(fiber);
            }
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        for (Fiber fiber : fibers) {
            fiber.interrupted = true;
            if (fiber.interruptible) {
                scheduler.wake(fiber);
            }
        }
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && fibers.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        Fiber me = scheduler.current();
        if (me == null) {
            throw new IllegalStateException("only a thread of the simulation can wait");
        }
        boolean[] late = new boolean[1];
        Scheduler.Step alarm = scheduler.after(Duration.ofNanos(unit.toNanos(timeout)), null, () -> {
            late[0] = true;
            scheduler.wake(me);
        });
        while (!others(me).isEmpty() && !late[0]) {
            waiting.add(me);
            scheduler.park();
        }
        alarm.cancel();
        return others(me).isEmpty();
    }

    private List<Fiber> others(Fiber me) {
        return fibers.stream().filter(fiber -> fiber != me).toList();
    }
}
