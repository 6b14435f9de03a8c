package dev.kopf.codegen.corpus;

import dev.kopf.codegen.corpus.Samples.Digits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects from a schema, without the code that generates classes from it: what that overlooks is found. Bounds of numbers, lengths
 * and lists are held, patterns and rules are not.
 */
final class Instances {

    /** Beyond as many values, only what is required is set, and lists stay empty. */
    private static final int MAX_VALUES = 100_000;

    private static final int MAX_ITEMS = 6;

    private final InstanceVariant variant;
    private final Samples samples;
    private int values;

    private Instances(InstanceVariant variant) {
        this.variant = variant;
        this.samples = new Samples(variant);
    }

    /**
     * An object as JSON.
     *
     * @param crd the whole CRD as plain values
     * @param version the version of the schema
     */
    static String of(Map<String, ?> crd, String version, InstanceVariant variant) {
        Instances made = new Instances(variant);
        Map<?, ?> spec = at(crd, "spec");
        Map<?, ?> schema = schema(spec, version);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("apiVersion", spec.get("group") + "/" + version);
        object.put("kind", at(spec, "names").get("kind"));
        object.put("metadata", made.metadata());
        made.fields(schema).forEach(object::putIfAbsent);
        return made.samples.json(object);
    }

    private static Map<?, ?> schema(Map<?, ?> spec, String version) {
        if (spec.get("versions") instanceof List<?> versions) {
            for (Object one : versions) {
                Map<?, ?> schema = at(at(one, "schema"), "openAPIV3Schema");
                if (one instanceof Map<?, ?> map && version.equals(map.get("name")) && !schema.isEmpty()) {
                    return schema;
                }
            }
        }
        return at(at(spec, "validation"), "openAPIV3Schema");
    }

    private Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("name", "a");
        if (variant == InstanceVariant.REQUIRED_ONLY) {
            return metadata;
        }
        boolean isNull = variant == InstanceVariant.NULLS;
        metadata.put("namespace", "default");
        metadata.put("uid", "1c5b5a5e-0000-0000-0000-000000000000");
        metadata.put("resourceVersion", "9223372036854775808");
        metadata.put("generation", new Digits("9007199254740993"));
        metadata.put("creationTimestamp", isNull ? null : "2026-11-21T10:20:30Z");
        metadata.put("labels", isNull ? null : Map.of("a", samples.text(Map.of())));
        metadata.put("annotations", texts());
        metadata.put("finalizers", isNull ? null : List.of("example.com/a"));
        metadata.put("ownerReferences", List.of(owner()));
        metadata.put("managedFields", List.of(managed()));
        addUnknown(metadata);
        return metadata;
    }

    private Map<String, @Nullable Object> texts() {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        samples.keys().forEach(key -> texts.put(key, samples.text(Map.of())));
        return texts;
    }

    private Map<String, @Nullable Object> owner() {
        Map<String, @Nullable Object> owner = new LinkedHashMap<>();
        List.of("apiVersion", "kind", "name", "uid").forEach(name -> owner.put(name, samples.text(Map.of())));
        owner.put("controller", samples.truth());
        addUnknown(owner);
        return owner;
    }

    private Map<String, @Nullable Object> managed() {
        Map<String, @Nullable Object> managed = new LinkedHashMap<>();
        managed.put("manager", samples.text(Map.of()));
        managed.put("time", samples.text(Map.of("format", "date-time")));
        managed.put("fieldsV1", Map.of("f:spec", Map.of("k:{\"name\":\"a\"}", Map.of(".", Map.of()))));
        addUnknown(managed);
        return managed;
    }

    private @Nullable Object value(Map<?, ?> schema) {
        values++;
        if (variant == InstanceVariant.NULLS && Boolean.TRUE.equals(schema.get("nullable"))) {
            return null;
        }
        if (samples.isMisfitsTurn()) {
            return samples.misfit();
        }
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
            return samples.intOrString();
        }
        return switch (typeOf(schema)) {
            case "object" -> fields(schema);
            case "array" -> items(schema);
            case "string" -> samples.text(schema);
            case "integer" -> samples.integer(schema);
            case "number" -> samples.decimal(schema);
            case "boolean" -> samples.truth();
            default -> samples.anything();
        };
    }

    private static String typeOf(Map<?, ?> schema) {
        if (schema.get("type") instanceof String type) {
            return type;
        }
        return schema.containsKey("properties") ? "object" : schema.containsKey("items") ? "array" : "";
    }

    private Map<String, @Nullable Object> fields(Map<?, ?> schema) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean onlyRequired = variant == InstanceVariant.REQUIRED_ONLY || values > MAX_VALUES;
        List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
        at(schema, "properties").forEach((name, property) -> {
            if (!onlyRequired || required.contains(name)) {
                fields.put(String.valueOf(name), value(property instanceof Map<?, ?> map ? map : Map.of()));
            }
        });
        if (onlyRequired) {
            return fields;
        }
        Object others = schema.get("additionalProperties");
        if (others instanceof Map<?, ?> map && !map.isEmpty()) {
            samples.keys().forEach(key -> fields.computeIfAbsent(key, name -> value(map)));
        } else if (others != null || fields.isEmpty() || isOpen(schema)) {
            samples.anything().forEach(fields::putIfAbsent);
        }
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-embedded-resource"))) {
            fields.putIfAbsent("apiVersion", "v1");
            fields.putIfAbsent("kind", "ConfigMap");
            fields.putIfAbsent("metadata", metadata());
        }
        addUnknown(fields);
        return fields;
    }

    private static boolean isOpen(Map<?, ?> schema) {
        return Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"));
    }

    private void addUnknown(Map<String, @Nullable Object> fields) {
        if (variant == InstanceVariant.UNKNOWN_FIELDS) {
            fields.putIfAbsent("kopfUnknownField", Map.of("deep", List.of(new Digits("1.50"), Map.of("a", List.of()))));
            fields.putIfAbsent("kopf-unknown-null", null);
        }
    }

    /** Scalars several times, each other than before; of objects the second one in a variant of its own, or there would be too many. */
    private List<@Nullable Object> items(Map<?, ?> schema) {
        Map<?, ?> items = at(schema, "items");
        List<@Nullable Object> made = new ArrayList<>();
        int least = schema.get("minItems") instanceof Number number ? (int) Math.min(MAX_ITEMS, number.longValue()) : 0;
        if (values > MAX_VALUES || (least == 0 && variant == InstanceVariant.MINIMUM)) {
            return made;
        }
        made.add(value(items));
        String type = typeOf(items);
        boolean isDeep = type.equals("object") || type.equals("array") || type.isEmpty();
        int count = variant == InstanceVariant.REQUIRED_ONLY ? least : Math.max(least, isDeep ? 2 : MAX_ITEMS);
        for (int i = 1; i < count; i++) {
            made.add(isDeep ? new Instances(InstanceVariant.REQUIRED_ONLY).value(items) : value(items));
        }
        return made;
    }

    private static Map<?, ?> at(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }
}
