// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.garden;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.OpenEnum;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * The value of material.
 *
 * <p>Immutable and safe for use by several threads. A value that the schema does not know is kept.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Material extends OpenEnum {
    /** The value <code>Wood</code>. */
    public static final Material WOOD = new Material("Wood", Known.WOOD);

    /** The value <code>Stone</code>. */
    public static final Material STONE = new Material("Stone", Known.STONE);

    private final Known known;

    private Material(String value, Known known) {
        super(value);
        this.known = known;
    }

    /** The value that is this text, known or not. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Material of(String value) {
        return switch (value) {
            case "Wood" -> WOOD;
            case "Stone" -> STONE;
            default -> new Material(value, Known.UNRECOGNIZED);
        };
    }

    /** The value for a {@code switch}; UNRECOGNIZED where the schema does not know it. */
    public Known known() {
        return known;
    }

    /** The values that the schema knows. */
    public enum Known {
        /** The value <code>Wood</code>. */
        WOOD,

        /** The value <code>Stone</code>. */
        STONE,

        /** A value that the schema does not know. */
        UNRECOGNIZED
    }
}
