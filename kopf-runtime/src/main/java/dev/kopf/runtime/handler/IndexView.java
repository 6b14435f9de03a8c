package dev.kopf.runtime.handler;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index has at this moment (I-1). It is as new as the watch of its objects, and each question sees each object as it was indexed
 * last, with all of its keys or none. What is given does not change any more.
 *
 * <p>Safe for use by several threads, and for as long as the operator runs.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface IndexView<K, V extends @Nullable Object> {

    /** The values of all objects under a key, those first that were indexed first; none where no object has the key. */
    List<V> get(K key);

    /** Whether an object has the key. */
    boolean contains(K key);

    /** All keys that objects have. */
    Set<K> keys();

    /** All of it at one moment. It is made anew after each change: whoever wants one key asks for that. */
    Map<K, List<V>> asMap();

    /**
     * Whether all that there was at the start is in it: false in handlers of the start, as long as a kind that it is filled from is not
     * served by the cluster, and where objects took too long to be indexed (I-8).
     */
    boolean isComplete();
}
