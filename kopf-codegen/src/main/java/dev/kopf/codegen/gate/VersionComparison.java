package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a version of a CRD with what it was. What it does not say itself, a v1beta1 CRD may say for all of its versions. */
final class VersionComparison {

    private final Changes changes;
    private final String kind;
    private final Tree before;
    private final Tree after;

    VersionComparison(Changes changes, String kind, Tree before, Tree after) {
        this.changes = changes;
        this.kind = kind;
        this.before = before;
        this.after = after;
    }

    void compare() {
        compareSubresources(own(before, "subresources"), own(after, "subresources"));
        compareSelectableFields();
        if (keepsAll(before) && !keepsAll(after)) {
            changes.add(
                    Problem.Id.KopfUnknownFieldsDropped,
                    kind + ":",
                    after.place(),
                    "the CRD had the server keep all unknown fields, and they are dropped from now on. Keep"
                            + " x-kubernetes-preserve-unknown-fields where objects have them.");
        }
        new SchemaComparison(changes).compare(kind + ":", schema(before), schema(after));
    }

    private void compareSubresources(Tree was, Tree is) {
        for (String subresource :
                was.fields().keySet().stream().map(String::valueOf).toList()) {
            if (!is.fields().containsKey(subresource)) {
                changes.add(
                        Problem.Id.KopfSubresourceRemoved,
                        kind,
                        after.place("subresources"),
                        "a subresource is gone, and clients that use it fail. Keep it: " + subresource);
            }
        }
        if (is.fields().containsKey("status") && !was.fields().containsKey("status")) {
            changes.add(
                    Problem.Id.KopfStatusSeparated,
                    kind,
                    is.place("status"),
                    "the status was written with the rest of the object, and what is written that way is ignored from"
                            + " now on. Have all who write it use the subresource first.");
        }
        for (String path : List.of("specReplicasPath", "statusReplicasPath", "labelSelectorPath")) {
            String known = was.at("scale").text(path);
            if (!known.isEmpty()
                    && is.has("scale")
                    && !known.equals(is.at("scale").text(path))) {
                changes.add(
                        Problem.Id.KopfScaleChanged,
                        kind,
                        is.at("scale").place(path),
                        "whoever scales the objects reads or writes another field than " + known + ". Leave " + path
                                + " as it was: " + is.at("scale").text(path));
            }
        }
    }

    private void compareSelectableFields() {
        Set<String> now = paths(after);
        for (String path : paths(before)) {
            if (!now.contains(path)) {
                changes.add(
                        Problem.Id.KopfSelectableFieldRemoved,
                        kind,
                        after.place("selectableFields"),
                        "objects can no longer be selected by a field, and clients that do so fail. Keep it: " + path);
            }
        }
    }

    private static Set<String> paths(Tree version) {
        return version.trees("selectableFields").stream()
                .map(field -> field.text("jsonPath"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Tree schema(Tree version) {
        Tree own = version.at("schema").at("openAPIV3Schema");
        return own.fields().isEmpty() ? spec(version).at("validation").at("openAPIV3Schema") : own;
    }

    private static Tree own(Tree version, String name) {
        return version.has(name) ? version.at(name) : spec(version).at(name);
    }

    /** The spec of the CRD: a version stands in it, or is all of it. */
    private static Tree spec(Tree version) {
        Tree parent = version.parent();
        return version.index() < 0 || parent == null ? version : parent;
    }

    /** Whether no field is dropped, whatever the schema says; v1beta1 CRDs that do not say so mean it. */
    private static boolean keepsAll(Tree version) {
        Tree spec = spec(version);
        Tree crd = spec.parent();
        boolean isOld = crd != null && crd.text("apiVersion").endsWith("/v1beta1");
        return spec.flag("preserveUnknownFields") || (isOld && !spec.has("preserveUnknownFields"));
    }
}
