package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.ServedKinds;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.ResourceSelector;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells when all kinds are known that selectors mean at the start. A group of the API that does not answer is waited for only if a selector
 * may mean kinds of it, and not for ever: one that is dead holds up nobody. Safe for use by several threads.
 */
final class KindsOfStart implements AutoCloseable {

    /** For how long groups are waited for that do not answer, while the server does. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<ResourceSelector> selectors;
    private final Timers timers;
    private final Listener listener;
    private Timers.@Nullable Timer patience;
    private boolean known;
    private boolean closed;

    /** Hears how far it has come. Its methods return at once. */
    interface Listener {
        /** These groups, as they are named to people, may have kinds that are meant, and are not known yet. */
        default void onUnknown(Set<String> groups) {}

        /** They are not waited for any more. */
        default void onPatienceLost() {}

        /** All kinds that are meant are known; perhaps after patience was lost. */
        default void onKnown() {}
    }

    /** Hears nothing. */
    static final Listener UNHEARD = new Listener() {};

    KindsOfStart(Collection<ResourceSelector> selectors, Timers timers, Listener listener) {
        this.selectors = List.copyOf(selectors);
        this.timers = timers;
        this.listener = listener;
    }

    /** The server has told something. To be called after the kinds that it has told of have begun; not by two threads at once. */
    void look(ServedKinds cluster) {
        Set<String> unknown = new TreeSet<>();
        selectors.forEach(selector -> unknown.addAll(cluster.unknownTo(selector)));
        synchronized (this) {
            if (known || closed) {
                return;
            }
            known = unknown.isEmpty();
            if (known) {
                cancel();
            } else if (patience == null) {
                patience = timers.after(PATIENCE, this::losePatience);
            }
        }
        if (unknown.isEmpty()) {
            listener.onKnown();
        } else {
            listener.onUnknown(unknown);
        }
    }

    private void losePatience() {
        synchronized (this) {
            if (known || closed) {
                return;
            }
        }
        listener.onPatienceLost();
    }

    @Override
    public synchronized void close() {
        closed = true;
        cancel();
    }

    private void cancel() {
        if (patience != null) {
            patience.cancel();
        }
    }
}
