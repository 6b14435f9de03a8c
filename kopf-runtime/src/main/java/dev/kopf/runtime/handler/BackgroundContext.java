package dev.kopf.runtime.handler;

/**
 * What daemons and timers are given beside the resource, which is the object as it was when the call began. What they set by
 * {@link #patch()} and what they return is written after each call (B-5). {@link #started()} and {@link #retry()} are of the process and do
 * not outlive it (B-6).
 *
 * <p>Valid during the call; {@link #stopped()} and {@link #latest} may be used by several threads.
 */
public interface BackgroundContext extends HandlerContext {

    /** Whether it is to stop. */
    Stopped stopped();

    /**
     * The object as it is now, as far as the operator knows (G-7).
     *
     * @param type the generated class of the kind, or fabric8's
     */
    <R> R latest(Class<R> type);
}
