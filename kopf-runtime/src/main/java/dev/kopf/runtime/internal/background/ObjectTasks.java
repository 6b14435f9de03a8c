package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.internal.client.Versions;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The daemons and timers of one object (B-1), and the object as they see it (B-3). Its monitor guards all of them; authors' code is called
 * without it.
 */
final class ObjectTasks {

    private final ObjectRef object;
    private final Surroundings with;
    private final Function<WatchEvent, Cause> causes;
    private final Runnable onLeft;
    private final Map<HandlerId, Task> tasks = new LinkedHashMap<>();

    /** Those that have done what they had to do: they are not called again for this object (B-9). */
    private final Set<HandlerId> exited = new HashSet<>(0);

    /** The newest state, as text: what is parsed takes five times as much. Null where nobody is to see it. */
    private byte @Nullable [] state;

    /** Of that state. */
    private String version = "";

    /** Whether another operator may have changed the object since. */
    private boolean isOutdated;

    private @Nullable String digest;
    private Instant changed = Instant.MIN;
    private int changes;

    /** Whether the object is gone, and nobody is to begin any more who would not be told of it. */
    private boolean isForgotten;

    /**
     * @param causes tells why an object is handled
     * @param onLeft run without the monitor when one has ended whose object is gone
     */
    ObjectTasks(ObjectRef object, Surroundings with, Function<WatchEvent, Cause> causes, Runnable onLeft) {
        this.object = object;
        this.with = with;
        this.causes = causes;
        this.onLeft = onLeft;
    }

    ObjectRef object() {
        return object;
    }

    /** When the essence changed last, or was seen first (B-10); now where the clock has gone back since. */
    Instant changed() {
        Instant now = with.timers().instant();
        if (now.isBefore(changed)) {
            changed = now;
        }
        return changed;
    }

    /** How often the essence has changed. */
    int changes() {
        return changes;
    }

    /**
     * The object has come to this.
     *
     * @param wanted those that are to run
     * @param reason why the others are to stop
     */
    synchronized void look(WatchEvent event, Cause cause, List<Handler> wanted, StopReason reason) {
        if (isForgotten) {
            return;
        }
        keep(event.body());
        follow(cause);
        for (Task task : List.copyOf(tasks.values())) {
            if (wanted.stream()
                    .noneMatch(handler -> handler.id().equals(task.handler().id()))) {
                task.stop(reason);
            }
        }
        for (Handler handler : wanted) {
            Task there = tasks.get(handler.id());
            if (there != null) {
                there.become(handler);
            } else if (!exited.contains(handler.id())) {
                Task task = new Task(handler, this, with);
                tasks.put(handler.id(), task);
                task.rest();
            }
        }
    }

    private void follow(Cause cause) {
        String now = cause.newEssence().digest();
        if (now.equals(digest)) {
            return;
        }
        boolean isFirst = digest == null;
        digest = now;
        changed = with.timers().instant();
        if (!isFirst) {
            changes++;
            tasks.values().forEach(Task::onChange);
        }
    }

    synchronized void keep(Body body) {
        state = Json.write(body.fields()).getBytes(StandardCharsets.UTF_8);
        version = body.resourceVersion();
        isOutdated = false;
    }

    /** A write of ours has made this. Its answer may be late: what is newer stays (P3). */
    synchronized void wrote(Body body) {
        if (state != null && !Versions.isBefore(body.resourceVersion(), version)) {
            keep(body);
        }
    }

    /** Others have had their turn: the object is to be asked for before anybody begins anew (N-10). */
    synchronized void outdate() {
        isOutdated = true;
    }

    synchronized boolean isOutdated() {
        return isOutdated;
    }

    /** Whether those that are to run, or a daemon that works still, need our finalizer (C-21, R6). */
    synchronized boolean needsFinalizer(List<Handler> matching) {
        return isHeld() || matching.stream().anyMatch(handler -> handler.requiresFinalizer() && !hasExited(handler));
    }

    /**
     * The same; and nobody is to see the state any more where all have ended. Both at one moment: a daemon that ended in between would leave
     * an object that waits for it, and of which nothing is known when it is looked at again.
     */
    synchronized boolean settle(List<Handler> matching) {
        if (tasks.isEmpty() && matching.stream().allMatch(this::hasExited)) {
            state = null;
        }
        return needsFinalizer(matching);
    }

    /** The object is gone: all are to stop, and none begins any more, unless it comes back; whether none runs. */
    synchronized boolean forget() {
        isForgotten = true;
        stop(StopReason.RESOURCE_DELETED);
        return tasks.isEmpty();
    }

    synchronized boolean isForgotten() {
        return isForgotten;
    }

    /** Whether none runs, waits for its time, or has something written. */
    synchronized boolean isIdle() {
        return tasks.isEmpty();
    }

    /** The object that was gone is there again: all begin anew, each when the one before it has ended. */
    synchronized void comeBack() {
        isForgotten = false;
        exited.clear();
        digest = null;
    }

    /** One has ended; without the monitor. */
    void ended() {
        with.objects().wake(object);
        if (isForgotten()) {
            onLeft.run();
        }
    }

    synchronized void stop(StopReason reason) {
        List.copyOf(tasks.values()).forEach(task -> task.stop(reason));
    }

    /** Whether a daemon works that the object has to wait for (R6). */
    synchronized boolean isHeld() {
        return tasks.values().stream().anyMatch(Task::holds);
    }

    /** Whether nothing is to be remembered. */
    synchronized boolean isEmpty() {
        return tasks.isEmpty() && exited.isEmpty();
    }

    private boolean hasExited(Handler handler) {
        return exited.contains(handler.id());
    }

    synchronized List<HandlerId> present() {
        return List.copyOf(tasks.keySet());
    }

    synchronized List<String> running() {
        return tasks.values().stream()
                .filter(Task::isRunning)
                .map(task -> task.name() + " of " + object)
                .toList();
    }

    /** With the monitor held. */
    void onEnd(Task task, boolean ofItself) {
        Handler handler = task.handler();
        tasks.remove(handler.id(), task);
        if (ofItself) {
            exited.add(handler.id());
        }
    }

    /** The newest state. */
    Body latest() {
        byte[] text;
        synchronized (this) {
            if (state == null) {
                throw new IllegalStateException("There is no state of " + object + ", as it is gone.");
            }
            text = state;
        }
        return body(text);
    }

    /** The newest state, as text; null where there is none. With the monitor held. */
    byte @Nullable [] text() {
        return state;
    }

    static Body body(byte[] text) {
        try {
            return new Body(Json.map(Json.parse(text)));
        } catch (JsonException e) {
            throw new IllegalStateException("What was written cannot be read.", e);
        }
    }

    synchronized boolean hasState() {
        return state != null;
    }

    /** What a call is about. */
    Situation situation() {
        WatchEvent event = new WatchEvent(WatchEvent.Type.MODIFIED, latest());
        return new Situation(object, event, causes.apply(event));
    }
}
