package dev.kopf.runtime.essence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of an object. Nothing is compared before it is asked for.
 *
 * <p>Immutable where the values are.
 *
 * @param <T> the type of the object
 */
public abstract class ObjectDiff<T> {

    private final @Nullable T oldValue;
    private final @Nullable T newValue;

    /**
     * @param oldValue the object as it was last handled; null where it was absent
     * @param newValue the object now; null where it is absent
     */
    protected ObjectDiff(@Nullable T oldValue, @Nullable T newValue) {
        this.oldValue = oldValue;
        this.newValue = newValue;
    }

    /** The object as it was last handled; null where it was absent. */
    public final @Nullable T oldValue() {
        return oldValue;
    }

    /** The object now; null where it is absent. */
    public final @Nullable T newValue() {
        return newValue;
    }

    /** Whether anything in the object differs, also what the schema does not know. */
    public final boolean isChanged() {
        return !Values.same(oldValue, newValue);
    }

    /** For generated code: a value of the old object. */
    protected final <V> @Nullable V ofOld(Function<T, @Nullable V> getter) {
        return oldValue == null ? null : getter.apply(oldValue);
    }

    /** For generated code: a value of the new object. */
    protected final <V> @Nullable V ofNew(Function<T, @Nullable V> getter) {
        return newValue == null ? null : getter.apply(newValue);
    }

    /** For generated code: the change of a value as a whole. */
    protected final <V> FieldChange<V> field(Function<T, @Nullable V> getter) {
        return new FieldChange<>(ofOld(getter), ofNew(getter));
    }

    /** For generated code: the change of a map. */
    protected final <V> MapChange<V> map(Function<T, @Nullable Map<String, V>> getter) {
        return new MapChange<>(ofOld(getter), ofNew(getter));
    }

    /** For generated code: the change of a map of objects. */
    protected final <V, D> ObjectMapChange<V, D> objects(
            Function<T, @Nullable Map<String, V>> getter, BiFunction<@Nullable V, @Nullable V, D> diff) {
        return new ObjectMapChange<>(ofOld(getter), ofNew(getter), diff);
    }

    /** For generated code: the change of a list whose order means nothing. */
    protected final <V> SetChange<V> set(Function<T, @Nullable Set<V>> getter) {
        return new SetChange<>(ofOld(getter), ofNew(getter));
    }

    /** For generated code: the change of a list whose items have keys. */
    protected final <K, V, D> KeyedListChange<K, V, D> keyed(
            Function<T, @Nullable List<V>> getter,
            Function<V, @Nullable K> key,
            BiFunction<@Nullable V, @Nullable V, D> diff) {
        return new KeyedListChange<>(ofOld(getter), ofNew(getter), key, diff);
    }

    @Override
    public final String toString() {
        return oldValue + " -> " + newValue;
    }
}
