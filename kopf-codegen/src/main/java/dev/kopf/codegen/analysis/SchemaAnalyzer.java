package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.TypeModel.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** From the schemas of one CRD to shapes; equal structures become one shape. Not safe for use by several threads. */
final class SchemaAnalyzer {

    /** More known values than this do not make a class: nobody would read it, and Java's limits are near. */
    private static final int MAX_ENUM_VALUES = 500;

    /** Longer values are no names of anything, and Java's literals have a limit. */
    private static final int MAX_ENUM_LENGTH = 1_000;

    /** Stanzas that have a class of their own even where the schema does not know what is in them. */
    private static final Set<String> OF_EVERY_KIND = Set.of("spec", "status");

    /** Lists and maps nested deeper are not typed: nobody would write such a type, and the compiler hangs at it. */
    private static final int MAX_NESTING = 8;

    private static final String QUANTITY_PATTERN = "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|";

    private final Map<String, Shape.Named> interned = new HashMap<>();
    private final CoreTypes coreTypes;

    /** The property whose schema is read. */
    private String current = "";

    private int nesting;

    /** What is said about the value whose schema is read. */
    private Said said = Said.of(Tree.EMPTY);

    /** @param coreTypes the classes of fabric8's that are used where a schema is that of one */
    SchemaAnalyzer(CoreTypes coreTypes) {
        this.coreTypes = coreTypes;
    }

    /**
     * The property at the top level of a kind. Where it is an object it is a shape of its own, whatever it is equal to.
     *
     * @param about all that is said about it, by the schema of the kind too
     */
    Shape.Property stanza(String name, Tree schema, boolean required, Said about) {
        current = name;
        said = about;
        if (isObject(schema) || (OF_EVERY_KIND.contains(name) && isOpenObject(schema))) {
            Map<String, Shape.Property> all = properties(schema);
            boolean fits = Limits.fitInAClass(all);
            Map<String, Shape.Property> properties = fits ? all : Map.of();
            String description = schema.text("description") + (fits ? "" : "\n\n" + Limits.tooMany(all.size()));
            List<Union> unions = Union.of(schema, properties.keySet());
            // Of several versions that have it alike, it is one class.
            // Nothing tells which of the fields that have no getter are secret.
            boolean masked = said.secret() || (properties.isEmpty() && said.mentionsSecret());
            String structure =
                    "stanza " + name + (fits ? structure(properties) + unions : "") + (masked ? " secret" : "");
            Shape.Named object = interned.get(structure);
            if (object == null) {
                object = new Shape.Obj("stanza " + name, description, properties, unions, masked);
                interned.put(structure, object);
                properties.forEach((property, value) -> use(value.shape(), property, false));
            }
            return new Shape.Property(object, schema.text("description"), TraitsReader.of(schema, required));
        }
        Shape.Property property = property(schema, required);
        use(property.shape(), name, false);
        return property;
    }

    private Shape.Property property(Tree schema, boolean required) {
        return new Shape.Property(shape(schema), schema.text("description"), TraitsReader.of(schema, required));
    }

    private Shape shape(Tree schema) {
        if (schema.flag("x-kubernetes-int-or-string")) {
            return plain(isQuantity(schema) ? Scalar.QUANTITY : Scalar.INT_OR_STRING);
        }
        return switch (typeOf(schema)) {
            case "string" -> text(schema);
            case "integer" -> plain(schema.text("format").equals("int32") ? Scalar.INTEGER : Scalar.LONG);
            case "number" -> plain(Scalar.DECIMAL);
            case "boolean" -> plain(Scalar.BOOLEAN);
            case "array" -> listing(schema);
            case "object" -> object(schema);
            default -> plain(Scalar.ANY);
        };
    }

    private Shape plain(Scalar type) {
        return new Shape.Plain(type, said.secret());
    }

    static String typeOf(Tree schema) {
        if (schema.has("type")) {
            return schema.text("type");
        }
        if (schema.has("properties")) {
            return "object";
        }
        return schema.has("items") ? "array" : "";
    }

    /** An object with properties. */
    static boolean isObject(Tree schema) {
        return isAnyObject(schema) && !schema.at("properties").fields().isEmpty();
    }

    /** An object without properties, whatever its values are. */
    static boolean isMap(Tree schema) {
        return isAnyObject(schema) && schema.at("properties").fields().isEmpty();
    }

    /** An object of which the schema says nothing more. */
    static boolean isOpenObject(Tree schema) {
        return isMap(schema) && schema.at("additionalProperties").fields().isEmpty();
    }

    private static boolean isAnyObject(Tree schema) {
        return typeOf(schema).equals("object") && !schema.flag("x-kubernetes-int-or-string");
    }

    private Shape text(Tree schema) {
        List<String> values = schema.texts("enum").stream().distinct().toList();
        if (values.isEmpty()
                || said.secret()
                || values.size() > MAX_ENUM_VALUES
                || values.stream().anyMatch(value -> value.length() > MAX_ENUM_LENGTH)) {
            return plain(said.secret() ? Scalar.PASSWORD : plainText(schema));
        }
        String structure = "enum" + lengthsAndTexts(values);
        return interned.computeIfAbsent(
                structure, key -> new Shape.Enumeration("e" + interned.size(), schema.text("description"), values));
    }

    private static Scalar plainText(Tree schema) {
        return switch (schema.text("format")) {
            case "date-time" -> Scalar.DATE_TIME;
            default -> isQuantity(schema) ? Scalar.QUANTITY : Scalar.TEXT;
        };
    }

    /** By its format, or by the pattern that generators of CRDs write for a quantity of Kubernetes. */
    private static boolean isQuantity(Tree schema) {
        return schema.text("format").equals("quantity")
                || schema.text("pattern").startsWith(QUANTITY_PATTERN);
    }

    private static String lengthsAndTexts(List<String> values) {
        StringBuilder text = new StringBuilder();
        values.stream()
                .sorted()
                .forEach(value -> text.append(value.length()).append(':').append(value));
        return text.toString();
    }

    private Shape listing(Tree schema) {
        Tree items = schema.at("items");
        Shape.Part item = part(items, said.items());
        boolean set = schema.text("x-kubernetes-list-type").equals("set");
        boolean keyed = schema.text("x-kubernetes-list-type").equals("map");
        List<String> keys = keyed ? schema.texts("x-kubernetes-list-map-keys") : List.of();
        return new Shape.Listing(item, set, hasKeys(item.shape(), keys) ? keys : List.of());
    }

    private static boolean hasKeys(Shape item, List<String> keys) {
        if (keys.size() > Limits.MAX_KEYS) {
            return false;
        }
        if (item instanceof Shape.Core core) {
            return keys.stream().allMatch(core.type()::isScalar);
        }
        return item instanceof Shape.Obj object && keys.stream().allMatch(key -> isScalar(object, key));
    }

    private static boolean isScalar(Shape.Obj object, String name) {
        Shape.Property property = object.properties().get(name);
        return property != null
                && ((property.shape() instanceof Shape.Plain plain && !plain.isMasked())
                        || property.shape() instanceof Shape.Enumeration);
    }

    private Shape object(Tree schema) {
        if (isObject(schema)) {
            Optional<CoreType> core = coreTypes.find(current, schema);
            if (core.isPresent() && !said.mentionsSecret()) {
                return new Shape.Core(core.get());
            }
            Map<String, Shape.Property> properties = properties(schema);
            if (!Limits.fitInAClass(properties)) {
                return new Shape.Mapping(anything(said));
            }
            List<Union> unions = Union.of(schema, properties.keySet());
            String structure = structure(properties) + unions + (said.secret() ? " secret" : "");
            Shape.Named known = interned.get(structure);
            if (known != null) {
                return known;
            }
            Shape.Obj object =
                    new Shape.Obj("o" + interned.size(), schema.text("description"), properties, unions, said.secret());
            interned.put(structure, object);
            properties.forEach((name, property) -> use(property.shape(), name, false));
            return object;
        }
        Tree values = schema.at("additionalProperties");
        return new Shape.Mapping(values.fields().isEmpty() ? anything(said) : part(values, said.values()));
    }

    /** The shape of what a list or a map holds. */
    private Shape.Part part(Tree schema, Said about) {
        if (nesting == MAX_NESTING) {
            return anything(about);
        }
        Said outside = said;
        said = about;
        nesting++;
        Shape shape = shape(schema);
        nesting--;
        said = outside;
        return new Shape.Part(shape, schema.flag("nullable") || isAnything(schema, shape));
    }

    /** Any values; all of them secret where one is, as nothing tells which. */
    private static Shape.Part anything(Said about) {
        return about.mentionsSecret() ? new Shape.Part(new Shape.Plain(Scalar.ANY, true), true) : Shape.Part.ANY;
    }

    /** Whether the schema says nothing at all, so that null is as good as any other value. */
    private static boolean isAnything(Tree schema, Shape shape) {
        return shape instanceof Shape.Plain plain && plain.type() == Scalar.ANY && !schema.has("type");
    }

    private Map<String, Shape.Property> properties(Tree schema) {
        int outside = nesting;
        Said around = said;
        nesting = 0;
        Map<String, Shape.Property> properties = new LinkedHashMap<>();
        Set<String> required = new HashSet<>(schema.texts("required"));
        schema.children("properties").forEach((name, child) -> {
            current = name;
            said = around.property(name);
            properties.put(name, property(child, required.contains(name)));
        });
        nesting = outside;
        said = around;
        return properties;
    }

    private static String structure(Map<String, Shape.Property> properties) {
        StringBuilder text = new StringBuilder("object");
        new TreeMap<>(properties)
                .forEach((name, property) -> text.append(name.length())
                        .append(':')
                        .append(name)
                        .append('=')
                        .append(property.shape().key())
                        .append(property.traits().required() ? "!" : "")
                        .append(traits(property)));
        return text.toString();
    }

    /** What is said about a property, as far as the class is another one for it. */
    private static String traits(Shape.Property property) {
        String json = Defaults.of(property);
        String nullable = property.traits().nullable() ? "?" : "";
        return (json == null ? "" : nullable + "=" + json.length() + ":" + json)
                + (property.traits().deprecated() == null ? "" : "~");
    }

    /** Tells the shape, or the one that its items have, under which name it is used. */
    private static void use(Shape shape, String property, boolean item) {
        if (shape instanceof Shape.Named named) {
            named.usages().add(new Shape.Usage(property, item));
        } else {
            part(shape).ifPresent(part -> use(part, property, true));
        }
    }

    /** What a list or a map holds; empty for all others. */
    static Optional<Shape> part(Shape shape) {
        if (shape instanceof Shape.Listing listing) {
            return Optional.of(listing.item().shape());
        }
        return shape instanceof Shape.Mapping mapping
                ? Optional.of(mapping.value().shape())
                : Optional.empty();
    }
}
