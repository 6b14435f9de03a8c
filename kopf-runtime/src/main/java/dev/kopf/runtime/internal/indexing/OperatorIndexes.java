package dev.kopf.runtime.internal.indexing;

import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.Indexes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All indexes of an operator. Immutable, but for what they hold; safe for use by several threads. */
public final class OperatorIndexes implements Indexes {

    /** There are none. */
    public static final OperatorIndexes NONE = new OperatorIndexes(List.of());

    private final Map<IndexName<?, ?>, IndexStore<?, ?>> stores = new LinkedHashMap<>();

    /** Empty indexes. */
    public OperatorIndexes(Collection<IndexName<?, ?>> names) {
        names.forEach(name -> stores.put(name, new IndexStore<>()));
    }

    @Override
    public <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        return store(name);
    }

    /** As {@link #index}, for writing. */
    @SuppressWarnings("unchecked") // only what fills an index by its name has put anything in
    public <K, V extends @Nullable Object> IndexStore<K, V> store(IndexName<K, V> name) {
        IndexStore<?, ?> store = stores.get(name);
        if (store == null) {
            throw new IllegalArgumentException("No handler fills the index '" + name + "' that this IndexName is of."
                    + " Give its handler to the operator, and use the IndexName that it fills. There are: "
                    + stores.keySet());
        }
        return (IndexStore<K, V>) store;
    }

    /** Their names. */
    public Collection<IndexName<?, ?>> names() {
        return stores.keySet();
    }
}
