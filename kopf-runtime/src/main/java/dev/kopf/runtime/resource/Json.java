package dev.kopf.runtime.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON values: {@link Map} (of text to value, in order), {@link List}, {@link String}, {@link Number} ({@code Integer},
 * {@code Long}, {@code BigInteger}, {@code BigDecimal}, so that digits are kept), {@link Boolean} and null.
 */
public final class Json {

    /** Deeper than the 10,000 levels that API servers take: one such object in a list must not keep the others from being read. */
    private static final int DEEPEST = 20_000;

    /**
     * API servers bound the levels of objects, not of texts in annotations: one that somebody wrote there must not be deeper than what is
     * done with it bears.
     */
    private static final int DEEPEST_STORED = 3_000;

    private static final ObjectReader READER = reader(DEEPEST);
    private static final ObjectReader STORED_READER = reader(DEEPEST_STORED);

    private static ObjectReader reader(int deepest) {
        return JsonMapper.builder(JsonFactory.builder()
                        // The default keeps buffers for each thread, and a virtual one works on one object only.
                        .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(Integer.MAX_VALUE)
                                .maxNameLength(Integer.MAX_VALUE)
                                .maxNumberLength(Integer.MAX_VALUE)
                                .maxNestingDepth(deepest)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(Object.class);
    }

    private Json() {}

    /**
     * The value that a text describes.
     *
     * @throws JsonException where the text is no JSON
     */
    public static @Nullable Object parse(String text) {
        return parse(READER, text);
    }

    /**
     * The value that a text describes which is kept on an object, where anybody may have written it.
     *
     * @throws JsonException where the text is no JSON, or nested more deeply than anything that is stored
     */
    public static @Nullable Object parseStored(String text) {
        return parse(STORED_READER, text);
    }

    private static @Nullable Object parse(ObjectReader reader, String text) {
        return parse(() -> SignedZeros.mayBeIn(text)
                ? reader.readValue(new SignedZeros(reader.createParser(text)))
                : reader.readValue(text));
    }

    /**
     * The value that a text in UTF-8 describes.
     *
     * @throws JsonException where the text is no JSON
     */
    public static @Nullable Object parse(byte[] utf8) {
        return parse(() -> SignedZeros.mayBeIn(utf8)
                ? READER.readValue(new SignedZeros(READER.createParser(utf8)))
                : READER.readValue(utf8));
    }

    /** A value as compact JSON, all ASCII, keys in the order of the maps (D-4). Numbers keep their digits (R19, R20). */
    public static String write(@Nullable Object value) {
        var text = new StringBuilder(256);
        JsonWriter.write(value, text);
        return text.toString();
    }

    /**
     * Whether nothing differs between two values (R19): numbers are equal by value, a boolean is no number, the order of keys does not
     * count, and a key with null is as good as none. Inside of lists null and absent differ, as they do to Kopf (D-22).
     */
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (!(one instanceof Map<?, ?> left && other instanceof Map<?, ?> right)) {
            return identical(one, other);
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            if (!equal(entry.getValue(), right.get(entry.getKey()))) {
                return false;
            }
        }
        for (Map.Entry<?, ?> entry : right.entrySet()) {
            if (entry.getValue() != null && !left.containsKey(entry.getKey())) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #equal}, but a key with null differs from none at every depth. */
    public static boolean identical(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Number left && other instanceof Number right) {
            return equalNumbers(left, right);
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return identicalMaps(left, right);
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            return identicalLists(left, right);
        }
        return one != null && one.equals(other);
    }

    /** A copy of the value whose maps and lists may be changed at every depth. */
    public static @Nullable Object mutableCopy(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return mutableCopy(map(value));
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(mutableCopy((Object) item)));
            return copy;
        }
        return value;
    }

    /** A copy of the map that may be changed at every depth. */
    public static Map<String, @Nullable Object> mutableCopy(Map<String, @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, mutableCopy(value)));
        return copy;
    }

    /** The value as a map, or an empty map where it is none. */
    @SuppressWarnings("unchecked") // a map among plain JSON values has texts as keys
    public static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The value as a list, or an empty list where it is none. */
    @SuppressWarnings("unchecked") // a list among plain JSON values has plain JSON values
    public static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    /** A number as a decimal of the same value. */
    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            return new BigDecimal(number.toString());
        }
        return BigDecimal.valueOf(number.longValue());
    }

    private static boolean equalNumbers(Number left, Number right) {
        return left.equals(right) || decimal(left).compareTo(decimal(right)) == 0;
    }

    private static boolean identicalMaps(Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            Object other = right.get(entry.getKey());
            if (!identical(entry.getValue(), other) || (other == null && !right.containsKey(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean identicalLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!identical(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object parse(Source source) {
        try {
            return source.read();
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            int line = where == null ? 0 : where.getLineNr();
            int column = where == null ? 0 : where.getColumnNr();
            throw new JsonException(e.getOriginalMessage(), line, column, e);
        } catch (IOException | NumberFormatException e) {
            throw new JsonException(String.valueOf(e.getMessage()), 0, 0, e);
        }
    }

    /** Where a value is read from. */
    private interface Source {
        @Nullable
        Object read() throws IOException;
    }
}
