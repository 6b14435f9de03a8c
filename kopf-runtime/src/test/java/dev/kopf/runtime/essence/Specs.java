package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How vectors describe fields and storages. */
public final class Specs {

    private Specs() {}

    /** A field: a dotted text or a list of keys. */
    public static FieldPath field(@Nullable Object spec) {
        if (spec instanceof List<?> keys) {
            return new FieldPath(keys.stream().map(String.class::cast).toList());
        }
        if (spec == null) {
            return FieldPath.ROOT;
        }
        return spec.equals("") ? FieldPath.of("") : FieldPath.parse((String) spec); // to Kopf it is one empty key
    }

    public static List<FieldPath> fields(@Nullable Object specs) {
        return Json.list(specs).stream().map(Specs::field).toList();
    }

    public static AnnotationKeys keys(Map<String, @Nullable Object> storage) {
        return new AnnotationKeys(
                text(storage, "prefix", "kopf.zalando.org"), !Boolean.FALSE.equals(storage.get("v1")));
    }

    /** A field of the status, in which {@code {name}} stands for a name. */
    public static FieldPath statusField(Map<String, @Nullable Object> storage, String key, String fallback) {
        Object field = storage.containsKey(key) ? storage.get(key) : fallback;
        return field instanceof String dotted
                ? field(dotted.replace("{name}", text(storage, "name", "kopf")))
                : field(field);
    }

    public static EssenceStorage essenceStorage(Map<String, @Nullable Object> storage) {
        List<FieldPath> ignored = fields(storage.get("ignoredFields"));
        return switch ((String) storage.get("type")) {
            case "annotations" ->
                EssenceStorage.annotations(keys(storage), text(storage, "key", EssenceStorage.DEFAULT_KEY), ignored);
            case "status" ->
                EssenceStorage.status(
                        statusField(storage, "field", "status.{name}.last-handled-configuration"), ignored);
            case "multi" ->
                EssenceStorage.multi(Json.list(storage.get("storages")).stream()
                        .map(inner -> essenceStorage(Json.map(inner)))
                        .toList());
            default -> throw new IllegalArgumentException("not a storage: " + storage);
        };
    }

    public static String text(Map<String, @Nullable Object> map, String key, String fallback) {
        return map.get(key) instanceof String text ? text : fallback;
    }

    /** Asserts that a diff is Kopf's, or the strict one where a boolean and a number meet (R19). */
    public static void assertDiff(Diff diff, Case vector, @Nullable Object kopfs) {
        boolean marked = vector.fields().containsKey("strict");
        List<?> expected = marked ? changes(vector.fields().get("strict")) : Json.list(kopfs);
        List<?> actual = diff.items().stream()
                .filter(item -> marked || !equalToPython(item.oldValue(), item.newValue()))
                .map(Specs::list)
                .toList();
        if (vector.isOrdered()) {
            Same.assertSame(actual, expected);
        } else {
            Same.assertSameItems(actual, expected);
        }
    }

    /** A strict diff without items that only write the same number in another way (R19). */
    private static List<?> changes(@Nullable Object strict) {
        return Json.list(strict).stream()
                .map(Json::list)
                .filter(item -> !Json.identical(item.get(2), item.get(3)))
                .toList();
    }

    /** Whether values differ at most to those who tell a boolean from a number; not every such case is marked. */
    public static boolean equalToPython(@Nullable Object one, @Nullable Object other) {
        return Json.identical(withoutBooleans(one), withoutBooleans(other));
    }

    /** A value with the numbers in place of its booleans that they are to Python. */
    public static @Nullable Object withoutBooleans(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Specs::withoutBooleans).collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof Map<?, ?>) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            Json.map(value).forEach((key, inner) -> map.put(key, withoutBooleans(inner)));
            return map;
        }
        return value;
    }

    private static Object list(DiffItem item) {
        return Arrays.asList(
                item.operation().name().toLowerCase(Locale.ROOT), item.path().keys(), item.oldValue(), item.newValue());
    }
}
