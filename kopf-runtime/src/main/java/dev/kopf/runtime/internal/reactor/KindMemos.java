package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.execution.MemoValues;
import dev.kopf.runtime.resource.ObjectRef;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What handlers of one object share by memos, for each object of a kind whose handlers have asked for any, until it is gone (M-3). Safe for
 * use by several threads.
 */
final class KindMemos {

    private final Workers workers;
    private final Map<String, MemoValues> objects = new ConcurrentHashMap<>();

    KindMemos(Workers workers) {
        this.workers = workers;
    }

    /** That of an object; who still runs for one that is gone has one to himself, which goes with him. */
    MemoValues of(ObjectRef object) {
        String key = Workers.key(object);
        MemoValues there = objects.get(key);
        if (there != null) {
            return there;
        }
        MemoValues fresh = new MemoValues();
        boolean isThere = workers.whileThere(key, () -> {
            MemoValues unused = objects.putIfAbsent(key, fresh);
        });
        return isThere ? Objects.requireNonNullElse(objects.get(key), fresh) : fresh;
    }

    /** The object is gone. */
    void forget(String key) {
        objects.remove(key);
    }

    /** Of how many objects there are any. */
    int size() {
        return objects.size();
    }
}
