package dev.kopf.runtime.essence;

import java.util.List;

/**
 * What differs between two plain JSON values (D-20).
 *
 * @param items the differences in order; empty where the two are equal
 */
public record Diff(List<DiffItem> items) {

    public Diff {
        items = List.copyOf(items);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return items.isEmpty();
    }
}
