package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the results of handlers go. */
final class Results {

    private Results() {}

    /**
     * The patch, and the result of a handler in {@code status.<id>}: the keys of a map beside those that the patch has there, anything
     * else in place of it.
     *
     * @param result a plain JSON value; null for none
     */
    static Patch deliver(Patch patch, HandlerId id, @Nullable Object result) {
        if (result == null) {
            return patch;
        }
        FieldPath path = FieldPath.of("status", id.value());
        if (result instanceof Map<?, ?> && path.resolve(patch.asMap()) instanceof Map<?, ?> there) {
            Map<String, @Nullable Object> both = new LinkedHashMap<>(Json.map(there));
            both.putAll(Json.map(result));
            return patch.with(path, both);
        }
        return patch.with(path, result);
    }
}
