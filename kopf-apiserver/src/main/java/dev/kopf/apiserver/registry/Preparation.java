package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.FieldProblem;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.kind.ResourceKind;
import dev.kopf.apiserver.registry.WriteOptions.FieldValidation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Turns what a client sent into what is to be stored, or refuses it. */
final class Preparation {

    private final InstantSource clock;
    private final Supplier<String> uids;

    Preparation(InstantSource clock, Supplier<String> uids) {
        this.clock = clock;
        this.uids = uids;
    }

    /** The time as objects carry it. */
    String now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return now.toString();
    }

    /** A new object; the one handed in is changed in place. */
    List<String> forCreate(Target target, ObjectNode object, WriteOptions options) {
        ResourceKind kind = target.kind();
        Bodies.checkKind(kind, object);
        Bodies.checkNamespace(target, object);
        Meta.removeServerFields(object);
        ObjectNode metadata = Meta.of(object);
        if (Meta.name(object).isEmpty() && metadata.hasNonNull("generateName")) {
            metadata.put("name", Trees.text(metadata, "generateName") + suffix());
        }
        metadata.put("uid", uids.get()).put("creationTimestamp", now());
        if (kind.traits().generation()) {
            metadata.put("generation", 1);
        }
        if (kind.traits().status() && kind.traits().custom()) {
            object.remove("status");
        }
        KindRules rules = AllRules.of(kind);
        rules.prepareForCreate(object, now());
        List<String> warnings = fitSchema(kind, object, options.validation());
        var problems = new ArrayList<>(Bodies.nameProblems(kind, object));
        problems.addAll(rules.problems(object));
        check(kind, object, problems);
        return warnings;
    }

    /** A changed object; the proposed one is changed in place. */
    List<String> forUpdate(Target target, ObjectNode current, ObjectNode proposed, WriteOptions options) {
        ResourceKind kind = target.kind();
        Bodies.checkKind(kind, proposed);
        Bodies.checkName(target, proposed);
        Bodies.checkNamespace(target, proposed);
        checkVersion(target, current, proposed);
        List<FieldProblem> immutable = uidProblems(target, current, proposed);
        Meta.copyServerFields(current, proposed);
        KindRules rules = AllRules.of(kind);
        if (target.status()) {
            keepAllButStatus(kind, current, proposed);
        } else {
            if (kind.traits().status()) {
                Trees.putOrRemove(proposed, "status", current.get("status"));
            }
            rules.prepareForUpdate(current, proposed);
        }
        List<String> warnings = fitSchema(kind, proposed, options.validation());
        var problems = new ArrayList<>(immutable);
        problems.addAll(finalizerProblems(current, proposed));
        if (!target.status()) {
            problems.addAll(rules.problems(proposed));
            problems.addAll(rules.changeProblems(current, proposed));
        }
        check(kind, proposed, problems);
        Meta.of(proposed).put("resourceVersion", Meta.version(current));
        if (kind.traits().generation() && !target.status() && changesGeneration(kind, current, proposed)) {
            Meta.of(proposed)
                    .put(
                            "generation",
                            Trees.at(current, "metadata", "generation").asLong() + 1);
        }
        return warnings;
    }

    /** The uid that a whole object names is a precondition: it may be another object by now, under the same name. */
    static void checkUid(Target target, ObjectNode current, ObjectNode proposed) {
        String uid = Meta.uid(proposed);
        if (!uid.isEmpty() && !uid.equals(Meta.uid(current))) {
            throw Failures.conflict(
                    target.resource(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + Meta.uid(current));
        }
    }

    /** A patch that names another uid would change it. One of the status of a custom resource leaves all metadata as it is. */
    private static List<FieldProblem> uidProblems(Target target, ObjectNode current, ObjectNode proposed) {
        String uid = Meta.uid(proposed);
        boolean ignored = target.status() && target.kind().traits().custom();
        return ignored || uid.isEmpty() || uid.equals(Meta.uid(current))
                ? List.of()
                : List.of(FieldProblem.invalid("metadata.uid", TextNode.valueOf(uid), "field is immutable"));
    }

    private static void checkVersion(Target target, ObjectNode current, ObjectNode proposed) {
        String version = Meta.version(proposed);
        if (!version.isEmpty() && !version.equals(Meta.version(current))) {
            throw Failures.modified(target.resource());
        }
    }

    /** The status of a custom resource is written alone; built-in kinds take metadata along. */
    private static void keepAllButStatus(ResourceKind kind, ObjectNode current, ObjectNode proposed) {
        JsonNode status = proposed.path("status").deepCopy();
        JsonNode metadata = proposed.path("metadata").deepCopy();
        proposed.removeAll();
        proposed.setAll(current.deepCopy());
        Trees.putOrRemove(proposed, "status", status);
        if (!kind.traits().custom()) {
            proposed.set("metadata", metadata);
        }
    }

    private static List<String> fitSchema(ResourceKind kind, ObjectNode object, FieldValidation validation) {
        var schema = kind.schema();
        List<String> unknown = Bodies.dropUnknownMetadata(object);
        if (schema != null) {
            unknown.addAll(schema.prune(object));
            schema.applyDefaults(object);
        }
        Meta.normalize(object);
        if (unknown.isEmpty() || validation == FieldValidation.IGNORE) {
            return List.of();
        }
        List<String> words = unknown.stream()
                .sorted()
                .map(f -> "unknown field \"" + f + "\"")
                .toList();
        if (validation == FieldValidation.STRICT) {
            throw Failures.badRequest(kind.names().kind() + " in version \"" + kind.version()
                    + "\" cannot be handled as a " + kind.names().kind() + ": strict decoding error: "
                    + words.stream().collect(Collectors.joining(", ")));
        }
        return words;
    }

    private static void check(ResourceKind kind, ObjectNode object, List<FieldProblem> problems) {
        problems.addAll(Meta.problems(object));
        var schema = kind.schema();
        if (schema != null) {
            problems.addAll(schema.problems(object));
        }
        if (!problems.isEmpty()) {
            throw Failures.invalid(kind.object(Meta.name(object)), problems);
        }
    }

    private static List<FieldProblem> finalizerProblems(ObjectNode current, ObjectNode proposed) {
        if (!Meta.isDeleting(current)) {
            return List.of();
        }
        List<String> before = Meta.finalizers(current);
        List<String> added = Meta.finalizers(proposed).stream()
                .filter(f -> !before.contains(f))
                .toList();
        if (added.isEmpty()) {
            return List.of();
        }
        String list = added.stream().map(f -> TextNode.valueOf(f).toString()).collect(Collectors.joining(", "));
        return List.of(FieldProblem.forbidden(
                "metadata.finalizers",
                "no new finalizers can be added if the object is being deleted, found new finalizers []string{" + list
                        + "}"));
    }

    private static boolean changesGeneration(ResourceKind kind, ObjectNode current, ObjectNode proposed) {
        return !withoutBookkeeping(kind, current).equals(withoutBookkeeping(kind, proposed));
    }

    private static ObjectNode withoutBookkeeping(ResourceKind kind, ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("metadata");
        copy.remove("apiVersion");
        if (kind.traits().status()) {
            copy.remove("status");
        }
        return copy;
    }

    private String suffix() {
        return uids.get().replace("-", "").substring(0, 5);
    }
}
