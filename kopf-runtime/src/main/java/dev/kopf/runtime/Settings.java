package dev.kopf.runtime;

import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.internal.client.Yaml;
import dev.kopf.runtime.resource.FieldPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * @param lifecycle which of the handlers that are due a pass calls, and in which order, outside the program one of {@code all_at_once},
 *     {@code one_by_one}, {@code asap}, {@code shuffled} and {@code randomized}; all of them, in order of registration
 * @param gracePeriod how long running handlers may go on when the operator stops (R8); 20 s
 * @param timing the times of the inner works
 * @param posting which Kubernetes events are posted
 * @param activityLimits how long handlers of the operator's own start and end may take
 * @param peering how the operator makes way for others, and others for it (N-1…N-13)
 * @param liveness where probes ask for the operator's health, such as {@code http://0.0.0.0:8080/healthz} (L-20); null, for nowhere
 */
public record Settings(
        String identity,
        String finalizer,
        StateLocation stateLocation,
        List<FieldPath> ignoredFields,
        Lifecycle lifecycle,
        Duration gracePeriod,
        Timing timing,
        Posting posting,
        ActivityLimits activityLimits,
        Peering peering,
        @Nullable URI liveness) {

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
            SettingChecks.requireTime(checkpointInterval, "checkpointInterval");
            SettingChecks.requirePause(inactivityTimeout, "inactivityTimeout");
            SettingChecks.requirePause(reconnectBackoff, "reconnectBackoff");
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
            SettingChecks.requireText(reportingComponent, "reportingComponent");
            SettingChecks.requireText(reportingInstance, "reportingInstance");
            SettingChecks.requireNamePrefix(eventNamePrefix, "eventNamePrefix");
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

    /**
     * How long handlers of the operator's own start and end may take, all attempts and pauses included: one that hangs must not make an
     * operator that looks alive and does nothing.
     *
     * @param startup after which the operator has failed; 10 minutes
     * @param cleanup after which it ends all the same; 10 s, which with the grace period is less than the 30 s that Kubernetes gives a Pod
     */
    public record ActivityLimits(Duration startup, Duration cleanup) {

        /** The limits that are right for nearly everybody. */
        public static final ActivityLimits DEFAULTS =
                new ActivityLimits(Duration.ofMinutes(10), Duration.ofSeconds(10));

        public ActivityLimits {
            SettingChecks.requireTime(startup, "startup");
            SettingChecks.requireTime(cleanup, "cleanup");
        }
    }

    /**
     * How operators make way for each other: each keeps a record in a peering object, and the one of the highest priority works (ST-8…ST-14).
     *
     * @param name the name of the peering objects (N-2); {@code default}
     * @param priority the higher one works, and of ours with the same one that which began first (N-6, R9); 0
     * @param lifetime for how long a record is valid, which is written again before: an operator that vanishes without a word holds
     *     the others up for so long (N-3, N-5); 60 s
     * @param mandatory whether the operator pauses until there is a peering object (N-8); false, and true with {@code --peering}
     * @param standalone whether the operator works whoever else is there, and nobody knows of it (N-11); false
     * @param clusterwide whether an operator of namespaces meets others at the object of the cluster, and not at one in each of its
     *     namespaces (N-2); false. An operator of the whole cluster always does.
     * @param stealth whether the log says nothing of writes that only keep the record alive (N-11); false
     */
    public record Peering(
            String name,
            int priority,
            Duration lifetime,
            boolean mandatory,
            boolean standalone,
            boolean clusterwide,
            boolean stealth) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

        /** Those that meet nobody where there is no peering object. */
        public static final Peering DEFAULTS =
                new Peering("default", 0, Duration.ofSeconds(60), false, false, false, false);

        /** The priority of an operator on a workstation, which takes over from those that are deployed (N-11). */
        public static final int DEVELOPMENT = 666;

        public Peering {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "The name of a peering object has small letters, digits, '-' and '.': '" + name + "'");
            }
            if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.toSeconds() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "The lifetime of a peering record must be a second or more, and fit a number of 32 bits: "
                                + lifetime);
            }
        }

        /** The same, at objects of another name. */
        public Peering withName(String value) {
            return new Peering(value, priority, lifetime, mandatory, standalone, clusterwide, stealth);
        }

        /** The same, with another priority. */
        public Peering withPriority(int value) {
            return new Peering(name, value, lifetime, mandatory, standalone, clusterwide, stealth);
        }

        /** The same, with another lifetime of the record; fractions of a second are cut. */
        public Peering withLifetime(Duration value) {
            return new Peering(name, priority, value, mandatory, standalone, clusterwide, stealth);
        }

        /** The same, with or without a need of a peering object. */
        public Peering withMandatory(boolean value) {
            return new Peering(name, priority, lifetime, value, standalone, clusterwide, stealth);
        }

        /** The same, and never alone where a peering object is needed: who says that is nearer than who says the other. */
        Peering notAloneIfMandatory() {
            return withStandalone(standalone && !mandatory);
        }

        /** The same, alone or not. */
        public Peering withStandalone(boolean value) {
            return new Peering(name, priority, lifetime, mandatory, value, clusterwide, stealth);
        }

        /** The same, at the object of the cluster or at those of the namespaces. */
        public Peering withClusterwide(boolean value) {
            return new Peering(name, priority, lifetime, mandatory, standalone, value, stealth);
        }

        /** The same, with or without words on each write. */
        public Peering withStealth(boolean value) {
            return new Peering(name, priority, lifetime, mandatory, standalone, clusterwide, value);
        }
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.settings");

    private static final Settings DEFAULTS = new Settings(
            "kopf.zalando.org",
            "kopf.zalando.org/KopfFinalizerMarker",
            StateLocation.ANNOTATIONS,
            List.of(),
            Lifecycle.allAtOnce(),
            Duration.ofSeconds(20),
            Timing.DEFAULTS,
            Posting.DEFAULTS,
            ActivityLimits.DEFAULTS,
            Peering.DEFAULTS,
            null);

    public Settings {
        SettingChecks.requirePrefix(identity);
        SettingChecks.requireFinalizer(finalizer);
        Objects.requireNonNull(stateLocation, "stateLocation");
        ignoredFields = List.copyOf(ignoredFields);
        SettingChecks.requireIgnorable(ignoredFields);
        Objects.requireNonNull(lifecycle, "lifecycle");
        SettingChecks.requireTime(gracePeriod, "gracePeriod");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(posting, "posting");
        Objects.requireNonNull(activityLimits, "activityLimits");
        Objects.requireNonNull(peering, "peering");
        if (liveness != null) {
            ProbeEndpoint.of(liveness);
        }
    }

    /** Kopf's names and formats, and times that are right for nearly everybody. */
    public static Settings defaults() {
        return DEFAULTS;
    }

    /** These settings with another prefix of our annotations; the finalizer stays, and is set by {@link #withFinalizer}. */
    public Settings withIdentity(String prefix) {
        return with(draft -> draft.identity = prefix);
    }

    /** These settings with another finalizer. */
    public Settings withFinalizer(String name) {
        return with(draft -> draft.finalizer = name);
    }

    /** These settings with the state kept elsewhere. */
    public Settings withStateLocation(StateLocation location) {
        return with(draft -> draft.stateLocation = location);
    }

    /** These settings with other fields ignored, such as {@code FieldPath.parse("spec.note")}. */
    public Settings withIgnoredFields(FieldPath... fields) {
        return with(draft -> draft.ignoredFields = List.of(fields));
    }

    /** These settings with another choice of the handlers of a pass, such as {@link Lifecycle#asap()}. */
    public Settings withLifecycle(Lifecycle choice) {
        return with(draft -> draft.lifecycle = choice);
    }

    /** These settings with another time for handlers to finish. */
    public Settings withGracePeriod(Duration period) {
        return with(draft -> draft.gracePeriod = period);
    }

    /** These settings with other times of the inner works. */
    public Settings withTiming(Timing times) {
        return with(draft -> draft.timing = times);
    }

    /** These settings with other events. */
    public Settings withPosting(Posting events) {
        return with(draft -> draft.posting = events);
    }

    /** These settings with other limits for handlers of the operator's own start and end. */
    public Settings withActivityLimits(ActivityLimits limits) {
        return with(draft -> draft.activityLimits = limits);
    }

    /** These settings with another way of making way for others. */
    public Settings withPeering(Peering peers) {
        return with(draft -> draft.peering = peers);
    }

    /** These settings with an address that probes ask at. */
    public Settings withLiveness(URI endpoint) {
        return with(draft -> draft.liveness = Objects.requireNonNull(endpoint, "endpoint"));
    }

    /**
     * These settings with what a file in YAML says: each by its name here, those of a part below the part's, times as {@code 20s}.
     *
     * <pre>{@code
     * gracePeriod: 1m
     * peering:
     *   lifetime: 30s
     * }</pre>
     *
     * @throws IllegalArgumentException if it cannot be read, or has a setting that there is not, or a value that cannot be; the message names it
     */
    public Settings withFile(Path file) {
        try {
            return SettingChanges.with(this, SettingChanges.named(Yaml.fields(file)), UnaryOperator.identity());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In the settings of " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * These settings with what variables of the environment say, such as {@code KOPF_SETTINGS_PEERING_LIFETIME=30s}.
     *
     * <p>One that begins so and is no setting is warned of in the log, with the name that was meant.
     *
     * @param variables all of the environment; others are left aside
     * @throws IllegalArgumentException if one has a value that cannot be; the message names it
     */
    public Settings withEnvironment(Map<String, String> variables) {
        boolean any = variables.keySet().stream().anyMatch(name -> name.startsWith(SettingNames.PREFIX));
        if (!any) {
            return this;
        }
        UnknownVariables.ofSettings(variables).forEach(LOGGER::warn);
        return SettingChanges.with(this, SettingNames.of(variables), SettingNames::variable);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Settings(
                draft.identity,
                draft.finalizer,
                draft.stateLocation,
                draft.ignoredFields,
                draft.lifecycle,
                draft.gracePeriod,
                draft.timing,
                draft.posting,
                draft.activityLimits,
                draft.peering,
                draft.liveness);
    }

    /** Settings that are being changed; what each field means is said above. */
    private static final class Draft {

        private String identity;
        private String finalizer;
        private StateLocation stateLocation;
        private List<FieldPath> ignoredFields;
        private Lifecycle lifecycle;
        private Duration gracePeriod;
        private Timing timing;
        private Posting posting;
        private ActivityLimits activityLimits;
        private Peering peering;
        private @Nullable URI liveness;

        private Draft(Settings from) {
            this.identity = from.identity;
            this.finalizer = from.finalizer;
            this.stateLocation = from.stateLocation;
            this.ignoredFields = from.ignoredFields;
            this.lifecycle = from.lifecycle;
            this.gracePeriod = from.gracePeriod;
            this.timing = from.timing;
            this.posting = from.posting;
            this.activityLimits = from.activityLimits;
            this.peering = from.peering;
            this.liveness = from.liveness;
        }
    }
}
