package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.NamespacePattern;
import dev.kopf.runtime.resource.ServedNamespaces;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks once which namespaces match patterns (F-31). Never blocks. Safe for use by several threads. */
public final class NamespaceFinder {

    private static final Scope ALL = new Scope(NamespaceObserver.NAMESPACES, null);
    private static final int CHUNK = 500;

    private final Transport transport;

    public NamespaceFinder(Transport transport) {
        this.transport = transport;
    }

    /**
     * What was found.
     *
     * @param names of the namespaces that match
     * @param problem why it is not known, for people; null where it is
     */
    public record Found(Set<String> names, @Nullable String problem) {}

    /** Asks; always comes to an answer. */
    public CompletableFuture<Found> find(Collection<NamespacePattern> patterns) {
        return list(patterns, List.of(), "")
                .exceptionally(failure -> new Found(
                        Set.of(),
                        "Cannot reach the API server at " + transport.server() + ": " + Answers.message(failure)
                                + "."));
    }

    private CompletableFuture<Found> list(
            Collection<NamespacePattern> patterns, Collection<String> before, String token) {
        ApiRequest request = ALL.list(CHUNK, token);
        return transport.send(request).thenCompose(response -> read(patterns, before, request, response));
    }

    private CompletableFuture<Found> read(
            Collection<NamespacePattern> patterns,
            Collection<String> before,
            ApiRequest request,
            ApiResponse response) {
        if (!response.isSuccessful()) {
            return failed(ALL.problem(response, "list"));
        }
        Set<String> names = new LinkedHashSet<>(before);
        ListPage page;
        try {
            page = ListPage.read(ALL.kind(), response.body());
        } catch (JsonException e) {
            return failed("The answer to " + request + " is not readable: " + e.getMessage() + ".");
        }
        for (Body namespace : page.items()) {
            names.addAll(ServedNamespaces.after(Set.of(), patterns, new WatchEvent(WatchEvent.Type.LISTED, namespace)));
        }
        return page.next().isEmpty()
                ? CompletableFuture.completedFuture(new Found(names, null))
                : list(patterns, names, page.next());
    }

    private static CompletableFuture<Found> failed(String problem) {
        return CompletableFuture.completedFuture(new Found(Set.of(), problem));
    }
}
