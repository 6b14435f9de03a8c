package dev.kopf.codegen.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.codegen.model.Traits;
import org.jspecify.annotations.Nullable;

/** Reads what a schema says about a property beside its type. */
final class TraitsReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TraitsReader() {}

    /**
     * @param schema the schema of the property
     * @param required whether the object that has the property requires it
     */
    static Traits of(Tree schema, boolean required) {
        return new Traits(
                required && !schema.flag("nullable"),
                schema.flag("nullable"),
                isImmutable(schema),
                Deprecation.of(schema.text("description")),
                defaultOf(schema));
    }

    /** Whether CEL keeps the value as it is: such a field never changes. */
    private static boolean isImmutable(Tree schema) {
        return schema.trees("x-kubernetes-validations").stream()
                .map(rule -> rule.text("rule").replaceAll("\\s+", ""))
                .anyMatch(rule -> rule.equals("self==oldSelf") || rule.equals("oldSelf==self"));
    }

    private static @Nullable String defaultOf(Tree schema) {
        Object value = schema.fields().get("default");
        if (value == null) {
            return null;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain value that is no JSON", e);
        }
    }
}
