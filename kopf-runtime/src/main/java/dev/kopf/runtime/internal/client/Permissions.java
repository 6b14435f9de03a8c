package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/** Says which permission is missing, and the rule that would grant it (R17). */
final class Permissions {

    private Permissions() {}

    static String missing(String verb, ResourceKind kind, @Nullable String subresource, @Nullable String namespace) {
        String resource = subresource == null ? kind.plural() : kind.plural() + "/" + subresource;
        String group = kind.group().isEmpty() ? "" : "." + kind.group();
        return "Not allowed to " + verb + " " + resource + group
                + (namespace == null ? " in the whole cluster" : " in namespace " + namespace)
                + ". A " + (namespace == null ? "ClusterRole" : "Role or ClusterRole")
                + " with this rule would allow it: {apiGroups: [\""
                + kind.group() + "\"], resources: [\"" + resource + "\"], verbs: [\"" + verb + "\"]}.";
    }

    /** What every account may do in a cluster that nobody has restricted further. */
    static String missingDiscovery(String path) {
        return "Not allowed to get " + path
                + ", where the API server says what it serves. The ClusterRole system:discovery "
                + "allows it, which by default is bound to the group system:authenticated.";
    }
}
