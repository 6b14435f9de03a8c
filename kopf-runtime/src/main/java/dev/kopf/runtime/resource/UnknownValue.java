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

    /** Whether such a text is at a path, or on the way to it. */
    public static boolean isOn(FieldPath path, @Nullable Object value) {
        Object current = value;
        for (String key : path.keys()) {
            if (!(current instanceof Map<?, ?> map)) {
                break;
            }
            current = map.get(key);
        }
        return is(current);
    }

    /** Whether a plain JSON value is such a text, or has one in it. */
    public static boolean isIn(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(UnknownValue::isIn);
        }
        return value instanceof List<?> list ? list.stream().anyMatch(UnknownValue::isIn) : is(value);
    }
}
