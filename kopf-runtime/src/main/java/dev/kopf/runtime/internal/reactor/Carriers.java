package dev.kopf.runtime.internal.reactor;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;

/** The threads of the system that carry virtual threads. JVMs give more of them while they run since JDK 24. */
final class Carriers {

    private static final String SCHEDULER = "jdk.management.VirtualThreadSchedulerMXBean";

    /** How many are added at once. */
    private static final int MORE = 32;

    private Carriers() {}

    /**
     * Adds some where all of them carry a virtual thread, so that those go on that have begun and wait for one. Does nothing where the JVM
     * cannot (before JDK 24), or has as many as it may ({@code jdk.virtualThreadScheduler.maxPoolSize}, 256).
     */
    static void addIfAllAreTaken() {
        try {
            Class<? extends PlatformManagedObject> type =
                    Class.forName(SCHEDULER).asSubclass(PlatformManagedObject.class);
            PlatformManagedObject scheduler = ManagementFactory.getPlatformMXBean(type);
            int now = (int) type.getMethod("getParallelism").invoke(scheduler);
            int taken = (int) type.getMethod("getMountedVirtualThreadCount").invoke(scheduler);
            if (taken >= now) {
                type.getMethod("setParallelism", int.class).invoke(scheduler, now + MORE);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
            // There are no more to be had. Nothing is said, as virtual threads that wait for one may be in the way of a
            // log.
        }
    }
}
