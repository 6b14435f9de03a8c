package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher is for, and what can be said of it to people.
 *
 * @param kind what is watched
 * @param namespace where; null for the whole cluster
 * @param name of the one object that is watched; null for all
 */
record Scope(
        ResourceKind kind,
        @Nullable String namespace,
        @Nullable String name) {

    private static final int GONE = 410;

    /** For all objects of a kind. */
    Scope(ResourceKind kind, @Nullable String namespace) {
        this(kind, namespace, null);
    }

    /** The objects of a chunk of the list. */
    ApiRequest list(int limit, String token) {
        String next = token.isEmpty() ? "" : "&continue=" + Paths.segment(token);
        String path = Paths.collection(kind, namespace) + "?limit=" + limit + next + ofName("&", name);
        return limit > 1 ? ApiRequest.list(path) : ApiRequest.get(path);
    }

    /** The object of a name, or none: a list like the others, for which the same rights are needed. */
    ApiRequest only(String name) {
        return ApiRequest.get(Paths.collection(kind, namespace) + ofName("?", name));
    }

    private static String ofName(String separator, @Nullable String name) {
        return name == null ? "" : separator + "fieldSelector=" + Paths.segment("metadata.name=" + name);
    }

    /** All that happens after a version. */
    ApiRequest watch(String resourceVersion) {
        return ApiRequest.get(Paths.collection(kind, namespace)
                + "?watch=true&allowWatchBookmarks=true&resourceVersion=" + Paths.segment(resourceVersion)
                + ofName("&", name));
    }

    /** What a refusal means. */
    String problem(ApiResponse refusal, String verb) {
        return switch (refusal.status()) {
            case GONE -> "The list of " + this + " went stale while it was read.";
            case 401 -> "The API server does not accept our credentials: " + Answers.sentence(refusal);
            case 403 ->
                verb.equals("discover")
                        ? Permissions.missingDiscovery(Paths.group(kind))
                        : Permissions.missing(verb, kind, null, namespace);
            case 404 -> missing();
            default -> "Cannot " + verb + " " + this + ": " + Answers.sentence(refusal);
        };
    }

    /** The server does not know the kind. */
    String missing() {
        return missing(List.of(), List.of());
    }

    /**
     * The server does not know the kind.
     *
     * @param versions those of the group that it does know
     * @param waiting the handlers that wait for the kind
     */
    String missing(List<String> versions, List<String> waiting) {
        if (name != null) {
            // No kind that the operator was generated from: whoever looks for the object says what to do.
            return "The cluster does not serve " + kind + ".";
        }
        String file =
                "kubectl apply -f " + kind.qualifiedPlural() + ".yaml (the file that the operator was generated from).";
        boolean otherVersion = !versions.isEmpty() && !versions.contains(kind.version());
        return "The cluster does not serve " + kind
                + (otherVersion ? ", but " + String.join(", ", versions) + " of " + kind.group() : "") + "."
                + (otherVersion
                        ? " Generate the operator from the CRD that is installed, or install its own: "
                        : " Install its CRD: ")
                + file
                + (waiting.isEmpty()
                        ? ""
                        : " Until then these handlers are not called: " + String.join(", ", waiting) + ".");
    }

    @Override
    public String toString() {
        return (name == null ? "" : "'" + name + "' of ")
                + kind
                + (namespace == null ? "" : " in namespace " + namespace);
    }
}
