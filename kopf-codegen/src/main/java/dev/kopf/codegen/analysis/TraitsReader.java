package dev.kopf.codegen.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.codegen.model.Traits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a schema says about a property beside its type. */
final class TraitsReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** CRDs have no keyword for it: the paragraph is how Go says it. No part of it can be matched in two ways, or long texts take forever. */
    private static final Pattern DEPRECATED =
            Pattern.compile("(?:^|\\n)[^\\S\\n]*+(?i:deprecated)\\s*+[:.]\\s*+(.*)", Pattern.DOTALL);

    private TraitsReader() {}

    /**
     * @param schema the schema of the property
     * @param required whether the object that has the property requires it
     */
    static Traits of(Tree schema, boolean required) {
        return new Traits(
                required && !schema.flag("nullable"),
                isImmutable(schema),
                deprecation(schema.text("description")),
                defaultOf(schema));
    }

    /** Whether CEL keeps the value as it is: such a field never changes. */
    private static boolean isImmutable(Tree schema) {
        return schema.trees("x-kubernetes-validations").stream()
                .map(rule -> rule.text("rule").replaceAll("\\s+", ""))
                .anyMatch(rule -> rule.equals("self==oldSelf") || rule.equals("oldSelf==self"));
    }

    private static @Nullable String deprecation(String description) {
        Matcher matcher = DEPRECATED.matcher(description);
        return matcher.find() ? matcher.group(1).strip() : null;
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
