// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.OpenEnum;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * The value of protocol.
 *
 * <p>Immutable and safe for use by several threads. A value that the schema does not know is kept.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Protocol extends OpenEnum {
    /** The value <code>TCP</code>. */
    public static final Protocol TCP = new Protocol("TCP", Known.TCP);

    /** The value <code>UDP</code>. */
    public static final Protocol UDP = new Protocol("UDP", Known.UDP);

    private final Known known;

    private Protocol(String value, Known known) {
        super(value);
        this.known = known;
    }

    /** The value that is this text, known or not. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Protocol of(String value) {
        return switch (value) {
            case "TCP" -> TCP;
            case "UDP" -> UDP;
            default -> new Protocol(value, Known.UNRECOGNIZED);
        };
    }

    /** The value for a {@code switch}; UNRECOGNIZED where the schema does not know it. */
    public Known known() {
        return known;
    }

    /** The values that the schema knows. */
    public enum Known {
        /** The value <code>TCP</code>. */
        TCP,

        /** The value <code>UDP</code>. */
        UDP,

        /** A value that the schema does not know. */
        UNRECOGNIZED
    }
}
