package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.recording.WriteEvent;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to objects: at most one request per endpoint (R7), the status first, so that a success is never remembered without its
 * result; last where successes are remembered in it, so that none is without what else its handler has written. A write with edits is a JSON patch of exactly the state that they were given, with all else that is to be written in it, so
 * that no success is remembered without its edits; any other is a merge patch. Where the server serves a kind in another way than it was told
 * to, it is asked anew and the status gets one request more. A bounded number of requests of a kind at once. Blocks until the
 * answer is there. Safe for use by several threads.
 */
public final class Patcher {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.patching");
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
    private final boolean stateInStatus;
    private final Set<KindField> told = ConcurrentHashMap.newKeySet();
    private final Permits requests = new Permits();
    private final Permits looks = new Permits();

    /** Kinds that were found to be served in another way than it was told, until something else is told. */
    private final Map<ResourceKind, Found> found = new ConcurrentHashMap<>();

    /** A field of a kind. */
    private record KindField(ResourceKind kind, FieldPath field) {}

    /** Whether the status has an endpoint of its own, whatever was told. */
    private record Found(ServedKind told, boolean statusSubresource) {}

    /** @param finalizer our finalizer (C-20) */
    public Patcher(Transport transport, String finalizer) {
        this(transport, finalizer, false);
    }

    /**
     * @param finalizer our finalizer (C-20)
     * @param stateInStatus whether it is remembered in the status, and nowhere else, what is handled
     */
    public Patcher(Transport transport, String finalizer, boolean stateInStatus) {
        this.transport = transport;
        this.finalizer = finalizer;
        this.stateInStatus = stateInStatus;
    }

    /**
     * Writes to an object.
     *
     * @param newest the newest state of it that is known
     */
    public WriteResult apply(ObjectRef ref, ServedKind kind, Write write, Body newest) {
        return apply(ref, kind, write, newest, false);
    }

    /**
     * Writes to exactly this state of an object, or nothing: a conflict where there is another one.
     *
     * @param state the state
     */
    public WriteResult applyTo(ObjectRef ref, ServedKind kind, Write write, Body state) {
        return apply(ref, kind, write, state, true);
    }

    private WriteResult apply(ObjectRef ref, ServedKind kind, Write write, Body newest, boolean exact) {
        if (write.finalizer() != Write.FinalizerChange.NONE
                && newest.resourceVersion().isEmpty()) {
            // The list of finalizers is replaced as a whole, and those of others would go with it.
            return new WriteResult.Failed(write, "It has no resourceVersion to lock its finalizers with.", null, false);
        }
        Form form;
        try {
            form = Form.of(write, newest, finalizer, exact);
        } catch (Throwable e) { // of an edit: the author's code, which ends nothing else (R15)
            Thrown.tell(e, shown -> LOGGER.error("An edit of {} failed.", ref, shown));
            String problem = "An edit of the object failed with " + e.getClass().getName() + ".";
            return new WriteResult.Failed(write, problem, null, true);
        }
        if (!hasStatusSubresource(kind)) {
            WriteResult whole = write(ref, Part.WHOLE, write, newest, form);
            return whole instanceof WriteResult.Done done ? withStatus(ref, kind, done, form.status(write)) : whole;
        }
        if (stateInStatus && !write.isRelease()) {
            WriteResult first = write(ref, Part.OBJECT, write, newest, form);
            return first instanceof WriteResult.Done done
                    ? both(done, status(ref, kind, write.withoutObject(), done.body(), form))
                    : first;
        }
        WriteResult first = status(ref, kind, write, newest, form);
        return first instanceof WriteResult.Done done
                ? both(done, write(ref, Part.OBJECT, write.withoutStatus(), done.body(), form))
                : first;
    }

    private WriteResult status(ObjectRef ref, ServedKind kind, Write write, Body now, Form form) {
        WriteResult status = write(ref, Part.STATUS, write, now, form);
        if (status instanceof WriteResult.Gone) {
            // Either the object is gone, or its kind has lost the subresource since: the object's own endpoint knows.
            status = write(ref, Part.STATUS_OF_OBJECT, write, now, form);
            if (status instanceof WriteResult.Done done && dropsStatus(ref.kind(), done, form.status(write))) {
                return new WriteResult.Failed(
                        write, "Its status is not found where the API server is to have it.", null, false);
            }
            if (status instanceof WriteResult.Done) {
                found.put(ref.kind(), new Found(kind, false));
            }
        }
        return status;
    }

    /** A kind may have got a status subresource since it was last asked for: the object's endpoint drops the status from then on. */
    private WriteResult withStatus(ObjectRef ref, ServedKind kind, WriteResult.Done whole, Patch status) {
        if (!dropsStatus(ref.kind(), whole, status)) {
            return whole;
        }
        Write rest = new Write(status, Write.FinalizerChange.NONE);
        WriteResult second =
                write(ref, Part.STATUS, rest, whole.body(), new Form(whole.body(), null, finalizer, false));
        if (!(second instanceof WriteResult.Gone)) {
            found.put(ref.kind(), new Found(kind, true)); // from now on it goes first, as it has to (R7)
        }
        return both(
                whole,
                second instanceof WriteResult.Gone
                        ? new WriteResult.Failed(rest, "Its status is not found.", null, false)
                        : second);
    }

    private boolean hasStatusSubresource(ServedKind told) {
        Found last = found.get(told.kind());
        if (last != null && !last.told().equals(told)) {
            found.remove(told.kind(), last);
            last = null;
        }
        return last == null ? told.statusSubresource() : last.statusSubresource();
    }

    private static WriteResult both(WriteResult.Done first, WriteResult second) {
        if (second instanceof WriteResult.Done last) {
            return new WriteResult.Done(last.body(), first.requests() + last.requests());
        }
        return first.requests() == 0 ? second : new WriteResult.Partly(first.body(), second);
    }

    /** Whether a status that was sent to the object's endpoint is not there because it has an endpoint of its own; not because of the schema. */
    private boolean dropsStatus(ResourceKind kind, WriteResult.Done written, Patch status) {
        if (written.requests() == 0 || status.isNoOpOn(written.body())) {
            return false;
        }
        try {
            ApiResponse response = requests.use(
                    kind,
                    () -> transport.send(ApiRequest.get(Paths.group(kind))).join());
            ServedKind served = response.isSuccessful() ? Discovery.read(kind, response) : null;
            return served == null || served.statusSubresource();
        } catch (CompletionException | JsonException e) {
            return true; // nobody knows, and a result is not given up for that (R7)
        }
    }

    /**
     * Asks what an object is like, by a list of it alone: the right to list is there, the right to read a single object may not be. Like all
     * lists without a version it is as new as the server's own store.
     *
     * @return that it is so, or gone, or that nobody knows
     */
    public WriteResult look(ObjectRef ref) {
        Scope scope = new Scope(ref.kind(), ref.namespace());
        ApiResponse response;
        try {
            response = looks.use(
                    ref.kind(), () -> transport.send(scope.only(ref.name())).join());
        } catch (CompletionException e) {
            return unknown(silence(e), null);
        }
        if (!response.isSuccessful()) {
            return unknown(scope.problem(response, "list"), response.retryAfter());
        }
        try {
            for (Body body : ListPage.read(ref.kind(), response.body()).items()) {
                if (body.uid().equals(ref.uid()) && body.name().equals(ref.name())) {
                    return new WriteResult.Done(body, 1);
                }
            }
            return new WriteResult.Gone();
        } catch (JsonException e) {
            return unknown("The answer of the API server is not readable.", null); // and may be secret (R12)
        }
    }

    private static WriteResult unknown(String problem, @Nullable Duration retryAfter) {
        return new WriteResult.Failed(Write.NOTHING, problem, retryAfter, false);
    }

    private String silence(CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return "Cannot reach the API server at " + transport.server() + ": " + Answers.message(cause) + ".";
    }

    /** Whether an object is as a write makes it. */
    public boolean isDone(Write write, Body body) {
        return write.isDoneOn(body, finalizer);
    }

    private WriteResult write(ObjectRef ref, Part part, Write write, Body now, Form form) {
        Sending sending = form.sending(part, write, now);
        if (sending == null) {
            return new WriteResult.Done(now, 0);
        }
        return send(ref, part, write, sending, now);
    }

    private WriteResult send(ObjectRef ref, Part part, Write write, Sending sending, Body now) {
        ApiRequest request = sending.to(part.path(ref));
        ApiResponse response;
        try {
            response = requests.use(ref.kind(), () -> recorded(ref, part, request));
        } catch (CompletionException e) {
            return new WriteResult.Failed(write.afterSilence(), silence(e), null, false);
        }
        if (response.isSuccessful()) {
            return done(ref, write, sending, response, now);
        }
        return switch (response.status()) {
            case 404 -> new WriteResult.Gone();
            case 409 -> new WriteResult.Conflict(write);
            case 403 ->
                new WriteResult.Failed(
                        write,
                        Permissions.missing("patch", ref.kind(), part.subresource(), ref.namespace())
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

    private ApiResponse recorded(ObjectRef ref, Part part, ApiRequest request) {
        WriteEvent recorded = WriteEvent.begin(ref, part.subresource(), request.length()); // it is all ASCII
        int status = 0;
        try {
            ApiResponse response = transport.send(request).join();
            status = response.status();
            return response;
        } finally {
            recorded.end(status);
        }
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

    /** What the server says, which repeats the values that it does not take: not where there may be secrets among them (R12). */
    private static String said(ObjectRef ref, ApiResponse response) {
        if (ref.kind().secrets().isEmpty()) {
            return Answers.sentence(response);
        }
        String fields = Answers.blamed(response);
        return "HTTP " + response.status() + ", in words that are not shown, as there may be secrets in them."
                + (fields.isEmpty() ? "" : " It is about " + fields + ".");
    }

    /**
     * Whether a JSON patch was refused because the object is not the one that it was made for: the server then names no field that would be
     * wrong (P-7).
     */
    private static boolean isOutdated(Sending sending, ApiResponse response) {
        return sending.operations() != null && response.status() == UNPROCESSABLE && !Answers.hasCauses(response);
    }

    private WriteResult done(ObjectRef ref, Write write, Sending sending, ApiResponse response, Body now) {
        Map<String, @Nullable Object> answer;
        try {
            answer = Json.map(Json.parse(response.body()));
        } catch (JsonException e) {
            boolean shown = ref.kind().secrets().isEmpty(); // it cites what it does not understand (R12)
            return unreadable(write, shown ? String.valueOf(e.getMessage()) : "it is no JSON");
        }
        Body body = new Body(answer);
        if (!body.uid().equals(now.uid())
                || (body.resourceVersion().isEmpty() && !now.resourceVersion().isEmpty())) {
            // What is decided next is decided of this: it has to be the object, and of a version.
            return write.isRelease() && Answers.isSuccess(answer)
                    ? new WriteResult
                            .Gone() // told as the end of an object is; it is looked for again if it does not come
                    : unreadable(write, "it has not the uid of the object, or no resourceVersion");
        }
        Leftovers.of(sending.merge(), body).forEach(field -> warnOfLeftover(ref.kind(), field, body));
        LOGGER.debug("Patched of {}: {}", ref, sending.names()); // names alone, as the values may be secret (R12)
        return new WriteResult.Done(body, 1);
    }

    private static WriteResult unreadable(Write write, String problem) {
        return new WriteResult.Failed(
                write.afterSilence(), "The answer to a write is not readable: " + problem + ".", null, false);
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
