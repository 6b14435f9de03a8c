package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment ({@code format: date-time}), which keeps its text to the letter. Two are equal where their texts are; to compare moments,
 * compare their instants.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DateTime implements JsonBacked {

    /** RFC 3339, section 5.6. */
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,1000}))?"
                    + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final String text;

    private DateTime(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The moment that is this text, which can be any: what is no RFC 3339 date-time has no instant. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DateTime of(String text) {
        return new DateTime(text);
    }

    /**
     * A moment as Kubernetes writes it: in UTC, in whole seconds, with a fraction only where there is one.
     *
     * @throws IllegalArgumentException if its year is not one of 0 to 9999, which RFC 3339 cannot say
     */
    public static DateTime of(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("no year from 0 to 9999: " + instant);
        }
        return new DateTime(instant.toString());
    }

    static @Nullable DateTime read(Object plain) {
        return plain instanceof String text ? new DateTime(text) : null;
    }

    /** The text as it stands in the object. */
    @JsonValue
    public String text() {
        return text;
    }

    /**
     * The moment, to the nanosecond; the rest of a longer fraction is cut off. A leap second is the second before it, as in
     * {@code java.time}.
     *
     * @return null where the text is no RFC 3339 date-time
     */
    public @Nullable Instant instant() {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        int second = number(parts, 6);
        boolean leap = second == 60;
        try {
            Instant instant = LocalDateTime.of(
                            number(parts, 1),
                            number(parts, 2),
                            number(parts, 3),
                            number(parts, 4),
                            number(parts, 5),
                            leap ? 59 : second,
                            nanos(parts.group(7)))
                    .toInstant(ZoneOffset.UTC)
                    .minusSeconds(offset(parts));
            return leap && !endsItsDay(instant) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int offset(Matcher parts) {
        if (parts.group(8) == null) {
            return 0;
        }
        int seconds = (number(parts, 9) * 60 + number(parts, 10)) * 60;
        return parts.group(8).equals("-") ? -seconds : seconds;
    }

    /** Leap seconds are inserted at the end of a day in UTC only. */
    private static boolean endsItsDay(Instant instant) {
        return Math.floorMod(instant.getEpochSecond(), 86_400) == 86_399;
    }

    @Override
    public Object plain() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DateTime that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
