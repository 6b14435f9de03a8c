package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a write. */
public sealed interface WriteResult {

    /**
     * It is done.
     *
     * @param body the object as it is now
     * @param requests how many requests it took; 0 where the object was as wanted
     */
    record Done(Body body, int requests) implements WriteResult {}

    /**
     * The status is written, and the rest is not.
     *
     * @param body the object as it is since
     * @param rest what became of the rest; never {@link Done}
     */
    record Partly(Body body, WriteResult rest) implements WriteResult {}

    /** The object is gone (P-7). */
    record Gone() implements WriteResult {}

    /**
     * The object has changed meanwhile: to be tried again on its newer state.
     *
     * @param rest what is still to be written
     */
    record Conflict(Write rest) implements WriteResult {}

    /**
     * It failed, and is to be tried again (R3).
     *
     * @param rest what is still to be written
     * @param problem what happened, for people
     * @param retryAfter how long the server asks to wait; null where it does not
     * @param isRejected whether the server has understood the write and does not take it: the same again may never be taken
     */
    record Failed(Write rest, String problem, @Nullable Duration retryAfter, boolean isRejected)
            implements WriteResult {}
}
