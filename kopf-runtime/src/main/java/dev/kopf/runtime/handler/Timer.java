package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a class with handlers: called from time to time for each object (B-7). The method takes the resource and a
 * {@link TimerContext}; what it returns, if anything, is stored in {@code status.<id>}. Calls for one object never overlap. A timer with
 * neither interval nor idle time is called once.
 *
 * <p>Options that all handlers have stand in a {@link HandlerConfig} beside it. Durations are written as there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Timer {
    /** The time from the end of a call to the next one; empty where only {@link #idle} counts. */
    String interval() default "";

    /** With an interval: it is counted from the beginning of a call. */
    boolean sharp() default false;

    /** For how long the essence of the object must not have changed before a call; empty for no such time. */
    String idle() default "";

    /** The time before the first call; empty for none. */
    String initialDelay() default "";
}
