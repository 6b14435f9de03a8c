package dev.kopf.runtime.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text that stands in a stored state for a value that is not kept: only its digest is, so that a change of it is seen, and not what
 * it was (R12, R13).
 */
public final class UnknownValue {

    private static final String PREFIX = "kopf.zalando.org/digest:";

    private UnknownValue() {}

    /** The text for the value that has this digest. */
    public static String of(String digest) {
        return PREFIX + digest;
    }

    /** Whether a plain JSON value only stands for one that is not known. */
    public static boolean is(@Nullable Object value) {
        return value instanceof String text && text.startsWith(PREFIX);
    }

    /** Whether a plain JSON value is such a text, or has one in it. */
    public static boolean isIn(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(UnknownValue::isIn);
        }
        return value instanceof List<?> list ? list.stream().anyMatch(UnknownValue::isIn) : is(value);
    }
}
