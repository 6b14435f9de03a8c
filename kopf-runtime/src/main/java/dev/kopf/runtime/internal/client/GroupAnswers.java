package dev.kopf.runtime.internal.client;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which groups of the API have told their kinds at least once, and which are still to do so. Not safe for use by several threads. */
final class GroupAnswers {

    private static final String CORE = "";

    private final @Nullable Set<String> groups;
    private final Set<String> answered = new HashSet<>();
    private Set<String> there = Set.of();
    private boolean listed;

    /** @param groups those that are of interest; null for all */
    GroupAnswers(@Nullable Set<String> groups) {
        this.groups = groups;
    }

    /** Notes what was found; whether other groups than before are still to answer. */
    boolean note(KindScan.Found found) {
        boolean wasListed = listed;
        Set<String> before = outstanding();
        if (found.there() != null) {
            listed = true;
            there = found.there().keySet();
        }
        found.groups().keySet().stream()
                .filter(group -> !found.absent().contains(group))
                .forEach(answered::add);
        return wasListed != listed || !outstanding().equals(before);
    }

    /** Whether it was ever told which groups there are, besides the core. */
    boolean isListed() {
        return listed;
    }

    /** The groups that there are, and that have never told all of their kinds. */
    Set<String> outstanding() {
        Set<String> outstanding = new HashSet<>(there);
        outstanding.add(CORE);
        if (groups != null) {
            outstanding.retainAll(groups);
        }
        outstanding.removeAll(answered);
        return outstanding;
    }
}
