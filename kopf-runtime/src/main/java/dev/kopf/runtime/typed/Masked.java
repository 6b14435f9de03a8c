package dev.kopf.runtime.typed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For generated code: an object as its {@code toString()} shows it, without the secrets in it. Not safe for use by several threads. */
public final class Masked {

    private final Map<String, @Nullable Object> fields;

    /** @param fields the object with its secrets */
    public Masked(JsonObject fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    /** Shows a field only as its type does. What does not fit the type is not shown either: it may be a secret all the same. */
    public void field(String name, Type<?> type) {
        Object value = fields.get(name);
        if (value != null) {
            Object typed = type.read(value);
            fields.put(name, typed == null ? Password.MASK : typed);
        }
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
