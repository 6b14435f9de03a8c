package dev.kopf.runtime.typed;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of plain values, seen as a set of typed ones, in the order of the list. What is in the list twice is in the set once. Nothing is
 * read before somebody looks.
 */
final class SetView<T> extends AbstractSet<T> implements JsonBacked {

    private final List<?> plain;
    private final Type<T> type;

    /** Made at the first look. A race makes it twice, the same; what is in it is seen whole, as its wrapper's field is final. */
    private @Nullable Set<T> items;

    SetView(List<?> plain, Type<T> type) {
        this.plain = plain;
        this.type = type;
    }

    @Override
    public Iterator<T> iterator() {
        return items().iterator();
    }

    @Override
    public int size() {
        return items().size();
    }

    @Override
    public boolean isEmpty() {
        return plain.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return items().contains(item);
    }

    @Override
    public @Nullable Object plain() {
        return plain;
    }

    /** The items as their type shows them. */
    @Override
    public String toString() {
        Set<@Nullable Object> shown = new LinkedHashSet<>();
        plain.forEach(item -> shown.add(item == null ? null : type.shown(item)));
        return shown.toString();
    }

    private Set<T> items() {
        Set<T> known = items;
        if (known == null) {
            known = Collections.unmodifiableSet(new LinkedHashSet<>(new ListView<>(plain, type)));
            items = known;
        }
        return known;
    }
}
