package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a generated handler interface: names the generated glue that makes {@link Handler handlers} of an implementation. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DispatchedBy {
    /** The glue; has a public constructor without parameters. */
    Class<? extends Dispatch<?>> value();
}
