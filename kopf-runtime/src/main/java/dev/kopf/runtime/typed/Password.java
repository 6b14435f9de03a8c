package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kopf.runtime.resource.UnknownValue;
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

    /**
     * Whether the secret itself is here. It is not where a handler is told what it was before it changed: of secrets only digests are
     * kept (R12), and {@link #text()} is what stands for it then.
     */
    @JsonIgnore
    public boolean isKnown() {
        return !UnknownValue.is(text);
    }

    /** The secret itself, where it {@linkplain #isKnown() is known}. */
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
