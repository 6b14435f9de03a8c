package dev.kopf.runtime.resource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Compares what comes out with what Kopf makes of it. Numbers are compared as Python keeps them, texts in annotations as JSON (R20).
 */
public final class Same {

    private final boolean keysInOrder;

    private Same(boolean keysInOrder) {
        this.keysInOrder = keysInOrder;
    }

    /** Asserts that two values are the same, whatever the order of their keys. */
    public static void assertSame(@Nullable Object actual, @Nullable Object expected) {
        if (!new Same(false).same(actual, expected)) {
            Assertions.assertThat(Json.write(actual)).isEqualTo(Json.write(expected));
            Assertions.fail("differs in a way that does not show: " + Json.write(actual));
        }
    }

    /** Asserts that two values are the same, with the same order of keys. */
    public static void assertSameInOrder(@Nullable Object actual, @Nullable Object expected) {
        if (!new Same(true).same(actual, expected)) {
            Assertions.assertThat(Json.write(actual)).isEqualTo(Json.write(expected));
            Assertions.fail("differs in a way that does not show: " + Json.write(actual));
        }
    }

    /** Asserts that two lists are the same but for the order of their items. */
    public static void assertSameItems(List<?> actual, List<?> expected) {
        List<?> left = new ArrayList<>(actual);
        Assertions.assertThat(actual).as("%s", Json.write(actual)).hasSameSizeAs(expected);
        for (Object item : expected) {
            Object found = left.stream()
                    .filter(candidate -> new Same(false).same(candidate, item))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(Json.write(item) + " is not in " + Json.write(actual)));
            left.remove(found);
        }
    }

    private boolean same(@Nullable Object actual, @Nullable Object expected) {
        if (actual instanceof Map<?, ?> left && expected instanceof Map<?, ?> right) {
            return sameMaps(left, right, keysInOrder);
        }
        if (actual instanceof List<?> left && expected instanceof List<?> right) {
            return left.size() == right.size()
                    && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        }
        if (actual instanceof Number left && expected instanceof Number right) {
            return Json.equal(left, right)
                    || ((!isInteger(left) || !isInteger(right)) && left.doubleValue() == right.doubleValue());
        }
        if (actual instanceof String left && expected instanceof String right) {
            return left.equals(right) || sameTexts(left, right);
        }
        return Json.identical(actual, expected);
    }

    private boolean sameMaps(Map<?, ?> left, Map<?, ?> right, boolean inOrder) {
        List<Object> leftKeys = new ArrayList<>(left.keySet());
        List<Object> rightKeys = new ArrayList<>(right.keySet());
        boolean sameKeys = inOrder ? leftKeys.equals(rightKeys) : left.keySet().equals(right.keySet());
        return sameKeys && leftKeys.stream().allMatch(key -> same(left.get(key), right.get(key)));
    }

    /** Texts that hold JSON objects: the same end, only ASCII, and the same content in the same order. */
    private static boolean sameTexts(String left, String right) {
        if (!left.startsWith("{") || !right.startsWith("{") || left.endsWith("\n") != right.endsWith("\n")) {
            return false;
        }
        boolean ascii = left.chars().allMatch(c -> c < 0x7f);
        return ascii && new Same(true).same(Json.parse(left), Json.parse(right));
    }

    private static boolean isInteger(Number number) {
        return !(number instanceof BigDecimal);
    }
}
