package dev.kopf.runtime.handler;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what an object has in an index, as a lambda. It is called before any other handler sees the state of the object, and beside handlers
 * that are at work on an older one; it is to be quick, as the others wait for it.
 *
 * @param <R> the class of the resource
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface IndexFunction<R, K, V extends @Nullable Object> {
    /**
     * @return its values by their keys, in the place of those that it had; an empty map for none, null to leave them as they are (I-2)
     * @throws Exception a {@link TemporaryException} takes the object out of the index until its time has come, a
     *     {@link PermanentException} for as long as the object is there (I-5)
     */
    @Nullable
    Map<K, V> apply(R resource, IndexContext context) throws Exception;
}
