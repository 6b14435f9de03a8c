package dev.kopf.runtime.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON values: {@link Map} (of text to value, in order), {@link List}, {@link String}, {@link Number} ({@code Integer},
 * {@code Long}, {@code BigInteger}, {@code BigDecimal}, so that digits are kept), {@link Boolean} and null.
 */
public final class Json {

    private Json() {}

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
}
