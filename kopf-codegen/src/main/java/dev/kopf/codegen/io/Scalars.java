package dev.kopf.codegen.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What words without quotes mean. It is what kubectl takes them for: neither YAML 1.1 nor 1.2 to the letter. What is a number to it
 * keeps its digits here.
 */
final class Scalars {

    /** Parsing a number takes quadratic time; a longer one stays a text. */
    private static final int MAX_DIGITS = 100;

    private static final Map<String, Boolean> BOOLEANS = booleans();

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-.*", Pattern.DOTALL);
    private static final Pattern INTEGER =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    private Scalars() {}

    private static Map<String, Boolean> booleans() {
        Map<String, Boolean> booleans = new HashMap<>();
        for (String word : new String[] {"y", "yes", "true", "on"}) {
            addCases(booleans, word, true);
        }
        for (String word : new String[] {"n", "no", "false", "off"}) {
            addCases(booleans, word, false);
        }
        return booleans;
    }

    private static void addCases(Map<String, Boolean> booleans, String word, boolean value) {
        String upper = word.toUpperCase(Locale.ROOT);
        booleans.put(word, value);
        booleans.put(upper, value);
        booleans.put(upper.charAt(0) + word.substring(1), value);
    }

    /** The value of a word without quotes: null, a boolean, a number, or a text. */
    static @Nullable Object plain(String word) {
        if (NULLS.contains(word)) {
            return null;
        }
        Boolean truth = BOOLEANS.get(word);
        if (truth != null) {
            return truth;
        }
        char first = word.charAt(0);
        boolean numeric = (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.';
        if (!numeric || word.length() > MAX_DIGITS || DATE.matcher(word).matches()) {
            return word;
        }
        Object number = number(first == '.' ? word : word.replace("_", ""));
        return number == null ? word : number;
    }

    /** The number of a text; null where it is none, or one that is out of every range. */
    static @Nullable Number number(String text) {
        if (text.length() > MAX_DIGITS) {
            return null;
        }
        var integer = INTEGER.matcher(text);
        if (integer.matches()) {
            int[] radixes = {16, 2, 8, 10};
            for (int i = 0; i < radixes.length; i++) {
                String digits = integer.group(i + 2);
                if (digits != null) {
                    return small(new BigInteger((integer.group(1).equals("-") ? "-" : "") + digits, radixes[i]));
                }
            }
        }
        return DECIMAL.matcher(text).matches() ? decimal(text) : null;
    }

    private static Number small(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? value.longValue() : value;
    }

    /** With its digits, as long as a double has such a size: arithmetic with larger exponents has no end. */
    private static @Nullable Number decimal(String text) {
        double size = Double.parseDouble(text);
        if (Double.isInfinite(size)) {
            return null;
        }
        boolean hasExponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        return size == 0 && hasExponent ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** A key, which is a text in JSON; null where none can be made of it. */
    static @Nullable String key(@Nullable Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toString()
                : value == null ? null : value.toString();
    }

    /** The text with every half of a character replaced, as JSON readers do: no file can hold one. */
    static String whole(String text) {
        StringBuilder whole = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    i++;
                } else {
                    whole = whole == null ? new StringBuilder(text) : whole;
                    whole.setCharAt(i, '\ufffd');
                }
            }
        }
        return whole == null ? text : whole.toString();
    }
}
