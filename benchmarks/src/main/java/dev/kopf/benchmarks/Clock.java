package dev.kopf.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What something took.
 *
 * @param seconds on the clock
 * @param processorSeconds of all threads together, with the compiler and collector of the JVM; other programs hardly change it
 */
record Clock(double seconds, double processorSeconds) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** More than anything takes. */
    static final Clock NEVER = new Clock(Double.MAX_VALUE, Double.MAX_VALUE);

    /** Now. */
    static Clock read() {
        return new Clock(System.nanoTime() / 1e9, SYSTEM.getProcessCpuTime() / 1e9);
    }

    /** From then to now. */
    Clock elapsed() {
        Clock now = read();
        return new Clock(now.seconds - seconds, now.processorSeconds - processorSeconds);
    }

    /** The less of both, each by itself. */
    Clock best(Clock other) {
        return new Clock(Math.min(seconds, other.seconds), Math.min(processorSeconds, other.processorSeconds));
    }
}
