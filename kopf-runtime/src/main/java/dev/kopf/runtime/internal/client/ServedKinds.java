package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.ResourceSelector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the API server has told of the kinds that it serves, and what it has not told yet. Immutable.
 *
 * @param kinds those that are known
 * @param isListed whether it has ever told which groups there are, besides the core
 * @param unanswered the groups that there are, and that have never told all of their kinds; the core's name is empty
 */
public record ServedKinds(List<DiscoveredKind> kinds, boolean isListed, Set<String> unanswered) {

    private static final String OTHERS = "all but the core group";

    public ServedKinds {
        kinds = List.copyOf(kinds);
        unanswered = Set.copyOf(unanswered);
    }

    /** The groups that may have kinds that a selector means, and that are not known yet; as they are named to people. */
    public Set<String> unknownTo(ResourceSelector selector) {
        Set<String> unknown = new TreeSet<>();
        unanswered.stream()
                .filter(group -> selector.mayMean(group, kinds))
                .map(group -> group.isEmpty() ? "the core group" : group)
                .forEach(unknown::add);
        String others = selector.group() == null ? OTHERS : selector.group();
        if (!isListed && !others.isEmpty() && selector.mayMean(others, kinds)) {
            unknown.add(others);
        }
        return unknown;
    }
}
