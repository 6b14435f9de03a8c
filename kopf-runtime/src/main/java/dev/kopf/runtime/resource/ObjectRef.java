package dev.kopf.runtime.resource;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which object: its kind, namespace, name and uid. An object that is deleted and made again under the same name has another uid,
 * and is another object.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param kind the kind of the object
 * @param namespace its namespace; null for an object of the cluster
 * @param name its name
 * @param uid its uid; empty where the object has none
 */
public record ObjectRef(ResourceKind kind, @Nullable String namespace, String name, String uid) {

    public ObjectRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uid, "uid");
    }

    /** The object that a body of this kind describes. */
    public static ObjectRef of(ResourceKind kind, Body body) {
        return new ObjectRef(kind, body.namespace(), body.name(), body.uid());
    }

    /** As it stands in front of log lines (E-8): {@code namespace/name}, or the name alone. */
    public String qualifiedName() {
        return namespace == null ? name : namespace + "/" + name;
    }

    @Override
    public String toString() {
        return kind.kind() + " " + qualifiedName();
    }
}
