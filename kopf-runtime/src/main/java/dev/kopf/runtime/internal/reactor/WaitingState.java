package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state of an object that waits for its turn (P6): the whole of it, or what is needed to ask for it when the turn comes.
 *
 * <p>Immutable and safe for use by several threads.
 */
sealed interface WaitingState {

    /** What happened to the object. */
    WatchEvent.Type type();

    /** The version of the state. */
    String resourceVersion();

    /** Whether the object was being deleted. */
    boolean isDeleting();

    /** All of it. */
    record Whole(WatchEvent event) implements WaitingState {

        @Override
        public WatchEvent.Type type() {
            return event.type();
        }

        @Override
        public String resourceVersion() {
            return event.body().resourceVersion();
        }

        @Override
        public boolean isDeleting() {
            return event.body().isDeleting();
        }
    }

    /**
     * What is left of a state that there was no room for.
     *
     * @param digest of its essence; null where nobody knows it
     * @param isUnseen whether it is still to be shown to those who see every event
     */
    record Key(
            WatchEvent.Type type,
            String resourceVersion,
            boolean isDeleting,
            @Nullable String digest,
            boolean isUnseen) implements WaitingState {

        /** The key of a state. */
        static Key of(WatchEvent event, @Nullable String digest, boolean isUnseen) {
            Body body = event.body();
            return new Key(event.type(), body.resourceVersion(), body.isDeleting(), digest, isUnseen);
        }
    }

    /** The whole of a state. */
    static WaitingState of(WatchEvent event) {
        return new Whole(event);
    }

    /** What is left of a state that there is no room for, and that nobody has looked at: nobody can ask for the last one. */
    static WaitingState withoutRoom(WatchEvent event, boolean isUnseen) {
        return event.type() == WatchEvent.Type.DELETED ? new Whole(named(event)) : Key.of(event, null, isUnseen);
    }

    /** A state with nothing but what tells the object from others. */
    private static WatchEvent named(WatchEvent event) {
        Map<String, @Nullable Object> metadata =
                new LinkedHashMap<>(event.body().metadata());
        metadata.keySet()
                .retainAll(List.of(
                        "name",
                        "namespace",
                        "uid",
                        "resourceVersion",
                        "creationTimestamp",
                        "deletionTimestamp",
                        "labels"));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(event.body().fields());
        fields.keySet().retainAll(List.of("apiVersion", "kind"));
        fields.put("metadata", metadata);
        return new WatchEvent(event.type(), new Body(fields));
    }
}
