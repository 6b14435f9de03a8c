package dev.kopf.runtime.handler;

import java.util.Objects;

/**
 * The id of a handler: the key of its stored progress and of its result in {@code status} (G-4). Unique within a kind (R10).
 * The default is the name of the method, such as {@code onSpecSizeChange}.
 *
 * @param value the id, not blank, without control characters and line ends
 */
public record HandlerId(String value) {

    public HandlerId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("A handler's id must not be blank.");
        }
        if (value.codePoints().anyMatch(HandlerId::endsLine)) {
            throw new IllegalArgumentException(
                    "A handler's id must have no line ends and no control characters, which stand as" + " '?' here: '"
                            + shown(value) + "'");
        }
    }

    /** It is said in logs, a line each. */
    private static boolean endsLine(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().forEach(c -> shown.appendCodePoint(endsLine(c) ? '?' : c));
        return shown.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
