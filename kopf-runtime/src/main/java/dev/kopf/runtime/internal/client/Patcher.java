package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.internal.recording.WriteEvent;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.JsonPatch;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
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
 * result. A write with edits is a JSON patch of exactly the state that they were given, with all else that is to be written in it, so
 * that no success is remembered without its edits; any other is a merge patch. A bounded number of requests at once. Blocks until the
 * answer is there. Safe for use by several threads.
 */
public final class Patcher {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.patching");
    private static final int REQUESTS_AT_ONCE = 16;
    private static final String STATUS = "status";
    private static final int UNPROCESSABLE = 422;

    /** From here on, the server may have carried out what it was asked for, or not. */
    private static final int INTERNAL_ERROR = 500;

    /** There are that many problems at most before nobody reads them any more. */
    private static final int MOST_TOLD = 1_000;

    /** Bad request, too large, invalid: what is wrong is the write, not the time. */
    private static final Set<Integer> REJECTIONS = Set.of(400, 413, 422);

    private final Transport transport;
    private final String finalizer;
    private final Set<KindField> told = ConcurrentHashMap.newKeySet();
    private final Semaphore requests = new Semaphore(REQUESTS_AT_ONCE);

    /** A field of a kind. */
    private record KindField(ResourceKind kind, FieldPath field) {}

    /** What of an object an endpoint takes. */
    private enum Part {
        /** All but the status. */
        OBJECT,
        /** Only the status. */
        STATUS,
        /** All of it. */
        WHOLE;

        /** This part of an object. */
        Map<String, @Nullable Object> of(Map<String, @Nullable Object> object) {
            Map<String, @Nullable Object> part = new LinkedHashMap<>(object);
            if (this == OBJECT) {
                part.remove(Patcher.STATUS);
            } else if (this == STATUS) {
                part.keySet().retainAll(Set.of(Patcher.STATUS));
            }
            return part;
        }
    }

    /**
     * What is sent.
     *
     * @param operations the JSON patch; null where it is the merge patch
     * @param merge the merge patch
     * @param lock what is sent with the merge patch, so that it changes no other object of the same name
     * @param names what is changed, for the log
     */
    private record Sending(@Nullable JsonPatch operations, Patch merge, Patch lock, List<String> names) {

        ApiRequest to(String path) {
            return operations == null
                    ? ApiRequest.mergePatch(path, merge.merge(lock).toString())
                    : ApiRequest.jsonPatch(path, operations.toString());
        }
    }

    /** Makes what is sent to an endpoint; null where the object is as wanted. */
    private interface Form {
        @Nullable
        Sending sending(Part part, Write write, Body now);
    }

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
        Form form;
        try {
            form = form(write, newest);
        } catch (RuntimeException | Error e) { // of an edit: the author's code, which ends nothing else (R15)
            LOGGER.error("An edit of {} failed.", ref, e);
            String problem = "An edit of the object failed with " + e.getClass().getName() + ".";
            return new WriteResult.Failed(write, problem, null, true);
        }
        if (!kind.statusSubresource()) {
            return write(ref, Part.WHOLE, write, newest, form);
        }
        WriteResult first = write(ref, Part.STATUS, write, newest, form);
        if (first instanceof WriteResult.Gone) {
            // Either the object is gone, or its kind has lost the subresource since: the object's own endpoint knows.
            return write(ref, Part.WHOLE, write, newest, form);
        }
        if (!(first instanceof WriteResult.Done done)) {
            return first;
        }
        WriteResult second = write(ref, Part.OBJECT, write.withoutStatus(), done.body(), form);
        if (second instanceof WriteResult.Done last) {
            return new WriteResult.Done(last.body(), done.requests() + last.requests());
        }
        return done.requests() == 0 ? second : new WriteResult.Partly(done.body(), second);
    }

    /**
     * Asks what an object is like, by a patch that changes nothing: the right to patch is there, the right to read a single object may not be.
     *
     * @param known the newest state of it that is known
     */
    public WriteResult look(ObjectRef ref, Body known) {
        Patch nothing = Patch.EMPTY.with(FieldPath.of("metadata", "uid"), known.uid());
        return send(ref, Part.OBJECT, Write.NOTHING, new Sending(null, Patch.EMPTY, nothing, List.of()));
    }

    /** Whether an object is as a write makes it. */
    public boolean isDone(Write write, Body body) {
        return write.isDoneOn(body, finalizer);
    }

    /** How a write is sent: a JSON patch where edits change anything, which is worked out once for both endpoints; else a merge patch. */
    private Form form(Write write, Body newest) {
        if (write.isEdit()) {
            Patch patch = write.against(newest, finalizer);
            Map<String, @Nullable Object> edited = patch.applyTo(newest.fields());
            if (!Json.identical(edited, patch.withoutEdits().applyTo(newest.fields()))) {
                return (part, rest, now) -> {
                    JsonPatch difference = JsonPatch.between(part.of(newest.fields()), part.of(edited));
                    return difference.isEmpty()
                            ? null
                            : new Sending(
                                    difference.guardedBy(now.resourceVersion()),
                                    Patch.EMPTY,
                                    Patch.EMPTY,
                                    difference.paths());
                };
            }
        }
        return (part, rest, now) -> {
            Patch patch = (part == Part.STATUS ? rest.patch().splitStatus().status() : rest.against(now, finalizer))
                    .withoutEdits();
            return patch.isEmpty() || patch.isNoOpOn(now)
                    ? null
                    : new Sending(null, patch, lock(part, now), patch.fieldNames());
        };
    }

    /**
     * An object that is deleted and made again under its name is another one, and nothing of the one before may get there. The uid tells them
     * apart; but in a patch of the status the API server passes over it, so that the version has to.
     */
    private static Patch lock(Part part, Body now) {
        if (now.uid().isEmpty()) {
            return Patch.EMPTY;
        }
        return part == Part.STATUS
                ? Patch.EMPTY.guardedBy(now.resourceVersion())
                : Patch.EMPTY.with(FieldPath.of("metadata", "uid"), now.uid());
    }

    private WriteResult write(ObjectRef ref, Part part, Write write, Body now, Form form) {
        Sending sending = form.sending(part, write, now);
        if (sending == null) {
            return new WriteResult.Done(now, 0);
        }
        return send(ref, part, write, sending);
    }

    private WriteResult send(ObjectRef ref, Part part, Write write, Sending sending) {
        ApiRequest request = sending.to(part == Part.STATUS ? Paths.status(ref) : Paths.object(ref));
        ApiResponse response;
        requests.acquireUninterruptibly();
        WriteEvent recorded =
                WriteEvent.begin(ref, part == Part.STATUS ? STATUS : null, request.length()); // it is all ASCII
        int status = 0;
        try {
            response = transport.send(request).join();
            status = response.status();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new WriteResult.Failed(
                    write.afterSilence(),
                    "Cannot reach the API server at " + transport.server() + ": " + Answers.message(cause) + ".",
                    null,
                    false);
        } finally {
            recorded.end(status);
            requests.release();
        }
        if (response.isSuccessful()) {
            return done(ref, write, sending, response);
        }
        return switch (response.status()) {
            case 404 -> new WriteResult.Gone();
            case 409 -> new WriteResult.Conflict(write);
            case 403 ->
                new WriteResult.Failed(
                        write,
                        Permissions.missing("patch", ref.kind(), part == Part.STATUS ? STATUS : null, ref.namespace())
                                + " The server says: " + said(ref, response),
                        response.retryAfter(),
                        false);
            case UNPROCESSABLE ->
                Answers.blames(response, "metadata.uid")
                        ? new WriteResult.Gone() // this one is gone, and another has its name
                        : refused(ref, write, sending, response);
            default -> refused(ref, write, sending, response);
        };
    }

    private static WriteResult refused(ObjectRef ref, Write write, Sending sending, ApiResponse response) {
        return isOutdated(sending, response)
                ? new WriteResult.Conflict(write)
                : new WriteResult.Failed(
                        response.status() >= INTERNAL_ERROR ? write.afterSilence() : write,
                        said(ref, response),
                        response.retryAfter(),
                        REJECTIONS.contains(response.status()));
    }

    /** What the server says, which repeats the values that it does not take: not for secrets (R12). */
    private static String said(ObjectRef ref, ApiResponse response) {
        boolean secret = ref.kind().group().isEmpty() && ref.kind().kind().equals("Secret");
        return secret
                ? "HTTP " + response.status() + ", in words that are not shown, as there may be secrets in them."
                : Answers.sentence(response);
    }

    /**
     * Whether a JSON patch was refused because the object is not the one that it was made for: the server then names no field that would be
     * wrong (P-7).
     */
    private static boolean isOutdated(Sending sending, ApiResponse response) {
        return sending.operations() != null && response.status() == UNPROCESSABLE && !Answers.hasCauses(response);
    }

    private WriteResult done(ObjectRef ref, Write write, Sending sending, ApiResponse response) {
        Map<String, @Nullable Object> answer;
        try {
            answer = Json.map(Json.parse(response.body()));
        } catch (JsonException e) {
            return new WriteResult.Failed(
                    write.afterSilence(), "The answer to a write is not readable: " + e.getMessage(), null, false);
        }
        Body body = new Body(answer);
        Leftovers.of(sending.merge(), body).forEach(field -> warnOfLeftover(ref.kind(), field, body));
        LOGGER.debug("Patched of {}: {}", ref, sending.names()); // names alone, as the values may be secret (R12)
        return new WriteResult.Done(body, 1);
    }

    /** What was written and is not there afterwards (P-15) will not be there the next time either: once is enough to tell. */
    private void warnOfLeftover(ResourceKind kind, FieldPath field, Body answer) {
        if (told.size() >= MOST_TOLD || !told.add(new KindField(kind, field))) {
            return;
        }
        if (STATUS.equals(field.keys().get(0)) && field.resolve(answer.fields()) == null) {
            LOGGER.warn(
                    "[KopfResultPruned] {} of {} was not stored: the schema of the CRD drops it. Add the"
                            + " property, or x-kubernetes-preserve-unknown-fields: true, to the schema of status.",
                    field,
                    kind.kind());
        } else {
            LOGGER.warn(
                    "[KopfWriteChanged] {} of {} was written, and the API server has something else there: the schema drops"
                            + " it, or a webhook changes it.",
                    field,
                    kind.kind());
        }
    }
}
