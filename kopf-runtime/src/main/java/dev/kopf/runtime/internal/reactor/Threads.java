package dev.kopf.runtime.internal.reactor;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for handlers: virtual ones where the JVM has them (21 and later), others elsewhere. */
public final class Threads {

    private Threads() {}

    /** An executor that gives each task a thread at once. */
    public static ExecutorService perTask() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            return Executors.newCachedThreadPool(daemons());
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The JVM refuses virtual threads.", e);
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "kopf-worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
