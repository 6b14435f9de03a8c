package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Options of a handler, on the method of a generated handler interface that the author implements (G-2). Durations are written as in
 * {@code 200ms}, {@code 10s}, {@code 5m}, {@code 1h} or in ISO 8601 ({@code PT10S}).
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

    /**
     * For {@code onDelete}: lets the object go all the same when the handler has failed for good. Else it is kept, and an event says so
     * (R11).
     */
    boolean releaseOnFailure() default false;

    /** For {@code onResume}: also for objects that are being deleted (C-8). */
    boolean deleted() default false;

    /** For handlers of a field: also for the first value, when the object is created (R18). */
    boolean initial() default false;

    /** For objects only whose labels pass these filters (F-2): {@code labels = @Match(key = "app", value = "web")}. */
    Match[] labels() default {};

    /** For objects only whose annotations pass these filters (F-2). */
    Match[] annotations() default {};

    /**
     * The field that {@link #value}, {@link #oldValue} and {@link #newValue} are about: the keys joined by dots, or, where keys hold dots
     * themselves, each key alone. For objects only that have it, unless the filters say otherwise; for {@code onUpdate} for changes of it
     * only (F-3, F-4). Handlers of a field have theirs.
     */
    String[] field() default {};

    /** For objects only in which the field passes this filter, as it is or as it was (F-3). At most one. */
    Match[] value() default {};

    /** For {@code onUpdate} and handlers of a field: for changes only from a value that passes this filter (F-5). At most one. */
    Match[] oldValue() default {};

    /** For {@code onUpdate} and handlers of a field: for changes only to a value that passes this filter (F-5). At most one. */
    Match[] newValue() default {};

    /**
     * The name of a method of the handler's class that says when the handler is called (F-6). It takes the resource, and a
     * {@link ConditionContext} if it likes, and returns a {@code boolean}.
     *
     * @see Condition
     */
    String when() default "";
}
