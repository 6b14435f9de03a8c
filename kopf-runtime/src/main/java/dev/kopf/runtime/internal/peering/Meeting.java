package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.Absence;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A peering object and what is heard of it. Safe for use by several threads. */
final class Meeting implements Watcher.Listener {

    private final PeeringObject object;
    private final Consumer<Meeting> dissolved;
    private final Timers timers;
    private final Absence absence = new Absence();
    private @Nullable Watcher watcher;
    private boolean closed;
    private boolean isInList;
    private volatile boolean listed;

    /** @param dissolved told when the kind is gone */
    Meeting(PeeringObject object, Timers timers, Consumer<Meeting> dissolved) {
        this.object = object;
        this.timers = timers;
        this.dissolved = dissolved;
    }

    /** Begins: says that we are here, and then looks who else is. */
    void begin(Watcher.Surroundings surroundings) {
        Watcher watching = Watcher.ofObject(object.name(), surroundings, this);
        synchronized (this) {
            if (closed) {
                return;
            }
            watcher = watching;
        }
        object.begin();
        watching.start();
    }

    PeeringObject object() {
        return object;
    }

    /** Whether it is known who is here. */
    boolean isKnown() {
        return listed || object.exists();
    }

    /** Hears nothing more. Must not be called with the lock of the peering held, which the watcher takes. */
    void close() {
        Watcher watching;
        synchronized (this) {
            closed = true;
            watching = watcher;
        }
        if (watching != null) {
            watching.close();
        }
    }

    @Override
    public void onServed(ServedKind kind) {
        absence.over();
        isInList = false;
    }

    @Override
    public void onEvent(WatchEvent event) {
        if (!event.body().name().equals(object.name().name())) {
            return; // of a server that does not select by names
        }
        isInList |= event.type() == WatchEvent.Type.LISTED;
        if (event.type() == WatchEvent.Type.DELETED) {
            object.vanish(event.body().resourceVersion());
        } else {
            object.see(event.body());
        }
    }

    @Override
    public void onHistoryRestored() {
        object.forgetVersions();
    }

    @Override
    public void onListed(Set<String> uids) {
        listed = true;
        if (isInList) {
            object.changed();
        } else {
            object.vanish("");
        }
        isInList = false;
    }

    /** What is known of the others stays until the kind is gone: they may be at work all the same. */
    @Override
    public void onMissing() {
        if (absence.isEnd(timers.instant())) {
            close();
            object.abandon();
            dissolved.accept(this);
        }
    }
}
