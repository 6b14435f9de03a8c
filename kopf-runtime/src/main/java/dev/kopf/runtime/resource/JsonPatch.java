package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON patch (RFC 6902) that makes one object of another: the fewest operations that keys and positions allow. Numbers that are
 * equal by value are the same (R19).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param operations what is done, in order
 */
public record JsonPatch(List<Operation> operations) {

    /** What is done at a path. */
    public enum Kind {
        /** A value comes, or replaces what is there. */
        ADD,
        /** A value goes. */
        REMOVE,
        /** A value is replaced. */
        REPLACE,
        /** A value must be there, or nothing of the patch is done. */
        TEST
    }

    /**
     * One step of a patch.
     *
     * @param kind what is done
     * @param path where, as a JSON pointer (RFC 6901)
     * @param value the value; null for a removal
     */
    public record Operation(
            Kind kind, String path, @Nullable Object value) {

        Map<String, @Nullable Object> asMap() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put(
                    "op",
                    switch (kind) {
                        case ADD -> "add";
                        case REMOVE -> "remove";
                        case REPLACE -> "replace";
                        case TEST -> "test";
                    });
            map.put("path", path);
            if (kind != Kind.REMOVE) {
                map.put("value", value);
            }
            return map;
        }
    }

    public JsonPatch {
        operations = List.copyOf(operations);
    }

    /** The patch that makes one object of another. */
    public static JsonPatch between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        List<Operation> operations = new ArrayList<>();
        compareMaps("", before, after, operations);
        return new JsonPatch(operations);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /**
     * This patch, refused by the API server where the object is no longer of this version (P-6).
     *
     * @param resourceVersion the version; empty where the object has none
     */
    public JsonPatch guardedBy(String resourceVersion) {
        List<Operation> guarded = new ArrayList<>();
        guarded.add(new Operation(
                Kind.TEST, "/metadata/resourceVersion", resourceVersion.isEmpty() ? null : resourceVersion));
        guarded.addAll(operations);
        return new JsonPatch(guarded);
    }

    /** What is changed, without the values, which may be secret (R12). */
    public List<String> paths() {
        return operations.stream()
                .filter(operation -> operation.kind() != Kind.TEST)
                .map(Operation::path)
                .toList();
    }

    /** As it goes to the API server. Not for logs, as its values may be secret: {@link #paths} is. */
    @Override
    public String toString() {
        return Json.write(operations.stream().map(Operation::asMap).toList());
    }

    private static void compare(
            String path, @Nullable Object before, @Nullable Object after, List<Operation> operations) {
        if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
            compareMaps(path, Json.map(before), Json.map(after), operations);
        } else if (before instanceof List<?> && after instanceof List<?>) {
            compareLists(path, Json.list(before), Json.list(after), operations);
        } else if (!Json.identical(before, after)) {
            operations.add(new Operation(Kind.REPLACE, path, after));
        }
    }

    private static void compareMaps(
            String path,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            List<Operation> operations) {
        before.forEach((key, value) -> {
            if (after.containsKey(key)) {
                compare(child(path, key), value, after.get(key), operations);
            } else {
                operations.add(new Operation(Kind.REMOVE, child(path, key), null));
            }
        });
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                operations.add(new Operation(Kind.ADD, child(path, key), value));
            }
        });
    }

    /**
     * What both have in the same order stays; of what is between, items are compared place by place, and the rest comes or goes. Positions
     * are those of the moment: what is before them is done.
     */
    private static void compareLists(
            String path, List<@Nullable Object> before, List<@Nullable Object> after, List<Operation> operations) {
        int from = 0;
        int to = 0;
        for (CommonItems.Pair pair : CommonItems.of(before, after)) {
            compareGaps(path, before.subList(from, pair.left()), after.subList(to, pair.right()), to, operations);
            from = pair.left() + 1;
            to = pair.right() + 1;
        }
        compareGaps(path, before.subList(from, before.size()), after.subList(to, after.size()), to, operations);
    }

    private static void compareGaps(
            String path,
            List<@Nullable Object> before,
            List<@Nullable Object> after,
            int position,
            List<Operation> operations) {
        int common = Math.min(before.size(), after.size());
        for (int i = 0; i < common; i++) {
            compare(path + "/" + (position + i), before.get(i), after.get(i), operations);
        }
        for (int i = common; i < before.size(); i++) {
            operations.add(new Operation(Kind.REMOVE, path + "/" + (position + common), null));
        }
        for (int i = common; i < after.size(); i++) {
            operations.add(new Operation(Kind.ADD, path + "/" + (position + i), after.get(i)));
        }
    }

    private static String child(String path, String key) {
        return path + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
