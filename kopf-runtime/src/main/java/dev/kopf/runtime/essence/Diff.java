package dev.kopf.runtime.essence;

import dev.kopf.runtime.essence.DiffItem.Operation;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.UnknownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two plain JSON values (D-20). The order is settled: at each map what was added, then what was removed, then
 * what both have, each by key (D-25).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param items the differences in order; empty where the two are equal
 */
public record Diff(List<DiffItem> items) {

    /** No difference. */
    public static final Diff EMPTY = new Diff(List.of());

    /** Which keys of maps count (D-23). */
    public enum Scope {
        /** Those of both. */
        FULL,
        /** Only those that the old map has. */
        LEFT,
        /** Only those that the new map has. */
        RIGHT
    }

    public Diff {
        items = List.copyOf(items);
    }

    /** What differs between two essences; all of the new one where there is no old one (D-26). */
    public static Diff between(@Nullable Essence oldEssence, @Nullable Essence newEssence) {
        return between(
                (Object) (oldEssence == null ? null : oldEssence.asMap()),
                newEssence == null ? null : newEssence.asMap());
    }

    /** What differs between two plain JSON values (D-21, D-22, R19). */
    public static Diff between(@Nullable Object oldValue, @Nullable Object newValue) {
        return between(oldValue, newValue, Scope.FULL);
    }

    /** What differs between two plain JSON values, as far as the scope goes (D-23). */
    public static Diff between(@Nullable Object oldValue, @Nullable Object newValue, Scope scope) {
        List<DiffItem> items = new ArrayList<>();
        new Comparison(scope, items::add).compare(FieldPath.ROOT, oldValue, newValue);
        return items.isEmpty() ? EMPTY : new Diff(items);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /**
     * Where it is only known that something changed, but not what was there: of secrets, and of what is too big to be kept, only digests
     * are (R12, R13).
     */
    public List<FieldPath> unknown() {
        return items.stream()
                .filter(item -> !item.isOldKnown())
                .map(DiffItem::path)
                .toList();
    }

    /**
     * What differs at this path and below, with paths from there on (D-24). Below a value that is not known any more anything may
     * differ.
     */
    public Diff reduce(FieldPath path) {
        if (path.isRoot()) {
            return this;
        }
        List<DiffItem> reduced = new ArrayList<>();
        for (DiffItem item : items) {
            if (path.isPrefixOf(item.path())) {
                FieldPath rest = item.path().skip(path.keys().size());
                reduced.add(new DiffItem(item.operation(), rest, item.oldValue(), item.newValue()));
            } else if (item.path().isPrefixOf(path)) {
                FieldPath rest = path.skip(item.path().keys().size());
                if (UnknownValue.is(item.oldValue())) {
                    Object value = rest.resolve(item.newValue());
                    Operation operation = value == null ? Operation.REMOVE : Operation.CHANGE;
                    reduced.add(new DiffItem(operation, FieldPath.ROOT, item.oldValue(), value));
                    continue;
                }
                Diff inner = between(rest.resolve(item.oldValue()), rest.resolve(item.newValue()));
                reduced.addAll(inner.items());
            }
        }
        return new Diff(reduced);
    }

    /** One walk through two values. */
    private record Comparison(Scope scope, Consumer<DiffItem> found) {

        private void compare(FieldPath path, @Nullable Object oldValue, @Nullable Object newValue) {
            if (Json.equal(oldValue, newValue)) {
                return; // most events change nothing: this costs no memory
            }
            if (oldValue instanceof Map<?, ?> && newValue instanceof Map<?, ?>) {
                compareMaps(path, Json.map(oldValue), Json.map(newValue));
            } else {
                Operation operation =
                        oldValue == null ? Operation.ADD : newValue == null ? Operation.REMOVE : Operation.CHANGE;
                found.accept(new DiffItem(operation, path, oldValue, newValue));
            }
        }

        private void compareMaps(
                FieldPath path, Map<String, @Nullable Object> oldMap, Map<String, @Nullable Object> newMap) {
            var added = new TreeSet<>(newMap.keySet());
            added.removeAll(oldMap.keySet());
            var removed = new TreeSet<>(oldMap.keySet());
            removed.removeAll(newMap.keySet());
            var common = new TreeSet<>(oldMap.keySet());
            common.retainAll(newMap.keySet());
            if (scope != Scope.LEFT) {
                added.forEach(key -> compare(path.child(key), null, newMap.get(key)));
            }
            if (scope != Scope.RIGHT) {
                removed.forEach(key -> compare(path.child(key), oldMap.get(key), null));
            }
            common.forEach(key -> compare(path.child(key), oldMap.get(key), newMap.get(key)));
        }
    }
}
