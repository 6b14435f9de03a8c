package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what breaks objects, clients or operators that fit the CRDs as they were released. What a schema comes to take beyond that is no
 * break.
 */
public final class SchemaGate {

    private SchemaGate() {}

    /**
     * Compares CRDs.
     *
     * @param released the CRDs of the last release
     * @param current the CRDs of the next one; those that were not there before break nothing
     * @param tolerance which changes are meant
     * @return the breaking changes, by place in the current CRDs; the id of each says what kind it is
     */
    public static List<Problem> compare(List<CrdDocument> released, List<CrdDocument> current, Tolerance tolerance) {
        Changes changes = new Changes(tolerance);
        Map<String, CrdDocument> found = new LinkedHashMap<>();
        current.forEach(document -> found.putIfAbsent(idOf(document), document));
        for (CrdDocument document : released) {
            CrdDocument successor = found.get(idOf(document));
            Tree before = Tree.of(document);
            if (successor == null) {
                changes.add(
                        Problem.Id.KopfKindRemoved,
                        before.at("spec").at("names").text("kind"),
                        before.place(),
                        "the CRD was released, and is gone. Keep it, or have all its objects deleted first: "
                                + idOf(document));
            } else {
                new CrdComparison(changes, before, Tree.of(successor)).compare();
            }
        }
        return changes.problems();
    }

    /** A CRD is itself by its plural name and its group, whatever its kind is called. */
    private static String idOf(CrdDocument document) {
        Tree spec = Tree.of(document).at("spec");
        return spec.at("names").text("plural") + "." + spec.text("group");
    }
}
