package dev.kopf.runtime.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For generated code: which subresources the CRD gives to the objects of a kind. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Subresources {

    /** Whether the status is written by a request of its own. */
    boolean status() default false;

    /** How the objects are scaled; empty where they are not. */
    Scale[] scale() default {};

    /** Where in an object its scale is. The paths are as the CRD has them, such as {@code .spec.replicas}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Scale {

        /** The path of the wanted number. */
        String specReplicasPath();

        /** The path of the actual number. */
        String statusReplicasPath();

        /** The path of the selector of what is scaled; empty where there is none. */
        String labelSelectorPath() default "";
    }
}
