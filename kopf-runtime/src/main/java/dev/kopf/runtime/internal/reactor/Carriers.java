package dev.kopf.runtime.internal.reactor;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of the system that carry virtual threads. JVMs give more of them while they run since JDK 24. */
final class Carriers {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");

    private static final String SCHEDULER = "jdk.management.VirtualThreadSchedulerMXBean";

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
                type.getMethod("setParallelism", int.class).invoke(scheduler, now + Threads.CARRIERS);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
            LOGGER.debug("No more threads can be had for virtual ones.", e);
        }
    }
}
