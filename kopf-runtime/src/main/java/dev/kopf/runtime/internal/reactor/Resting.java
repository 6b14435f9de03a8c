package dev.kopf.runtime.internal.reactor;

import org.jspecify.annotations.Nullable;

/**
 * An object that nothing is owed to, and nobody works on (P6): what is kept of it until an event comes. One of these and its key in
 * the map of {@link Workers} are all that an idle object costs.
 *
 * @param namespace its namespace, one text for all objects in it; null for an object of the cluster
 * @param memory what is remembered; holds no state of the object
 */
record Resting(@Nullable String namespace, Memory memory) implements KnownObject {

    /** No version is awaited any more. */
    Resting withoutVersion() {
        return new Resting(namespace, memory.withoutVersion());
    }
}
