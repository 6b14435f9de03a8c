package dev.kopf.runtime.essence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plain JSON values, and keys made of them, as what equals where two are the same (R19): numbers by value, a null field as none. */
final class Values {

    private Values() {}

    /** A value that equals that of another one where the two are the same. */
    static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Number number) {
            return decimal(number).stripTrailingZeros();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> fields = new HashMap<>();
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
        return value;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
