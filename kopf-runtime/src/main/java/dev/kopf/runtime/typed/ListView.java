package dev.kopf.runtime.typed;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of plain values, seen as typed ones. */
final class ListView<T> extends AbstractList<T> implements RandomAccess, JsonBacked {

    private final List<?> plain;
    private final Type<T> type;

    ListView(List<?> plain, Type<T> type) {
        this.plain = plain;
        this.type = type;
    }

    @Override
    @SuppressWarnings("NullAway") // an item that is null, or does not fit, reads as null (R14)
    public T get(int index) {
        Object item = plain.get(index);
        return item == null ? null : type.read(item);
    }

    @Override
    public int size() {
        return plain.size();
    }

    @Override
    public @Nullable Object plain() {
        return plain;
    }

    /** The items as their type shows them. */
    @Override
    public String toString() {
        List<@Nullable Object> shown = new ArrayList<>(plain.size());
        plain.forEach(item -> shown.add(item == null ? null : type.shown(item)));
        return shown.toString();
    }
}
