package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.CoreObjects;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON values: made of typed ones, and compared as JSON is (R19): numbers by value, a null field as good as none. */
final class Plain {

    private Plain() {}

    /** The plain value that a typed one stands for; copied where it could change. */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof JsonBacked typed) {
            return typed.plain();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, item) -> copy.put(String.valueOf(name), of(item)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(of(item)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof KubernetesResource) {
            return of(CoreObjects.plain(value));
        }
        throw new IllegalArgumentException(
                "not a JSON value: " + value.getClass().getName());
    }

    private static Number number(Number number) {
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof BigInteger
                || number instanceof BigDecimal) {
            return number;
        }
        if (number instanceof Short || number instanceof Byte) {
            return number.intValue();
        }
        return new BigDecimal(number.toString());
    }

    /** Whether two plain values are the same JSON. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return SameJson.compare(one, other);
    }

    /** A hash that fits {@link #same}. */
    static int hash(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            int sum = 1;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sum += entry.getValue() == null ? 0 : entry.getKey().hashCode() ^ hash(entry.getValue());
            }
            return sum;
        }
        if (value instanceof List<?> list) {
            int sum = 1;
            for (Object item : list) {
                sum = 31 * sum + hash(item);
            }
            return sum;
        }
        if (value instanceof Number number) {
            return Double.hashCode(number.doubleValue() + 0.0);
        }
        return value == null ? 0 : value.hashCode();
    }
}
