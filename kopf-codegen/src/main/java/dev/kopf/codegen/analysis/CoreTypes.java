package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the class of fabric8's that a schema describes.
 *
 * <p>A schema is that of a class where it has all properties of the class but those that came or went with versions of Kubernetes, and
 * no other, each of a type that the class can hold, all the way down. What it says beside types does not matter: defaults, enums,
 * validation. Classes that have the same properties are told apart by a word: see {@link CoreType#hint}.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class CoreTypes {

    /** No class at all. */
    static final CoreTypes NONE = new CoreTypes(Map.of());

    private final Map<String, CoreType> types;
    private final Map<String, List<CoreType>> byProperty = new LinkedHashMap<>();

    private CoreTypes(Map<String, CoreType> types) {
        this.types = types;
        types.values().stream()
                .filter(type -> !type.part())
                .forEach(type -> type.properties()
                        .keySet()
                        .forEach(property -> byProperty
                                .computeIfAbsent(property, name -> new ArrayList<>())
                                .add(type)));
    }

    /** All classes of the table. */
    static CoreTypes all() {
        return Table.ALL;
    }

    /** Read when it is asked for only. */
    private static final class Table {
        private static final CoreTypes ALL = new CoreTypes(CoreTypeTable.read());
    }

    /**
     * The class that a schema describes.
     *
     * @param property the name of the property that has the schema, or has it for its items
     * @param schema an object with properties
     */
    Optional<CoreType> find(String property, Tree schema) {
        Map<String, Tree> children = schema.children("properties");
        List<CoreType> found = children.keySet().stream()
                .findFirst()
                .map(first -> byProperty.getOrDefault(first, List.of()))
                .orElse(List.of())
                .stream()
                .filter(type -> isOf(type, children))
                .toList();
        List<CoreType> hinted = withHint(found, property);
        if (hinted.size() != 1) {
            hinted = withHint(found, schema.text("description"));
        }
        if (hinted.size() != 1) {
            hinted = withHint(
                    found,
                    String.join(
                            " ",
                            children.values().stream()
                                    .map(child -> child.text("description"))
                                    .toList()));
        }
        return hinted.size() == 1 ? Optional.of(hinted.get(0)) : Optional.empty();
    }

    private static List<CoreType> withHint(List<CoreType> candidates, String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(type -> type.hint() == null || folded.contains(type.hint()))
                .toList();
    }

    private boolean isOf(CoreType type, Map<String, Tree> children) {
        if (!type.properties().keySet().containsAll(children.keySet())) {
            return false;
        }
        return type.properties().entrySet().stream().allMatch(property -> {
            Tree child = children.get(property.getKey());
            CoreType.Property known = property.getValue();
            return child == null ? known.optional() : holds(known.type(), child);
        });
    }

    /** Whether a property of the class can hold what the schema allows. */
    private boolean holds(CoreType.Ref type, Tree schema) {
        if (type instanceof CoreType.Plain plain) {
            return holdsPlain(plain.type(), schema);
        }
        if (type instanceof CoreType.ListOf list) {
            return SchemaAnalyzer.typeOf(schema).equals("array") && holds(list.item(), schema.at("items"));
        }
        if (type instanceof CoreType.MapOf map) {
            return SchemaAnalyzer.isMap(schema) && holds(map.value(), schema.at("additionalProperties"));
        }
        CoreType inner = types.get(((CoreType.ClassOf) type).simpleName());
        if (inner == null) {
            throw new IllegalStateException("the table of core types lacks " + type);
        }
        // An object of which the schema says nothing is of a class only where schemas may lack all of its properties.
        return (SchemaAnalyzer.isObject(schema) || SchemaAnalyzer.isOpenObject(schema))
                && isOf(inner, schema.children("properties"));
    }

    private static boolean holdsPlain(Scalar type, Tree schema) {
        if (schema.flag("x-kubernetes-int-or-string")) {
            return type == Scalar.INT_OR_STRING || type == Scalar.QUANTITY || type == Scalar.ANY;
        }
        String name = SchemaAnalyzer.typeOf(schema);
        return switch (type) {
            case TEXT, INT_OR_STRING, QUANTITY -> isText(schema);
            case INTEGER -> name.equals("integer") && !schema.text("format").equals("int64");
            case LONG -> name.equals("integer");
            case BOOLEAN -> name.equals("boolean");
            case DECIMAL -> name.equals("number");
            case DATE_TIME, PASSWORD -> false;
            case ANY -> true;
        };
    }

    private static boolean isText(Tree schema) {
        return SchemaAnalyzer.typeOf(schema).equals("string")
                && !schema.flag("x-kubernetes-int-or-string")
                && !schema.text("format").equals("password");
    }
}
