package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A filter in a {@link HandlerConfig}: of a label or an annotation, which {@link #key} names, or of a field. All that is said must hold
 * at once; of several values, one.
 *
 * @see Filter
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Match {
    /** The key of the label or the annotation; empty for a field. */
    String key() default "";

    /** That the value is one of these texts. */
    String[] value() default {};

    /** For fields: that the value is one of these, written as JSON: {@code "3"}, {@code "true"}, {@code "[]"}. */
    String[] json() default {};

    /** That there is a value. */
    boolean present() default false;

    /** That there is no value. */
    boolean absent() default false;

    /**
     * That a method of the handler's class says so. It is named here, takes the value ({@code String} of a label or an annotation,
     * {@code Object} of a field; null where there is none) and returns a {@code boolean}.
     */
    String by() default "";

    /** That what else is said here does not hold. */
    boolean not() default false;
}
