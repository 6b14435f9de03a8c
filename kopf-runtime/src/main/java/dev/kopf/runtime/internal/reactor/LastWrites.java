package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.internal.client.WriteResult;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What daemons and timers set when the operator has to make way (B-14): it is written before whoever takes over writes anything, and not over
 * that when the pause is over. Blocks while requests do. Safe for use by several threads.
 */
final class LastWrites {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");

    /** How often a write that meets others' is tried. */
    private static final int TRIES = 3;

    private final Collaborators with;
    private final Cycle cycle;

    LastWrites(Collaborators with, Cycle cycle) {
        this.with = with;
        this.cycle = cycle;
    }

    /**
     * Writes at once, where nobody has changed the fields meanwhile: whoever has set this may have taken its time, and others have begun.
     *
     * @param newest the state that whoever has set this knew; null where that is not known
     * @return what cannot be written, and is owed
     */
    Patch write(ObjectRef object, ServedKind kind, @Nullable Body newest, Patch patch) {
        Patch rest = patch;
        Basis basis = newest == null ? Basis.NONE : Basis.of(newest, patch.fields());
        try {
            for (int i = 0; i < TRIES; i++) {
                WriteResult found = with.patcher().look(object);
                if (!(found instanceof WriteResult.Done now)) {
                    return found instanceof WriteResult.Gone ? Patch.EMPTY : rest;
                }
                if (!cycle.places().isPaused()) {
                    return rest; // the pause is over, and only the object's worker writes to it
                }
                Body body = now.body();
                if (!basis.isStillThere(body, rest)) {
                    ObjectLogging.logger(object).warn(Basis.GIVEN_UP, rest.fieldNames());
                    return Patch.EMPTY;
                }
                Write write = new Write(with.persistence().finish(body, rest), Write.FinalizerChange.NONE);
                WriteResult result = with.patcher().applyTo(object, kind, write, body);
                if (result instanceof WriteResult.Partly partly) {
                    wrote(object, partly.body());
                    result = partly.rest();
                }
                if (result instanceof WriteResult.Done done) {
                    wrote(object, done.body());
                }
                if (result instanceof WriteResult.Failed failed) {
                    return failed.rest().patch();
                }
                if (!(result instanceof WriteResult.Conflict conflict)) {
                    return Patch.EMPTY;
                }
                rest = conflict.rest().patch();
                basis = basis.in(rest.fields()); // of what is written already it is ours that is there now
            }
        } catch (Throwable e) { // none that is known of; but whoever has ended is to be told of as ended
            LOGGER.error(
                    "Writing to {} broke off, and is begun again after the pause. This is a bug of Kopf.", object, e);
        }
        return rest;
    }

    private void wrote(ObjectRef object, Body body) {
        cycle.wrote(object, new WatchEvent(WatchEvent.Type.MODIFIED, body));
    }
}
