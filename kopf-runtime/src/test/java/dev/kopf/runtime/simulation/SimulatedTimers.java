package dev.kopf.runtime.simulation;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.time.Instant;

/** The clock of one process, which may be set to another time, and its timers, which do not mind. */
final class SimulatedTimers implements Timers {

    private final Scheduler scheduler;
    private final Life process;
    private Duration offset;

    SimulatedTimers(Scheduler scheduler, Life process, Duration offset) {
        this.scheduler = scheduler;
        this.process = process;
        this.offset = offset;
    }

    void jump(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return scheduler.instant().plus(offset);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Scheduler.Step step = scheduler.after(delay, process, task);
        return step::cancel;
    }
}
