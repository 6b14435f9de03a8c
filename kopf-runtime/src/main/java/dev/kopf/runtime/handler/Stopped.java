package dev.kopf.runtime.handler;

import java.time.Duration;
import java.util.Set;

/**
 * Whether a daemon or a timer is to stop (B-11). Once it is, that does not change for this call. Safe for use by several threads.
 */
public interface Stopped {

    /** Whether it is to stop. */
    boolean isSet();

    /** Why, and then how far that has come (B-12), in the order of the constants; empty while it is not to stop. */
    Set<StopReason> reasons();

    /**
     * Waits until it is to stop, for some time at most: as a daemon does between two looks at something.
     *
     * @param time how long; not at all where it is zero or negative
     * @return whether it is to stop
     * @throws InterruptedException if the thread is interrupted, as it is where the options say so (B-13) and when the grace period of
     *     the operator is over (R8)
     */
    boolean await(Duration time) throws InterruptedException;
}
