package dev.kopf.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * What a schema says about a property beside its type.
 *
 * @param required whether each object that the API server takes has it, and it is not null
 * @param nullable whether null is a value of it
 * @param immutable whether CEL keeps it as it is: such a field never changes
 * @param deprecated what is said about its deprecation; null where it is not deprecated
 * @param defaultValue what the API server sets where it is absent, as JSON; null where it sets nothing
 */
public record Traits(
        boolean required,
        boolean nullable,
        boolean immutable,
        @Nullable String deprecated,
        @Nullable String defaultValue) {

    /** Of a property of which the schema says nothing. */
    public static final Traits NONE = new Traits(false, false, false, null, null);
}
