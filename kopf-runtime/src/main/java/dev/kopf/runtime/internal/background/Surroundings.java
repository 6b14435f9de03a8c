package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import java.util.concurrent.Executor;

/**
 * What daemons and timers of a kind need from around them.
 *
 * @param executor calls handlers
 * @param persistence what is kept on objects, and where
 * @param timers what time it is, and what wakes timers
 * @param threads who runs them
 * @param objects who looks after their objects
 */
public record Surroundings(
        HandlerExecutor executor, Persistence persistence, Timers timers, Threads threads, Objects objects) {

    /**
     * Who runs daemons and timers.
     *
     * @param daemons gives each a thread at once
     * @param timers lets some run at once
     */
    public record Threads(Executor daemons, Executor timers) {}

    /** Who looks after objects. Never called with a lock held. */
    public interface Objects {

        /** Looks at an object again: what runs for it has changed. */
        void wake(ObjectRef object);

        /** Whether an object that is looked at is not known to be gone. Called with locks held: returns at once, and calls nobody. */
        default boolean isThere(ObjectRef object) {
            return true;
        }

        /**
         * Writes to an object what a daemon or a timer has set.
         *
         * @param done run when it is written or owed, or there is nothing to write to
         */
        void write(ObjectRef object, Patch patch, Runnable done);

        /**
         * Writes what one has set that was told to stop as another operator takes over, which may have begun, and have ended (N-10).
         *
         * @param known the object as it was when it was told
         * @param done as above
         */
        default void writeLast(ObjectRef object, Body known, Patch patch, Runnable done) {
            write(object, patch, done);
        }
    }
}
