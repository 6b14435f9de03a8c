package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an object is written with one request. */
enum Part {
    /** All but the status. */
    OBJECT,
    /** Only the status, to its own endpoint. */
    STATUS,
    /** Only the status, to the endpoint of the object. */
    STATUS_OF_OBJECT,
    /** All of it. */
    WHOLE;

    private static final String FIELD = "status";

    boolean isStatus() {
        return this == STATUS || this == STATUS_OF_OBJECT;
    }

    /** The subresource that it is written to; null where that is the object itself. */
    @Nullable
    String subresource() {
        return this == STATUS ? FIELD : null;
    }

    String path(ObjectRef ref) {
        return this == STATUS ? Paths.status(ref) : Paths.object(ref);
    }

    /** This part of an object. */
    Map<String, @Nullable Object> of(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>(object);
        if (this == OBJECT) {
            part.remove(FIELD);
        } else if (isStatus()) {
            part.keySet().retainAll(Set.of(FIELD));
        }
        return part;
    }
}
