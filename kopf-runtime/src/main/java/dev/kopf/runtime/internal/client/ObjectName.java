package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * What an object is called, whether there is one or not.
 *
 * @param kind of which kind
 * @param namespace where; null for objects of the cluster
 * @param name its name
 */
public record ObjectName(ResourceKind kind, @Nullable String namespace, String name) {

    @Override
    public String toString() {
        return kind.kind() + " '" + name + "'" + (namespace == null ? "" : " in namespace " + namespace);
    }
}
