package dev.kopf.runtime.progress;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;

/** How a stored field goes (S-15). */
final class Purge {

    private Purge() {}

    /** The patch, deleting the field where the object has it; else saying nothing of it. */
    static Patch of(FieldPath path, Body body, Patch patch) {
        if (path.isPresentIn(body.fields())) {
            return patch.with(path, null);
        }
        return patch.has(path) ? patch.without(path) : patch;
    }
}
