package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for the properties of an object that is made from a schema, each in its turn. Not safe for use by several threads. */
final class Samples {

    private static final int MAX_TEXT = 64;

    private static final List<String> UNICODE = List.of(
            "\"quoted\" \\ and / and 'single'",
            "\u0000\u0001\b\f\n\r\t\u001f\u007f\u0085",
            "Grüße, 你好, \uD83D\uDE80\uD834\uDD1E, e\u0301",
            "\u2028\u2029\uFEFF\uFFFD\u202E",
            "",
            " ",
            "*/ \\u002a/ ${jndi:x} <b> & @see",
            "null",
            "1.50",
            "- a: [1]\n# no comment");

    private static final List<Object> DECIMALS = numbers(
            "1.0",
            "1.50",
            "1e3",
            "1E-7",
            "0.1000000000000000055511151231257827021181583404541015625",
            "123456789012345678901234567890.10",
            "-0.5",
            "1e400",
            "100000000000000000000",
            "0");

    private final InstanceVariant variant;
    private int turn;

    Samples(InstanceVariant variant) {
        this.variant = variant;
    }

    /** A number as it is written. */
    record Digits(String text) {}

    private static List<Object> numbers(String... texts) {
        return Arrays.stream(texts).map(text -> (Object) new Digits(text)).toList();
    }

    /** Whether it is the turn of a value of another type. */
    boolean isMisfitsTurn() {
        return variant == InstanceVariant.MISFITS && turn++ % 3 == 0;
    }

    /** A value of any type. */
    Object misfit() {
        return pick(List.of(
                "text",
                new Digits("7"),
                new Digits("7.0"),
                true,
                List.of("a"),
                Map.of("a", new Digits("1")),
                List.of(),
                Map.of(),
                "9223372036854775808",
                new Digits("9223372036854775808"),
                new Digits("1.5"),
                new Digits("1e2")));
    }

    String text(Map<?, ?> schema) {
        List<?> values = schema.get("enum") instanceof List<?> list ? list : List.of();
        if (!values.isEmpty() && variant != InstanceVariant.TEXTS) {
            return enumValue(values);
        }
        String format = String.valueOf(schema.get("format"));
        return switch (format) {
            case "date-time", "datetime" -> dateTime();
            case "date" -> variant == InstanceVariant.MINIMUM ? "0001-01-01" : "9999-12-31";
            case "byte" -> variant == InstanceVariant.MINIMUM ? "" : "//79/A==";
            case "duration" -> pick(List.of("1h30m0.5s", "0s", "-1ns"));
            default -> plainText(schema);
        };
    }

    private String enumValue(List<?> values) {
        return switch (variant) {
            case PRECISE -> "KopfUnknownValue";
            case MAXIMUM -> String.valueOf(values.get(values.size() - 1));
            default -> String.valueOf(values.get(0));
        };
    }

    private String dateTime() {
        return switch (variant) {
            case MINIMUM -> "0001-01-01T00:00:00Z";
            case MAXIMUM -> "9999-12-31T23:59:59.999999999Z";
            case PRECISE ->
                pick(List.of(
                        "2026-11-21T10:20:30.123456789+05:30",
                        "2026-11-21T10:20:30.120000-11:00",
                        "2026-11-21T10:20:30.0Z",
                        "2016-12-31T23:59:60Z",
                        "2026-11-21t10:20:30.1z"));
            case TEXTS -> pick(List.of("2026-11-21T10:20:30.000001+00:00", "", "tomorrow", "2026-11-21"));
            default -> "2026-11-21T10:20:30Z";
        };
    }

    private String plainText(Map<?, ?> schema) {
        return switch (variant) {
            case MINIMUM -> "a".repeat(Math.min(MAX_TEXT, number(schema, "minLength", 0)));
            case MAXIMUM -> "z".repeat(Math.min(MAX_TEXT, number(schema, "maxLength", MAX_TEXT)));
            case PRECISE -> pick(List.of("1.50", "0010", "1e3", "100m", "1.5Gi"));
            case TEXTS -> pick(UNICODE);
            default -> "text";
        };
    }

    Object integer(Map<?, ?> schema) {
        boolean isInt = "int32".equals(schema.get("format"));
        return switch (variant) {
            case MINIMUM -> bound(schema, "minimum", isInt ? Integer.MIN_VALUE : Long.MIN_VALUE);
            case MAXIMUM -> bound(schema, "maximum", isInt ? Integer.MAX_VALUE : Long.MAX_VALUE);
            case PRECISE ->
                isInt
                        ? pick(numbers("2147483647", "-2147483648", "16777217"))
                        : pick(numbers(
                                "9007199254740993",
                                "2147483648",
                                "-9007199254740993",
                                "4294967296",
                                "9223372036854775807"));
            default -> new Digits(String.valueOf(turn++ % 100));
        };
    }

    Object decimal(Map<?, ?> schema) {
        return switch (variant) {
            case MINIMUM ->
                schema.get("minimum") instanceof Number least ? new Digits(least.toString()) : DECIMALS.get(6);
            case MAXIMUM ->
                schema.get("maximum") instanceof Number most ? new Digits(most.toString()) : DECIMALS.get(5);
            default -> pick(DECIMALS);
        };
    }

    boolean truth() {
        return variant != InstanceVariant.MINIMUM;
    }

    Object intOrString() {
        return switch (variant) {
            case MINIMUM -> new Digits("-2147483648");
            case MAXIMUM -> new Digits("2147483647");
            case PRECISE -> pick(numbers("9007199254740993", "4294967296", "0"));
            case TEXTS -> pick(UNICODE);
            case NULLS -> pick(List.of("50%", "http", "8080"));
            default -> turn % 2 == 0 ? "25%" : new Digits(String.valueOf(turn++));
        };
    }

    /** Values for an object of which nothing is known. */
    Map<String, @Nullable Object> anything() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (variant == InstanceVariant.MINIMUM) {
            return fields;
        }
        fields.put("numbers", DECIMALS);
        fields.put("texts", UNICODE);
        fields.put("null", null);
        fields.put("empty", List.of(Map.of(), List.of(), ""));
        fields.put("truth", Map.of("deep", List.of(true, List.of(false))));
        return fields;
    }

    /** Keys of a map. */
    List<String> keys() {
        return switch (variant) {
            case MINIMUM -> List.of();
            case MAXIMUM -> List.of("b", "a", "B");
            case TEXTS -> List.of(UNICODE.get(2), UNICODE.get(0), "");
            default -> List.of("key", "example.com/a-key");
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(turn++ % values.size());
    }

    private static int number(Map<?, ?> schema, String name, int otherwise) {
        return schema.get(name) instanceof Number number && number.longValue() >= 0
                ? (int) Math.min(MAX_TEXT, number.longValue())
                : otherwise;
    }

    private static Digits bound(Map<?, ?> schema, String name, long otherwise) {
        if (!(schema.get(name) instanceof Number bound)) {
            return new Digits(String.valueOf(otherwise));
        }
        BigDecimal exact = new BigDecimal(bound.toString());
        boolean isLong = exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return new Digits(String.valueOf(isLong ? exact.longValue() : otherwise));
    }

    /** The JSON of a value; with all but ASCII escaped where the texts are what matters. */
    String json(@Nullable Object value) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
            generator.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), variant == InstanceVariant.TEXTS);
            write(value, generator);
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be written", e);
        }
        return json.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                generator.writeFieldName(String.valueOf(field.getKey()));
                write(field.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object item : list) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Digits digits) {
            generator.writeNumber(digits.text());
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(value.toString());
        }
    }
}
