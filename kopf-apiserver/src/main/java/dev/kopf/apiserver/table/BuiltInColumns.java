package dev.kopf.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Trees;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the built-in kinds, besides the name. */
final class BuiltInColumns {

    private static final Column AGE = Column.age("Age", "metadata", "creationTimestamp");

    private static final Map<String, List<Column>> BY_COLLECTION = Map.of(
            "namespaces", List.of(Column.path("Status", "status", "phase"), AGE),
            "configmaps", List.of(count("Data", "data"), AGE),
            "secrets", List.of(Column.path("Type", "type"), count("Data", "data"), AGE),
            "events", events(),
            "persistentvolumeclaims", claims(),
            "pods", pods(),
            "jobs.batch", jobs(),
            "storageclasses.storage.k8s.io",
                    List.of(
                            Column.path("Provisioner", "provisioner"),
                            Column.path("ReclaimPolicy", "reclaimPolicy"),
                            Column.path("VolumeBindingMode", "volumeBindingMode"),
                            Column.text(
                                    "AllowVolumeExpansion",
                                    o -> Boolean.toString(
                                            o.path("allowVolumeExpansion").asBoolean())),
                            AGE),
            "customresourcedefinitions.apiextensions.k8s.io",
                    List.of(Column.path("Created At", "metadata", "creationTimestamp")));

    private BuiltInColumns() {}

    static List<Column> of(String collection) {
        return BY_COLLECTION.getOrDefault(collection, List.of(AGE));
    }

    private static Column count(String name, String field) {
        return Column.text(name, object -> Integer.toString(object.path(field).size()));
    }

    private static List<Column> events() {
        return List.of(
                Column.age("Last Seen", "lastTimestamp"),
                Column.path("Type", "type"),
                Column.path("Reason", "reason"),
                Column.text("Object", BuiltInColumns::involved),
                Column.path("Subobject", "involvedObject", "fieldPath").wide(),
                Column.path("Source", "source", "component").wide(),
                Column.text("Message", o -> Trees.text(o, "message").strip()),
                Column.age("First Seen", "firstTimestamp").wide(),
                Column.path("Count", "count").wide());
    }

    private static String involved(ObjectNode event) {
        return Trees.text(event, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT) + "/"
                + Trees.text(event, "involvedObject", "name");
    }

    private static List<Column> claims() {
        return List.of(
                Column.text("Status", o -> terminatingOr(o, Trees.text(o, "status", "phase"))),
                Column.path("Volume", "spec", "volumeName"),
                Column.path("Capacity", "status", "capacity", "storage"),
                Column.text("Access Modes", BuiltInColumns::accessModes),
                Column.path("StorageClass", "spec", "storageClassName"),
                Column.text("VolumeAttributesClass", o -> orUnset(Trees.text(o, "spec", "volumeAttributesClassName"))),
                AGE,
                Column.path("VolumeMode", "spec", "volumeMode").wide());
    }

    private static String accessModes(ObjectNode claim) {
        return Trees.texts(claim, "status", "accessModes").stream()
                .map(mode -> mode.replaceAll("[a-z]", ""))
                .collect(Collectors.joining(","));
    }

    private static String orUnset(String text) {
        return text.isEmpty() ? "<unset>" : text;
    }

    private static List<Column> pods() {
        return List.of(
                Column.text("Ready", BuiltInColumns::ready),
                Column.text("Status", o -> terminatingOr(o, Trees.text(o, "status", "phase"))),
                Column.text("Restarts", BuiltInColumns::restarts),
                AGE,
                Column.text("IP", o -> orNone(Trees.text(o, "status", "podIP"))).wide(),
                Column.text("Node", o -> orNone(Trees.text(o, "spec", "nodeName")))
                        .wide());
    }

    private static String ready(ObjectNode pod) {
        long ready = Trees.at(pod, "status", "containerStatuses")
                .valueStream()
                .filter(container -> container.path("ready").asBoolean())
                .count();
        return ready + "/" + Trees.at(pod, "spec", "containers").size();
    }

    private static String restarts(ObjectNode pod) {
        int restarts = Trees.at(pod, "status", "containerStatuses")
                .valueStream()
                .mapToInt(container -> container.path("restartCount").asInt())
                .sum();
        return Integer.toString(restarts);
    }

    private static List<Column> jobs() {
        return List.of(
                Column.text("Status", BuiltInColumns::jobStatus),
                Column.text(
                        "Completions",
                        o -> Trees.at(o, "status", "succeeded").asInt() + "/"
                                + Trees.at(o, "spec", "completions").asInt(1)),
                Column.text("Duration", BuiltInColumns::jobDuration),
                AGE);
    }

    private static String jobStatus(ObjectNode job) {
        for (JsonNode condition : Trees.at(job, "status", "conditions")) {
            if (Trees.text(condition, "status").equals("True")) {
                return Trees.text(condition, "type");
            }
        }
        return terminatingOr(job, "Running");
    }

    private static String jobDuration(ObjectNode job) {
        try {
            var start = OffsetDateTime.parse(Trees.text(job, "status", "startTime"));
            var end = OffsetDateTime.parse(Trees.text(job, "status", "completionTime"));
            return Ages.text(Duration.between(start, end));
        } catch (DateTimeException notBoth) {
            return "";
        }
    }

    private static String terminatingOr(ObjectNode object, String otherwise) {
        return Trees.at(object, "metadata").hasNonNull("deletionTimestamp") ? "Terminating" : otherwise;
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }
}
