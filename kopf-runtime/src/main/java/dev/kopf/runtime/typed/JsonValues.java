package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.CoreObjects;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For the runtime: values, typed or plain, as the JSON that they stand for. */
public final class JsonValues {

    private JsonValues() {}

    /**
     * Whether two values are the same JSON: numbers by value, a field that is null as good as none (R19). No typed value is made
     * for it, not even of items that do not fit their type.
     */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return Plain.same(plain(one), plain(other));
    }

    /** A hash that fits {@link #same}. */
    public static int hash(@Nullable Object value) {
        return Plain.hash(plain(value));
    }

    /** The plain value that a typed one stands for; not a copy, so nobody must change it. A plain value is itself. */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonBacked typed) {
            return typed.plain();
        }
        // To fabric8's classes 1000m and 1 are equal, and so are texts that the API server tells apart.
        return value instanceof KubernetesResource ? CoreObjects.plain(value) : value;
    }

    /**
     * The plain value of a field of an object.
     *
     * @param object a generated object or a plain value
     * @return null where the object has no field of this name, or is none
     */
    public static @Nullable Object field(@Nullable Object object, String name) {
        if (object instanceof JsonBacked typed) {
            return typed.plain(name);
        }
        return object instanceof Map<?, ?> fields ? fields.get(name) : null;
    }
}
