package dev.kopf.runtime.typed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TypedObject}. Not safe for use by several threads.
 *
 * @param <T> what is built
 * @param <B> the class of the builder itself, for chaining
 */
public abstract class TypedBuilder<T, B extends TypedBuilder<T, B>> {

    private final Map<String, @Nullable Object> fields;

    /** @param start the fields to start from */
    protected TypedBuilder(JsonObject start) {
        fields = new LinkedHashMap<>(start);
    }

    /** Builds the object. */
    public abstract T build();

    /** This builder, as what it is. */
    protected abstract B self();

    /**
     * Sets a field by its name in JSON, also one that the schema does not know.
     *
     * @param value a plain JSON value, a generated object, or one of fabric8's; null is written as null
     */
    public final B field(String name, @Nullable Object value) {
        fields.put(name, Plain.of(value));
        return self();
    }

    /**
     * Sets a field, or takes it away where the value is null. What a class of fabric8's in the value does not show stays as it was where
     * nobody changed it.
     */
    protected final B put(String name, @Nullable Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, Merge.written(value, fields.get(name)));
        }
        return self();
    }

    /** What was set so far. */
    protected final JsonObject fields() {
        return JsonObject.wrap(new LinkedHashMap<>(fields));
    }
}
