package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compares what a schema says about the fields of an object: those that it names, and all others. */
final class ObjectComparison {

    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final String ENTRIES = "additionalProperties";
    private static final String EMBEDDED = "x-kubernetes-embedded-resource";

    private final Changes changes;
    private final SchemaComparison schemas;
    private final String field;

    /** @param schemas compares what is inside */
    ObjectComparison(Changes changes, SchemaComparison schemas, String field) {
        this.changes = changes;
        this.schemas = schemas;
        this.field = field;
    }

    void compare(Tree before, Tree after) {
        compareProperties(before, after);
        compareRequired(before, after);
        compareUnknown(before, after);
        compareEmbedded(before, after);
    }

    private void compareProperties(Tree before, Tree after) {
        Map<String, Tree> known = before.children("properties");
        Map<String, Tree> now = after.children("properties");
        known.forEach((name, property) -> {
            Tree successor = now.get(name);
            if (successor == null) {
                changes.add(
                        Problem.Id.KopfFieldRemoved,
                        below(name),
                        after.place("properties"),
                        "a field is gone, and what objects have in it is dropped. Keep it, marked as deprecated: "
                                + name);
            } else {
                schemas.compare(below(name), property, successor);
            }
        });
        if (takesUnknown(before)) {
            now.forEach((name, property) -> {
                if (!known.containsKey(name)) {
                    compareEntry(below(name), before, property);
                }
            });
        }
    }

    private void compareRequired(Tree before, Tree after) {
        Map<String, Tree> now = after.children("properties");
        Set<String> known = new HashSet<>(before.texts("required"));
        for (String name : after.texts("required")) {
            Tree property = now.get(name);
            if (!known.contains(name) && (property == null || !property.has("default"))) {
                changes.add(
                        Problem.Id.KopfNewlyRequired,
                        below(name),
                        after.place("required"),
                        "the field was not required, and objects without it are refused from now on. Give it a"
                                + " default: "
                                + name);
            }
        }
    }

    /** Even where entries of any name are kept, what is inside of them is dropped. */
    private void compareUnknown(Tree before, Tree after) {
        boolean kept = before.flag(PRESERVE);
        if (kept ? !after.flag(PRESERVE) : takesUnknown(before) && !takesUnknown(after)) {
            changes.add(
                    Problem.Id.KopfUnknownFieldsDropped,
                    field,
                    after.place(),
                    (kept ? "unknown fields" : "entries of any name") + " were kept, and are dropped from now on. Keep "
                            + (kept ? PRESERVE : ENTRIES) + ".");
        } else if (takesUnknown(before) && !after.at(ENTRIES).fields().isEmpty()) {
            compareEntry(field + "{}", before, after.at(ENTRIES));
        }
    }

    /** What was any value has a schema now, or what had a schema has another one. */
    private void compareEntry(String place, Tree before, Tree after) {
        if (!before.at(ENTRIES).fields().isEmpty()) {
            schemas.compare(place, before.at(ENTRIES), after);
        } else if (!SchemaComparison.typeOf(after).isEmpty() || after.has("enum")) {
            changes.add(
                    Problem.Id.KopfUnknownFieldsNarrowed,
                    place,
                    after.place(),
                    "any value was taken here, as unknown fields are, and only those of a type are from now on. Make"
                            + " sure that it takes all that there are: "
                            + SchemaComparison.typeOf(after));
        }
    }

    private static boolean takesUnknown(Tree schema) {
        Object entries = schema.fields().get(ENTRIES);
        return schema.flag(PRESERVE) || entries instanceof Map || Boolean.TRUE.equals(entries);
    }

    private void compareEmbedded(Tree before, Tree after) {
        if (after.flag(EMBEDDED) && !before.flag(EMBEDDED)) {
            changes.add(
                    Problem.Id.KopfNewlyRequired,
                    field,
                    after.place(EMBEDDED),
                    "the object has to be a resource from now on, and is refused without apiVersion, kind and metadata."
                            + " Take the keyword away: "
                            + EMBEDDED);
        }
        if (before.flag(EMBEDDED) && !after.flag(EMBEDDED) && !takesUnknown(after)) {
            changes.add(
                    Problem.Id.KopfUnknownFieldsDropped,
                    field,
                    after.place(),
                    "apiVersion, kind and metadata were kept, and are dropped from now on. Keep " + EMBEDDED + ".");
        }
    }

    private String below(String name) {
        return field.endsWith(":") ? field + name : field + "." + name;
    }
}
