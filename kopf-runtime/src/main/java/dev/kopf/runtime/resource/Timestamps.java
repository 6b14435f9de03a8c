package dev.kopf.runtime.resource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as others write them into objects: ISO 8601 with all that is optional in it. */
public final class Timestamps {

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /**
     * The time that a text names; a date alone is its midnight.
     *
     * @param missing the offset of a time that has none; null where there must be one
     * @throws DateTimeException where the text is no such time
     */
    public static OffsetDateTime parse(String text, @Nullable ZoneOffset missing) {
        TemporalAccessor read = READ.parse(text.strip().replace(' ', 'T').replace(',', '.'));
        ZoneOffset offset = read.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(read) : missing;
        if (offset == null) {
            throw new DateTimeException("It has no offset.");
        }
        LocalDateTime local = read.isSupported(ChronoField.HOUR_OF_DAY)
                ? LocalDateTime.from(read)
                : LocalDate.from(read).atStartOfDay();
        return local.atOffset(offset);
    }
}
