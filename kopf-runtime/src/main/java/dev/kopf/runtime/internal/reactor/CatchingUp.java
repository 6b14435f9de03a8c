package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Versions;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the watches of a kind have been behind when others had had their turn: what they tell of from before that may be outdated, as others
 * may have handled it (N-10). A list that is begun afterwards tells of nothing from before. Safe for use by several threads.
 */
final class CatchingUp {

    private static final String CLUSTER = "";
    private static final String UNKNOWN = "";

    /** Of each namespace from which version on states are not outdated. */
    private final Map<String, String> until = new ConcurrentHashMap<>();

    /**
     * A watch is behind.
     *
     * @param namespace what it is of; null for the whole cluster
     * @param version from which on it is not; null while that is not known
     */
    void behind(@Nullable String namespace, @Nullable String version) {
        until.put(scope(namespace), version == null ? UNKNOWN : version);
    }

    /** It is known to be behind no longer. */
    void forget(@Nullable String namespace) {
        until.remove(scope(namespace));
    }

    /** Whether others may have handled the object since. */
    boolean isOutdated(WatchEvent event) {
        if (until.isEmpty() || event.type() == WatchEvent.Type.DELETED) {
            return false;
        }
        String version = until.get(CLUSTER);
        if (version == null) {
            version = until.get(scope(event.body().namespace()));
        }
        if (version == null || version.equals(UNKNOWN)) {
            return version != null;
        }
        return event.type() != WatchEvent.Type.LISTED
                && Versions.isBefore(event.body().resourceVersion(), version);
    }

    private static String scope(@Nullable String namespace) {
        return namespace == null ? CLUSTER : namespace;
    }
}
