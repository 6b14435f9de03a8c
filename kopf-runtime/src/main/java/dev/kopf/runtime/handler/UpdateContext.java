package dev.kopf.runtime.handler;

import dev.kopf.runtime.essence.Diff;

/** What an update handler or the handler of a field is given beside the resource and its typed change. */
public interface UpdateContext extends ChangingContext {

    /**
     * What changed, untyped: from the last handled essence to the one being handled; for the handler of a field, reduced to that
     * field (D-24).
     */
    Diff diff();
}
