package dev.kopf.runtime.cause;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.WatchEvent;

/** When our finalizer comes and goes (C-22…C-29). Pure functions. */
public final class FinalizerRules {

    private FinalizerRules() {}

    /** What is to be done about our finalizer. */
    public enum Action {
        /** It is to be added, and nothing else is handled before it is there (C-22). */
        ADD,
        /** Nobody needs it: it is to be removed, and nothing else is handled (C-23). */
        REMOVE,
        /** It stays as it is. */
        NONE
    }

    /**
     * What is to be done about our finalizer before the object is handled.
     *
     * @param needed whether a delete handler or a daemon that matches the object needs it (C-21, R11)
     * @param event what the API server said; an object that is gone is left alone (C-29)
     * @param finalizer our finalizer
     */
    public static Action decide(boolean needed, WatchEvent event, String finalizer) {
        Body body = event.body();
        if (event.type() == WatchEvent.Type.DELETED || needed == Finalizers.has(body, finalizer)) {
            return Action.NONE;
        }
        if (!needed) {
            return Action.REMOVE;
        }
        return body.isDeleting() ? Action.NONE : Action.ADD;
    }

    /** Whether a deletion that is handled to the end, with nothing waiting, releases the object (C-24, C-29). */
    public static boolean releases(WatchEvent event, String finalizer, boolean waiting) {
        return !waiting
                && event.type() != WatchEvent.Type.DELETED
                && event.body().isDeleting()
                && Finalizers.has(event.body(), finalizer);
    }

    /** Whether only others keep an object that is being deleted: optional delete handlers are called all the same (R11). */
    public static boolean isHeldByOthers(WatchEvent event, String finalizer) {
        return event.type() != WatchEvent.Type.DELETED
                && event.body().isDeleting()
                && !Finalizers.has(event.body(), finalizer)
                && Finalizers.hasForeign(event.body(), finalizer);
    }
}
