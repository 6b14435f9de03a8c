package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.failure.FieldProblem;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** CustomResourceDefinitions: completed names, and a status that says that they are served. */
final class CrdRules implements KindRules {

    /** Stands on a CRD that is being deleted until its objects are gone. */
    static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    @Override
    public void prepareForCreate(ObjectNode crd, String now) {
        complete(crd);
        ObjectNode status = crd.putObject("status");
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, "NamesAccepted", now).put("reason", "NoConflicts").put("message", "no conflicts found");
        condition(conditions, "Established", now)
                .put("reason", "InitialNamesAccepted")
                .put("message", "the initial names have been accepted");
        status.set("acceptedNames", Trees.at(crd, "spec", "names").deepCopy());
        ArrayNode stored = status.putArray("storedVersions");
        storageVersions(crd).forEach(stored::add);
    }

    @Override
    public void prepareForUpdate(ObjectNode current, ObjectNode crd) {
        complete(crd);
        ObjectNode status = Trees.objectIn(crd, "status");
        status.set("acceptedNames", Trees.at(crd, "spec", "names").deepCopy());
        ArrayNode stored = Trees.arrayIn(status, "storedVersions");
        for (String version : storageVersions(crd)) {
            if (stored.valueStream().noneMatch(known -> known.asText().equals(version))) {
                stored.add(version);
            }
        }
    }

    @Override
    public List<FieldProblem> problems(ObjectNode crd) {
        var problems = new ArrayList<FieldProblem>();
        require(crd, problems, "group");
        require(crd, problems, "scope");
        for (String name : List.of("plural", "kind")) {
            if (Trees.text(crd, "spec", "names", name).isEmpty()) {
                problems.add(FieldProblem.required("spec.names." + name, ""));
            }
        }
        checkName(crd, problems);
        checkVersions(crd, problems);
        return problems;
    }

    private static void require(ObjectNode crd, List<FieldProblem> problems, String field) {
        if (Trees.text(crd, "spec", field).isEmpty()) {
            problems.add(FieldProblem.required("spec." + field, ""));
        }
    }

    private static void checkName(ObjectNode crd, List<FieldProblem> problems) {
        String expected = Trees.text(crd, "spec", "names", "plural") + "." + Trees.text(crd, "spec", "group");
        if (!Meta.name(crd).equals(expected)) {
            problems.add(FieldProblem.invalid(
                    "metadata.name", TextNode.valueOf(Meta.name(crd)), "must be spec.names.plural+\".\"+spec.group"));
        }
    }

    private static void checkVersions(ObjectNode crd, List<FieldProblem> problems) {
        if (storageVersions(crd).size() != 1) {
            problems.add(FieldProblem.invalid(
                    "spec.versions",
                    Trees.at(crd, "spec", "versions").isMissingNode()
                            ? Json.array()
                            : Trees.at(crd, "spec", "versions"),
                    "must have exactly one version marked as storage version"));
        }
        int index = 0;
        for (JsonNode version : Trees.at(crd, "spec", "versions")) {
            if (!Trees.at(version, "schema", "openAPIV3Schema").isObject()) {
                problems.add(FieldProblem.required(
                        "spec.versions[" + index + "].schema.openAPIV3Schema", "schemas are required"));
            }
            index++;
        }
    }

    private static List<String> storageVersions(ObjectNode crd) {
        return Trees.at(crd, "spec", "versions")
                .valueStream()
                .filter(version -> version.path("storage").asBoolean())
                .map(version -> Trees.text(version, "name"))
                .toList();
    }

    private static void complete(ObjectNode crd) {
        ObjectNode spec = Trees.objectIn(crd, "spec");
        ObjectNode names = Trees.objectIn(spec, "names");
        String kind = Trees.text(names, "kind");
        Trees.putIfAbsent(names, "singular", TextNode.valueOf(kind.toLowerCase(Locale.ROOT)));
        Trees.putIfAbsent(names, "listKind", TextNode.valueOf(kind + "List"));
        Trees.putIfAbsent(spec, "conversion", Json.object().put("strategy", "None"));
    }

    private static ObjectNode condition(ArrayNode conditions, String type, String now) {
        return conditions.addObject().put("type", type).put("status", "True").put("lastTransitionTime", now);
    }
}
