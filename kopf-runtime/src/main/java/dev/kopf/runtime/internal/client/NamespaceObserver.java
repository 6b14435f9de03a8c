package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.NamespaceChoice;
import dev.kopf.runtime.resource.NamespacePattern;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.ServedNamespaces;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which namespaces match the patterns of an operator, as they come and go, by watching all that there are (W-42). Where that is not
 * allowed, it says so, and tries again as other watches do (R2).
 *
 * <p>Never blocks. Safe for use by several threads.
 */
public final class NamespaceObserver implements AutoCloseable {

    /** The kind of namespaces. */
    static final ResourceKind NAMESPACES = ResourceKind.clusterScoped("", "v1", "Namespace", "namespaces");

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");
    private static final int MOST_NAMED = 10;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final NamespaceChoice choice;
    private final Listener listener;
    private final Watcher watcher;

    /** The uids of those that are served; only the watcher works on it, in one thread at a time. */
    private final Map<String, String> served = new LinkedHashMap<>();

    private boolean known;

    /** Hears of the namespaces that match. Its methods return at once, and are called one after the other. */
    public interface Listener {
        /** It is there; told again when it is deleted, and has something left in it. */
        void onServed(String namespace, boolean isDeleting);

        /** It is gone, or nothing is left in it. */
        void onOver(String namespace);

        /** All that there were at the start have been told. */
        void onKnown();

        /** They cannot be known, as the operator may not list or watch them. */
        void onForbidden();
    }

    /** @param choice with patterns; the namespaces that it names are not told of */
    public NamespaceObserver(NamespaceChoice choice, Watcher.Surroundings surroundings, Listener listener) {
        this.choice = choice;
        this.listener = listener;
        this.watcher = new Watcher(NAMESPACES, null, surroundings, new Watcher.Listener() {
            @Override
            public void onServed(ServedKind kind) {}

            @Override
            public void onEvent(WatchEvent event) {
                look(event);
            }

            @Override
            public void onHistoryRestored() {}

            @Override
            public void onListed(Set<String> uids) {
                listed(uids);
            }

            @Override
            public String onRefused(int status) {
                if (status == FORBIDDEN) {
                    listener.onForbidden();
                }
                return status == FORBIDDEN || status == UNAUTHORIZED ? consequence(status) : "";
            }
        });
    }

    /** Begins. */
    public void start() {
        watcher.start();
    }

    /** What of the namespaces is not known (P7); null where nothing is missing. */
    public @Nullable Outage outage() {
        return watcher.outage();
    }

    @Override
    public void close() {
        watcher.close();
    }

    private void look(WatchEvent event) {
        Body namespace = event.body();
        String name = namespace.name();
        if (choice.names().contains(name)) {
            return; // served whatever becomes of it
        }
        boolean before = served.containsKey(name);
        Set<String> after = ServedNamespaces.after(before ? Set.of(name) : Set.of(), choice.patterns(), event);
        if (!after.isEmpty()) {
            served.put(name, namespace.uid());
            if (!before || namespace.isDeleting()) {
                listener.onServed(name, namespace.isDeleting());
            }
        } else if (before) {
            over(name);
        }
    }

    private void over(String name) {
        served.remove(name);
        listener.onOver(name);
    }

    /** What is not in a list has vanished while nobody looked (R4); one that was made again under its name is in it. */
    private void listed(Set<String> uids) {
        for (Map.Entry<String, String> each : List.copyOf(served.entrySet())) {
            if (!uids.contains(each.getValue())) {
                over(each.getKey());
            }
        }
        if (!known) {
            known = true;
            tellOfStart();
            listener.onKnown();
        }
    }

    private void tellOfStart() {
        List<String> names = new ArrayList<>(served.keySet());
        if (!names.isEmpty()) {
            LOGGER.info(
                    "Namespaces that match {}: {}, such as {}.",
                    patterns(),
                    names.size(),
                    names.subList(0, Math.min(MOST_NAMED, names.size())));
        }
        Set<NamespacePattern> idle = new HashSet<>();
        for (NamespacePattern pattern : choice.patterns()) {
            boolean matches = names.stream().anyMatch(pattern::matches)
                    || choice.names().stream().anyMatch(pattern::matches);
            if (!matches && idle.add(pattern)) {
                LOGGER.warn(
                        "No namespace matches '{}' at this moment. One that comes is served when it is there.",
                        pattern);
            }
        }
    }

    private String consequence(int status) {
        String remedy = status == FORBIDDEN
                ? " (Without that right: name the namespaces one by one, or serve the whole cluster.)"
                : "";
        return (known ? afterwards() : atFirst()) + remedy;
    }

    /** An operator that does nothing is not to look as if there were nothing to do. */
    private String atFirst() {
        return choice.names().isEmpty()
                ? " Until then this operator does NOTHING, as it serves only namespaces that match: " + patterns() + "."
                : " Until then these patterns are ignored: " + patterns() + "; served are only: "
                        + String.join(", ", choice.names()) + ".";
    }

    private String afterwards() {
        return " Until then no namespace that comes is served, though it matches: " + patterns()
                + "; those that there were still are.";
    }

    private String patterns() {
        return choice.patterns().stream().map(pattern -> "'" + pattern + "'").collect(Collectors.joining(", "));
    }
}
