package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount such as {@code 500m} or {@code 1Gi}, which keeps its text, or number, as it was written. Two are equal where they are the
 * same JSON, so {@code 1Gi} is not {@code 1024Mi}; to compare amounts, compare {@link #amount()}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Quantity implements JsonBacked {

    private final Object value;

    private Quantity(Object value) {
        this.value = value;
    }

    /** The quantity that is this text, which can be any: what is no quantity has no amount. */
    public static Quantity of(String text) {
        return new Quantity(Objects.requireNonNull(text, "text"));
    }

    /** A quantity in base units, such as bytes or CPUs; written as a text, which is right where the schema allows only texts too. */
    public static Quantity of(long amount) {
        return new Quantity(Long.toString(amount));
    }

    /** A quantity of fabric8's. */
    public static Quantity of(io.fabric8.kubernetes.api.model.Quantity model) {
        return new Quantity(model.toString());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable Quantity read(Object plain) {
        boolean fits = plain instanceof String
                || plain instanceof Integer
                || plain instanceof Long
                || plain instanceof BigInteger
                || plain instanceof BigDecimal;
        return fits ? new Quantity(plain) : null;
    }

    /** The text, or the number as it is written. */
    public String text() {
        return value.toString();
    }

    /**
     * The amount in base units: {@code 1Ki} is 1024, {@code 1500m} is 1.5. As Kubernetes has it, what is beyond 2^63-1 is that, and what
     * is finer than a billionth is rounded up.
     *
     * @return null where the text is no quantity
     */
    public @Nullable BigDecimal amount() {
        return Amounts.parse(text());
    }

    /**
     * As fabric8's clients and models take it.
     *
     * @throws IllegalArgumentException if the text is no quantity
     */
    public io.fabric8.kubernetes.api.model.Quantity toModel() {
        if (amount() == null) {
            throw new IllegalArgumentException("no quantity: " + text());
        }
        return new io.fabric8.kubernetes.api.model.Quantity(text());
    }

    @Override
    @JsonValue
    public Object plain() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity that && Plain.same(value, that.value);
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
