package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a merge patch says and the API server's answer does not show: dropped by the schema, or changed by somebody (P-15). Pure, and safe
 * for use by several threads.
 */
public final class Leftovers {

    /** What API servers leave out where it is empty. */
    private static final Set<FieldPath> LEFT_OUT = Set.of(
            FieldPath.of("metadata", "annotations"),
            FieldPath.of("metadata", "labels"),
            FieldPath.of("metadata", "finalizers"));

    private static final FieldPath VERSION = FieldPath.of("metadata", "resourceVersion");

    private Leftovers() {}

    /** The fields that are not as they were written; mostly none. */
    public static List<FieldPath> of(Patch patch, Body answer) {
        List<FieldPath> leftovers = new ArrayList<>();
        compareMaps(FieldPath.ROOT, patch.asMap(), answer.fields(), leftovers);
        leftovers.remove(VERSION); // a lock, and not what is to be written
        return leftovers;
    }

    private static void compareMaps(
            FieldPath path,
            Map<String, @Nullable Object> wanted,
            Map<String, @Nullable Object> there,
            List<FieldPath> leftovers) {
        wanted.forEach((key, value) -> compare(path.child(key), value, there.get(key), leftovers));
    }

    private static void compare(
            FieldPath path, @Nullable Object wanted, @Nullable Object there, List<FieldPath> leftovers) {
        if (wanted instanceof Map<?, ?> map && (there instanceof Map<?, ?> || (there == null && !map.isEmpty()))) {
            compareMaps(path, Json.map(wanted), Json.map(there), leftovers);
        } else if (!Json.identical(wanted, there) && !(there == null && isEmpty(wanted) && LEFT_OUT.contains(path))) {
            leftovers.add(path);
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof List<?> list && list.isEmpty();
    }
}
