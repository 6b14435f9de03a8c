package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One sequential worker for each object of a kind (W-20). Safe for use by several threads. */
final class Workers {

    private final ResourceKind kind;
    private final ObjectWorker.Work work;
    private final Executor executor;
    private final Timers timers;
    private final Map<String, ObjectWorker> workers = new ConcurrentHashMap<>();

    Workers(ResourceKind kind, ObjectWorker.Work work, Executor executor, Timers timers) {
        this.kind = kind;
        this.work = work;
        this.executor = executor;
        this.timers = timers;
    }

    /** Hands an event to the worker of its object. Returns at once. */
    void deliver(WatchEvent event) {
        Body body = event.body();
        String key = key(body);
        while (true) {
            ObjectWorker worker = workers.computeIfAbsent(key, k -> hire(k, ObjectRef.of(kind, body)));
            if (worker.take(event)) {
                return;
            }
            workers.remove(key, worker);
        }
    }

    /** After a list: whatever is not in it has vanished while nobody looked (R4). */
    void retain(@Nullable String namespace, Set<String> uids) {
        workers.forEach((key, worker) -> {
            ObjectRef object = worker.object();
            boolean inScope = namespace == null || Objects.equals(namespace, object.namespace());
            if (inScope && !uids.contains(object.uid())) {
                worker.end();
            }
        });
    }

    /** The server's versions went back: no state is older than our writes any more. */
    void forgetVersions() {
        workers.values().forEach(ObjectWorker::forgetVersion);
    }

    private ObjectWorker hire(String key, ObjectRef object) {
        return new ObjectWorker(object, work, executor, timers, worker -> workers.remove(key, worker));
    }

    /** An object that is made again under the same name is another one. */
    private static String key(Body body) {
        return body.uid().isEmpty() ? body.namespace() + "/" + body.name() : body.uid();
    }
}
