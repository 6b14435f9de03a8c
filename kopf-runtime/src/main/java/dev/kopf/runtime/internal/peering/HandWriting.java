package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.KindFinder;
import dev.kopf.runtime.internal.client.NamespaceFinder;
import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.StatusFields;
import dev.kopf.runtime.internal.client.StatusFields.Answer;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.resource.NamespaceChoice;
import dev.kopf.runtime.resource.NamespacePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that people write, so that operators pause until they end or are taken away (N-13). */
public final class HandWriting {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.peering");

    private static final String REMEDY = "Create it, or name another one with --peering.";

    private final Transport transport;
    private final ManualRecord record;
    private final List<ServedKind> kinds;

    private HandWriting(Transport transport, ManualRecord record, List<ServedKind> kinds) {
        this.transport = transport;
        this.record = record;
        this.kinds = kinds;
    }

    /**
     * What is to be written.
     *
     * @param peering the name of the peering objects
     * @param isClusterwide whether at the object of the cluster
     * @param namespaces else in which namespaces, by names and patterns (F-31); empty for the object of the cluster, too
     * @param identity whose record
     * @param priority operators of this and of a lower one pause
     * @param lifetime for how many seconds; zero and less to take the record away
     */
    public record ManualRecord(
            String peering,
            boolean isClusterwide,
            Collection<String> namespaces,
            String identity,
            int priority,
            int lifetime) {}

    /**
     * Writes to the objects of all namespaces, whichever of the kinds they are of. Blocks until that is done.
     *
     * @return what is wrong, for people; empty where nothing is
     */
    public static String write(Transport transport, ManualRecord record) {
        boolean isClusterwide = record.isClusterwide() || record.namespaces().isEmpty();
        var kinds = PeeringKinds.of(isClusterwide);
        KindFinder.Found found = new KindFinder(transport).find(kinds).join();
        if (found.problem() != null) {
            return found.problem();
        }
        if (found.kinds().isEmpty()) {
            return "The cluster does not serve " + kinds.get(0) + ". Install the CRDs of peering.";
        }
        HandWriting writing = new HandWriting(transport, record, found.kinds());
        return String.join(" ", isClusterwide ? writing.toObject(null) : writing.toNamespaces());
    }

    private List<String> toNamespaces() {
        NamespaceChoice choice = NamespaceChoice.of(
                record.namespaces().stream().map(NamespacePattern::of).toList());
        List<String> problems = new ArrayList<>();
        for (String namespace : choice.names()) {
            problems.addAll(toObject(namespace));
        }
        if (!choice.patterns().isEmpty()) {
            problems.addAll(toMatching(choice));
        }
        return problems;
    }

    /** To those that there are now. Operators of patterns pause everywhere for a record anywhere, so not each needs an object. */
    private List<String> toMatching(NamespaceChoice choice) {
        NamespaceFinder.Found found =
                new NamespaceFinder(transport).find(choice.patterns()).join();
        if (found.problem() != null) {
            return List.of(found.problem());
        }
        List<String> problems = new ArrayList<>();
        for (NamespacePattern pattern : choice.patterns()) {
            if (found.names().stream().noneMatch(pattern::matches)) {
                problems.add("No namespace matches '" + pattern + "': nothing is written there.");
            }
        }
        Set<String> matching = new LinkedHashSet<>(found.names());
        matching.removeAll(choice.names());
        List<String> without = new ArrayList<>();
        for (String namespace : matching) {
            Outcome outcome = toObjects(namespace);
            problems.addAll(outcome.problems());
            if (outcome.isMissing()) {
                without.add(namespace);
            }
        }
        if (!without.isEmpty() && without.size() == matching.size()) {
            problems.add("No namespace that matches has a " + object(null) + ": " + String.join(", ", without) + ". "
                    + REMEDY);
        } else {
            without.forEach(namespace -> LOGGER.warn("There is no {}: nothing is written there.", object(namespace)));
        }
        return problems;
    }

    private List<String> toObject(@Nullable String namespace) {
        Outcome outcome = toObjects(namespace);
        return outcome.isMissing() ? List.of("There is no " + object(namespace) + ". " + REMEDY) : outcome.problems();
    }

    /** What became of it in one place. */
    private record Outcome(boolean isWritten, List<String> problems) {
        boolean isMissing() {
            return !isWritten && problems.isEmpty();
        }
    }

    /** One object is enough, as there may be two kinds. */
    private Outcome toObjects(@Nullable String namespace) {
        List<String> problems = new ArrayList<>();
        boolean isWritten = false;
        for (ServedKind kind : kinds) {
            ObjectName object = new ObjectName(kind.kind(), namespace, record.peering());
            Answer answer = new StatusFields(transport)
                    .write(kind, object, fields(record), "")
                    .join();
            if (answer instanceof Answer.Written) {
                isWritten = true;
                tell(record, object);
            } else if (answer instanceof Answer.Failed failure) {
                problems.add(failure.problem());
            }
        }
        return new Outcome(isWritten, problems);
    }

    private ObjectName object(@Nullable String namespace) {
        return new ObjectName(kinds.get(0).kind(), namespace, record.peering());
    }

    private static void tell(ManualRecord record, ObjectName object) {
        if (record.lifetime() > 0) {
            LOGGER.info(
                    "Operators of priority {} and lower pause for '{}' in {}, for {} s.",
                    record.priority(),
                    record.identity(),
                    object,
                    record.lifetime());
        } else {
            LOGGER.info("There is no record of '{}' in {} any more.", record.identity(), object);
        }
    }

    /** As old as can be: of ours with the same priority, the one that began first goes on (R9). */
    private static Map<String, @Nullable Object> fields(ManualRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Self self =
                new Self(record.identity(), record.priority(), Duration.ofSeconds(record.lifetime()), Instant.EPOCH);
        fields.put(
                record.identity(),
                record.lifetime() > 0 ? self.seen(Instant.now()).record() : null);
        return fields;
    }
}
