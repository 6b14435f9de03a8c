package dev.kopf.apiserver.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The watches that are open. Thread-safe. */
public final class OpenWatches {

    private final Set<WatchStream> streams = ConcurrentHashMap.newKeySet();

    /** Cuts all their connections, in the middle of what they say. */
    public void drop() {
        List.copyOf(streams).forEach(WatchStream::drop);
    }

    void add(WatchStream stream) {
        streams.add(stream);
    }

    void remove(WatchStream stream) {
        streams.remove(stream);
    }
}
