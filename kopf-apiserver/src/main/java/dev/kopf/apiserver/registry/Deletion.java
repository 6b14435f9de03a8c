package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.kind.BuiltInKinds;
import dev.kopf.apiserver.kind.CustomKinds;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.registry.DeleteOptions.Policy;
import dev.kopf.apiserver.storage.Key;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How objects go: finalizers first, then the object, then what it owned or contained.
 *
 * <p>What controllers of a cluster do some time later (garbage collection, emptying of namespaces) is done here before the request is
 * answered. Not thread-safe: the registry's lock guards it.
 */
final class Deletion {

    private final Ledger ledger;
    private final Kinds kinds;
    private final Preparation preparation;

    Deletion(Ledger ledger, Kinds kinds, Preparation preparation) {
        this.ledger = ledger;
        this.kinds = kinds;
        this.preparation = preparation;
    }

    /** Starts the deletion of an object; returns it if it is still there, waiting for finalizers, or nothing if it is gone. */
    @Nullable
    ObjectNode delete(Key key, Policy policy) {
        ObjectNode current = ledger.store().get(key);
        if (current == null) {
            return null;
        }
        if (policy == Policy.ORPHAN) {
            ledger.dependents(Meta.uid(current)).forEach(dependent -> disown(dependent, Meta.uid(current)));
        } else if (policy == Policy.FOREGROUND) {
            ledger.dependents(Meta.uid(current)).forEach(dependent -> delete(dependent, Policy.BACKGROUND));
        }
        boolean container = isContainer(key);
        List<String> finalizers = finalizers(key, current);
        if (finalizers.isEmpty() && !container) {
            remove(key);
            return null;
        }
        ObjectNode marked = Meta.isDeleting(current) ? current : ledger.put(key, marked(key, current, finalizers));
        if (container) {
            empty(key);
            finish(key);
        }
        return marked;
    }

    /** Removes an object that nothing holds any more, and what it owned. */
    ObjectNode remove(Key key) {
        ObjectNode last = ledger.remove(key);
        if (key.collection().equals(BuiltInKinds.CRDS)) {
            kinds.withdraw(CustomKinds.collection(last));
        }
        for (Key dependent : ledger.dependents(Meta.uid(last))) {
            ObjectNode object = ledger.store().get(dependent);
            if (object != null && ledger.isAbandoned(object)) {
                delete(dependent, Policy.BACKGROUND);
            }
        }
        finish(new Key(BuiltInKinds.NAMESPACES, "", key.namespace()));
        finish(new Key(BuiltInKinds.CRDS, "", key.collection()));
        return last;
    }

    /** Removes an object that was written without finalizers while being deleted, or collects one whose owners are all gone. */
    void afterWrite(Key key, ObjectNode object) {
        if (isContainer(key)) {
            finish(key);
        } else if (ledger.isAbandoned(object)) {
            delete(key, Policy.BACKGROUND);
        }
    }

    /** Whether an object has nothing left to wait for. */
    boolean isReleased(Key key, ObjectNode object) {
        return Meta.isDeleting(object) && Meta.finalizers(object).isEmpty() && !isContainer(key);
    }

    private List<String> finalizers(Key key, ObjectNode current) {
        return kinds.ofCollection(key.collection())
                .map(kind -> AllRules.of(kind).finalizersAtDeletion(current))
                .orElseGet(() -> Meta.finalizers(current));
    }

    private ObjectNode marked(Key key, ObjectNode current, List<String> finalizers) {
        ObjectNode next = current.deepCopy();
        var all = new ArrayList<>(finalizers);
        Meta.of(next).put("deletionTimestamp", preparation.now());
        if (key.collection().equals(BuiltInKinds.NAMESPACES)) {
            Trees.objectIn(next, "status").put("phase", "Terminating");
        } else {
            Meta.of(next).put("deletionGracePeriodSeconds", 0);
        }
        if (key.collection().equals(BuiltInKinds.CRDS)) {
            all.add(CrdRules.CLEANUP);
        }
        if (Meta.of(next).has("generation")) {
            Meta.of(next)
                    .put(
                            "generation",
                            Trees.at(current, "metadata", "generation").asLong() + 1);
        }
        Meta.finalizers(next, all);
        return next;
    }

    private void disown(Key key, String uid) {
        ObjectNode object = ledger.store().get(key);
        if (object == null) {
            return;
        }
        ObjectNode next = object.deepCopy();
        var owners = Json.array();
        for (JsonNode owner : Trees.at(object, "metadata", "ownerReferences")) {
            if (!Trees.text(owner, "uid").equals(uid)) {
                owners.add(owner);
            }
        }
        Trees.putOrRemove(Meta.of(next), "ownerReferences", owners.isEmpty() ? null : owners);
        ledger.put(key, next);
    }

    private static boolean isContainer(Key key) {
        return key.collection().equals(BuiltInKinds.NAMESPACES)
                || key.collection().equals(BuiltInKinds.CRDS);
    }

    private List<Key> contents(Key container) {
        return ledger.store().keys().stream()
                .filter(key -> isIn(key, container))
                .toList();
    }

    private static boolean isIn(Key key, Key container) {
        return container.collection().equals(BuiltInKinds.CRDS)
                ? key.collection().equals(container.name())
                : key.namespace().equals(container.name());
    }

    private void empty(Key container) {
        contents(container).forEach(key -> delete(key, Policy.BACKGROUND));
    }

    /** Removes a container that is being deleted once nothing is in it. */
    private void finish(Key container) {
        ObjectNode object = ledger.store().get(container);
        if (object == null || !Meta.isDeleting(object)) {
            return;
        }
        boolean held = Meta.finalizers(object).stream().anyMatch(finalizer -> !finalizer.equals(CrdRules.CLEANUP));
        if (!held && !ledger.store().anyKey(key -> isIn(key, container))) {
            remove(container);
        }
    }
}
