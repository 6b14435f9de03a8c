package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /** What has values below it, and no schemas. */
    private static final Set<String> VALUES = Set.of("default", "enum");

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
        new ObjectComparison(changes, this, field).compare(before, after);
        if (before.has("items") || after.has("items")) {
            compare(field + "[]", before.at("items"), after.at("items"));
        }
    }

    private void add(Problem.Id id, String field, Place place, String message) {
        changes.add(id, field, place, message);
    }

    static String typeOf(Tree schema) {
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
        Set<?> now = new LinkedHashSet<>(after.list("enum"));
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
        if (!was.equals(is) || !new HashSet<>(before.texts(keys)).equals(new HashSet<>(after.texts(keys)))) {
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

    /** A schema, or schemas, without the words to people. */
    private static Object essence(@Nullable Object schema) {
        if (schema instanceof Map<?, ?> map) {
            Map<String, Object> essence = new TreeMap<>();
            map.forEach((key, part) -> {
                String keyword = String.valueOf(key);
                if (keyword.equals("properties") && part instanceof Map<?, ?> properties) {
                    // Their names are no keywords.
                    Map<String, Object> essences = new TreeMap<>();
                    properties.forEach((name, property) -> essences.put(String.valueOf(name), essence(property)));
                    essence.put(keyword, essences);
                } else if (VALUES.contains(keyword)) {
                    essence.put(keyword, String.valueOf(part));
                } else if (!WORDS.contains(keyword)) {
                    essence.put(keyword, essence(part));
                }
            });
            return essence;
        }
        return schema instanceof List<?> list
                ? list.stream().map(SchemaComparison::essence).toList()
                : String.valueOf(schema);
    }
}
