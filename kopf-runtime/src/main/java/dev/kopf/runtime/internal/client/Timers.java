package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Time, and things to be done later. A simulation turns its hands. Safe for use by several threads.
 */
public interface Timers extends InstantSource {

    /** Runs a task once after a delay; the task returns at once. */
    Timer after(Duration delay, Runnable task);

    /** A task that waits for its time. */
    interface Timer {
        /** Forgets the task, if it has not begun. */
        void cancel();
    }
}
