package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text of which the schema knows some values. A value that the schema does not know is as good as the others, and stays what it is.
 *
 * <p>Immutable and safe for use by several threads.
 */
public abstract class OpenEnum implements JsonBacked {

    private final String value;

    /** @param value the text */
    protected OpenEnum(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The text as it stands in the object. */
    @JsonValue
    public final String value() {
        return value;
    }

    @Override
    public final Object plain() {
        return value;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the same text of two schemas is two things
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((OpenEnum) other).value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }
}
