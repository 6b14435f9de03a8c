package dev.kopf.runtime.resource;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A kind as the API server's discovery describes it (F-25).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param kind group, version, name, plural and scope
 * @param names what else it is called
 * @param preferred whether its version is the one that the group prefers
 * @param subresources the names of its subresources, such as {@code status}
 * @param verbs what can be done with its objects, such as {@code list} and {@code watch}
 */
public record DiscoveredKind(
        ResourceKind kind, Names names, boolean preferred, Set<String> subresources, Set<String> verbs) {

    public DiscoveredKind {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(names, "names");
        subresources = Set.copyOf(subresources);
        verbs = Set.copyOf(verbs);
    }

    /**
     * What else a kind is called.
     *
     * @param singular the name of one object, in small letters
     * @param shortNames such as {@code po}; often none
     * @param categories the groups of kinds that it is listed with, such as {@code all}; often none
     */
    public record Names(String singular, List<String> shortNames, List<String> categories) {
        public Names {
            Objects.requireNonNull(singular, "singular");
            shortNames = List.copyOf(shortNames);
            categories = List.copyOf(categories);
        }
    }

    /** Whether its objects can be listed and watched; those of others cannot be handled. */
    public boolean isWatchable() {
        return verbs.contains("list") && verbs.contains("watch");
    }

    /** Whether its objects can be written to as handlers of changes, daemons and timers need it. */
    public boolean isPatchable() {
        return verbs.contains("patch");
    }

    /** As it is named in logs and messages: {@code plural.version.group}. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
