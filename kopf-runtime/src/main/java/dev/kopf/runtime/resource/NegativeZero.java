package dev.kopf.runtime.resource;

import java.math.BigDecimal;

/**
 * For the runtime: a zero with a minus before it, such as {@code -0.0}. It equals any zero of its digits, and is written as it was read.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class NegativeZero extends BigDecimal {

    private static final long serialVersionUID = 1L;

    private final String text;

    private NegativeZero(String text) {
        super(text);
        this.text = text;
    }

    /**
     * The number that a text writes.
     *
     * @param number what was read
     * @param text what it was read from
     */
    public static Number of(Number number, String text) {
        return text.startsWith("-") && isZero(number) && !(number instanceof NegativeZero)
                ? new NegativeZero(text)
                : number;
    }

    /** Whether a number is a zero, of whatever sign. */
    public static boolean isZero(Number number) {
        return number instanceof BigDecimal decimal
                ? decimal.signum() == 0
                : number instanceof Integer integer && integer == 0;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public String toPlainString() {
        return text;
    }

    @Override
    public double doubleValue() {
        return -0.0;
    }
}
