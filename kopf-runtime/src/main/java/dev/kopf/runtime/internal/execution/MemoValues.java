package dev.kopf.runtime.internal.execution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is shared by memos, for one object or for the operator; each is made once. Safe for use by several threads. */
public final class MemoValues {

    private final Map<Object, Value> values = new ConcurrentHashMap<>(1);

    /** The value of a memo. Only who asks for the same one waits while it is made. */
    @SuppressWarnings("unchecked") // what is under a memo was made by it, or given as its type
    <T> T get(Object memo, Supplier<T> factory) {
        return (T) values.computeIfAbsent(memo, key -> new Value()).get(factory);
    }

    void put(Object memo, Object value) {
        Object unused = values.computeIfAbsent(memo, key -> new Value()).get(() -> value);
    }

    /** Its lock is not a monitor: a virtual thread that waits for one, or in one, keeps its carrier before Java 24 (JEP 491). */
    private static final class Value {
        private final Lock lock = new ReentrantLock();
        private @Nullable Object value;

        Object get(Supplier<?> factory) {
            lock.lock();
            try {
                Object made = value;
                if (made == null) {
                    made = factory.get();
                    value = made;
                }
                return made;
            } finally {
                lock.unlock();
            }
        }
    }
}
