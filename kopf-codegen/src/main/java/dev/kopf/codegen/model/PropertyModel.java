package dev.kopf.codegen.model;

/**
 * A property of an object.
 *
 * @param jsonName its name in JSON, which can be any text
 * @param javaName its name as a Java identifier, such as {@code size}
 * @param suffix its name after {@code get}, such as {@code Size}
 * @param type its type
 * @param description what the schema says about it; empty where it says nothing
 * @param traits what else the schema says about it
 */
public record PropertyModel(
        String jsonName, String javaName, String suffix, TypeModel type, String description, Traits traits) {}
