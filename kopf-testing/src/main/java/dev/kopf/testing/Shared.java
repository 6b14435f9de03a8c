package dev.kopf.testing;

import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What contexts share that were made of one. Not safe for use by several threads. */
final class Shared {

    private final Map<Object, Object> memos;
    private final Map<IndexName<?, ?>, IndexView<?, ?>> indexes;

    Shared() {
        this(new HashMap<>(), Map.of());
    }

    private Shared(Map<Object, Object> memos, Map<IndexName<?, ?>, IndexView<?, ?>> indexes) {
        this.memos = memos;
        this.indexes = indexes;
    }

    /** The same, with an index. */
    <K, V extends @Nullable Object> Shared withIndex(IndexName<K, V> name, IndexView<K, V> index) {
        Map<IndexName<?, ?>, IndexView<?, ?>> others = new HashMap<>(indexes);
        others.put(name, index);
        return new Shared(memos, others);
    }

    @SuppressWarnings("unchecked") // it was given for this name
    <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        IndexView<?, ?> there = indexes.get(name);
        return there == null ? new TestIndex<>(Map.of()) : (IndexView<K, V>) there;
    }

    /** The same memos, but for this one. */
    Shared withMemo(Object memo, Object value) {
        Map<Object, Object> others = new HashMap<>(memos);
        others.put(memo, value);
        return new Shared(others, indexes);
    }

    @SuppressWarnings("unchecked") // what is under a memo was made by it, or given as its type
    <T> T memo(Object memo, Supplier<T> factory) {
        Object there = memos.get(memo);
        if (there == null) {
            there = factory.get();
            memos.put(memo, there);
        }
        return (T) there;
    }
}
