package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.EssenceChange;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of handlers' states, as Kopf reads and writes them (S-5). */
final class Records {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    /** Of a message that is too long for its object; the log has all of it. */
    private static final int LONGEST_MESSAGE = 500;

    /** What Kopf can read, and what adding to it and subtracting from it cannot be too much for. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final String DIGEST = "digest";
    private static final String HANDLED = "handled";
    private static final String ATTEMPTED = "attempted";
    private static final String WAITED = "waited";
    private static final String PAUSED = "paused";

    /** The fields of a record that Kopf does not have. */
    static final List<String> OURS = List.of(DIGEST, HANDLED, ATTEMPTED, WAITED, PAUSED);

    /** More attempts than there can be, from which it can be counted on. */
    private static final int MANY_RETRIES = 1_000_000_000;

    /** Of a value that nobody can read, so that it can be found; anybody can write any there. */
    private static final int LONGEST_SHOWN = 100;

    private Records() {}

    static HandlerState read(Map<String, @Nullable Object> record, Instant now) {
        Instant started = time(record, "started");
        return new HandlerState(
                started == null ? now : started,
                time(record, "stopped"),
                time(record, "delayed"),
                emptyToNull(text(record.get("purpose"))),
                retries(record.get("retries")),
                isTrue(record.get("success")),
                isTrue(record.get("failure")),
                text(record.get("message")),
                subrefs(record.get("subrefs")),
                emptyToNull(text(record.get(DIGEST))),
                new Seen(change(record, HANDLED), change(record, ATTEMPTED)),
                time(record, WAITED),
                time(record, PAUSED));
    }

    static Map<String, @Nullable Object> write(HandlerState state) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("started", text(state.started()));
        record.put("stopped", text(state.stopped()));
        record.put("delayed", text(state.delayed()));
        record.put("purpose", state.purpose());
        record.put("retries", state.retries());
        record.put("success", state.success());
        record.put("failure", state.failure());
        record.put("message", state.message());
        List<String> subrefs = state.subrefs().stream().sorted().distinct().toList();
        record.put("subrefs", subrefs.isEmpty() ? null : subrefs);
        putIfThere(record, DIGEST, state.digest());
        putIfThere(record, HANDLED, text(state.seen().handled()));
        putIfThere(record, ATTEMPTED, text(state.seen().attempted()));
        putIfThere(record, WAITED, text(state.waited()));
        putIfThere(record, PAUSED, text(state.paused()));
        return record;
    }

    /** What is ours alone is left out where it is not there: verbose storages write the nulls of Kopf's own fields. */
    private static void putIfThere(Map<String, @Nullable Object> record, String field, @Nullable Object value) {
        if (value != null) {
            record.put(field, value);
        }
    }

    /** As a text, since a map in the status would be merged with the one before, and would lose its nulls. */
    private static @Nullable String text(@Nullable EssenceChange change) {
        return change == null ? null : change.asText();
    }

    private static @Nullable EssenceChange change(Map<String, @Nullable Object> record, String field) {
        if (!(record.get(field) instanceof String text)) {
            return null;
        }
        try {
            return EssenceChange.ofText(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + field + "' is " + e.getMessage(), e);
        }
    }

    /** The record as it is compared and kept in annotations: without nulls (S-9). */
    static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(record);
        rest.values().removeIf(value -> value == null);
        return rest;
    }

    /** The record without what may be long: the end of its message, and what is only there to know more of what changed (R13). */
    static Map<String, @Nullable Object> shortened(Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>(record);
        if (record.get("message") instanceof String message && message.length() > LONGEST_MESSAGE) {
            int end = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1))
                    ? LONGEST_MESSAGE - 1
                    : LONGEST_MESSAGE;
            shorter.put("message", message.substring(0, end) + "…");
        }
        for (String change : List.of(HANDLED, ATTEMPTED)) {
            shorter.computeIfPresent(change, (key, text) -> EssenceChange.UNKNOWN.asText());
        }
        return shorter;
    }

    /**
     * Whether a record is stored already (S-9). One of Kopf's that only lacks our digest is as good: it gets one with the next attempt, and an
     * object that Kopf leaves to us is not written for it.
     */
    static boolean isSame(Map<String, @Nullable Object> record, @Nullable Map<String, @Nullable Object> stored) {
        Map<String, @Nullable Object> wanted = withoutNulls(record);
        if (stored != null && !stored.containsKey(DIGEST)) {
            wanted.remove(DIGEST);
        }
        return Json.identical(wanted, stored);
    }

    /** A time as Kopf writes it: microseconds, and the offset of UTC as numbers. */
    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : WRITTEN.format(time.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant time(Map<String, @Nullable Object> record, String field) {
        Object value = record.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("'" + field + "' is no text: " + shown(value));
        }
        try {
            Instant time = Timestamps.parse(text, null).toInstant().truncatedTo(ChronoUnit.MICROS);
            return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + field + "' is no time with an offset: " + shown(text), e);
        }
    }

    private static String shown(@Nullable Object value) {
        String text = Json.write(value);
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, LONGEST_SHOWN) + "… (" + text.length() + " characters)";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value instanceof String ? (String) value : Json.write(value);
    }

    private static int retries(@Nullable Object value) {
        if (!isTrue(value)) {
            return 0;
        }
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("'retries' is no number: " + shown(value));
        }
        // Whatever somebody wrote there, it can be counted on, and what is counted is read as it was written.
        double retries = Math.max(number.doubleValue(), 0);
        return retries > 2.0 * MANY_RETRIES ? MANY_RETRIES : (int) retries;
    }

    private static List<String> subrefs(@Nullable Object value) {
        if (value != null && !(value instanceof List<?>)) {
            throw new IllegalArgumentException("'subrefs' is no list: " + shown(value));
        }
        return Json.list(value).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && !Json.equal(value, false) && !Json.equal(value, 0);
    }
}
