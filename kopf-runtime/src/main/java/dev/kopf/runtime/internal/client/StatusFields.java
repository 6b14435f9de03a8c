package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes single fields of a status that others write to as well: by merge patches, one request each, which nobody waits for. Safe for use
 * by several threads.
 */
public final class StatusFields {

    private final Transport transport;

    public StatusFields(Transport transport) {
        this.transport = transport;
    }

    /** What became of a write. */
    public sealed interface Answer {

        /** It is done, and the object is so now. */
        record Written(Body body) implements Answer {}

        /** There is no such object. */
        record Missing() implements Answer {}

        /** The object has changed since that version. */
        record Outdated() implements Answer {}

        /**
         * It failed.
         *
         * @param problem what happened, for people
         * @param wasReached whether it was the server that said so
         */
        record Failed(String problem, boolean wasReached) implements Answer {}
    }

    /**
     * Writes.
     *
     * @param served the kind of the object
     * @param fields the values by their names; null removes one
     * @param version only if the object is of this version; empty for any
     * @return always comes to an answer, and is never cancelled
     */
    public CompletableFuture<Answer> write(
            ServedKind served, ObjectName object, Map<String, @Nullable Object> fields, String version) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        if (!version.isEmpty()) {
            patch.put("metadata", Map.of("resourceVersion", version));
        }
        patch.put("status", fields);
        String path = Paths.collection(object.kind(), object.namespace()) + "/" + Paths.segment(object.name())
                + (served.statusSubresource() ? "/status" : "");
        return sent(ApiRequest.mergePatch(path, Json.write(patch)))
                .handle((response, failure) -> failure == null
                        ? read(served, object, response)
                        : new Answer.Failed(
                                "Cannot reach the API server at " + transport.server() + ": " + Answers.message(failure)
                                        + ".",
                                false))
                .exceptionally(failure -> new Answer.Failed(
                        "The answer to a write of " + object + " cannot be read: " + Answers.message(failure) + ".",
                        true));
    }

    /** Whoever waits for the answer is told of what is thrown, too: one that never comes would have it wait for ever. */
    private CompletableFuture<ApiResponse> sent(ApiRequest request) {
        try {
            return transport.send(request);
        } catch (RuntimeException | Error e) { // no memory for it, perhaps
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Answer read(ServedKind served, ObjectName object, ApiResponse response) {
        if (response.isSuccessful()) {
            try {
                return new Answer.Written(new Body(Json.map(Json.parse(response.body()))));
            } catch (JsonException e) {
                return new Answer.Failed("The answer to a write of " + object + " is not readable.", true);
            }
        }
        return switch (response.status()) {
            case 404 -> new Answer.Missing();
            case 409 -> new Answer.Outdated();
            case 403 ->
                new Answer.Failed(
                        Permissions.missing(
                                "patch",
                                object.kind(),
                                served.statusSubresource() ? "status" : null,
                                object.namespace()),
                        true);
            default -> new Answer.Failed("Cannot write " + object + ": " + Answers.sentence(response), true);
        };
    }
}
