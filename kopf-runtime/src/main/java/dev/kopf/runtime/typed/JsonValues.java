package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.CoreObjects;
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

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonBacked typed) {
            return typed.plain();
        }
        // To fabric8's classes 1000m and 1 are equal, and so are texts that the API server tells apart.
        return value != null && CoreObjects.isPart(value) ? CoreObjects.plain(value) : value;
    }
}
