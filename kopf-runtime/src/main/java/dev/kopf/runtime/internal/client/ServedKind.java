package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ResourceKind;
import java.util.Objects;

/**
 * A kind as a server serves it.
 *
 * @param kind the kind
 * @param statusSubresource whether the status has an endpoint of its own (P-4)
 */
public record ServedKind(ResourceKind kind, boolean statusSubresource) {
    public ServedKind {
        Objects.requireNonNull(kind, "kind");
    }
}
