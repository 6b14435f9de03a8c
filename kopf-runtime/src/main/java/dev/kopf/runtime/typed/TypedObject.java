package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A typed view of a JSON object: what generated classes of nested objects are. It keeps the object as it came, with fields that the
 * schema does not know, nulls and digits. A field whose value does not fit the schema reads as null, and is kept (R14).
 *
 * <p>Two are equal where they are the same JSON: numbers by value, and a field that is null is as good as none (R19).
 *
 * <p>Immutable and safe for use by several threads.
 */
// Generated getters are none of Jackson's: it takes getAb() and getAB() for two of one property.
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
public abstract class TypedObject implements JsonBacked {

    private final JsonObject fields;

    /** @param fields the object as it came */
    protected TypedObject(JsonObject fields) {
        this.fields = Objects.requireNonNull(fields, "fields");
    }

    /** All fields as plain JSON values, also those that the schema does not know; unmodifiable. */
    @JsonValue
    public final JsonObject asMap() {
        return fields;
    }

    @Override
    public final Object plain() {
        return fields;
    }

    @Override
    public final @Nullable Object plain(String field) {
        return fields.get(field);
    }

    /**
     * A field seen as a type.
     *
     * @return null where it is absent, null, or does not fit
     */
    protected final <T> @Nullable T get(String name, Type<T> type) {
        Object value = fields.get(name);
        return value == null ? null : type.read(value);
    }

    /**
     * A field that the schema requires, seen as a type.
     *
     * @return null only where the object breaks the schema, which is no error (R14)
     */
    @SuppressWarnings("NullAway") // what the schema requires is there, as everybody takes for granted
    protected final <T> T required(String name, Type<T> type) {
        return get(name, type);
    }

    /** What {@code toString()} shows: all fields; generated classes with secrets in them leave those out. */
    protected Object shown() {
        return fields;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the same JSON of two schemas is two things
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && Plain.same(fields, ((TypedObject) other).fields);
    }

    @Override
    public final int hashCode() {
        return Plain.hash(fields);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + shown();
    }
}
