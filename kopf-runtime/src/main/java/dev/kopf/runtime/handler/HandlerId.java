package dev.kopf.runtime.handler;

import java.util.Objects;

/**
 * The id of a handler: the key of its stored progress and of its result in {@code status} (G-4). Unique within a kind (R10).
 * The default is the name of the method, such as {@code onSpecSizeChange}.
 *
 * @param value the id, not blank, without white space and control characters
 */
public record HandlerId(String value) {

    public HandlerId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("A handler's id must not be blank.");
        }
        if (value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("A handler's id must have no white space and no control characters: "
                    + value.replaceAll("\\s|\\p{Cntrl}", "?"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
