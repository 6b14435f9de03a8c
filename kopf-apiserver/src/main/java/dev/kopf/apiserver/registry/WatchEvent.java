package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.selector.Selection;
import dev.kopf.apiserver.storage.Change;
import org.jspecify.annotations.Nullable;

/**
 * One line of a watch.
 *
 * @param type {@code ADDED}, {@code MODIFIED}, {@code DELETED} or {@code BOOKMARK}
 * @param object the object; not to be changed
 */
public record WatchEvent(String type, ObjectNode object) {

    /** What a change looks like to one who sees only a selection; nothing where it was and is not in it. */
    static @Nullable WatchEvent of(Change change, Selection selection) {
        ObjectNode before = change.before();
        ObjectNode after = change.after();
        boolean was = before != null && selection.matches(before);
        boolean is = after != null && selection.matches(after);
        if (after != null && is) {
            return new WatchEvent(was ? "MODIFIED" : "ADDED", after);
        }
        return before != null && was ? new WatchEvent("DELETED", Meta.withVersion(before, change.version())) : null;
    }
}
