package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about; null where something is not known.
 *
 * @param apiVersion its API version
 * @param kind its kind
 * @param name its name
 * @param uid its uid
 * @param namespace its namespace; null also for an object of the cluster
 */
public record EventSubject(
        @Nullable String apiVersion,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String uid,
        @Nullable String namespace) {

    /** The object that is handled. */
    public static EventSubject of(ObjectRef object) {
        return new EventSubject(
                object.kind().apiVersion(), object.kind().kind(), object.name(), object.uid(), object.namespace());
    }

    /** As people know it, such as {@code Pod default/first}. */
    String label() {
        return kind + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
