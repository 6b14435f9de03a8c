package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a class with handlers: a daemon of each object (B-1). The method takes the resource and a {@link DaemonContext}; what it
 * returns, if anything, is stored in {@code status.<id>}. It has a thread of its own, and is to end when {@link DaemonContext#stopped()}
 * says so. The object has our finalizer as long as the daemon runs (R6).
 *
 * <p>Options that all handlers have stand in a {@link HandlerConfig} beside it. Durations are written as there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Daemon {
    /** The time before the first call; empty for none. */
    String initialDelay() default "";

    /** After how long a daemon that is to stop is interrupted; empty for never, or at once where there is a timeout (B-13). */
    String cancellationBackoff() default "";

    /** How long after that it is given up, so that its object may go; empty for never (B-13). */
    String cancellationTimeout() default "";
}
