package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Timestamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator as its record in a peering object shows it (N-3). The records of all versions of Kopf are read; what else is in one is
 * ignored.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param identity its name among the peers
 * @param priority the higher one works
 * @param lifetime for how long the record is valid after it was written
 * @param lastSeen when the record was written
 * @param started when the operator began, which is in the records of this runtime alone (R9); null in those of Kopf
 */
record Peer(
        String identity,
        double priority,
        Duration lifetime,
        OffsetDateTime lastSeen,
        @Nullable Instant started) {

    private static final int USUAL_LIFETIME = 60;
    private static final String STARTED = "started";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private static final int LONGEST_SHOWN = 100;

    /**
     * Reads a record.
     *
     * @param now counts as the time of a record that has none
     * @throws IllegalArgumentException where it is none; the message says why
     */
    static Peer read(String identity, @Nullable Object record, Instant now) {
        if (!(record instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("It is no map: " + shown(record));
        }
        Map<String, @Nullable Object> fields = Json.map(record);
        double priority = number(fields, "priority", 0).doubleValue();
        int lifetime = number(fields, "lifetime", USUAL_LIFETIME).intValue();
        OffsetDateTime lastSeen = lastSeen(fields.get("lastseen"), now);
        return new Peer(identity, priority, Duration.ofSeconds(lifetime), lastSeen, started(fields.get(STARTED)));
    }

    /** When the record ends to be valid. */
    Instant deadline() {
        return lastSeen.plus(lifetime).toInstant();
    }

    /** Whether the record is not valid any more. */
    boolean isDead(Instant now) {
        return !deadline().isAfter(now);
    }

    /** The record, as Kopf writes it, and when the operator began. */
    Map<String, @Nullable Object> record() {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("priority", (int) priority);
        record.put("lifetime", lifetime.toSeconds());
        record.put("lastseen", text(lastSeen));
        if (started != null) {
            record.put(STARTED, text(started.atOffset(ZoneOffset.UTC)));
        }
        return record;
    }

    @Override
    public String toString() {
        return identity + " (priority "
                + BigDecimal.valueOf(priority).stripTrailingZeros().toPlainString() + ")";
    }

    /** As Python writes times: without a fraction where it is zero. */
    private static String text(OffsetDateTime time) {
        OffsetDateTime exact = time.truncatedTo(ChronoUnit.MICROS);
        return (exact.getNano() == 0 ? SECONDS : MICROSECONDS).format(exact);
    }

    /** The text of a number is as good as the number, and what is beyond all measure is cut. */
    private static BigDecimal number(Map<String, @Nullable Object> fields, String field, int missing) {
        Object value = fields.get(field);
        if (value == null) {
            return BigDecimal.valueOf(missing);
        }
        try {
            if (value instanceof Number || value instanceof String) {
                BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
                return new BigDecimal(String.valueOf(value).strip()).min(most).max(most.negate());
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + field + "' is no number: " + shown(value));
    }

    private static OffsetDateTime lastSeen(@Nullable Object value, Instant now) {
        if (value == null) {
            return now.atOffset(ZoneOffset.UTC);
        }
        OffsetDateTime time = time(value);
        if (time == null || time.getYear() < 1 || time.getYear() > 9999) {
            throw new IllegalArgumentException("'lastseen' is no time: " + shown(value));
        }
        return time;
    }

    private static @Nullable Instant started(@Nullable Object value) {
        OffsetDateTime time = time(value);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Object value) {
        try {
            return value instanceof String text ? Timestamps.parse(text, ZoneOffset.UTC) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String shown(@Nullable Object value) {
        String text = Json.write(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
