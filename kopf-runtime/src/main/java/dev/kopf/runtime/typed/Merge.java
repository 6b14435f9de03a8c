package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.resource.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes fabric8's classes over the plain values that they were read from. What they do not show, such as nulls, empty lists, the digits
 * of a quantity, and values that do not fit, stays as it was where nobody changed it.
 */
final class Merge {

    private Merge() {}

    /**
     * The plain value that a typed one stands for.
     *
     * @param value a typed value, or lists and maps of them
     * @param raw the plain value that it replaces; null for none
     */
    static @Nullable Object written(@Nullable Object value, @Nullable Object raw) {
        if (value == null || raw == null || value instanceof JsonBacked) {
            return Plain.of(value);
        }
        if (CoreObjects.isPart(value)) {
            return merged(raw, shown(raw, value.getClass()), Plain.of(value));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            map.forEach((name, item) ->
                    fields.put(String.valueOf(name), written(item, Json.map(raw).get(String.valueOf(name)))));
            return Collections.unmodifiableMap(fields);
        }
        return value instanceof Collection<?> items ? list(items, raw) : Plain.of(value);
    }

    /** As {@link #written}, also for whole resources of fabric8's classes. */
    static @Nullable Object changed(@Nullable Object value, Map<String, @Nullable Object> raw) {
        return value == null || value instanceof JsonBacked
                ? Plain.of(value)
                : merged(raw, shown(raw, value.getClass()), Plain.of(value));
    }

    private static @Nullable Object list(Collection<?> items, Object raw) {
        Class<?> type = items.stream()
                .filter(CoreObjects::isPart)
                .<Class<?>>map(Object::getClass)
                .findFirst()
                .orElse(null);
        if (type == null) {
            return Plain.of(items);
        }
        List<@Nullable Object> before = new ArrayList<>();
        Json.list(raw).forEach(item -> before.add(shown(item, type)));
        return merged(Json.list(raw), before, Plain.of(items));
    }

    /** A plain value as fabric8's class shows it; null where it shows nothing. */
    private static @Nullable Object shown(@Nullable Object raw, Class<?> type) {
        Object typed = raw instanceof Map ? CoreObjects.read(raw, type) : null;
        return typed == null ? null : CoreObjects.plain(typed);
    }

    /** What is now, but of the raw value what it shows the same as before. */
    private static @Nullable Object merged(@Nullable Object raw, @Nullable Object before, @Nullable Object now) {
        if (Plain.same(before, now)) {
            return raw;
        }
        if (raw instanceof Map && before instanceof Map && now instanceof Map) {
            return maps(Json.map(raw), Json.map(before), Json.map(now));
        }
        if (raw instanceof List<?> items && before instanceof List<?> shown && now instanceof List) {
            return items.size() == shown.size() ? lists(Json.list(raw), Json.list(before), Json.list(now)) : now;
        }
        return now;
    }

    private static Map<String, @Nullable Object> maps(
            Map<String, @Nullable Object> raw,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> now) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(raw);
        before.forEach((name, value) -> {
            if (value != null && now.get(name) == null) {
                fields.remove(name);
            }
        });
        now.forEach((name, value) -> {
            if (value != null && !Plain.same(value, before.get(name))) {
                fields.put(name, merged(raw.get(name), before.get(name), value));
            }
        });
        return Collections.unmodifiableMap(fields);
    }

    private static List<@Nullable Object> lists(
            List<@Nullable Object> raw, List<@Nullable Object> before, List<@Nullable Object> now) {
        int[] sources = new Sources(before, now).find();
        List<@Nullable Object> items = new ArrayList<>(now.size());
        for (int i = 0; i < sources.length; i++) {
            int source = sources[i];
            items.add(source < 0 ? now.get(i) : merged(raw.get(source), before.get(source), now.get(i)));
        }
        return Collections.unmodifiableList(items);
    }

    /** Which item of a list each one was before. */
    private static final class Sources {
        private final List<@Nullable Object> before;
        private final List<@Nullable Object> now;
        private final int[] sources;
        private final BitSet taken = new BitSet();

        Sources(List<@Nullable Object> before, List<@Nullable Object> now) {
            this.before = before;
            this.now = now;
            this.sources = new int[now.size()];
            Arrays.fill(sources, -1);
        }

        /** The place it had: the same item, or else the one of its name, or else the one in its place; -1 for none. */
        int[] find() {
            for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
                if (Plain.same(before.get(i), now.get(i))) {
                    take(i, i);
                }
            }
            takeFirst(Plain::same);
            takeFirst((old, item) -> nameOf(item) != null && Plain.same(nameOf(old), nameOf(item)));
            for (int i = 0; i < now.size() && now.size() == before.size(); i++) {
                if (sources[i] < 0 && !taken.get(i) && Plain.same(nameOf(before.get(i)), nameOf(now.get(i)))) {
                    take(i, i);
                }
            }
            return sources;
        }

        private void takeFirst(BiPredicate<@Nullable Object, @Nullable Object> fits) {
            for (int i = 0; i < sources.length; i++) {
                for (int j = taken.nextClearBit(0);
                        sources[i] < 0 && j < before.size();
                        j = taken.nextClearBit(j + 1)) {
                    if (fits.test(before.get(j), now.get(i))) {
                        take(i, j);
                    }
                }
            }
        }

        private void take(int item, int source) {
            sources[item] = source;
            taken.set(source);
        }

        private static @Nullable Object nameOf(@Nullable Object item) {
            return Json.map(item).get("name");
        }
    }
}
