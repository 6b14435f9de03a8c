package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.FieldProblem;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.kind.BuiltInKinds;
import dev.kopf.apiserver.kind.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a body fits the path to which it was sent, and whether its names are names. */
final class Bodies {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    static final String SUBDOMAIN_RULE =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                    + SUBDOMAIN + "')";
    private static final Set<String> METADATA = Set.of(
            "name",
            "generateName",
            "namespace",
            "selfLink",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "labels",
            "annotations",
            "ownerReferences",
            "finalizers",
            "managedFields");

    private Bodies() {}

    /** Fills in kind and version where a built-in kind has none; fails with 400 where they are others. */
    static void checkKind(ResourceKind kind, ObjectNode object) {
        String name = kind.names().kind();
        if (!kind.traits().custom()) {
            Trees.putIfAbsent(object, "kind", TextNode.valueOf(name));
            Trees.putIfAbsent(object, "apiVersion", TextNode.valueOf(kind.apiVersion()));
        }
        for (String field : List.of("kind", "apiVersion")) {
            if (Trees.text(object, field).isEmpty()) {
                throw Failures.badRequest("the object provided is unrecognized (must be of type " + name
                        + "): Object '" + Character.toUpperCase(field.charAt(0)) + field.substring(1)
                        + "' is missing in '" + object + "'");
            }
        }
        String actual = Trees.text(object, "kind");
        String version = Trees.text(object, "apiVersion");
        if (!actual.equals(name)) {
            throw Failures.badRequest(actual + " in version \"" + version.substring(version.indexOf('/') + 1)
                    + "\" cannot be handled as a " + name + ": kind " + actual + " is not " + name);
        }
        if (!version.equals(kind.apiVersion())) {
            throw Failures.badRequest("the API version in the data (" + version
                    + ") does not match the expected API version (" + kind.apiVersion() + ")");
        }
    }

    static void checkName(Target target, ObjectNode object) {
        String name = Meta.name(object);
        if (!name.equals(target.name())) {
            throw Failures.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + target.name() + ")");
        }
    }

    /** Fills in the namespace of the path; fails with 400 where the object names another one. */
    static void checkNamespace(Target target, ObjectNode object) {
        if (object.has("metadata") && !object.path("metadata").isObject()) {
            throw Failures.badRequest("metadata must be an object");
        }
        String namespace = Meta.namespace(object);
        if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
            throw Failures.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (!target.namespace().isEmpty()) {
            Meta.of(object).put("namespace", target.namespace());
        }
    }

    static List<FieldProblem> nameProblems(ResourceKind kind, ObjectNode object) {
        String name = Meta.name(object);
        if (name.isEmpty()) {
            return List.of(FieldProblem.required("metadata.name", "name or generateName is required"));
        }
        boolean namespace = kind.collection().equals(BuiltInKinds.NAMESPACES);
        boolean fits = namespace
                ? name.length() <= 63 && LABEL.matcher(name).matches()
                : name.length() <= 253 && SUBDOMAIN.matcher(name).matches();
        if (fits) {
            return List.of();
        }
        String rule = namespace
                ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end"
                        + " with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                        + LABEL + "')"
                : SUBDOMAIN_RULE;
        return List.of(FieldProblem.invalid("metadata.name", TextNode.valueOf(name), rule));
    }

    /** Takes unknown fields out of the metadata; returns their paths. */
    static List<String> dropUnknownMetadata(ObjectNode object) {
        var unknown = new ArrayList<String>();
        for (var entry : List.copyOf(Meta.of(object).properties())) {
            if (!METADATA.contains(entry.getKey())) {
                unknown.add("metadata." + entry.getKey());
                Meta.of(object).remove(entry.getKey());
            }
        }
        return unknown;
    }

    /** The body as an object; fails with 400 where it is something else. */
    static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Failures.badRequest("the object provided is unrecognized: not an object");
    }
}
