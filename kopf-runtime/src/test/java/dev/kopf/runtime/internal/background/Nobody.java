package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;

/** Whom nobody calls back. */
class Nobody implements Surroundings.Objects {
    @Override
    public void wake(ObjectRef object) {}

    @Override
    public void write(ObjectRef object, Patch patch, Runnable done) {
        done.run();
    }
}
