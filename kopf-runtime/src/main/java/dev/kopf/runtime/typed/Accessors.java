package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For generated code: what classes have beside getters. */
public final class Accessors {

    /** Each default is parsed once. As many as generated code has. */
    private static final Map<String, Object> DEFAULTS = new ConcurrentHashMap<>();

    private Accessors() {}

    private static Object parsed(String json) {
        Object plain = Plain.of(Json.parse(json));
        if (plain == null) {
            throw new IllegalArgumentException("a default that is null");
        }
        return plain;
    }

    /**
     * A value that may be null, or the default where it is absent or does not fit: to the API server a null that the schema allows is a
     * value, which keeps the default away.
     *
     * @param fields the object that has it
     * @param name its name in the object
     * @param type its type
     * @param json the default as JSON, which fits the type
     * @return null where the object has null
     * @throws IllegalArgumentException if the default does not fit
     */
    public static <T> @Nullable T orDefault(Map<String, ?> fields, String name, Type<T> type, String json) {
        Object plain = fields.get(name);
        if (plain == null && fields.containsKey(name)) {
            return null;
        }
        return orDefault(plain == null ? null : type.read(plain), type, json);
    }

    /**
     * A value, or the default where there is none.
     *
     * @param value the value; null where it is absent, null, or does not fit
     * @param type its type
     * @param json the default as JSON, which fits the type
     * @throws IllegalArgumentException if the default does not fit
     */
    public static <T> T orDefault(@Nullable T value, Type<T> type, String json) {
        if (value != null) {
            return value;
        }
        T fallback = type.read(DEFAULTS.computeIfAbsent(json, Accessors::parsed));
        if (fallback == null) {
            throw new IllegalArgumentException("a default that does not fit its type: " + json);
        }
        return fallback;
    }

    /**
     * The first item of a list that has this key; numbers are compared by value.
     *
     * @param items the list; null where it is absent
     * @param keyOf reads the key of an item
     * @return null where there is none
     */
    public static <V> @Nullable V item(
            @Nullable List<V> items, Function<? super V, ? extends @Nullable Object> keyOf, @Nullable Object key) {
        for (V item : items == null ? List.<V>of() : items) {
            if (item != null && Plain.same(keyOf.apply(item), key)) {
                return item;
            }
        }
        return null;
    }

    /**
     * Which one of several fields is set; a field that is null is not.
     *
     * @param alternatives one for each name
     * @param names the fields
     * @return null where none or more than one is
     */
    public static <E> @Nullable E only(Map<String, ?> fields, E[] alternatives, String... names) {
        E only = null;
        for (int i = 0; i < names.length; i++) {
            if (fields.get(names[i]) != null) {
                if (only != null) {
                    return null;
                }
                only = alternatives[i];
            }
        }
        return only;
    }
}
