package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that is secret ({@code format: password}): it is written to JSON as it is, and never shown by {@code toString()} (R12).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Password implements JsonBacked {

    /** What is shown of it. */
    static final String MASK = "***";

    private final String text;

    private Password(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The secret that is this text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Password of(String text) {
        return new Password(text);
    }

    static @Nullable Password read(Object plain) {
        return plain instanceof String text ? new Password(text) : null;
    }

    /** The secret itself. */
    @JsonValue
    public String text() {
        return text;
    }

    @Override
    public Object plain() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Password that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Always {@code ***}. */
    @Override
    public String toString() {
        return MASK;
    }
}
