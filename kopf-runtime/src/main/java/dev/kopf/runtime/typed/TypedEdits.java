package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.BodyEdit;
import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** For the runtime: changes of objects by functions on typed values, which keep what the types do not know (R14). */
public final class TypedEdits {

    private TypedEdits() {}

    /**
     * The change of a part of an object.
     *
     * @param path where the part is; the root for the whole object
     * @param type a generated class, or fabric8's
     * @param change gives the part as it is to be; null takes it away. A part that is absent looks empty (G-7)
     * @throws IllegalArgumentException if the class is neither
     */
    public static <T> BodyEdit edit(FieldPath path, Class<T> type, UnaryOperator<T> change) {
        return object -> {
            Map<String, @Nullable Object> part = Json.map(path.resolve(object));
            T typed = read(part, type);
            Object now = Merge.changed(change.apply(typed), part);
            if (path.isRoot()) {
                return Json.map(now);
            }
            return now == null ? path.without(object) : path.with(object, now);
        };
    }

    private static <T> T read(Map<String, @Nullable Object> part, Class<T> type) {
        if (JsonBacked.class.isAssignableFrom(type)) {
            return TypedResources.readerOf(type).apply(part);
        }
        T typed = CoreObjects.read(part, type);
        if (typed == null) {
            throw new IllegalArgumentException("The object cannot be read as " + type.getName() + ".");
        }
        return typed;
    }
}
