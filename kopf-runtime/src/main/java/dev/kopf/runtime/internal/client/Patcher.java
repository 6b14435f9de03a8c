package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.internal.recording.WriteEvent;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to objects: at most one request per endpoint (R7), the status first, so that a success is never remembered without its
 * result. A bounded number of requests at once. Blocks until the answer is there. Safe for use by several threads.
 */
public final class Patcher {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.patching");
    private static final int REQUESTS_AT_ONCE = 16;
    private static final FieldPath STATUS = FieldPath.of("status");

    /** Bad request, too large, invalid: what is wrong is the write, not the time. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 413, 422);

    private final Transport transport;
    private final String finalizer;
    private final Set<StatusField> pruned = ConcurrentHashMap.newKeySet();
    private final Semaphore requests = new Semaphore(REQUESTS_AT_ONCE);

    /** A field of the status of a kind. */
    private record StatusField(ResourceKind kind, String field) {}

    /** @param finalizer our finalizer (C-20) */
    public Patcher(Transport transport, String finalizer) {
        this.transport = transport;
        this.finalizer = finalizer;
    }

    /**
     * Writes to an object.
     *
     * @param newest the newest state of it that is known
     */
    public WriteResult apply(ObjectRef ref, ServedKind kind, Write write, Body newest) {
        if (!kind.statusSubresource()) {
            return patch(ref, null, write, newest, write.against(newest, finalizer));
        }
        Patch.Split split = write.patch().splitStatus();
        Write rest = new Write(split.object(), write.finalizer());
        WriteResult first = patch(ref, "status", write, newest, split.status());
        if (first instanceof WriteResult.Gone) {
            // Either the object is gone, or its kind has lost the subresource since: the object's own endpoint knows.
            return patch(ref, null, write, newest, write.against(newest, finalizer));
        }
        if (!(first instanceof WriteResult.Done done)) {
            return first;
        }
        WriteResult second = patch(ref, null, rest, done.body(), rest.against(done.body(), finalizer));
        return second instanceof WriteResult.Done last
                ? new WriteResult.Done(last.body(), done.requests() + last.requests())
                : second;
    }

    private WriteResult patch(ObjectRef ref, @Nullable String subresource, Write write, Body newest, Patch patch) {
        if (patch.isEmpty() || patch.isNoOpOn(newest)) {
            return new WriteResult.Done(newest, 0);
        }
        String path = subresource == null ? Paths.object(ref) : Paths.status(ref);
        String text = patch.toString();
        ApiResponse response;
        requests.acquireUninterruptibly();
        WriteEvent recorded = WriteEvent.begin(ref, subresource, text.length()); // it is all ASCII
        int status = 0;
        try {
            response = transport.send(ApiRequest.mergePatch(path, text)).join();
            status = response.status();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new WriteResult.Failed(
                    write,
                    "Cannot reach the API server at " + transport.server() + ": " + Answers.message(cause) + ".",
                    null,
                    false);
        } finally {
            recorded.end(status);
            requests.release();
        }
        if (response.isSuccessful()) {
            return done(ref, write, patch, response);
        }
        return switch (response.status()) {
            case 404 -> new WriteResult.Gone();
            case 409 -> new WriteResult.Conflict(write);
            case 403 ->
                new WriteResult.Failed(
                        write,
                        Permissions.missing("patch", ref.kind(), subresource, ref.namespace()) + " The server says: "
                                + Answers.sentence(response),
                        response.retryAfter(),
                        false);
            default ->
                new WriteResult.Failed(
                        write,
                        Answers.sentence(response),
                        response.retryAfter(),
                        REJECTIONS.contains(response.status()));
        };
    }

    private WriteResult done(ObjectRef ref, Write write, Patch patch, ApiResponse response) {
        Map<String, @Nullable Object> answer;
        try {
            answer = Json.map(Json.parse(response.body()));
        } catch (JsonException e) {
            return new WriteResult.Failed(
                    write, "The answer to a write is not readable: " + e.getMessage(), null, false);
        }
        warnOfPruned(ref.kind(), patch, answer);
        LOGGER.debug("Patched {} with {}", ref, patch);
        return new WriteResult.Done(new Body(answer), 1);
    }

    /**
     * What was written to the status and is not there afterwards was dropped by the schema (P-15). It will be each time: once is
     * enough to tell.
     */
    private void warnOfPruned(ResourceKind kind, Patch patch, Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> wanted = Json.map(STATUS.resolve(patch.asMap()));
        Map<String, @Nullable Object> there = Json.map(STATUS.resolve(answer));
        wanted.forEach((field, value) -> {
            if (value != null && !there.containsKey(field) && pruned.add(new StatusField(kind, field))) {
                LOGGER.warn(
                        "[KopfResultPruned] status.{} of {} was not stored: the schema of the CRD drops it. Add the"
                                + " property, or x-kubernetes-preserve-unknown-fields: true, to the schema of status.",
                        field,
                        kind.kind());
            }
        });
    }
}
