package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Kubernetes' own kinds by the names that an option gives: {@code Pod}, or {@code apps/v1/Deployment}. The kind alone means the most
 * stable of its versions, and the core group before others.
 */
final class BuiltIns {

    static final String OPTION = "builtIns";
    private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

    /** Kinds that are not in the table, as nobody can list and watch them. */
    static final Set<String> NOT_WATCHED = Set.of(
            "Binding",
            "ComponentStatus",
            "Eviction",
            "LocalSubjectAccessReview",
            "NodeMetrics",
            "PodMetrics",
            "Scale",
            "SelfSubjectAccessReview",
            "SelfSubjectReview",
            "SelfSubjectRulesReview",
            "SubjectAccessReview",
            "TokenRequest",
            "TokenReview");

    private final List<BuiltInKind> all = BuiltInTable.read();
    private final Problems problems;

    BuiltIns(Problems problems) {
        this.problems = problems;
    }

    /** The kinds that are named, each once; what is not there, or could be two, is a problem. */
    List<BuiltInKind> find(Collection<String> names) {
        Map<BuiltInKind, String> found = new LinkedHashMap<>();
        for (String name : names) {
            List<BuiltInKind> best = best(named(name));
            if (best.size() == 1) {
                warnOfOther(best.get(0), name, found);
                found.putIfAbsent(best.get(0), name);
            } else if (NOT_WATCHED.contains(kindOf(name))) {
                problems.report(
                        Problem.Id.KopfInvalidOption,
                        OPTION,
                        "objects of this kind are only created, or read one by one, and cannot be watched, so there is"
                                + " nothing to handle: " + name);
            } else {
                problems.report(
                        best.isEmpty() ? Problem.Id.KopfNothingSelected : Problem.Id.KopfInvalidOption,
                        OPTION,
                        best.isEmpty() ? missing(name) : ambiguous(best) + name);
            }
        }
        return List.copyOf(found.keySet());
    }

    /** Each name means something that can be generated, but a user hardly wants both: an operator cannot have them. */
    private void warnOfOther(BuiltInKind kind, String name, Map<BuiltInKind, String> found) {
        found.entrySet().stream()
                .filter(other -> other.getKey().hasObjectsOf(kind))
                .findFirst()
                .ifPresent(other -> problems.warn(
                        Problem.Id.KopfDuplicateKind,
                        Place.of(OPTION),
                        other.getKey().equals(kind)
                                ? "two names mean one kind, the other is " + other.getValue() + ". Keep one of them: "
                                        + name
                                : "two names mean the same objects, the other is " + other.getValue()
                                        + ". An operator can have handlers for one of them only, as both would be called."
                                        + " Keep the one that it is to have: " + name));
    }

    private List<BuiltInKind> named(String name) {
        boolean qualified = name.indexOf('/') >= 0;
        return all.stream()
                .filter(kind -> name.equals(qualified ? kind.qualifiedName() : kind.kind()))
                .toList();
    }

    private static List<BuiltInKind> best(List<BuiltInKind> kinds) {
        List<BuiltInKind> sorted = new ArrayList<>(kinds);
        sorted.sort(Comparator.comparing(BuiltIns::rank).reversed());
        List<BuiltInKind> core =
                sorted.stream().filter(kind -> kind.group().isEmpty()).toList();
        List<BuiltInKind> candidates = core.isEmpty() ? sorted : core;
        return candidates.stream()
                .filter(kind -> rank(kind).equals(rank(candidates.get(0))))
                .toList();
    }

    /** The order of versions in Kubernetes: v10 after v2, after v2beta1, after v2alpha1. */
    private static String rank(BuiltInKind kind) {
        Matcher parts = VERSION.matcher(kind.version());
        if (!parts.matches()) {
            return "";
        }
        String stage = parts.group(2) == null ? "2" : parts.group(2).equals("beta") ? "1" : "0";
        String number = parts.group(3) == null ? "0" : parts.group(3);
        return stage + "%4s%4s".formatted(parts.group(1), number);
    }

    private static String ambiguous(List<BuiltInKind> kinds) {
        return "there are several kinds of this name. Name the one that is meant, as one of "
                + String.join(
                        ", ", kinds.stream().map(BuiltInKind::qualifiedName).toList())
                + ", and not: ";
    }

    private static String kindOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private String missing(String name) {
        boolean qualified = name.indexOf('/') >= 0;
        String kind = kindOf(name);
        Set<String> known = new LinkedHashSet<>();
        Set<String> ofKind = new LinkedHashSet<>();
        for (BuiltInKind each : all) {
            known.add(qualified ? each.qualifiedName() : each.kind());
            if (each.kind().equals(kind)) {
                ofKind.add(each.qualifiedName());
            }
        }
        return "Kubernetes has no kind of this name"
                + (ofKind.isEmpty() ? NearMisses.of(name, known) : ", but " + String.join(", ", ofKind))
                + ". It is written as objects have it, with apiVersion and a slash before it where that matters: "
                + name;
    }
}
