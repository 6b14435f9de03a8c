package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of what is watched of a kind that indexes are filled from, to those who handle it: all states of an object go by one
 * {@link IndexedObject}, which indexes them. It goes on while others have taken over (N-9). Safe for use by several threads.
 */
final class IndexingLane {

    /** Who handles what is indexed. */
    interface Next {
        /** How often others have had their turn. */
        int turnsOfOthers();

        /** @param turnsOfOthers how often they had had it when this came */
        void take(WatchEvent event, int turnsOfOthers);
    }

    private final KindIndexing indexing;
    private final Places places;
    private final Timers timers;
    private final Next next;
    private final IndexReadiness readiness;
    private final Map<String, IndexedObject> objects = new ConcurrentHashMap<>();

    /**
     * @param places where handlers that fill indexes are called
     * @param next who handles what is indexed
     */
    IndexingLane(KindIndexing indexing, Places places, Timers timers, Next next, IndexReadiness readiness) {
        this.indexing = indexing;
        this.places = places;
        this.timers = timers;
        this.next = next;
        this.readiness = readiness;
    }

    /**
     * Takes an event. Returns at once.
     *
     * @param turnsOfOthers how often others had had their turn when it came
     */
    void deliver(WatchEvent event, int turnsOfOthers) {
        String key = Workers.key(event.body());
        while (!objects.computeIfAbsent(key, k -> indexed(event)).take(event, turnsOfOthers)) {
            // It is gone meanwhile, and not in the map any more, or not for long.
            Thread.onSpinWait();
        }
    }

    private IndexedObject indexed(WatchEvent event) {
        return new IndexedObject(ObjectRef.of(indexing.handlers().kind(), event.body()), this);
    }

    /** A state that a write has made of an object, or that was asked for, is about to be handled: it is indexed before. */
    void index(ObjectRef object, WatchEvent event) {
        IndexedObject known = objects.get(Workers.key(object));
        if (known != null) { // else it is gone
            known.index(event);
        }
    }

    /** The server's versions went back. */
    void forgetVersions() {
        objects.values().forEach(IndexedObject::forgetVersion);
    }

    /** After a list: whatever is not in it has vanished while nobody looked (R4). */
    void retain(@Nullable String namespace, Set<String> uids) {
        objects.forEach((key, known) -> {
            boolean inScope =
                    namespace == null || namespace.equals(known.object().namespace());
            if (inScope && !uids.contains(known.object().uid())) {
                known.end();
            }
        });
    }

    /** The kind is not indexed any more: nothing of its objects stays. */
    void end() {
        retain(null, Set.of());
        readiness.lost(indexing.handlers());
    }

    /** A list of a namespace, or of all if that is null, is complete, and all that is in it was delivered. */
    void listed(@Nullable String namespace) {
        if (readiness.isFilledFrom(indexing.handlers())) {
            return;
        }
        List<IndexedObject> waiting =
                objects.values().stream().filter(IndexedObject::isOnItsWay).toList();
        readiness.listed(indexing.handlers(), namespace, waiting);
        waiting.stream().filter(each -> !each.isOnItsWay()).forEach(this::onRest); // that came to rest in between
    }

    /** The cluster does not serve the kind. */
    void missing(@Nullable String namespace) {
        readiness.missing(indexing.handlers(), namespace);
    }

    /** Whether this state of an object or a newer one is indexed. */
    boolean isDone(Body body) {
        IndexedObject known = objects.get(Workers.key(body));
        return known != null && known.isDone(body);
    }

    /** The objects that are not indexed yet, or not by all handlers; each as it is when it is looked at. */
    Stream<UnsettledObject> unsettled() {
        return objects.values().stream().map(IndexedObject::unsettled).filter(Objects::nonNull);
    }

    /** How many objects are known. */
    int size() {
        return objects.size();
    }

    KindIndexing indexing() {
        return indexing;
    }

    Places places() {
        return places;
    }

    Timers timers() {
        return timers;
    }

    boolean isStopping() {
        return indexing.with().stopping().getAsBoolean();
    }

    Mailbox mailbox(ObjectRef object) {
        boolean keepsAll = !indexing.handlers().events().isEmpty();
        return new Mailbox(
                indexing.with().waiting(), keepsAll, event -> null, new PassedOver(object, "its index handlers"));
    }

    int turnsOfOthers() {
        return next.turnsOfOthers();
    }

    void hand(WatchEvent event, int turnsOfOthers) {
        next.take(event, turnsOfOthers);
    }

    void onRest(IndexedObject object) {
        if (!object.isOnItsWay()) {
            readiness.arrived(indexing.handlers(), object);
        }
    }

    void onEnd(IndexedObject object) {
        objects.remove(Workers.key(object.object()), object);
        readiness.arrived(indexing.handlers(), object);
    }
}
