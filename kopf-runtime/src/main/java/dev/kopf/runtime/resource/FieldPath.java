package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path of keys into an object, such as {@code spec.size} (F-9). The empty path is the object itself.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param keys the keys from the outside in
 */
public record FieldPath(List<String> keys) {

    /** The object itself. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        keys = List.copyOf(keys);
    }

    /** The path of these keys, which may hold dots. */
    public static FieldPath of(String... keys) {
        return new FieldPath(List.of(keys));
    }

    /** The path that a dotted text names; the empty text is the root. */
    public static FieldPath parse(String dotted) {
        return dotted.isEmpty() ? ROOT : new FieldPath(List.of(dotted.split("\\.", -1)));
    }

    /** This path, one key deeper. */
    public FieldPath child(String key) {
        var deeper = new ArrayList<>(keys);
        deeper.add(key);
        return new FieldPath(deeper);
    }

    /** Whether this is the object itself. */
    public boolean isRoot() {
        return keys.isEmpty();
    }

    /**
     * The value at this path, or null where it is absent, null, or the path crosses something that is no map (D-9).
     *
     * @param value a plain JSON value
     */
    public @Nullable Object resolve(@Nullable Object value) {
        Object current = value;
        for (String key : keys) {
            if (!(current instanceof Map<?, ?> map)) {
                return null;
            }
            current = map.get(key);
        }
        return current;
    }

    /** The keys joined by dots. */
    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
