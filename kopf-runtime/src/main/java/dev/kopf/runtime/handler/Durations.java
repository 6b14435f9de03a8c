package dev.kopf.runtime.handler;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them, in annotations and in settings. */
public final class Durations {

    private static final Pattern MILLISECONDS = Pattern.compile("(\\d+(?:\\.\\d+)?)ms");
    private static final int NANOS = 6;

    private Durations() {}

    /**
     * The time that a text is: {@code 500ms}, {@code 20s}, {@code 5m}, {@code 1h}, {@code 1h30m}, or ISO 8601 ({@code PT10S}).
     *
     * @throws IllegalArgumentException if it is none; the message has it
     */
    public static Duration parse(String text) {
        Matcher milliseconds = MILLISECONDS.matcher(text);
        try {
            if (milliseconds.matches()) {
                BigDecimal nanos = new BigDecimal(milliseconds.group(1)).movePointRight(NANOS);
                return Duration.ofNanos(nanos.longValueExact());
            }
            boolean iso = text.startsWith("P") || text.startsWith("p");
            return Duration.parse(iso ? text : "PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("not a duration, such as 200ms, 10s or PT10S: " + text, e);
        }
    }
}
