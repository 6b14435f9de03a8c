package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.FieldProblem;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What stands in the metadata of an object. */
final class Meta {

    /** What only the server writes. */
    private static final List<String> OF_THE_SERVER = List.of(
            "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "selfLink");

    /** How many bytes the names and values of all annotations may have. */
    private static final int MOST_ANNOTATIONS = 256 * 1024;

    private Meta() {}

    static ObjectNode of(ObjectNode object) {
        return Trees.objectIn(object, "metadata");
    }

    static String name(ObjectNode object) {
        return Trees.text(object, "metadata", "name");
    }

    static String namespace(ObjectNode object) {
        return Trees.text(object, "metadata", "namespace");
    }

    static String uid(ObjectNode object) {
        return Trees.text(object, "metadata", "uid");
    }

    static String version(ObjectNode object) {
        return Trees.text(object, "metadata", "resourceVersion");
    }

    static List<String> finalizers(ObjectNode object) {
        return Trees.texts(object, "metadata", "finalizers");
    }

    static void finalizers(ObjectNode object, List<String> finalizers) {
        Trees.putOrRemove(of(object), "finalizers", finalizers.isEmpty() ? null : Json.texts(finalizers));
    }

    static boolean isDeleting(ObjectNode object) {
        return Trees.at(object, "metadata").hasNonNull("deletionTimestamp");
    }

    static List<String> ownerUids(ObjectNode object) {
        return Trees.at(object, "metadata", "ownerReferences")
                .valueStream()
                .map(owner -> Trees.text(owner, "uid"))
                .toList();
    }

    static ObjectNode withVersion(ObjectNode object, long version) {
        ObjectNode copy = object.deepCopy();
        of(copy).put("resourceVersion", Long.toString(version));
        return copy;
    }

    static void copyServerFields(ObjectNode from, ObjectNode to) {
        JsonNode source = Trees.at(from, "metadata");
        for (String field : OF_THE_SERVER) {
            Trees.putOrRemove(of(to), field, source.get(field));
        }
    }

    static void removeServerFields(ObjectNode object) {
        of(object).remove(OF_THE_SERVER);
        of(object).remove(List.of("resourceVersion", "managedFields"));
    }

    /** What is wrong with it, apart from names. */
    static List<FieldProblem> problems(ObjectNode object) {
        long size = Trees.at(object, "metadata", "annotations")
                .propertyStream()
                .mapToLong(annotation ->
                        bytes(annotation.getKey()) + bytes(annotation.getValue().asText()))
                .sum();
        var problems = new ArrayList<>(QualifiedNames.labelProblems(Trees.at(object, "metadata", "labels")));
        problems.addAll(QualifiedNames.annotationProblems(Trees.at(object, "metadata", "annotations")));
        if (size > MOST_ANNOTATIONS) {
            problems.add(FieldProblem.tooLong("metadata.annotations", MOST_ANNOTATIONS));
        }
        return problems;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Absent and empty are the same in metadata, so that a patch which empties a map changes nothing but that. */
    static void normalize(ObjectNode object) {
        ObjectNode metadata = of(object);
        metadata.remove("managedFields");
        for (String field : List.of("labels", "annotations", "finalizers", "ownerReferences")) {
            JsonNode value = metadata.get(field);
            if (value != null && (value.isNull() || value.isEmpty())) {
                metadata.remove(field);
            }
        }
    }
}
