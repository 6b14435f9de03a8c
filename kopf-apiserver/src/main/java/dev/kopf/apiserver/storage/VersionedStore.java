package dev.kopf.apiserver.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Trees by key, one counter of versions for all of them, and the last changes for those who watch.
 *
 * <p>A tree carries the version of its last change as text in {@code metadata.resourceVersion}; the store writes it. Trees that
 * were handed in or out are shared and must not be changed afterwards.
 *
 * <p>Thread-safe. It has no thread, no clock and no randomness of its own: watchers are called by the writer's thread, in the order
 * of the versions, while the store is locked; so they must be quick and must not write.
 */
public final class VersionedStore {

    private final TreeMap<Key, ObjectNode> trees = new TreeMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final Set<Watch> watches = new LinkedHashSet<>();
    private final int historyLimit;
    private long version;
    private long compactedAt;

    /** An empty store that remembers so many changes. */
    public VersionedStore(int historyLimit) {
        this.historyLimit = historyLimit;
    }

    /** The version of the last change. */
    public synchronized long version() {
        return version;
    }

    /** The tree at a key, if any. */
    public synchronized @Nullable ObjectNode get(Key key) {
        return trees.get(key);
    }

    /** The trees of a range. */
    public synchronized Listing list(Range range) {
        var found = new ArrayList<ObjectNode>();
        for (var entry : trees.tailMap(range.first()).entrySet()) {
            if (!range.contains(entry.getKey())) {
                break;
            }
            found.add(entry.getValue());
        }
        return new Listing(version, found);
    }

    /** All keys there are. */
    public synchronized List<Key> keys() {
        return new ArrayList<>(trees.keySet());
    }

    /** Whether there is a key of which something holds. */
    public synchronized boolean anyKey(Predicate<Key> condition) {
        return trees.keySet().stream().anyMatch(condition);
    }

    /** Stores a tree, whatever was there before; returns it with its new version. */
    public synchronized ObjectNode put(Key key, ObjectNode tree) {
        ObjectNode stored = stamped(tree);
        ObjectNode before = trees.put(key, stored);
        publish(new Change(version, key, before, stored));
        return stored;
    }

    /** Removes a tree; returns what it was last, with the version of the removal. */
    public synchronized ObjectNode remove(Key key) {
        ObjectNode before = Objects.requireNonNull(trees.remove(key), "nothing to remove");
        ObjectNode last = stamped(before);
        publish(new Change(version, key, last, null));
        return last;
    }

    /** Tells of every change of a range after a version, the past ones before this returns, until the watch is closed. */
    public synchronized Watch watch(Range range, long from, Consumer<Change> listener) throws CompactedException {
        if (from < compactedAt) {
            throw new CompactedException(from, compactedAt);
        }
        var watch = new Watch(this, range, from, listener);
        history.forEach(watch::offer);
        watches.add(watch);
        return watch;
    }

    /** Forgets the history, so that only watches from the present version are possible. */
    public synchronized void compact() {
        history.clear();
        compactedAt = version;
    }

    synchronized void forget(Watch watch) {
        watches.remove(watch);
    }

    private ObjectNode stamped(ObjectNode tree) {
        version++;
        ObjectNode copy = tree.deepCopy();
        copy.withObjectProperty("metadata").put("resourceVersion", Long.toString(version));
        return copy;
    }

    private void publish(Change change) {
        history.addLast(change);
        if (history.size() > historyLimit) {
            compactedAt = history.removeFirst().version();
        }
        List.copyOf(watches).forEach(watch -> watch.offer(change));
    }
}
