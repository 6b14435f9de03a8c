package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.resource.ResourceKind;
import java.util.List;

/** The kinds of peering objects (N-1). */
final class PeeringKinds {

    private static final List<String> GROUPS = List.of("kopf.dev", "zalando.org");

    private PeeringKinds() {}

    /** For operators of the whole cluster, or of namespaces (N-2); the newer one first. */
    static List<ResourceKind> of(boolean clusterwide) {
        return GROUPS.stream()
                .map(group -> clusterwide
                        ? ResourceKind.clusterScoped(group, "v1", "ClusterKopfPeering", "clusterkopfpeerings")
                        : ResourceKind.namespaced(group, "v1", "KopfPeering", "kopfpeerings"))
                .toList();
    }
}
