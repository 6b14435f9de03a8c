package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON with its numbers as they are written. Numbers are the same where they have the same digits, and both or neither have a point or
 * an exponent; {@code 1e400} and {@code 1E+400} are the same, {@code 1.0} and {@code 1.00} are not, nor are {@code 0} and {@code -0}.
 */
final class ExactJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ExactJson() {}

    /** A number as it is written. */
    private record Digits(String text) {

        boolean isSame(Digits other) {
            return isWhole() == other.isWhole()
                    && text.startsWith("-") == other.text.startsWith("-")
                    && number().scale() == other.number().scale()
                    && number().compareTo(other.number()) == 0;
        }

        private BigDecimal number() {
            return new BigDecimal(text);
        }

        private boolean isWhole() {
            return text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static @Nullable Object read(String json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    /** Where two values differ first; empty where they do not. */
    static Optional<String> difference(String path, @Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return fields(path, left, right);
        }
        if (one instanceof List<?> left && other instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                Optional<String> inside = difference(path + "[" + i + "]", left.get(i), right.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }
        boolean same = (one instanceof Digits left && other instanceof Digits right)
                ? left.isSame(right)
                : Objects.equals(one, other);
        return same ? Optional.empty() : Optional.of(path + " is " + other + ", and was " + one);
    }

    private static Optional<String> fields(String path, Map<?, ?> left, Map<?, ?> right) {
        for (Map.Entry<?, ?> field : left.entrySet()) {
            String inner = path + "." + field.getKey();
            if (!right.containsKey(field.getKey())) {
                return Optional.of(inner + " is lost");
            }
            Optional<String> inside = difference(inner, field.getValue(), right.get(field.getKey()));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return left.size() == right.size() ? Optional.empty() : Optional.of(path + " has more fields than before");
    }
}
