package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.ResourceSelector;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the kinds that a cluster serves are watched for selectors, and what people are to be told of the others (F-22…F-24, W-43).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param watched the kinds to be watched, in the order of the cluster's
 * @param remarks why others are not, by what they are about
 */
public record KindPlan(Set<DiscoveredKind> watched, Map<String, String> remarks) {

    private static final int MOST_NAMED = 5;

    public KindPlan {
        watched = Set.copyOf(watched);
        remarks = Map.copyOf(remarks);
    }

    /**
     * A selector, and what its handlers need.
     *
     * @param selector the kinds that are wanted
     * @param writes whether there are handlers that write to their objects: of changes, daemons, timers
     */
    public record Want(ResourceSelector selector, boolean writes) {}

    /** What is to be watched of the kinds that there are. */
    public static KindPlan of(Collection<Want> wants, Collection<DiscoveredKind> cluster) {
        Map<String, String> remarks = new LinkedHashMap<>();
        Set<DiscoveredKind> selected = new LinkedHashSet<>();
        for (Want want : wants) {
            remarkOnProblems(want.selector(), cluster, remarks);
            List<DiscoveredKind> kinds = want.selector().select(cluster);
            selected.addAll(kinds);
            if (kinds.isEmpty()) {
                remarks.put(
                        want.selector().toString(),
                        "No kind of the cluster is selected by " + want.selector()
                                + ". Its handlers wait until there is one.");
            }
        }
        Set<DiscoveredKind> watched = new LinkedHashSet<>(selected);
        removeAmbiguous(wants, selected, watched, remarks);
        watched.removeIf(
                kind -> !kind.isWatchable() && told(kind, remarks, "its objects cannot be listed and watched"));
        if (wants.stream()
                .anyMatch(
                        want -> want.writes() && hasUnpatchable(want.selector().select(watched)))) {
            // Kopf's rule: all of them, also those that are watched for raw events only.
            watched.removeIf(kind -> !kind.isPatchable()
                    && told(
                            kind,
                            remarks,
                            "its objects cannot be patched, as handlers of changes, daemons and timers need it"));
        }
        return new KindPlan(watched, remarks);
    }

    /** The author's code fails: of those kinds nobody knows whether they are wanted. */
    private static void remarkOnProblems(
            ResourceSelector selector, Collection<DiscoveredKind> cluster, Map<String, String> remarks) {
        Map<DiscoveredKind, Throwable> problems = new LinkedHashMap<>();
        List<DiscoveredKind> sorted = cluster.stream()
                .sorted(Comparator.comparing(DiscoveredKind::toString))
                .toList();
        for (DiscoveredKind kind : sorted) {
            Throwable problem = selector.problem(kind);
            if (problem != null) {
                problems.put(kind, problem);
            }
        }
        problems.values().stream().findFirst().ifPresent(first -> {
            StackTraceElement[] trace = first.getStackTrace();
            remarks.put(
                    selector + " " + (trace.length == 0 ? Thrown.text(first) : trace[0]),
                    "A condition throws when it is asked for " + named(problems.keySet())
                            + ". It selects none of these: " + Thrown.text(first)
                            + Arrays.stream(trace)
                                    .filter(element -> !element.getClassName().startsWith("java."))
                                    .findFirst()
                                    .map(element -> ", at " + element)
                                    .orElse(""));
        });
    }

    private static String named(Collection<DiscoveredKind> kinds) {
        String some =
                kinds.stream().map(DiscoveredKind::toString).limit(MOST_NAMED).collect(Collectors.joining(", "));
        return kinds.size() > MOST_NAMED ? some + " and " + (kinds.size() - MOST_NAMED) + " more" : some;
    }

    private static void removeAmbiguous(
            Collection<Want> wants,
            Set<DiscoveredKind> selected,
            Set<DiscoveredKind> watched,
            Map<String, String> remarks) {
        for (Want want : wants) {
            List<DiscoveredKind> kinds = want.selector().select(selected);
            if (want.selector().isSpecific() && kinds.size() > 1) {
                kinds.forEach(watched::remove);
                remarks.put(
                        want.selector().toString(),
                        "The selector " + want.selector()
                                + " is ambiguous, and none of the kinds that it fits is watched."
                                + " Name the group too: "
                                + kinds.stream()
                                        .map(DiscoveredKind::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static boolean hasUnpatchable(List<DiscoveredKind> kinds) {
        return kinds.stream().anyMatch(kind -> !kind.isPatchable());
    }

    private static boolean told(DiscoveredKind kind, Map<String, String> remarks, String why) {
        remarks.put(kind.toString(), "Not watched is " + kind + ": " + why + ".");
        return true;
    }

    /** The kinds to be watched that a selector is for. */
    public List<DiscoveredKind> kindsOf(ResourceSelector selector) {
        return selector.select(watched);
    }
}
