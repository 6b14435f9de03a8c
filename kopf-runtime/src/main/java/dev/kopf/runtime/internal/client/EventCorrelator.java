package dev.kopf.runtime.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event: one that was posted a short time ago is counted there, and an object that many events are about is quiet for
 * a while. What is posted of the log, which has it too, leaves room for what only an event tells. The figures are those of Kubernetes' own components. Time is an argument. Not safe for use by several threads.
 */
final class EventCorrelator {

    private static final int MOST_REMEMBERED = 4_096;
    static final int BURST = 25;
    private static final Duration NEXT_AFTER = Duration.ofMinutes(5);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Map<Speaker, Bucket> buckets = newest();
    private final Map<EventPoster.Event, Posted> posted = newest();
    private int spam;

    /** What is to be done. */
    sealed interface Verdict {}

    /** A new event is to be created. */
    record Fresh() implements Verdict {}

    /** The event is there, and is to be counted for the given time. */
    record Repeated(String namespace, String name, int count) implements Verdict {}

    /** The event is dropped; that is to be told, or was told a short time ago. */
    record Spam(boolean isToBeTold) implements Verdict {}

    /** The log of an object, or who posts about it otherwise. */
    private record Speaker(EventSubject subject, boolean isLog) {}

    private record Posted(String namespace, String name, int count, Instant last) {}

    /** What may still be said. */
    private static final class Bucket {
        private double tokens = BURST;
        private Instant filled;
        private @Nullable Instant told;

        Bucket(Instant now) {
            filled = now;
        }

        boolean take(Instant now) {
            double fresh = (double) Duration.between(filled, now).toMillis() / NEXT_AFTER.toMillis();
            if (fresh > 0) {
                tokens = Math.min(BURST, tokens + fresh);
                filled = now;
            }
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        boolean tell(Instant now) {
            if (told != null && told.plus(WINDOW).isAfter(now)) {
                return false;
            }
            told = now;
            return true;
        }
    }

    Verdict judge(EventPoster.Event event, Instant now) {
        Speaker speaker = new Speaker(event.subject(), event.isOfLog());
        Bucket bucket = buckets.computeIfAbsent(speaker, unknown -> new Bucket(now));
        if (!bucket.take(now)) {
            spam++;
            return new Spam(bucket.tell(now));
        }
        Posted before = posted.get(event);
        if (before == null || before.last().plus(WINDOW).isBefore(now)) {
            return new Fresh();
        }
        int count = before.count() + 1;
        posted.put(event, new Posted(before.namespace(), before.name(), count, now));
        return new Repeated(before.namespace(), before.name(), count);
    }

    /** An event was created under this name. */
    void created(EventPoster.Event event, String namespace, String name, Instant now) {
        posted.put(event, new Posted(namespace, name, 1, now));
    }

    /** An event is there no more. */
    void forget(EventPoster.Event event) {
        posted.remove(event);
    }

    /** How many events were dropped since this was asked last. */
    int takeSpam() {
        int count = spam;
        spam = 0;
        return count;
    }

    private static <K, V> Map<K, V> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
