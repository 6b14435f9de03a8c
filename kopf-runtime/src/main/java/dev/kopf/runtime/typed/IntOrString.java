package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A whole number or a text, such as a port or a percentage.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class IntOrString implements JsonBacked {

    private final Object value;

    private IntOrString(Object value) {
        this.value = value;
    }

    /** A whole number. */
    public static IntOrString of(long number) {
        return new IntOrString(number);
    }

    /** A text. */
    public static IntOrString of(String text) {
        return new IntOrString(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable IntOrString read(Object plain) {
        boolean fits = plain instanceof String
                || plain instanceof Integer
                || plain instanceof Long
                || plain instanceof BigInteger
                || plain instanceof BigDecimal;
        return fits ? new IntOrString(plain) : null;
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return value instanceof Number;
    }

    /** The number; null for a text, and for a number that is not whole or has more than 64 bits. */
    public @Nullable Long number() {
        return Types.LONG.read(value);
    }

    /** The text, or the number as it is written. */
    public String text() {
        return value.toString();
    }

    @Override
    @JsonValue
    public Object plain() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntOrString that && Plain.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return Plain.hash(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
