package dev.kopf.runtime.typed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two plain values (R19): numbers by value, a field that is null as good as none; but not inside of lists, where the two
 * differ, as they do to Kopf (D-22), so that a change that calls a handler is one here too. Objects are compared at each event, and mostly
 * are the same: nothing is made for the maps and lists in them. Not safe for use by several threads.
 */
final class SameJson implements BiConsumer<Object, @Nullable Object> {

    /** The map that the fields are looked for in. */
    private Map<?, ?> other = Map.of();

    /** Whether the fields only have to be there, as their values were compared already. */
    private boolean presenceOnly;

    /** In how many lists the values are. */
    private int lists;

    private boolean same = true;

    private SameJson() {}

    static boolean compare(@Nullable Object one, @Nullable Object other) {
        return one == other || new SameJson().values(one, other);
    }

    private boolean values(@Nullable Object one, @Nullable Object two) {
        if (one == two) {
            return true;
        }
        if (one instanceof JsonBacked || two instanceof JsonBacked) {
            return values(JsonValues.plain(one), JsonValues.plain(two));
        }
        if (one instanceof Map<?, ?> map) {
            return two instanceof Map<?, ?> otherMap && maps(map, otherMap);
        }
        if (one instanceof List<?> list) {
            return two instanceof List<?> otherList && lists(list, otherList);
        }
        if (one instanceof Number number) {
            return two instanceof Number otherNumber && numbers(number, otherNumber);
        }
        return one != null && one.equals(two);
    }

    private boolean maps(Map<?, ?> one, Map<?, ?> two) {
        Map<?, ?> outer = other;
        boolean outerPresence = presenceOnly;
        other = two;
        presenceOnly = false;
        one.forEach(this);
        other = one;
        presenceOnly = true;
        two.forEach(this);
        other = outer;
        presenceOnly = outerPresence;
        return same;
    }

    @Override
    public void accept(Object key, @Nullable Object value) {
        if (same) {
            Object counterpart = other.get(key);
            boolean missing = counterpart == null && (value != null || (lists > 0 && !other.containsKey(key)));
            same = !missing && (presenceOnly || values(value, counterpart));
        }
    }

    private boolean lists(List<?> one, List<?> two) {
        int size = one.size();
        if (size != two.size()) {
            return false;
        }
        lists++;
        boolean equal = true;
        for (int i = 0; i < size && equal; i++) {
            equal = values(one.get(i), two.get(i));
        }
        lists--;
        return equal;
    }

    private static boolean numbers(Number one, Number two) {
        if (isSmall(one) && isSmall(two)) {
            return one.longValue() == two.longValue();
        }
        return one.equals(two) || decimal(one).compareTo(decimal(two)) == 0;
    }

    private static boolean isSmall(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
