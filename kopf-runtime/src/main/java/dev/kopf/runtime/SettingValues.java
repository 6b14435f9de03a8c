package dev.kopf.runtime;

import dev.kopf.runtime.handler.Durations;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.resource.FieldPath;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands for the value of a setting in a file or a variable. */
final class SettingValues {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    /** What Kopf takes for true. */
    static final Set<String> YES = Set.of("1", "true", "t", "yes", "y", "on");

    /** What Kopf takes for false. */
    static final Set<String> NO = Set.of("0", "false", "f", "no", "n", "off");

    private SettingValues() {}

    /**
     * A value.
     *
     * @param written a text, a number, a truth value, or a list of texts
     * @throws IllegalArgumentException if it is none of that type; the message says what would be
     */
    static Object read(Type type, Object written) {
        if (type instanceof ParameterizedType) {
            return paths(written); // the one list that there is
        }
        if (written instanceof Map || written instanceof List) {
            throw new IllegalArgumentException("one value is wanted here, and not: " + written);
        }
        String text = String.valueOf(written).strip();
        if (type == String.class) {
            return text;
        }
        if (type == boolean.class) {
            return truth(text);
        }
        if (type == int.class) {
            return number(text);
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (type == URI.class) {
            return URI.create(text);
        }
        if (type == Lifecycle.class) {
            return Lifecycle.named(text);
        }
        return constant((Class<?>) type, text);
    }

    private static List<FieldPath> paths(Object written) {
        List<?> texts = written instanceof List<?> list
                ? list
                : Arrays.asList(String.valueOf(written).strip().split("\\s+", -1));
        return texts.stream().map(SettingValues::path).toList();
    }

    private static FieldPath path(@Nullable Object written) {
        FieldPath path = FieldPath.parse(written instanceof String text ? text.strip() : "");
        if (path.isRoot() || path.keys().contains("")) {
            throw new IllegalArgumentException("a path such as spec.field is wanted here, and not: '" + written + "'");
        }
        return path;
    }

    private static boolean truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new IllegalArgumentException("true or false is wanted here, and not: " + text);
        }
        return YES.contains(word);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number of 32 bits is wanted here, and not: " + text, e);
        }
    }

    /** A number alone is one of seconds, as in Kopf. */
    private static Duration duration(String text) {
        return Durations.parse(NUMBER.matcher(text).matches() ? text + "s" : text);
    }

    private static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "one of " + Arrays.toString(constants) + " is wanted here, and not: " + text));
    }
}
