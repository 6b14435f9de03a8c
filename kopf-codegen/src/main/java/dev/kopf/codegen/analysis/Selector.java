package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the CRDs that the options ask for. */
final class Selector {

    /** Stands for every version. */
    static final String ALL = "*";

    private final CodegenOptions.Selection selection;
    private final Problems problems;

    Selector(CodegenOptions.Selection selection, Problems problems) {
        this.selection = selection;
        this.problems = problems;
    }

    /** Those that are chosen; a choice that no CRD meets is a problem. */
    List<CrdDocument> select(List<CrdDocument> documents) {
        List<CrdDocument> chosen = documents.stream().filter(this::isSelected).toList();
        if (documents.isEmpty()) {
            return chosen;
        }
        Set<String> groups = documents.stream().map(Selector::groupOf).collect(Collectors.toCollection(TreeSet::new));
        Set<String> kinds = documents.stream().map(Selector::kindOf).collect(Collectors.toCollection(TreeSet::new));
        boolean known = tellUnknown("groups", "group", selection.groups(), groups);
        known = tellUnknown("kinds", "kind", selection.kinds(), kinds) && known;
        if (known && chosen.isEmpty()) {
            problems.report(
                    Problem.Id.KopfNothingSelected,
                    "kinds",
                    "no CRD is of one of these kinds and of one of the groups that are chosen: "
                            + String.join(", ", selection.kinds()));
        } else if (!chosen.isEmpty()) {
            tellUnknownVersions(chosen);
        }
        return chosen;
    }

    /** Whether resource classes are generated for the version, also where handlers are for another one. */
    boolean isWanted(String version) {
        return selection.versions().contains(ALL) || selection.versions().contains(version);
    }

    private boolean isSelected(CrdDocument document) {
        return (selection.groups().isEmpty() || selection.groups().contains(groupOf(document)))
                && (selection.kinds().isEmpty() || selection.kinds().contains(kindOf(document)));
    }

    private boolean tellUnknown(String option, String what, Set<String> wanted, Set<String> there) {
        boolean known = true;
        for (String each : wanted) {
            if (!there.contains(each)) {
                problems.report(
                        Problem.Id.KopfNothingSelected,
                        option,
                        "no CRD is of this " + what + ". Choose of " + listed(there) + ": " + each);
                known = false;
            }
        }
        return known;
    }

    private void tellUnknownVersions(List<CrdDocument> chosen) {
        Set<String> there =
                chosen.stream().flatMap(Selector::versionsOf).collect(Collectors.toCollection(TreeSet::new));
        for (String version : selection.versions()) {
            if (!version.equals(ALL) && !there.contains(version)) {
                problems.report(
                        Problem.Id.KopfNoVersion,
                        "versions",
                        "no CRD has this version. Choose of " + listed(there) + ": " + version);
            }
        }
    }

    private static String listed(Set<String> there) {
        return String.join(", ", there);
    }

    private static String groupOf(CrdDocument document) {
        return specOf(document).text("group");
    }

    private static String kindOf(CrdDocument document) {
        return specOf(document).at("names").text("kind");
    }

    private static Stream<String> versionsOf(CrdDocument document) {
        return CrdVersions.of(specOf(document)).stream().map(version -> version.text("name"));
    }

    private static Tree specOf(CrdDocument document) {
        return Tree.of(document).at("spec");
    }
}
