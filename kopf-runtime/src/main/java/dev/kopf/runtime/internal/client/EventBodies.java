package dev.kopf.runtime.internal.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the API server takes them (E-4, E-5). Pure functions. */
final class EventBodies {

    private static final int LONGEST_MESSAGE = 1_024;
    private static final int LONGEST_REASON = 128;
    private static final int KEPT_IN_FRONT = 511;
    private static final int KEPT_BEHIND = 510;

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EventBodies() {}

    /** Where an event is: beside its object; API servers take events about objects of the cluster in this namespace only. */
    static String namespace(EventSubject subject) {
        return subject.namespace() == null || subject.namespace().isEmpty() ? "default" : subject.namespace();
    }

    static Map<String, @Nullable Object> create(EventPoster.Event event, EventPoster.Options options, Instant now) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", namespace(event.subject()));
        metadata.put("generateName", options.namePrefix());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("apiVersion", "v1");
        body.put("kind", "Event");
        body.put("metadata", metadata);
        body.put("action", "Action?");
        body.put("type", event.type());
        body.put("reason", event.reason());
        body.put("message", event.message());
        body.put("count", 1);
        body.put("reportingComponent", options.source().component());
        body.put("reportingInstance", options.source().instance());
        body.put("source", Map.of("component", options.source().component()));
        body.put("involvedObject", reference(event.subject()));
        body.put("firstTimestamp", SECONDS.format(now));
        body.put("lastTimestamp", SECONDS.format(now));
        body.put("eventTime", MICROSECONDS.format(now));
        return body;
    }

    static Map<String, @Nullable Object> repeat(int count, Instant now) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("count", count);
        body.put("lastTimestamp", SECONDS.format(now));
        return body;
    }

    /** The message, without its middle where it is too long (E-5). */
    static String cut(String message) {
        int length = message.codePointCount(0, message.length());
        if (length <= LONGEST_MESSAGE) {
            return message;
        }
        return message.substring(0, message.offsetByCodePoints(0, KEPT_IN_FRONT))
                + "..."
                + message.substring(message.offsetByCodePoints(message.length(), -KEPT_BEHIND));
    }

    static String cutReason(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static Map<String, @Nullable Object> reference(EventSubject subject) {
        Map<String, @Nullable Object> reference = new LinkedHashMap<>();
        reference.put("apiVersion", subject.apiVersion());
        reference.put("kind", subject.kind());
        reference.put("name", subject.name());
        reference.put("uid", subject.uid());
        reference.put("namespace", subject.namespace());
        reference.values().removeIf(value -> value == null || "".equals(value));
        return reference;
    }
}
