package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All daemons and timers of a kind: begins them when their object is there, and ends them with it (B-1, R6). An object is named by a key
 * that no other has. Safe for use by several threads.
 */
public final class KindBackground {

    private final KindHandlers handlers;
    private final Surroundings with;
    private final String finalizer;
    private final Map<String, ObjectTasks> objects = new ConcurrentHashMap<>();
    private volatile @Nullable StopReason suspended;

    public KindBackground(KindHandlers handlers, Surroundings with) {
        this.handlers = handlers;
        this.with = with;
        this.finalizer = with.persistence().finalizer();
    }

    /**
     * The object has come to this: begins who is to run now, and stops who is not any more. A daemon begins only where our finalizer is
     * stored (R6).
     *
     * @return whether daemons need the finalizer (C-21)
     */
    public boolean look(String key, ObjectRef object, WatchEvent event, Cause cause) {
        Body body = event.body();
        boolean isEnding = body.isDeleting() || event.type() == WatchEvent.Type.DELETED;
        List<Handler> matching = isEnding ? List.of() : handlers.background(body, cause);
        ObjectTasks tasks = tasks(key, object, matching.isEmpty());
        if (tasks == null || tasks.isForgotten()) {
            return false;
        }
        StopReason all = suspended;
        List<Handler> wanted = all != null
                ? List.of()
                : matching.stream()
                        .filter(handler -> handler.type() == HandlerType.TIMER || Finalizers.has(body, finalizer))
                        .toList();
        StopReason reason = isEnding ? StopReason.RESOURCE_DELETED : all != null ? all : StopReason.FILTERS_MISMATCH;
        tasks.look(event, cause, wanted, reason);
        StopReason meanwhile = suspended;
        if (meanwhile != null && all == null) {
            tasks.stop(meanwhile); // whoever has suspended them may have come before they were there
        }
        boolean needsFinalizer = tasks.settle(matching);
        if (!tasks.hasState() && tasks.isEmpty()) {
            objects.remove(key, tasks);
        }
        return needsFinalizer;
    }

    /**
     * Those of an object that is looked at. None is made of one that has vanished meanwhile: nobody would end who began. Who still runs of
     * those before it went is found here when it has come back, and another begins when that one has ended.
     */
    private @Nullable ObjectTasks tasks(String key, ObjectRef object, boolean noneMatch) {
        return objects.compute(key, (k, known) -> {
            if (known == null) {
                return noneMatch || !with.objects().isThere(object)
                        ? null
                        : new ObjectTasks(
                                object, with, latest -> with.persistence().cause(latest, handlers), () -> drop(key));
            }
            if (known.isForgotten() && with.objects().isThere(object)) {
                known.comeBack();
            }
            return known;
        });
    }

    /** Those of an object that is not gone. */
    private @Nullable ObjectTasks known(String key) {
        ObjectTasks tasks = objects.get(key);
        return tasks == null || tasks.isForgotten() ? null : tasks;
    }

    private void drop(String key) {
        objects.computeIfPresent(key, (k, tasks) -> tasks.isForgotten() && tasks.isIdle() ? null : tasks);
    }

    /** As {@link #look} says, where nobody begins or is to stop. */
    public boolean needsFinalizer(String key, Body body, Cause cause) {
        List<Handler> matching = body.isDeleting() ? List.of() : handlers.background(body, cause);
        ObjectTasks tasks = known(key);
        return tasks == null ? matching.stream().anyMatch(Handler::requiresFinalizer) : tasks.needsFinalizer(matching);
    }

    /** Whether a daemon works that the object has to wait for (R6). */
    public boolean isHeld(String key) {
        ObjectTasks tasks = known(key);
        return tasks != null && tasks.isHeld();
    }

    /** A write of ours has made this of the object (P3). */
    public void wrote(String key, Body body) {
        ObjectTasks tasks = known(key);
        if (tasks != null) {
            tasks.wrote(body);
        }
    }

    /** The newest state of an object; null where nobody runs that is to see it. */
    public @Nullable Body latest(String key) {
        ObjectTasks tasks = known(key);
        return tasks != null && tasks.hasState() ? tasks.latest() : null;
    }

    /** Whether others have had their turn since the newest state of an object came, which is to be asked for then (N-10). */
    public boolean isOutdated(String key) {
        ObjectTasks tasks = known(key);
        return tasks != null && tasks.isOutdated();
    }

    /** The object is being deleted: whoever runs for it is to end (R6). */
    public void end(String key) {
        ObjectTasks tasks = known(key);
        if (tasks != null) {
            tasks.stop(StopReason.RESOURCE_DELETED);
        }
    }

    /**
     * The object is gone, whichever way it went: whoever runs for it is to end (R6), and whoever is looking at it at this moment begins none
     * that nobody would end. Who runs is known until it has ended, as the object may come back. Calls nobody back.
     */
    public void forget(String key) {
        objects.computeIfPresent(key, (k, tasks) -> tasks.forget() ? null : tasks);
    }

    /** Another operator has taken over: all are to stop, and none begins, until {@link #resume}. Returns at once (B-14). */
    public void pause() {
        suspend(StopReason.OPERATOR_PAUSING);
    }

    /**
     * Begins all again whose objects are there; one that has not stopped yet when it has.
     *
     * @param afterOthers whether others may have changed the objects meanwhile
     */
    public void resume(boolean afterOthers) {
        synchronized (this) {
            if (suspended != StopReason.OPERATOR_PAUSING) {
                return;
            }
            if (afterOthers) {
                objects.values().forEach(ObjectTasks::outdate);
            }
            suspended = null;
        }
        objects.values().forEach(tasks -> with.objects().wake(tasks.object()));
    }

    /** The operator ends: all are to stop, and none begins any more. Returns at once (B-14, R8). */
    public void stop() {
        suspend(StopReason.OPERATOR_EXITING);
    }

    private void suspend(StopReason reason) {
        synchronized (this) {
            suspended = suspended == StopReason.OPERATOR_EXITING ? suspended : reason;
        }
        objects.values().forEach(tasks -> tasks.stop(reason));
    }

    /** The ids of those of an object that run or wait for their time. */
    public List<HandlerId> present(String key) {
        ObjectTasks tasks = known(key);
        return tasks == null ? List.of() : tasks.present();
    }

    /** Who runs at this moment, as it is named to people. */
    public List<String> running() {
        return objects.values().stream()
                .flatMap(tasks -> tasks.running().stream())
                .toList();
    }
}
