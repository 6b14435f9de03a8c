package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One sequential worker for each object of a kind that something is to be done about (W-20, W-23); of the others no more than is to be
 * remembered (P6). Safe for use by several threads.
 */
final class Workers implements ObjectWorker.Employer {

    private final ResourceKind kind;
    private final ObjectWorker.Work work;
    private final Places places;
    private final Timers timers;
    private final WaitingStates waiting;
    private final Map<String, KnownObject> objects = new ConcurrentHashMap<>();

    /** A text for each namespace, to be shared by its objects. There are few, and they are not forgotten. */
    private final Map<String, String> namespaces = new ConcurrentHashMap<>();

    Workers(ResourceKind kind, ObjectWorker.Work work, Places places, Timers timers, WaitingStates waiting) {
        this.kind = kind;
        this.work = work;
        this.places = places;
        this.timers = timers;
        this.waiting = waiting;
    }

    @Override
    public ObjectWorker.Work work() {
        return work;
    }

    @Override
    public Places places() {
        return places;
    }

    @Override
    public WaitingStates waiting() {
        return waiting;
    }

    @Override
    public Timers timers() {
        return timers;
    }

    /** Hands an event to the worker of its object. Returns at once. */
    void deliver(WatchEvent event) {
        Body body = event.body();
        String key = key(body.namespace(), body.name(), body.uid());
        while (!hired(key, event).take(event)) {
            // It has ended meanwhile, and is not in the map any more.
        }
    }

    /** After a list: whatever is not in it has vanished while nobody looked (R4). */
    void retain(@Nullable String namespace, Set<String> uids) {
        objects.forEach((key, known) -> {
            boolean inScope = namespace == null || namespace.equals(known.namespace());
            String uid = known instanceof ObjectWorker worker ? worker.object().uid() : key;
            if (inScope && !uids.contains(uid)) {
                end(key);
            }
        });
    }

    private void end(String key) {
        boolean done = false;
        while (!done) { // again where a worker begins or ends meanwhile
            KnownObject known = objects.get(key);
            done = known == null || (known instanceof ObjectWorker worker ? worker.end() : objects.remove(key, known));
        }
    }

    /** The server's versions went back: no state is older than our writes any more. */
    void forgetVersions() {
        objects.keySet().forEach(this::forgetVersion);
    }

    private void forgetVersion(String key) {
        boolean done = false;
        while (!done) { // again where a worker begins or ends meanwhile
            KnownObject known = objects.get(key);
            done = known instanceof Resting resting
                    ? objects.replace(key, resting, resting.withoutVersion())
                    : known == null || ((ObjectWorker) known).forgetVersion();
        }
    }

    @Override
    public void onIdle(ObjectWorker worker, Memory memory) {
        objects.replace(key(worker.object()), worker, new Resting(shared(worker.namespace()), memory));
    }

    @Override
    public void onGone(ObjectWorker worker) {
        objects.remove(key(worker.object()), worker);
    }

    /** How many objects are known. */
    int size() {
        return objects.size();
    }

    private ObjectWorker hired(String key, WatchEvent event) {
        KnownObject there = objects.get(key);
        if (there instanceof ObjectWorker worker) {
            return worker;
        }
        KnownObject hired = objects.compute(key, (k, known) -> {
            if (known instanceof ObjectWorker) {
                return known;
            }
            Memory memory = known instanceof Resting resting ? resting.memory() : Memory.first(event);
            return new ObjectWorker(ObjectRef.of(kind, event.body()), memory, this);
        });
        return (ObjectWorker) hired;
    }

    private @Nullable String shared(@Nullable String namespace) {
        return namespace == null ? null : namespaces.computeIfAbsent(namespace, name -> name);
    }

    private static String key(ObjectRef object) {
        return key(object.namespace(), object.name(), object.uid());
    }

    /** An object that is made again under the same name is another one. */
    private static String key(@Nullable String namespace, String name, String uid) {
        return uid.isEmpty() ? namespace + "/" + name : uid;
    }
}
