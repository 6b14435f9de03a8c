package dev.kopf.runtime.typed;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as plain values, in the order it was written, with every null and every digit it had. Any Jackson mapper reads and
 * writes it losslessly, whatever the mapper's settings.
 *
 * <p>Unmodifiable, and safe for use by several threads as long as nobody changes a map that was {@linkplain #wrap wrapped}.
 *
 * @see dev.kopf.runtime.resource.Json
 */
@JsonDeserialize(using = JsonObjectReader.class)
@JsonSerialize(using = JsonObjectWriter.class)
public final class JsonObject extends AbstractMap<String, @Nullable Object> {

    /** The object without fields. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, @Nullable Object> values;

    private JsonObject(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * An object of these values, which are copied.
     *
     * @param values plain JSON values, or generated objects
     * @throws IllegalArgumentException if a value is nothing that JSON knows
     */
    public static JsonObject of(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, Plain.of(value)));
        return new JsonObject(copy);
    }

    /**
     * An object over these values, which are not copied.
     *
     * @param values plain JSON values all through; must not be changed by anybody
     */
    public static JsonObject wrap(Map<String, @Nullable Object> values) {
        return values instanceof JsonObject object ? object : new JsonObject(values);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return values.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return values.containsKey(key);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        values.forEach(action);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Collections.unmodifiableMap(values).entrySet();
    }
}
