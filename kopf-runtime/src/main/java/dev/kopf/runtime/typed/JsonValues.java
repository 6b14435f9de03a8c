package dev.kopf.runtime.typed;

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
        return value instanceof JsonBacked typed ? typed.plain() : value;
    }
}
