package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.KindFinder;
import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.StatusFields;
import dev.kopf.runtime.internal.client.StatusFields.Answer;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records that people write, so that operators pause until they end or are taken away (N-13). */
public final class HandWriting {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.peering");

    private HandWriting() {}

    /**
     * What is to be written.
     *
     * @param peering the name of the peering objects
     * @param isClusterwide whether at the object of the cluster
     * @param namespaces else in which namespaces; empty for the object of the cluster, too
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
        List<@Nullable String> namespaces = new ArrayList<>();
        if (isClusterwide) {
            namespaces.add(null);
        } else {
            namespaces.addAll(record.namespaces());
        }
        var kinds = PeeringKinds.of(isClusterwide);
        KindFinder.Found found = new KindFinder(transport).find(kinds).join();
        if (found.problem() != null) {
            return found.problem();
        }
        if (found.kinds().isEmpty()) {
            return "The cluster does not serve " + kinds.get(0) + ". Install the CRDs of peering.";
        }
        List<String> problems = new ArrayList<>();
        for (String namespace : namespaces) {
            problems.addAll(write(new StatusFields(transport), record, found.kinds(), namespace));
        }
        return String.join(" ", problems);
    }

    /** One object is enough, as there may be two kinds. */
    private static List<String> write(
            StatusFields writer, ManualRecord record, List<ServedKind> kinds, @Nullable String namespace) {
        List<String> problems = new ArrayList<>();
        boolean isThere = false;
        for (ServedKind kind : kinds) {
            ObjectName object = new ObjectName(kind.kind(), namespace, record.peering());
            Answer answer = writer.write(kind, object, fields(record), "").join();
            if (answer instanceof Answer.Written) {
                isThere = true;
                tell(record, object);
            } else if (answer instanceof Answer.Failed failure) {
                problems.add(failure.problem());
            }
        }
        if (!isThere && problems.isEmpty()) {
            problems.add("There is no " + new ObjectName(kinds.get(0).kind(), namespace, record.peering())
                    + ". Create it, or name another one with --peering.");
        }
        return problems;
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
