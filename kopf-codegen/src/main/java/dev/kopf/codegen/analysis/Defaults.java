package dev.kopf.codegen.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.kopf.codegen.model.TypeModel.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which defaults of a schema can be given as typed values. */
final class Defaults {

    /** A literal in Java holds 65,535 bytes, at most three to a character. */
    private static final int MAX_LENGTH = 20_000;

    /** More than any real default has; what reads it recurses. */
    private static final int MAX_DEPTH = 50;

    /** Longer ones are not read as they are. */
    private static final int MAX_DIGITS = 500;

    private static final BigInteger INTS = BigInteger.ONE.shiftLeft(31);
    private static final BigInteger LONGS = BigInteger.ONE.shiftLeft(63);

    private static final ObjectReader READER =
            new ObjectMapper().readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Defaults() {}

    /** The default of a property as JSON; null where it has none, or one that does not fit its type or a Java literal. */
    static @Nullable String of(Shape.Property property) {
        String json = property.traits().defaultValue();
        if (json == null || json.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return fits(READER.readValue(json), property.shape(), 0) ? json : null;
        } catch (JsonProcessingException e) {
            // Deeper, or with longer numbers, than anybody reads.
            return null;
        }
    }

    private static boolean fits(@Nullable Object value, Shape shape, int depth) {
        if (value == null || depth > MAX_DEPTH) {
            return false;
        }
        if (shape instanceof Shape.Plain plain) {
            return fitsScalar(value, plain.type(), depth);
        }
        if (shape instanceof Shape.Enumeration) {
            return value instanceof String;
        }
        if (shape instanceof Shape.Listing listing) {
            return value instanceof List<?> items
                    && items.stream().allMatch(item -> fitsPart(item, listing.item(), depth + 1));
        }
        if (shape instanceof Shape.Mapping mapping) {
            return value instanceof Map<?, ?> map
                    && map.values().stream().allMatch(item -> fitsPart(item, mapping.value(), depth + 1));
        }
        return shape instanceof Shape.Obj object && value instanceof Map<?, ?> fields && fits(fields, object, depth);
    }

    private static boolean fitsPart(@Nullable Object value, Shape.Part part, int depth) {
        return value == null ? part.nullable() : fits(value, part.shape(), depth);
    }

    private static boolean fits(Map<?, ?> fields, Shape.Obj object, int depth) {
        return fields.entrySet().stream().allMatch(field -> {
            Shape.Property property = object.properties().get(String.valueOf(field.getKey()));
            // A null is as good as absent.
            return field.getValue() == null
                    || (property == null
                            ? isReadable(field.getValue(), depth + 1)
                            : fits(field.getValue(), property.shape(), depth + 1));
        });
    }

    private static boolean fitsScalar(Object value, Scalar type, int depth) {
        return switch (type) {
            case INTEGER -> isWhole(value, INTS);
            case LONG -> isWhole(value, LONGS);
            case DECIMAL -> value instanceof Number && isReadable(value, depth);
            case BOOLEAN -> value instanceof Boolean;
            case INT_OR_STRING -> value instanceof String || isWhole(value, LONGS);
            case ANY -> isReadable(value, depth);
            case QUANTITY -> value instanceof String || (value instanceof Number && isReadable(value, depth));
            case TEXT, DATE_TIME, PASSWORD -> value instanceof String;
        };
    }

    private static boolean isWhole(Object value, BigInteger limit) {
        if (value instanceof BigDecimal || !(value instanceof Number)) {
            return false;
        }
        BigInteger whole = new BigInteger(value.toString());
        return whole.compareTo(limit) < 0 && whole.compareTo(limit.negate()) >= 0;
    }

    private static boolean isReadable(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(item -> isReadable(item, depth + 1));
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(item -> isReadable(item, depth + 1));
        }
        return !(value instanceof Number) || value.toString().length() <= MAX_DIGITS;
    }
}
