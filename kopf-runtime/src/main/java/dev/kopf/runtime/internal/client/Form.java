package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonPatch;
import dev.kopf.runtime.resource.Patch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a write is sent: a JSON patch where edits change anything, which is worked out once for both endpoints; else a merge patch.
 *
 * @param before the state that edits were given
 * @param edited what they made of it; null where it is a merge patch
 * @param finalizer our finalizer
 * @param exact whether it is to be written to the state that is known or not at all
 */
record Form(Body before, @Nullable Map<String, @Nullable Object> edited, String finalizer, boolean exact) {

    private static final String STATUS = "status";

    /** Runs the edits of a write, which are the author's code. */
    static Form of(Write write, Body newest, String finalizer, boolean exact) {
        if (write.isEdit()) {
            Patch patch = write.against(newest, finalizer);
            Map<String, @Nullable Object> edited = patch.applyTo(newest.fields());
            if (!Json.identical(edited, patch.withoutEdits().applyTo(newest.fields()))) {
                return new Form(newest, edited, finalizer, exact);
            }
        }
        return new Form(newest, null, finalizer, exact);
    }

    /** What is sent to an endpoint; null where the object is as wanted. */
    @Nullable
    Sending sending(Part part, Write write, Body now) {
        if (edited != null) {
            JsonPatch difference = JsonPatch.between(part.of(before.fields()), part.of(edited));
            return difference.isEmpty()
                    ? null
                    : new Sending(
                            difference.guardedBy(now.resourceVersion()), Patch.EMPTY, Patch.EMPTY, difference.paths());
        }
        Patch patch = switch (part) {
            case STATUS, STATUS_OF_OBJECT -> write.patch().splitStatus().status();
            case OBJECT -> write.withPatch(write.patch().splitStatus().object()).against(now, finalizer);
            case WHOLE -> write.against(now, finalizer);
        };
        patch = patch.withoutEdits();
        return patch.isEmpty() || patch.isNoOpOn(now)
                ? null
                : new Sending(null, patch, lock(part, now), patch.fieldNames());
    }

    /** What of a write is for the status. */
    Patch status(Write write) {
        if (edited == null) {
            return write.patch().withoutEdits().splitStatus().status();
        }
        Object status = edited.get(STATUS);
        return status == null || Json.identical(status, before.fields().get(STATUS))
                ? Patch.EMPTY
                : Patch.EMPTY.with(FieldPath.of(STATUS), status);
    }

    /**
     * An object that is deleted and made again under its name is another one, and nothing of the one before may get there. The uid tells them
     * apart; but in a patch of the status the API server passes over it, so that the version has to.
     */
    private Patch lock(Part part, Body now) {
        Patch lock = exact ? Patch.EMPTY.guardedBy(now.resourceVersion()) : Patch.EMPTY;
        if (now.uid().isEmpty()) {
            return lock;
        }
        return part.isStatus()
                ? lock.guardedBy(now.resourceVersion())
                : lock.with(FieldPath.of("metadata", "uid"), now.uid());
    }
}
