package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
     * @param digest of its essence; null where it cannot be told
     * @param isUnseen whether it is still to be shown to those who see every event
     * @param isUnread whether it was asked for in vain; the digest is that of the state that was known last
     */
    record Key(
            WatchEvent.Type type,
            String resourceVersion,
            boolean isDeleting,
            @Nullable String digest,
            boolean isUnseen,
            boolean isUnread)
            implements WaitingState {

        /** Of a state that nothing is known of. */
        static final Key UNKNOWN = new Key(WatchEvent.Type.MODIFIED, "", false, null, false, false);

        /** The key of a state. */
        static Key of(WatchEvent event, @Nullable String digest, boolean isUnseen) {
            Body body = event.body();
            return new Key(event.type(), body.resourceVersion(), body.isDeleting(), digest, isUnseen, false);
        }

        /** It was asked for in vain. */
        Key unread() {
            return new Key(type, resourceVersion, isDeleting, digest, isUnseen, true);
        }

        /** The key of a newer state, which is not asked for either until it is time. */
        Key followedBy(Key newer) {
            return new Key(
                    newer.type, newer.resourceVersion, newer.isDeleting, digest, isUnseen || newer.isUnseen, isUnread);
        }
    }

    /** The whole of a state. */
    static WaitingState of(WatchEvent event) {
        return new Whole(event);
    }

    /**
     * What is left of a state that there is no room for, and that nobody has looked at: nobody can ask for the last one.
     *
     * @param digest tells what the essence of a state comes to
     */
    static WaitingState withoutRoom(WatchEvent event, Function<WatchEvent, @Nullable String> digest, boolean isUnseen) {
        return event.type() == WatchEvent.Type.DELETED
                ? new Whole(named(event))
                : Key.of(event, digest.apply(event), isUnseen);
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
