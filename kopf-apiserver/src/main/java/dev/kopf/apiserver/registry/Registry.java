package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.kind.BuiltInKinds;
import dev.kopf.apiserver.kind.CustomKinds;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.kind.ResourceKind;
import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.apiserver.storage.Change;
import dev.kopf.apiserver.storage.CompactedException;
import dev.kopf.apiserver.storage.Key;
import dev.kopf.apiserver.storage.Listing;
import dev.kopf.apiserver.storage.VersionedStore;
import dev.kopf.apiserver.storage.Watch;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The objects and the rules that Kubernetes has for them: everything of the API but HTTP.
 *
 * <p>Thread-safe: one request after the other. Objects that are handed out are shared and must not be changed; objects that are handed
 * in belong to the registry. What a client may not do fails with a {@link StatusException}.
 */
public final class Registry {

    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

    private final Kinds kinds;
    private final VersionedStore store;
    private final Ledger ledger;
    private final Preparation preparation;
    private final Deletion deletion;

    /** A registry over an empty store; it makes the namespaces that every cluster has. */
    public Registry(Kinds kinds, VersionedStore store, InstantSource clock, Supplier<String> uids) {
        this.kinds = kinds;
        this.store = store;
        this.ledger = new Ledger(store);
        this.preparation = new Preparation(clock, uids);
        this.deletion = new Deletion(ledger, kinds, preparation);
        ResourceKind namespaces = kinds.ofCollection(BuiltInKinds.NAMESPACES).orElseThrow();
        for (String name : List.of("default", "kube-node-lease", "kube-public", "kube-system")) {
            ObjectNode namespace = Json.object();
            namespace.putObject("metadata").put("name", name);
            create(new Target(namespaces, "", "", false), namespace, WriteOptions.DEFAULT);
        }
    }

    /** Creates an object. */
    public synchronized Written create(Target target, JsonNode body, WriteOptions options) {
        ObjectNode object = Bodies.object(body);
        List<String> warnings = preparation.forCreate(target, object, options);
        checkNamespaceIsOpen(target, Meta.name(object));
        Target created = target.named(Meta.name(object));
        if (store.get(created.key()) != null) {
            throw Failures.alreadyExists(created.resource());
        }
        if (options.dryRun()) {
            return new Written(object, warnings);
        }
        return new Written(stored(created.key(), object), warnings);
    }

    /** The object; fails with 404 if there is none. */
    public synchronized ObjectNode get(Target target) {
        ObjectNode object = store.get(target.key());
        if (object == null) {
            throw Failures.notFound(target.resource());
        }
        return presented(target.kind(), object);
    }

    /** The objects of a kind, all or of one namespace. */
    public synchronized ObjectList list(Target target, ListOptions options) {
        Listing listing = store.list(target.range());
        return Paging.page(listing, options, object -> presented(target.kind(), object));
    }

    /** Replaces an object. */
    public synchronized Written update(Target target, JsonNode body, WriteOptions options) {
        ObjectNode proposed = Bodies.object(body);
        Bodies.checkKind(target.kind(), proposed);
        Bodies.checkName(target, proposed);
        ObjectNode current = get(target);
        if (target.kind().traits().custom() && Meta.version(proposed).isEmpty()) {
            throw Failures.invalid(
                    target.resource(),
                    List.of(dev.kopf.apiserver.failure.FieldProblem.invalid(
                            "metadata.resourceVersion", Json.parse("0"), "must be specified for an update")));
        }
        Preparation.checkUid(target, current, proposed);
        return write(target, current, proposed, options);
    }

    /** Changes an object by a patch. */
    public synchronized Written patch(Target target, PatchType type, JsonNode patch, WriteOptions options) {
        if (type == PatchType.STRATEGIC && target.kind().traits().custom()) {
            throw Failures.unsupportedMediaType(
                    "the body of the request was in an unknown format - accepted media types"
                            + " include: application/json-patch+json, application/merge-patch+json");
        }
        ObjectNode current = get(target);
        return write(target, current, type.apply(current, patch), options);
    }

    /** Deletes an object; returns it while it waits for its finalizers, else a status of success. */
    public synchronized ObjectNode delete(Target target, DeleteOptions options) {
        ObjectNode current = get(target);
        checkDeletable(target, current, options);
        if (!options.dryRun()) {
            ObjectNode remaining = deletion.delete(target.key(), options.policy());
            if (remaining != null) {
                return presented(target.kind(), remaining);
            }
        }
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", target.name());
        if (!target.kind().group().isEmpty()) {
            details.put("group", target.kind().group());
        }
        details.put("kind", target.kind().names().plural()).put("uid", Meta.uid(current));
        return status;
    }

    /** Deletes the selected objects of a kind; returns what they were. */
    public synchronized ObjectList deleteCollection(Target target, ListOptions selected, DeleteOptions options) {
        ObjectList list = list(target, selected);
        if (!options.dryRun()) {
            for (ObjectNode object : list.items()) {
                deletion.delete(keyOf(target.kind(), object), options.policy());
            }
        }
        return list;
    }

    /** Tells of the changes of a kind until the watch is closed; the listener is called while the registry is locked. */
    public synchronized Watch watch(Target target, WatchOptions options, Consumer<WatchEvent> listener) {
        long from = options.from();
        ResourceKind kind = target.kind();
        if (from == 0 || options.initialEvents()) {
            Listing listing = store.list(target.range());
            from = listing.version();
            for (ObjectNode object : listing.trees()) {
                if (options.selection().matches(object)) {
                    listener.accept(new WatchEvent("ADDED", presented(kind, object)));
                }
            }
        }
        try {
            return store.watch(target.range(), from, change -> tell(kind, options, change, listener));
        } catch (CompactedException e) {
            throw Failures.expired("too old resource version: " + from + " (" + e.oldest() + ")");
        }
    }

    /** The version of the last change. */
    public long version() {
        return store.version();
    }

    /** Forgets the history, so that a watch from an older version fails with 410. */
    public synchronized void compact() {
        store.compact();
    }

    private void tell(ResourceKind kind, WatchOptions options, Change change, Consumer<WatchEvent> listener) {
        WatchEvent event = WatchEvent.of(change, options.selection());
        if (event != null) {
            listener.accept(new WatchEvent(event.type(), presented(kind, event.object())));
        }
    }

    private Written write(Target target, ObjectNode current, ObjectNode proposed, WriteOptions options) {
        List<String> warnings = preparation.forUpdate(target, current, proposed, options);
        String refusal = target.status() ? "" : AllRules.of(target.kind()).refusal(current, proposed, this::lookUp);
        if (!refusal.isEmpty()) {
            throw Failures.forbidden(target.resource(), refusal);
        }
        if (options.dryRun() || proposed.equals(current)) {
            return new Written(proposed, warnings);
        }
        if (deletion.isReleased(target.key(), proposed)) {
            deletion.remove(target.key());
            return new Written(proposed, warnings);
        }
        return new Written(stored(target.key(), proposed), warnings);
    }

    private ObjectNode stored(Key key, ObjectNode object) {
        ObjectNode stored = ledger.put(key, object);
        if (key.collection().equals(BuiltInKinds.CRDS)) {
            kinds.serve(CustomKinds.collection(stored), CustomKinds.of(stored));
        }
        deletion.afterWrite(key, stored);
        return stored;
    }

    private ObjectNode lookUp(String collection, String name) {
        ObjectNode found = store.get(new Key(collection, "", name));
        return found == null ? Json.object() : found;
    }

    private void checkNamespaceIsOpen(Target target, String name) {
        if (target.namespace().isEmpty()) {
            return;
        }
        ObjectNode namespace = store.get(new Key(BuiltInKinds.NAMESPACES, "", target.namespace()));
        if (namespace == null) {
            throw Failures.notFound(new dev.kopf.apiserver.failure.Subject("", "namespaces", target.namespace()));
        }
        if (Meta.isDeleting(namespace)) {
            throw Failures.forbidden(
                    target.kind().resource(name),
                    "unable to create new content in namespace " + target.namespace()
                            + " because it is being terminated");
        }
    }

    private static void checkDeletable(Target target, ObjectNode current, DeleteOptions options) {
        if (target.kind().collection().equals(BuiltInKinds.NAMESPACES) && IMMORTAL.contains(target.name())) {
            throw Failures.forbidden(target.resource(), "this namespace may not be deleted");
        }
        if (!options.uid().isEmpty() && !options.uid().equals(Meta.uid(current))) {
            throw Failures.conflict(
                    target.kind().object(target.name()),
                    "the UID in the precondition (" + options.uid() + ") does not match the UID in record ("
                            + Meta.uid(current) + "). The object might have been deleted and then recreated");
        }
        String version = options.resourceVersion();
        if (!version.isEmpty() && !version.equals(Meta.version(current))) {
            throw Failures.conflict(
                    target.kind().object(target.name()),
                    "the ResourceVersion in the precondition (" + version
                            + ") does not match the ResourceVersion in record (" + Meta.version(current)
                            + "). The object might have been modified");
        }
    }

    private static Key keyOf(ResourceKind kind, ObjectNode object) {
        return new Key(kind.collection(), Meta.namespace(object), Meta.name(object));
    }

    /** The object in the version that the client asked for: no conversion, only the name of the version. */
    private static ObjectNode presented(ResourceKind kind, ObjectNode object) {
        if (Trees.text(object, "apiVersion").equals(kind.apiVersion())) {
            return object;
        }
        ObjectNode copy = object.deepCopy();
        copy.put("apiVersion", kind.apiVersion());
        return copy;
    }
}
