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
                String kind = kindOf(before);
                changes.add(
                        Problem.Id.KopfKindRemoved,
                        kind,
                        before.place(),
                        "the CRD was released, and is gone. Keep it, or have all its objects deleted first: "
                                + idOf(document));
            } else {
                compare(before, Tree.of(successor), changes);
            }
        }
        return changes.problems();
    }

    /** A CRD is itself by its plural name and its group, whatever its kind is called. */
    private static String idOf(CrdDocument document) {
        Tree spec = Tree.of(document).at("spec");
        return spec.at("names").text("plural") + "." + spec.text("group");
    }

    private static String kindOf(Tree crd) {
        return crd.at("spec").at("names").text("kind");
    }

    private static void compare(Tree before, Tree after, Changes changes) {
        String kind = kindOf(before);
        Tree names = after.at("spec").at("names");
        if (!kind.equals(names.text("kind"))) {
            changes.add(
                    Problem.Id.KopfNamesChanged,
                    kind,
                    names.place("kind"),
                    "the kind was called " + kind + ", and a CRD's kind cannot change: " + names.text("kind"));
        }
        List<String> shortNames = names.texts("shortNames");
        for (String shortName : before.at("spec").at("names").texts("shortNames")) {
            if (!shortNames.contains(shortName)) {
                changes.add(
                        Problem.Id.KopfNamesChanged,
                        kind,
                        names.place("shortNames"),
                        "a short name is gone. Keep it: " + shortName);
            }
        }
        String scope = after.at("spec").text("scope");
        if (!before.at("spec").text("scope").equals(scope)) {
            changes.add(
                    Problem.Id.KopfScopeChanged,
                    kind,
                    after.at("spec").place("scope"),
                    "the scope was " + before.at("spec").text("scope") + ", and a CRD's scope cannot change: " + scope);
        }
        compareVersions(kind, before, after, changes);
    }

    private static void compareVersions(String kind, Tree before, Tree after, Changes changes) {
        Map<String, Tree> versions = versionsOf(after);
        versionsOf(before).forEach((name, version) -> {
            Tree successor = versions.get(name);
            if (successor == null) {
                changes.add(
                        Problem.Id.KopfVersionRemoved,
                        kind,
                        after.at("spec").place("versions"),
                        "a version that was served is not served any more. Serve it, marked as deprecated: " + name);
                return;
            }
            for (String subresource : version.children("subresources").keySet()) {
                if (!successor.at("subresources").fields().containsKey(subresource)) {
                    changes.add(
                            Problem.Id.KopfSubresourceRemoved,
                            kind,
                            successor.place("subresources"),
                            "a subresource is gone, and clients that use it fail. Keep it: " + subresource);
                }
            }
            new SchemaComparison(changes).compare(kind + ":", schemaOf(version, before), schemaOf(successor, after));
        });
    }

    /** The versions that are served, by name; a v1beta1 CRD may have one without a list. */
    private static Map<String, Tree> versionsOf(Tree crd) {
        Map<String, Tree> versions = new LinkedHashMap<>();
        Tree spec = crd.at("spec");
        for (Tree version : spec.trees("versions")) {
            if (!Boolean.FALSE.equals(version.fields().get("served"))) {
                versions.put(version.text("name"), version);
            }
        }
        if (versions.isEmpty() && spec.has("version")) {
            versions.put(spec.text("version"), spec);
        }
        return versions;
    }

    private static Tree schemaOf(Tree version, Tree crd) {
        Tree own = version.at("schema").at("openAPIV3Schema");
        return own.fields().isEmpty() ? crd.at("spec").at("validation").at("openAPIV3Schema") : own;
    }
}
