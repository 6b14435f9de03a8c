package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.Problem;
import java.util.HashMap;
import java.util.Map;

/** Where each kind that has handlers is from, so that none has them twice. Not safe for use by several threads. */
final class KindOrigins {

    private final Problems problems;
    private final Map<String, String> byKind = new HashMap<>();
    private final Map<String, String> byPlural = new HashMap<>();

    KindOrigins(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds the kind of a CRD.
     *
     * @param names where the CRD says what its kind is called
     * @param source the file of the CRD
     * @return whether it is the first of its kind and of its plural; it is a problem where it is not
     */
    boolean add(Tree names, String source, KindModel kind) {
        String id = kind.names().kind() + "." + kind.group();
        String resource = kind.names().plural() + "." + kind.group();
        String ofKind = byKind.putIfAbsent(id, source);
        String ofPlural = byPlural.putIfAbsent(resource, source);
        if (ofKind != null) {
            problems.report(
                    Problem.Id.KopfDuplicateKind,
                    names.place("kind"),
                    "two CRDs are of one kind, the other is in " + ofKind + ". Keep one of: " + id);
        } else if (ofPlural != null) {
            problems.report(
                    Problem.Id.KopfDuplicateKind,
                    names.place("plural"),
                    "two CRDs have one plural, so that one would replace the other in the cluster, which is in "
                            + ofPlural + ". Keep one of them, or give one another plural: " + resource);
        }
        return ofKind == null && ofPlural == null;
    }

    /** Whether no CRD is of one of Kubernetes' own kinds; it is a problem where one is. */
    boolean isFree(BuiltInKind kind) {
        String suffix = "." + kind.group();
        String crd = byKind.getOrDefault(kind.kind() + suffix, byPlural.get(kind.plural() + suffix));
        if (crd != null) {
            problems.report(
                    Problem.Id.KopfDuplicateKind,
                    BuiltIns.OPTION,
                    "a CRD is of this kind too, so that it would have two interfaces for handlers; it is in " + crd
                            + ". Keep the CRD, or the name here: " + kind.qualifiedName());
        }
        return crd == null;
    }
}
