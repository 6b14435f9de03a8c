package dev.kopf.runtime.typed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Computes what quantities of Kubernetes amount to, in a time that no text can make long. */
final class Amounts {

    /** A quantity is a number and a suffix: a decimal or binary prefix, or an exponent. */
    private static final Pattern QUANTITY =
            Pattern.compile("([+-]?)(?:(\\d+)(?:\\.(\\d*))?|\\.(\\d+))([numkMGTPE]|[KMGTPE]i|[eE][+-]?\\d+)?");

    /** Nobody writes more digits; and to read very many takes long. */
    private static final int MAX_LENGTH = 1_000;

    /** Beyond it either way, whatever the digits, the amount is the largest, or the smallest. */
    private static final int MAX_EXPONENT = 10_000;

    private static final BigDecimal LARGEST = new BigDecimal(Long.MAX_VALUE);
    private static final int SMALLEST_SCALE = 9;

    private static final String DECIMAL = "num kMGTPE";
    private static final String BINARY = "KMGTPE";

    private Amounts() {}

    /** The amount in base units; null where the text is no quantity. */
    static @Nullable BigDecimal parse(String text) {
        Matcher parts = text.length() > MAX_LENGTH ? null : QUANTITY.matcher(text);
        if (parts == null || !parts.matches()) {
            return null;
        }
        String fraction = orEmpty(parts.group(3)) + orEmpty(parts.group(4));
        BigDecimal digits = new BigDecimal(new BigInteger(orEmpty(parts.group(2)) + fraction), fraction.length());
        BigDecimal amount = bounded(scaled(digits, orEmpty(parts.group(5))));
        return parts.group(1).equals("-") ? amount.negate() : amount;
    }

    private static BigDecimal scaled(BigDecimal digits, String suffix) {
        if (suffix.isEmpty()) {
            return digits;
        }
        if (suffix.endsWith("i")) {
            return digits.multiply(
                    new BigDecimal(BigInteger.ONE.shiftLeft(10 * (BINARY.indexOf(suffix.charAt(0)) + 1))));
        }
        int exponent = suffix.length() == 1 ? 3 * (DECIMAL.indexOf(suffix) - 3) : exponent(suffix.substring(1));
        return digits.scaleByPowerOfTen(exponent);
    }

    private static int exponent(String text) {
        BigInteger exponent = new BigInteger(text);
        BigInteger limit = BigInteger.valueOf(MAX_EXPONENT);
        return exponent.min(limit).max(limit.negate()).intValue();
    }

    private static BigDecimal bounded(BigDecimal amount) {
        if (amount.compareTo(LARGEST) > 0) {
            return LARGEST;
        }
        BigDecimal rounded =
                amount.scale() > SMALLEST_SCALE ? amount.setScale(SMALLEST_SCALE, RoundingMode.UP) : amount;
        // As 1000, not as 1E+3.
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
