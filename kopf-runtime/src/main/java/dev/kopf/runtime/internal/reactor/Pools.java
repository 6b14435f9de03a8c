package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads of an operator: those of daemons, which may be as many as there are objects and never end, and those of all other handlers, so
 * that no number of daemons takes what these need (P2). Safe for use by several threads.
 *
 * @param handlers gives each call a thread at once
 * @param daemons gives each daemon a thread at once
 */
public record Pools(ExecutorService handlers, ExecutorService daemons) {

    /**
     * Those of this JVM, which begin no thread before there is something to do.
     *
     * @param rescues of whose tasks none waits for a handler: they are to run though all threads that carry virtual ones are taken
     */
    public static Pools of(Timers rescues) {
        return new Pools(Threads.perTask(rescues), Threads.perTask(rescues));
    }

    /** Before daemons begin: keeps some threads that only other handlers can have. */
    void reserve() {
        Threads.reserve(handlers);
    }

    /** Begins nothing more. */
    void shutdown() {
        handlers.shutdown();
        daemons.shutdown();
    }

    /** Interrupts all that runs. */
    void interrupt() {
        handlers.shutdownNow();
        daemons.shutdownNow();
    }

    /** Whether all has ended within the time. */
    boolean awaitEnd(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return handlers.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS)
                && daemons.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
