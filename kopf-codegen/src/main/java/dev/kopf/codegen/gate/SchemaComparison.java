package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the schema of a value with the one that it had. */
final class SchemaComparison {

    /** What says something to people only. */
    private static final Set<String> WORDS = Set.of("description", "title", "example", "externalDocs");

    private final Changes changes;

    SchemaComparison(Changes changes) {
        this.changes = changes;
    }

    /** @param field the kind and the way to the value, such as {@code EphemeralVolumeClaim:spec.size} */
    void compare(String field, Tree before, Tree after) {
        String type = typeOf(after);
        if (!typeOf(before).equals(type)) {
            add(
                    Problem.Id.KopfTypeChanged,
                    field,
                    after.place("type"),
                    "the type was " + orAny(typeOf(before)) + ". Add another field instead of changing this one: "
                            + orAny(type));
            return; // all else is about another type now
        }
        new Ranges(changes, field).compare(before, after);
        compareEnum(field, before, after);
        compareFlags(field, before, after);
        compareRules(field, before, after);
        compareProperties(field, before, after);
        if (before.has("items")) {
            compare(field + "[]", before.at("items"), after.at("items"));
        }
        compareEntries(field, before, after);
    }

    private void add(Problem.Id id, String field, Place place, String message) {
        changes.add(id, field, place, message);
    }

    private static String typeOf(Tree schema) {
        if (schema.flag("x-kubernetes-int-or-string")) {
            return "int-or-string";
        }
        return schema.text("type").isEmpty() && schema.has("properties") ? "object" : schema.text("type");
    }

    private static String orAny(String type) {
        return type.isEmpty() ? "any" : type;
    }

    private void compareEnum(String field, Tree before, Tree after) {
        List<?> known = before.list("enum");
        List<?> now = after.list("enum");
        if (now.isEmpty()) {
            return;
        }
        List<?> gone = known.stream().filter(value -> !now.contains(value)).toList();
        if (known.isEmpty() || !gone.isEmpty()) {
            add(
                    Problem.Id.KopfEnumNarrowed,
                    field,
                    after.place("enum"),
                    known.isEmpty()
                            ? "any value was allowed, and only some are now. Take the enum away: " + now
                            : "values that were allowed are not any more. Allow them: " + gone);
        }
    }

    private void compareFlags(String field, Tree before, Tree after) {
        if (before.flag("nullable") && !after.flag("nullable")) {
            String message = "null was allowed, and is not any more. Make it nullable again.";
            add(Problem.Id.KopfNullableRemoved, field, after.place(), message);
        }
        String unknown = "x-kubernetes-preserve-unknown-fields";
        if (before.flag(unknown) && !after.flag(unknown)) {
            String message = "unknown fields were kept, and are dropped from now on. Keep " + unknown + ".";
            add(Problem.Id.KopfUnknownFieldsDropped, field, after.place(), message);
        }
        Object usual = before.fields().get("default");
        if (usual != null && !usual.equals(after.fields().get("default"))) {
            add(
                    Problem.Id.KopfDefaultChanged,
                    field,
                    after.place("default"),
                    "the default has changed or is gone, so that objects without the field mean something else. It"
                            + " was: "
                            + usual);
        }
        compareListType(field, before, after);
    }

    private void compareListType(String field, Tree before, Tree after) {
        String keyword = typeOf(after).equals("array") ? "x-kubernetes-list-type" : "x-kubernetes-map-type";
        String usual = keyword.equals("x-kubernetes-list-type") ? "atomic" : "granular";
        String was = before.has(keyword) ? before.text(keyword) : usual;
        String is = after.has(keyword) ? after.text(keyword) : usual;
        String keys = "x-kubernetes-list-map-keys";
        if (!was.equals(is) || !Set.copyOf(before.texts(keys)).equals(Set.copyOf(after.texts(keys)))) {
            add(
                    Problem.Id.KopfListTypeChanged,
                    field,
                    after.place(keyword),
                    "several writers are merged in another way than before, which was " + was + " " + before.texts(keys)
                            + ": " + is + " " + after.texts(keys));
        }
    }

    /** Nobody can tell whether one condition takes all that another one did: any other one may break objects. */
    private void compareRules(String field, Tree before, Tree after) {
        for (String keyword : List.of("allOf", "anyOf", "oneOf", "not")) {
            if (after.has(keyword) && !Objects.equals(essence(before, keyword), essence(after, keyword))) {
                add(
                        Problem.Id.KopfRuleAdded,
                        field,
                        after.place(keyword),
                        "the condition is new or another one. Make sure that it takes all objects that there are: "
                                + keyword);
            }
        }
        Set<String> known = before.trees("x-kubernetes-validations").stream()
                .map(rule -> rule.text("rule"))
                .collect(Collectors.toSet());
        for (Tree rule : after.trees("x-kubernetes-validations")) {
            if (!known.contains(rule.text("rule"))) {
                add(
                        Problem.Id.KopfRuleAdded,
                        field,
                        rule.place(),
                        "the CEL rule is new or another one. Make sure that it takes all objects that there are: "
                                + rule.text("rule"));
            }
        }
    }

    private static Object essence(Tree schema, String keyword) {
        return essence(schema.fields().get(keyword));
    }

    private static Object essence(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> essence = new TreeMap<>();
            map.forEach((key, part) -> {
                if (!WORDS.contains(String.valueOf(key))) {
                    essence.put(String.valueOf(key), essence(part));
                }
            });
            return essence;
        }
        return value instanceof List<?> list
                ? list.stream().map(SchemaComparison::essence).toList()
                : String.valueOf(value);
    }

    private void compareProperties(String field, Tree before, Tree after) {
        Map<String, Tree> now = after.children("properties");
        before.children("properties").forEach((name, property) -> {
            Tree successor = now.get(name);
            if (successor == null) {
                add(
                        Problem.Id.KopfFieldRemoved,
                        below(field, name),
                        after.place("properties"),
                        "a field is gone, and what objects have in it is dropped. Keep it, marked as deprecated: "
                                + name);
            } else {
                compare(below(field, name), property, successor);
            }
        });
        for (String name : after.texts("required")) {
            boolean isGiven = now.containsKey(name) && now.get(name).has("default");
            if (!before.texts("required").contains(name) && !isGiven) {
                add(
                        Problem.Id.KopfNewlyRequired,
                        below(field, name),
                        after.place("required"),
                        "the field was not required, and objects without it are refused from now on. Give it a"
                                + " default: "
                                + name);
            }
        }
    }

    private void compareEntries(String field, Tree before, Tree after) {
        Object was = before.fields().get("additionalProperties");
        Object is = after.fields().get("additionalProperties");
        boolean wasOpen = was instanceof Map || Boolean.TRUE.equals(was);
        boolean isOpen =
                is instanceof Map || Boolean.TRUE.equals(is) || after.flag("x-kubernetes-preserve-unknown-fields");
        if (wasOpen && !isOpen) {
            String message = "entries of any name were kept, and are dropped from now on. Keep additionalProperties.";
            add(Problem.Id.KopfUnknownFieldsDropped, field, after.place(), message);
        } else if (was instanceof Map && is instanceof Map) {
            compare(field + "{}", before.at("additionalProperties"), after.at("additionalProperties"));
        }
    }

    private static String below(String field, String name) {
        return field.endsWith(":") ? field + name : field + "." + name;
    }
}
