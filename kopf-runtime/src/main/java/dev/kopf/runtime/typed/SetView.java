package dev.kopf.runtime.typed;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of plain values, seen as a set of typed ones, in the order of the list. What is in the list twice is in the set once. */
final class SetView<T> extends AbstractSet<T> implements JsonBacked {

    private final List<?> plain;
    private final Set<T> items;

    SetView(List<?> plain, Type<T> type) {
        this.plain = plain;
        this.items = Collections.unmodifiableSet(new LinkedHashSet<>(new ListView<>(plain, type)));
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return items.contains(item);
    }

    @Override
    public @Nullable Object plain() {
        return plain;
    }
}
