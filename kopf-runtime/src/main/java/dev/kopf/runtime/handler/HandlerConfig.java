package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Options of a handler, on the method of a generated handler interface that the author implements (G-2). Durations are written as in
 * {@code 10s}, {@code 5m}, {@code 1h} or in ISO 8601 ({@code PT10S}).
 *
 * @see HandlerOptions
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HandlerConfig {
    /** The id under which progress and result are kept; the method's name where it is empty. */
    String id() default "";

    /** The number of attempts after which the handler has failed for good; 0 for no limit. */
    int retries() default 0;

    /** The time from the first attempt after which the handler has failed for good; empty for no limit. */
    String timeout() default "";

    /** With a timeout: interrupt the handler's thread when the timeout is reached while it runs. */
    boolean interruptAtTimeout() default false;

    /** The constant time between attempts; empty for a time that grows from attempt to attempt (R16). */
    String backoff() default "";

    /** What an exception means that is neither {@link TemporaryException} nor {@link PermanentException}. */
    ErrorMode errors() default ErrorMode.TEMPORARY;

    /** For {@code onDelete}: do without a finalizer; called only where something else keeps the object (R11). */
    boolean optional() default false;

    /** For {@code onResume}: also for objects that are being deleted (C-8). */
    boolean deleted() default false;

    /** For handlers of a field: also for the first value, when the object is created (R18). */
    boolean initial() default false;
}
