package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.failure.FieldProblem;
import dev.kopf.apiserver.json.Trees;
import java.util.ArrayList;
import java.util.List;

/** PersistentVolumeClaims: pending until somebody binds them, immutable but for the size of a bound one. */
final class ClaimRules implements KindRules {

    private static final String PROTECTION = "kubernetes.io/pvc-protection";

    @Override
    public void prepareForCreate(ObjectNode claim, String now) {
        ObjectNode spec = Trees.objectIn(claim, "spec");
        Trees.putIfAbsent(spec, "volumeMode", TextNode.valueOf("Filesystem"));
        claim.putObject("status").put("phase", "Pending");
        List<String> finalizers = new ArrayList<>(Meta.finalizers(claim));
        if (!finalizers.contains(PROTECTION)) {
            finalizers.add(PROTECTION);
            Meta.finalizers(claim, finalizers);
        }
    }

    @Override
    public List<FieldProblem> problems(ObjectNode claim) {
        var problems = new ArrayList<FieldProblem>();
        if (Trees.at(claim, "spec", "accessModes").isEmpty()) {
            problems.add(FieldProblem.required("spec.accessModes", "at least 1 access mode is required"));
        }
        if (!Trees.at(claim, "spec", "resources", "requests").hasNonNull("storage")) {
            problems.add(FieldProblem.required("spec.resources[storage]", ""));
        }
        return problems;
    }

    @Override
    public List<FieldProblem> changeProblems(ObjectNode current, ObjectNode claim) {
        ObjectNode before = Trees.objectIn(current.deepCopy(), "spec");
        ObjectNode after = Trees.objectIn(claim.deepCopy(), "spec");
        if (Trees.text(before, "volumeName").isEmpty()) {
            Trees.putOrRemove(before, "volumeName", after.get("volumeName"));
        }
        if (isBound(current)) {
            Trees.putOrRemove(before, "volumeAttributesClassName", after.get("volumeAttributesClassName"));
            Trees.objectIn(before, "resources").set("requests", Trees.at(after, "resources", "requests"));
        }
        if (before.equals(after)) {
            return List.of();
        }
        return List.of(
                FieldProblem.forbidden(
                        "spec",
                        "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims"));
    }

    @Override
    public String refusal(ObjectNode current, ObjectNode claim, Objects objects) {
        String[] storage = {"spec", "resources", "requests", "storage"};
        if (Trees.at(current, storage).equals(Trees.at(claim, storage))) {
            return "";
        }
        String storageClass = Trees.text(claim, "spec", "storageClassName");
        boolean grows = objects.get("storageclasses.storage.k8s.io", storageClass)
                .path("allowVolumeExpansion")
                .asBoolean();
        return grows
                ? ""
                : "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize";
    }

    /** Nothing runs here that would wait for the pods of a claim, so nothing would ever lift the protection. */
    @Override
    public List<String> finalizersAtDeletion(ObjectNode claim) {
        return Meta.finalizers(claim).stream()
                .filter(finalizer -> !finalizer.equals(PROTECTION))
                .toList();
    }

    private static boolean isBound(ObjectNode claim) {
        return Trees.text(claim, "status", "phase").equals("Bound");
    }
}
