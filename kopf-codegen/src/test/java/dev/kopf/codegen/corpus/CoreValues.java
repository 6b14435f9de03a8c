package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.codegen.model.TypeModel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What fabric8's classes have to show of JSON: all but nulls, empty lists and maps, and numbers that do not fit. */
final class CoreValues {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private CoreValues() {}

    /** Whether a class of fabric8's is in a type. */
    static boolean isIn(TypeModel type) {
        if (type instanceof TypeModel.MapOf map) {
            return isIn(map.value());
        }
        if (type instanceof TypeModel.ListOf list) {
            return isIn(list.item());
        }
        if (type instanceof TypeModel.SetOf set) {
            return isIn(set.item());
        }
        return type instanceof TypeModel.KeyedListOf keyed ? isIn(keyed.item()) : type instanceof TypeModel.CoreType;
    }

    /** What an object of fabric8's does not show of a JSON object; empty where it shows all that it can. */
    static Optional<String> notShown(String path, Object typed, Object raw) {
        return difference(path, raw, PLAIN.convertValue(typed, Object.class));
    }

    private static Optional<String> difference(String path, @Nullable Object raw, @Nullable Object shown) {
        if (isNothing(raw) || (shown == null && isLarge(raw))) {
            return Optional.empty();
        }
        if (raw instanceof Map<?, ?> map && shown instanceof Map<?, ?> fields) {
            return map.entrySet().stream()
                    .map(entry -> difference(path + "." + entry.getKey(), entry.getValue(), fields.get(entry.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (raw instanceof List<?> list && shown instanceof List<?> items && list.size() == items.size()) {
            for (int i = 0; i < list.size(); i++) {
                Optional<String> inside = difference(path + "[" + i + "]", list.get(i), items.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }
        return isSame(raw, shown) ? Optional.empty() : Optional.of(path + " is " + raw + ", and reads as " + shown);
    }

    private static boolean isNothing(@Nullable Object raw) {
        return raw == null
                || (raw instanceof Map<?, ?> map && map.values().stream().allMatch(CoreValues::isNothing))
                || (raw instanceof Collection<?> items && items.isEmpty());
    }

    /** Whether it is more than Kubernetes knows in such a place: 32 bits. */
    private static boolean isLarge(@Nullable Object raw) {
        return raw instanceof Number number
                && new BigDecimal(number.toString()).abs().compareTo(new BigDecimal(Integer.MAX_VALUE)) > 0;
    }

    // A quantity is written as a text.
    private static boolean isSame(@Nullable Object raw, @Nullable Object shown) {
        if (raw instanceof Number && (shown instanceof Number || shown instanceof String)) {
            return new BigDecimal(raw.toString()).compareTo(new BigDecimal(shown.toString())) == 0;
        }
        return raw != null && raw.equals(shown);
    }
}
