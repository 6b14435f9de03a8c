package dev.kopf.runtime.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For generated code: a column that {@code kubectl get} shows for the objects of a kind, as the CRD has it. */
@Documented
@Repeatable(PrinterColumns.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PrinterColumn {

    /** The heading. */
    String name();

    /** The type of the value, such as {@code string} or {@code date}. */
    String type();

    /** Where in an object the value is, as a JSONPath. */
    String jsonPath();

    /** What the value means; empty where nothing is said. */
    String description() default "";

    /** How the value is to be shown, such as {@code name}; empty where nothing is said. */
    String format() default "";

    /** Above 0 it is shown only with {@code -o wide}. */
    int priority() default 0;
}
