package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads for handlers: virtual ones where the JVM has them (JDK 21 and later), else those of a pool. Watchers, timers and the HTTP
 * client have threads of their own, which no handler can take.
 */
public final class Threads {

    /**
     * How many threads of the system carry the virtual ones, unless the JVM is told otherwise. A virtual thread gives way only where it
     * waits: on a pod with one CPU and one carrier, a single handler that computes would hold up all objects (P2). The fewer they are, the
     * less CPU goes into changing between them. Before JDK 24 there are more from the start: who waits in a monitor keeps its carrier there
     * (JEP 491), and none can be added later ({@link Carriers}).
     */
    static final int CARRIERS = Runtime.version().feature() < 24 ? 32 : 8;

    /** How many threads of the system there may be for handlers of one kind; and to rescue those whose virtual threads do not begin. */
    static final int MOST = 1_000;

    /**
     * How many threads of the system are kept for handlers where there are daemons, which have one each: the system gives only so many (4,096
     * to a pod, say), and where it gives no more, these handle what happens.
     */
    static final int RESERVED = 8;

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    /** {@code Executors.newThreadPerTaskExecutor}, which JDK 17 has not. */
    private static final @Nullable MethodHandle PER_TASK = perTaskExecutors();

    private static final String COMMON = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private Threads() {}

    /**
     * Before anything else is loaded: gives the JDK's common pool two threads at least, unless the JVM is told otherwise. With one, as on
     * one or two CPUs, {@code CompletableFuture} before JDK 25 makes a new thread of the system for each task, and the HTTP client has one
     * for each answer.
     */
    public static void prepare() {
        if (System.getProperty(COMMON) == null && Runtime.getRuntime().availableProcessors() <= 2) {
            System.setProperty(COMMON, "2");
        }
    }

    /**
     * An executor that gives each task a thread at once.
     *
     * @param rescues of whose tasks none waits for a handler
     */
    public static ExecutorService perTask(Timers rescues) {
        ExecutorService virtual = virtual();
        // What works in the first is limited by whoever gives the tasks.
        return virtual == null
                ? pool("kopf-worker-", Integer.MAX_VALUE)
                : new RescuingExecutor(virtual, pool("kopf-spare-", MOST), rescues);
    }

    /** Lets an executor of this class keep some threads from now on, which begin at once; does nothing where they are virtual. */
    static void reserve(ExecutorService threads) {
        if (threads instanceof ThreadPoolExecutor pool) {
            pool.setCorePoolSize(RESERVED);
            pool.prestartAllCoreThreads();
        }
    }

    /** Whether threads for handlers are virtual here. */
    public static boolean areVirtual() {
        return PER_TASK != null;
    }

    /** Threads of the system, which are kept for a while when they are idle. */
    private static ExecutorService pool(String prefix, int most) {
        AtomicInteger count = new AtomicInteger();
        return pool(most, task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    static ExecutorService pool(int most, ThreadFactory factory) {
        return new ThreadPoolExecutor(0, most, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    private static @Nullable ExecutorService virtual() {
        if (PER_TASK == null) {
            return null;
        }
        try {
            return (ExecutorService) PER_TASK.invoke(virtualThreads());
        } catch (Throwable e) { // a JVM that has them, and does not give any
            return null;
        }
    }

    private static @Nullable MethodHandle perTaskExecutors() {
        try {
            Class.forName("java.lang.Thread$Builder$OfVirtual");
            if (System.getProperty(PARALLELISM) == null) {
                int carriers = Math.max(CARRIERS, Runtime.getRuntime().availableProcessors());
                System.setProperty(PARALLELISM, String.valueOf(carriers)); // read when the first virtual thread is made
            }
            return MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class, ThreadFactory.class));
        } catch (ReflectiveOperationException | SecurityException e) {
            return null;
        }
    }

    /** {@code Thread.ofVirtual().name("kopf-worker-", 1).factory()}. */
    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Class<?> builderType = Class.forName("java.lang.Thread$Builder");
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Object named = builderType.getMethod("name", String.class, long.class).invoke(builder, "kopf-worker-", 1L);
        return (ThreadFactory) builderType.getMethod("factory").invoke(named);
    }
}
