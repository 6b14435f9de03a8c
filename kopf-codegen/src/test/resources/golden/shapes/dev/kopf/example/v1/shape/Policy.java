// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.OpenEnum;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * The value of policy.
 *
 * <p>Immutable and safe for use by several threads. A value that the schema does not know is kept.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Policy extends OpenEnum {
    /** The value <code>Always</code>. */
    public static final Policy ALWAYS = new Policy("Always", Known.ALWAYS);

    /** The value <code>IfNotPresent</code>. */
    public static final Policy IF_NOT_PRESENT = new Policy("IfNotPresent", Known.IF_NOT_PRESENT);

    /** The value <code></code>. */
    public static final Policy EMPTY = new Policy("", Known.EMPTY);

    private final Known known;

    private Policy(String value, Known known) {
        super(value);
        this.known = known;
    }

    /** The value that is this text, known or not. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Policy of(String value) {
        return switch (value) {
            case "Always" -> ALWAYS;
            case "IfNotPresent" -> IF_NOT_PRESENT;
            case "" -> EMPTY;
            default -> new Policy(value, Known.UNRECOGNIZED);
        };
    }

    /** The value for a {@code switch}; UNRECOGNIZED where the schema does not know it. */
    public Known known() {
        return known;
    }

    /** The values that the schema knows. */
    public enum Known {
        /** The value <code>Always</code>. */
        ALWAYS,

        /** The value <code>IfNotPresent</code>. */
        IF_NOT_PRESENT,

        /** The value <code></code>. */
        EMPTY,

        /** A value that the schema does not know. */
        UNRECOGNIZED
    }
}
