package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items have keys ({@code x-kubernetes-list-type: map}) in the state that was last handled, and now.
 *
 * <p>An item has no key where all fields that make it are absent or do not fit, or where another item of its list has the same. Such
 * items are told apart by what they are as a whole. An item that is null, or no object, is passed over. The list is changed also where only
 * the order of its items is, or what is in it beside objects.
 *
 * <p>Immutable where the values are.
 *
 * @param <K> the type of the key
 * @param <V> the type of the items
 * @param <D> the type of what changed in an item
 */
public final class KeyedListChange<K, V, D> extends FieldChange<List<V>> {

    private final Type<V> item;
    private final Function<V, @Nullable K> key;
    private final Function<JsonStates, D> diff;

    /**
     * For generated code.
     *
     * @param states the list as JSON
     * @param item what its items are seen as
     * @param key reads the key of an item
     * @param diff tells what changed between two states of an item
     */
    public KeyedListChange(
            JsonStates states, Type<V> item, Function<V, @Nullable K> key, Function<JsonStates, D> diff) {
        super(states, Types.list(item));
        this.item = item;
        this.key = key;
        this.diff = diff;
    }

    /** The items whose key was not there before, by key. */
    public Map<K, V> added() {
        return without(after(), before());
    }

    /** The items whose key is not there any more, by key. */
    public Map<K, V> removed() {
        return without(before(), after());
    }

    /** What changed in the items that are not what they were under the same key, by key. */
    public Map<K, D> changed() {
        Map<Object, KeyedItems.Item<K, V>> now = after().byKey();
        Map<K, D> changes = new LinkedHashMap<>();
        before().byKey().forEach((canonical, old) -> {
            KeyedItems.Item<K, V> same = now.get(canonical);
            JsonStates states = new JsonStates(old.json(), same == null ? null : same.json());
            if (same != null && states.differ()) {
                changes.put(same.key(), diff.apply(states));
            }
        });
        return Collections.unmodifiableMap(changes);
    }

    /** The items without a key that were not there before, as often as they were added. */
    public List<V> addedWithoutKey() {
        return restWithoutKey(after(), before());
    }

    /** The items without a key that are not there any more, as often as they were removed. */
    public List<V> removedWithoutKey() {
        return restWithoutKey(before(), after());
    }

    private KeyedItems<K, V> before() {
        return KeyedItems.of(states().oldState(), item, key);
    }

    private KeyedItems<K, V> after() {
        return KeyedItems.of(states().newState(), item, key);
    }

    private static <K, V> Map<K, V> without(KeyedItems<K, V> some, KeyedItems<K, V> others) {
        Map<K, V> items = new LinkedHashMap<>();
        some.byKey().forEach((canonical, one) -> {
            if (!others.byKey().containsKey(canonical)) {
                items.put(one.key(), one.value());
            }
        });
        return Collections.unmodifiableMap(items);
    }

    private static <K, V> List<V> restWithoutKey(KeyedItems<K, V> some, KeyedItems<K, V> others) {
        List<@Nullable Object> matches = new ArrayList<>();
        others.withoutKey().forEach(one -> matches.add(Values.canonical(one.json())));
        return some.withoutKey().stream()
                .filter(one -> !matches.remove(Values.canonical(one.json())))
                .map(KeyedItems.Keyless::value)
                .toList();
    }
}
