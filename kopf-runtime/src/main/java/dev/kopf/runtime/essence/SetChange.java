package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that is a set ({@code x-kubernetes-list-type: set}) in the state that was last handled, and now. An item that does not fit its type
 * is null here, and counts all the same.
 *
 * <p>Immutable where the values are.
 *
 * @param <V> the type of the items
 */
public final class SetChange<V extends @Nullable Object> extends FieldChange<Set<V>> {

    private final Type<V> item;

    /**
     * For generated code.
     *
     * @param states the list as JSON
     * @param item what its items are seen as
     */
    public SetChange(JsonStates states, Type<V> item) {
        super(states, Types.set(item));
        this.item = item;
    }

    /** Whether an item came or went, or the set itself did; numbers are compared by value (R19). */
    @Override
    public boolean isChanged() {
        return super.isChanged()
                && !(states().oldState() instanceof List<?> before
                        && states().newState() instanceof List<?> now
                        && canonical(before).equals(canonical(now)));
    }

    /** The items that were not there before. */
    public Set<V> added() {
        return without(states().newState(), states().oldState());
    }

    /** The items that are not there any more. */
    public Set<V> removed() {
        return without(states().oldState(), states().newState());
    }

    @SuppressWarnings("NullAway") // a list reads as a set
    private Set<V> without(@Nullable Object some, @Nullable Object others) {
        Set<@Nullable Object> seen = canonical(Json.list(others));
        List<@Nullable Object> rest = new ArrayList<>();
        for (Object json : Json.list(some)) {
            if (seen.add(Values.canonical(json))) {
                rest.add(json);
            }
        }
        return Types.set(item).read(rest);
    }

    private static Set<@Nullable Object> canonical(List<?> items) {
        Set<@Nullable Object> set = new HashSet<>();
        items.forEach(json -> set.add(Values.canonical(json)));
        return set;
    }
}
