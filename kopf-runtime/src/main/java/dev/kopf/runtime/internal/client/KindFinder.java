package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks which of several kinds the API server serves: one request where it serves none of their groups. Never blocks. Safe for use by several
 * threads.
 */
public final class KindFinder {

    private static final String GROUPS = "/apis";

    private final Transport transport;

    public KindFinder(Transport transport) {
        this.transport = transport;
    }

    /**
     * What was found.
     *
     * @param kinds those that are served
     * @param problem why it is not known, for people; null where it is
     * @param wasReached whether the server has answered at all
     */
    public record Found(List<ServedKind> kinds, @Nullable String problem, boolean wasReached) {}

    /** Thrown to the end of the chain. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message, null, false, false);
        }
    }

    /** Asks; always comes to an answer. Kinds of the core group are not looked for. */
    public CompletableFuture<Found> find(List<ResourceKind> kinds) {
        return get(GROUPS)
                .thenCompose(response -> among(versions(response), kinds))
                .handle((found, failure) -> {
                    if (failure == null) {
                        return new Found(found, null, true);
                    }
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    return cause instanceof Refusal || cause instanceof JsonException
                            ? new Found(List.of(), String.valueOf(cause.getMessage()), true)
                            : new Found(
                                    List.of(),
                                    "Cannot reach the API server at " + transport.server() + ": "
                                            + Answers.message(failure) + ".",
                                    false);
                });
    }

    private CompletableFuture<List<ServedKind>> among(Set<String> versions, List<ResourceKind> kinds) {
        CompletableFuture<List<ServedKind>> found = CompletableFuture.completedFuture(List.of());
        for (ResourceKind kind : kinds) {
            if (versions.contains(kind.apiVersion())) {
                found = found.thenCombine(get(Paths.group(kind)), (before, response) -> {
                    List<ServedKind> all = new ArrayList<>(before);
                    ServedKind served = Discovery.read(kind, response);
                    if (served != null) {
                        all.add(served);
                    }
                    return all;
                });
            }
        }
        return found;
    }

    private CompletableFuture<ApiResponse> get(String path) {
        return transport.send(ApiRequest.get(path)).thenApply(response -> {
            if (response.status() == 403) {
                throw new Refusal(Permissions.missingDiscovery(path));
            }
            if (!response.isSuccessful()) {
                throw new Refusal("Cannot get " + path + ": " + Answers.sentence(response));
            }
            return response;
        });
    }

    private static Set<String> versions(ApiResponse groups) {
        Set<String> versions = new HashSet<>();
        for (Object group : Json.list(Json.map(Json.parse(groups.body())).get("groups"))) {
            for (Object version : Json.list(Json.map(group).get("versions"))) {
                versions.add(String.valueOf(Json.map(version).get("groupVersion")));
            }
        }
        return versions;
    }
}
