package dev.kopf.runtime;

import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.resource.FieldPath;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.event.Level;

/**
 * How an operator works, beside its handlers. Starts from {@link #defaults()}, everything else by {@code with…}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param identity the prefix of our annotations, for a second operator on the same kind to have another; {@code kopf.zalando.org}
 * @param finalizer our finalizer (C-20); {@code kopf.zalando.org/KopfFinalizerMarker}
 * @param stateLocation where on the object the state is kept; {@link StateLocation#ANNOTATIONS}
 * @param ignoredFields the fields whose changes count for nothing, and are not kept (D-1); none
 * @param lifecycle which of the handlers that are due a pass calls, and in which order; all of them, in order of registration
 * @param gracePeriod how long running handlers may go on when the operator stops (R8); 20 s
 * @param timing the times of the inner works
 * @param posting which Kubernetes events are posted
 */
public record Settings(
        String identity,
        String finalizer,
        StateLocation stateLocation,
        List<FieldPath> ignoredFields,
        Lifecycle lifecycle,
        Duration gracePeriod,
        Timing timing,
        Posting posting) {

    /** Where on the object progress and the last handled essence are kept. */
    public enum StateLocation {
        /** In annotations, as Kopf does by default (D-4, S-2). */
        ANNOTATIONS,
        /** In {@code status.kopf}, which the schema of the kind must keep (D-6, S-19); one write with the results (R7). */
        STATUS,
        /** In both: what is in annotations is read first (D-7, S-21). Each time that the state changes there are two writes. */
        BOTH
    }

    /**
     * The times of the inner works.
     *
     * @param checkpointInterval after how long a pass over several handlers stores what is finished so far (R7); 1 s,
     *     zero for after each handler
     * @param inactivityTimeout after how long of silence a watch is taken for broken (W-5); 70 s
     * @param reconnectBackoff the pause before a broken list or watch is tried again, growing while it stays broken (W-7, R2);
     *     100 ms
     */
    public record Timing(Duration checkpointInterval, Duration inactivityTimeout, Duration reconnectBackoff) {

        /** The times that are right for nearly everybody. */
        public static final Timing DEFAULTS =
                new Timing(Duration.ofSeconds(1), Duration.ofSeconds(70), Duration.ofMillis(100));

        public Timing {
            requireNotNegative(checkpointInterval, "checkpointInterval");
            requireNotNegative(inactivityTimeout, "inactivityTimeout");
            requireNotNegative(reconnectBackoff, "reconnectBackoff");
        }
    }

    /**
     * Which Kubernetes events are posted, and how (ST-2…ST-7).
     *
     * @param enabled whether any are (E-3); true
     * @param loggers whether what is logged for an object is, by handlers' loggers and about handlers (E-2); false
     * @param level what is less important is not posted (E-2, E-3); {@link Level#INFO}
     * @param reportingComponent who posts (E-4); {@code kopf}
     * @param reportingInstance which instance of it; {@code dev}
     * @param eventNamePrefix what the names of events begin with; {@code kopf-event-}
     */
    public record Posting(
            boolean enabled,
            boolean loggers,
            Level level,
            String reportingComponent,
            String reportingInstance,
            String eventNamePrefix) {

        /** Those that handlers post, and that of a deletion that failed for good (R11). */
        public static final Posting DEFAULTS = new Posting(true, false, Level.INFO, "kopf", "dev", "kopf-event-");

        public Posting {
            Objects.requireNonNull(level, "level");
            requireText(reportingComponent, "reportingComponent");
            requireText(reportingInstance, "reportingInstance");
            requireText(eventNamePrefix, "eventNamePrefix");
        }

        /** The same, with events at all or none. */
        public Posting withEnabled(boolean value) {
            return new Posting(value, loggers, level, reportingComponent, reportingInstance, eventNamePrefix);
        }

        /** The same, with or without what is logged. */
        public Posting withLoggers(boolean value) {
            return new Posting(enabled, value, level, reportingComponent, reportingInstance, eventNamePrefix);
        }

        /** The same, with another least level. */
        public Posting withLevel(Level value) {
            return new Posting(enabled, loggers, value, reportingComponent, reportingInstance, eventNamePrefix);
        }

        /** The same, by another name. */
        public Posting withSource(String component, String instance) {
            return new Posting(enabled, loggers, level, component, instance, eventNamePrefix);
        }
    }

    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final Settings DEFAULTS = new Settings(
            "kopf.zalando.org",
            "kopf.zalando.org/KopfFinalizerMarker",
            StateLocation.ANNOTATIONS,
            List.of(),
            Lifecycle.allAtOnce(),
            Duration.ofSeconds(20),
            Timing.DEFAULTS,
            Posting.DEFAULTS);

    public Settings {
        requirePrefix(identity);
        requireText(finalizer, "finalizer");
        Objects.requireNonNull(stateLocation, "stateLocation");
        ignoredFields = List.copyOf(ignoredFields);
        Objects.requireNonNull(lifecycle, "lifecycle");
        requireNotNegative(gracePeriod, "gracePeriod");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(posting, "posting");
    }

    /** Kopf's names and formats, and times that are right for nearly everybody. */
    public static Settings defaults() {
        return DEFAULTS;
    }

    /** These settings with another prefix of our annotations; the finalizer stays, and is set by {@link #withFinalizer}. */
    public Settings withIdentity(String prefix) {
        return new Settings(prefix, finalizer, stateLocation, ignoredFields, lifecycle, gracePeriod, timing, posting);
    }

    /** These settings with another finalizer. */
    public Settings withFinalizer(String name) {
        return new Settings(identity, name, stateLocation, ignoredFields, lifecycle, gracePeriod, timing, posting);
    }

    /** These settings with the state kept elsewhere. */
    public Settings withStateLocation(StateLocation location) {
        return new Settings(identity, finalizer, location, ignoredFields, lifecycle, gracePeriod, timing, posting);
    }

    /** These settings with other fields ignored, such as {@code FieldPath.parse("spec.note")}. */
    public Settings withIgnoredFields(FieldPath... fields) {
        return new Settings(
                identity, finalizer, stateLocation, List.of(fields), lifecycle, gracePeriod, timing, posting);
    }

    /** These settings with another choice of the handlers of a pass, such as {@link Lifecycle#asap()}. */
    public Settings withLifecycle(Lifecycle choice) {
        return new Settings(identity, finalizer, stateLocation, ignoredFields, choice, gracePeriod, timing, posting);
    }

    /** These settings with another time for handlers to finish. */
    public Settings withGracePeriod(Duration period) {
        return new Settings(identity, finalizer, stateLocation, ignoredFields, lifecycle, period, timing, posting);
    }

    /** These settings with other times of the inner works. */
    public Settings withTiming(Timing times) {
        return new Settings(identity, finalizer, stateLocation, ignoredFields, lifecycle, gracePeriod, times, posting);
    }

    /** These settings with other events. */
    public Settings withPosting(Posting events) {
        return new Settings(identity, finalizer, stateLocation, ignoredFields, lifecycle, gracePeriod, timing, events);
    }

    private static void requirePrefix(String identity) {
        if (identity.length() > 253 || !PREFIX.matcher(identity).matches()) {
            throw new IllegalArgumentException(
                    "identity must be a prefix of annotations, that is a DNS name in lower case of at most"
                            + " 253 characters, such as example.org: " + identity);
        }
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank.");
        }
    }

    private static void requireNotNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }
}
