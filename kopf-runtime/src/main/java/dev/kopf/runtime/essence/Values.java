package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.typed.JsonValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Typed values compared as JSON is, as generated classes compare too (R19): numbers by value, a key with null as good as none. */
final class Values {

    private Values() {}

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return JsonValues.same(one, other);
    }

    /** A value that equals that of another one where the two are the same. */
    static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Number number) {
            return decimal(number).stripTrailingZeros();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> fields = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                if (inner != null) {
                    fields.put(key, Objects.requireNonNull(canonical(inner)));
                }
            });
            return fields;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(canonical(item)));
            return items;
        }
        if (value instanceof Set<?> set) {
            Set<@Nullable Object> items = new LinkedHashSet<>();
            set.forEach(item -> items.add(canonical(item)));
            return items;
        }
        return value != null && CoreObjects.isPart(value) ? canonical(CoreObjects.plain(value)) : value;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
