package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.ObjectRef;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a kind that nothing can be done for as they are, until they change or go (R14): mostly none, and only their names (P6). Safe
 * for use by several threads.
 */
final class Parked {

    private final Set<ObjectRef> objects = ConcurrentHashMap.newKeySet();

    /** Whether it was not among them before. */
    boolean add(ObjectRef object) {
        return objects.add(object);
    }

    void remove(ObjectRef object) {
        if (!objects.isEmpty()) {
            objects.remove(object);
        }
    }

    /** After a list of a namespace, or of all if that is null: whatever is not in it is gone (R4). */
    void retain(@Nullable String namespace, Set<String> uids) {
        objects.removeIf(
                object -> (namespace == null || namespace.equals(object.namespace())) && !uids.contains(object.uid()));
    }

    int size() {
        return objects.size();
    }
}
