package dev.kopf.runtime.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a class with handlers: fills an index (I-1). The method takes the resource, and an {@link IndexContext} if it likes, and
 * returns a {@code Map} of the types of the index: what the object has there, under which keys.
 *
 * <pre>{@code
 * static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");
 *
 * @Index("BY_SIZE")
 * Map<String, String> bySize(EphemeralVolumeClaim claim) {
 *     return Map.of(claim.getSpec().getSize(), claim.getMetadata().getName());
 * }
 * }</pre>
 *
 * <p>Other options stand in a {@link HandlerConfig} beside it, but for id and errors.
 *
 * @see IndexFunction
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Index {
    /** The name of the field of this class, or of one that it inherits, that holds the {@link IndexName}. */
    String value();

    /**
     * What an exception means that is neither {@link TemporaryException} nor {@link PermanentException} (I-5): with
     * {@link ErrorMode#IGNORED} what the index has of the object stays as it is.
     */
    ErrorMode errors() default ErrorMode.IGNORED;
}
