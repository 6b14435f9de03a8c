package dev.kopf.runtime.simulation;

import org.jspecify.annotations.Nullable;

/** A thread of the simulated program: runs only while it has the baton, and gives it back where it waits. */
final class Fiber {

    final Runnable task;
    final @Nullable Life owner;

    @Nullable
    Turn turn;

    boolean resumed;
    boolean killed;
    boolean interrupted;
    boolean interruptible;
    boolean ended;

    Fiber(@Nullable Life owner, Runnable task) {
        this.owner = owner;
        this.task = task;
    }
}
