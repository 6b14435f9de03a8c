package dev.kopf.codegen.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that a schema says about one value: in itself, and in its {@code allOf}, {@code anyOf} and {@code oneOf}, also those around it.
 *
 * @param schemas the schema of the value, and of the others those that have a word on secrets
 * @param secret whether any of them, or of what it is in, says that it is a password
 */
record Said(List<Tree> schemas, boolean secret) {

    /** Where more have a word on secrets, all is taken for secret: to look into each for each property takes too long. */
    private static final int MAX_SCHEMAS = 200;

    private static final List<String> JUNCTORS = List.of("allOf", "anyOf", "oneOf");

    static Said of(Tree schema) {
        return of(List.of(schema), false);
    }

    /** What is said about a property. */
    Said property(String name) {
        return below(schema -> schema.at("properties").at(name));
    }

    /** What is said about the items of a list. */
    Said items() {
        return below(schema -> schema.at("items"));
    }

    /** What is said about the values of a map. */
    Said values() {
        return below(schema -> schema.at("additionalProperties"));
    }

    /** Whether a password is in it, however deep. */
    boolean mentionsSecret() {
        return secret || schemas.stream().anyMatch(schema -> mentionsSecret(schema.fields()));
    }

    private Said below(UnaryOperator<Tree> part) {
        if (schemas.size() == 1) {
            return of(List.of(part.apply(schemas.get(0))), secret);
        }
        List<Tree> parts = new ArrayList<>();
        for (Tree schema : schemas) {
            Tree below = part.apply(schema);
            if (!below.fields().isEmpty()) {
                parts.add(below);
            }
        }
        return of(parts, secret);
    }

    private static Said of(List<Tree> schemas, boolean inherited) {
        List<Tree> all = schemas;
        boolean secret = inherited;
        for (int i = 0; i < all.size(); i++) {
            Tree schema = all.get(i);
            secret = secret || isPassword(schema.fields());
            for (String junctor : JUNCTORS) {
                // Hardly any has a word on secrets, and they may be very many.
                if (schema.has(junctor) && mentionsSecret(schema.fields().get(junctor))) {
                    all = all == schemas ? new ArrayList<>(all) : all;
                    for (Tree alternative : schema.trees(junctor)) {
                        if (mentionsSecret(alternative.fields())) {
                            all.add(alternative);
                        }
                        if (all.size() > MAX_SCHEMAS) {
                            return new Said(List.of(schemas.get(0)), true);
                        }
                    }
                }
            }
        }
        return new Said(List.copyOf(all), secret);
    }

    private static boolean isPassword(Map<?, ?> schema) {
        return "password".equals(schema.get("format"));
    }

    private static boolean mentionsSecret(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return isPassword(fields) || fields.values().stream().anyMatch(Said::mentionsSecret);
        }
        return value instanceof List<?> items && items.stream().anyMatch(Said::mentionsSecret);
    }
}
