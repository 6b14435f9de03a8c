package dev.kopf.runtime.resource;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which namespaces an operator serves (F-30): those of some names, and those that any pattern matches; or the whole cluster, without
 * knowing its namespaces.
 *
 * @param names those that are known without a list of what there is, in their order
 * @param patterns what the others are known by; no names
 */
public record NamespaceChoice(Set<String> names, List<NamespacePattern> patterns) {

    /** The whole cluster. */
    public static final NamespaceChoice CLUSTER = new NamespaceChoice(Set.of(), List.of());

    public NamespaceChoice {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        patterns = List.copyOf(patterns);
    }

    /** Of names and patterns as they come; the whole cluster if there are none. */
    public static NamespaceChoice of(Collection<NamespacePattern> patterns) {
        return new NamespaceChoice(
                patterns.stream()
                        .filter(NamespacePattern::isLiteral)
                        .map(NamespacePattern::toString)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                patterns.stream().filter(pattern -> !pattern.isLiteral()).toList());
    }

    /** Namespaces of these names. */
    public static NamespaceChoice ofNames(String... names) {
        return new NamespaceChoice(new LinkedHashSet<>(List.of(names)), List.of());
    }

    /** Whether it is the whole cluster. */
    public boolean isCluster() {
        return names.isEmpty() && patterns.isEmpty();
    }
}
