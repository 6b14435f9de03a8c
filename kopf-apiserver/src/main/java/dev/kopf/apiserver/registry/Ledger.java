package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.storage.Key;
import dev.kopf.apiserver.storage.VersionedStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The store, and beside it who owns whom. Not thread-safe: the registry's lock guards it. */
final class Ledger {

    private final VersionedStore store;
    private final Map<String, Set<Key>> dependents = new HashMap<>();
    private final Set<String> uids = new HashSet<>();

    Ledger(VersionedStore store) {
        this.store = store;
    }

    VersionedStore store() {
        return store;
    }

    ObjectNode put(Key key, ObjectNode object) {
        forgetOwners(key);
        ObjectNode stored = store.put(key, object);
        uids.add(Meta.uid(stored));
        Meta.ownerUids(stored)
                .forEach(owner -> dependents
                        .computeIfAbsent(owner, uid -> new HashSet<>())
                        .add(key));
        return stored;
    }

    ObjectNode remove(Key key) {
        forgetOwners(key);
        ObjectNode last = store.remove(key);
        uids.remove(Meta.uid(last));
        return last;
    }

    List<Key> dependents(String uid) {
        return dependents.getOrDefault(uid, Set.of()).stream().sorted().toList();
    }

    /** Whether an object is owned, and by nobody who is there. */
    boolean isAbandoned(ObjectNode object) {
        List<String> owners = Meta.ownerUids(object);
        return !owners.isEmpty() && owners.stream().noneMatch(uids::contains);
    }

    private void forgetOwners(Key key) {
        ObjectNode before = store.get(key);
        if (before == null) {
            return;
        }
        for (String owner : Meta.ownerUids(before)) {
            Set<Key> keys = dependents.getOrDefault(owner, new HashSet<>());
            keys.remove(key);
            if (keys.isEmpty()) {
                dependents.remove(owner);
            }
        }
    }
}
