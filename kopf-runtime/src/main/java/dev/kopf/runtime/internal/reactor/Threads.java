package dev.kopf.runtime.internal.reactor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for handlers: platform threads, which the system shares out among all that want to run. Virtual threads give way only where
 * they wait: on a pod with one CPU a single handler that computes would hold up all objects (P2).
 */
public final class Threads {

    private Threads() {}

    /** An executor that gives each task a thread at once, and keeps idle ones for a while. */
    public static ExecutorService perTask() {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "kopf-worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return Executors.newCachedThreadPool(daemons);
    }
}
