package dev.kopf.codegen.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a schema as JSON, with the keywords alone that decide what is valid. */
final class SchemaText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> VALUES = Set.of(
            "type",
            "format",
            "nullable",
            "default",
            "enum",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "required",
            "x-kubernetes-int-or-string",
            "x-kubernetes-embedded-resource",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys");

    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties", "not");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");

    private SchemaText() {}

    static String of(Map<?, ?> schema) {
        try {
            return JSON.writeValueAsString(essential(schema));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain value that is no JSON", e);
        }
    }

    /** The schema without the rest; what is no schema, such as a boolean, stays as it is. */
    private static Object essential(Object schema) {
        if (!(schema instanceof Map<?, ?> map)) {
            return schema;
        }
        Map<String, Object> essential = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object kept = value == null ? null : essential(String.valueOf(key), value);
            if (kept != null) {
                essential.put(String.valueOf(key), kept);
            }
        });
        return essential;
    }

    private static @Nullable Object essential(String keyword, Object value) {
        if (VALUES.contains(keyword)) {
            return value;
        }
        if (SCHEMAS.contains(keyword)) {
            return essential(value);
        }
        if (LISTS.contains(keyword) && value instanceof List<?> list) {
            List<Object> schemas = new ArrayList<>();
            list.forEach(schema -> schemas.add(schema == null ? Map.of() : essential(schema)));
            return schemas;
        }
        if (keyword.equals("properties") && value instanceof Map<?, ?> map) {
            Map<String, Object> properties = new LinkedHashMap<>();
            map.forEach((name, schema) ->
                    properties.put(String.valueOf(name), schema == null ? Map.of() : essential(schema)));
            return properties;
        }
        return null;
    }
}
