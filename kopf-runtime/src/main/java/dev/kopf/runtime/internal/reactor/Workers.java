package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    /** A text for each namespace, to be shared by its objects. There are few, and those of an operator of the cluster are not forgotten. */
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

    int turnsOfOthers() {
        return places.turnsOfOthers();
    }

    /**
     * Hands an event to the worker of its object. Returns at once.
     *
     * @param turnsOfOthers how often others had had their turn when it came
     */
    void deliver(WatchEvent event, int turnsOfOthers) {
        Body body = event.body();
        String key = key(body);
        while (!hired(key, event).take(event, turnsOfOthers)) {
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

    /** Nothing comes from a namespace any more. */
    void forgetNamespace(String namespace) {
        namespaces.remove(namespace);
    }

    private void end(String key) {
        boolean done = false;
        while (!done) { // again where a worker begins or ends meanwhile
            KnownObject known = objects.get(key);
            done = known == null || (known instanceof ObjectWorker worker ? worker.end() : forgotten(key, known));
        }
    }

    /** Where that is what there is of an object, it is forgotten, and whoever runs for it ends, before it may come anew. */
    private boolean forgotten(String key, KnownObject known) {
        return objects.computeIfPresent(key, (k, there) -> {
                    if (!there.equals(known)) {
                        return there;
                    }
                    work.forget(k);
                    return null;
                })
                == null;
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
    public void onLeaving(ObjectWorker worker) {
        objects.computeIfPresent(key(worker.object()), (key, known) -> {
            if (known == worker) {
                work.forget(key);
            }
            return known;
        });
    }

    @Override
    public void onIdle(ObjectWorker worker, Memory memory) {
        objects.replace(key(worker.object()), worker, new Resting(shared(worker.namespace()), memory));
    }

    @Override
    public void onGone(ObjectWorker worker) {
        objects.compute(key(worker.object()), (key, known) -> {
            if (known == worker || known == null) {
                work.forget(key);
                return null;
            }
            return known; // it has come anew
        });
    }

    /** Looks at an object again. */
    void wake(ObjectRef object) {
        boolean done = false;
        while (!done) { // again where the worker ends meanwhile
            ObjectWorker worker = rehired(object);
            done = worker == null || worker.wake();
        }
    }

    /** Writes to an object what was set beside its worker, or tells who has where there is nothing to write to. */
    void write(ObjectRef object, Given given) {
        while (true) { // as above
            ObjectWorker worker = rehired(object);
            if (worker == null || !worker.isThere()) {
                given.givers().forEach(Runnable::run);
                return;
            }
            if (worker.write(given)) {
                return;
            }
        }
    }

    /** Whether an object is worked on, or something is to be written to it. */
    boolean owes(ObjectRef object) {
        return objects.get(key(object)) instanceof ObjectWorker worker && worker.owes();
    }

    /** Whether an object that is worked on is not known to be gone. */
    boolean isThere(ObjectRef object) {
        return objects.get(key(object)) instanceof ObjectWorker worker && worker.isThere();
    }

    /** What was still to be written when the operator ended; until that time. */
    void writeRest(Instant end) {
        for (KnownObject known : objects.values()) {
            if (known instanceof ObjectWorker worker && timers.instant().isBefore(end)) {
                worker.writeRest();
            }
        }
    }

    /** Does something before the object of a key can be gone, if it is there; whether it was. */
    boolean whileThere(String key, Runnable action) {
        boolean[] was = new boolean[1];
        objects.computeIfPresent(key, (k, known) -> {
            if (!(known instanceof ObjectWorker worker) || worker.isThere()) {
                action.run();
                was[0] = true;
            }
            return known;
        });
        return was[0];
    }

    /** The objects that something is owed to; each as it is when it is looked at. */
    Stream<UnsettledObject> unsettled() {
        return objects.values().stream()
                .map(known -> known instanceof ObjectWorker worker ? worker.unsettled() : null)
                .filter(Objects::nonNull);
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

    /** The worker of a known object; null of one that is not. */
    private @Nullable ObjectWorker rehired(ObjectRef object) {
        return (ObjectWorker) objects.computeIfPresent(
                key(object),
                (k, known) ->
                        known instanceof Resting resting ? new ObjectWorker(object, resting.memory(), this) : known);
    }

    private @Nullable String shared(@Nullable String namespace) {
        return namespace == null ? null : namespaces.computeIfAbsent(namespace, name -> name);
    }

    /** Names an object among those of its kind. */
    static String key(ObjectRef object) {
        return key(object.namespace(), object.name(), object.uid());
    }

    static String key(Body body) {
        return key(body.namespace(), body.name(), body.uid());
    }

    /** An object that is made again under the same name is another one. */
    private static String key(@Nullable String namespace, String name, String uid) {
        return uid.isEmpty() ? namespace + "/" + name : uid;
    }
}
