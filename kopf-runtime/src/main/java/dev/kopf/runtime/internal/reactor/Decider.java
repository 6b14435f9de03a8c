package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.FinalizerRules;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.List;

/** Decides what a cycle does (C-1 steps 9 to 11): pure. */
final class Decider {

    private final KindHandlers handlers;
    private final String finalizer;

    Decider(KindHandlers handlers, String finalizer) {
        this.handlers = handlers;
        this.finalizer = finalizer;
    }

    Decision decide(WatchEvent event, Cause detected) {
        if (detected.reason() == Reason.GONE) {
            return new Decision.Ignore();
        }
        switch (FinalizerRules.decide(handlers.requireFinalizer(), event, finalizer)) {
            case ADD -> {
                return new Decision.AddFinalizer();
            }
            case REMOVE -> {
                return new Decision.RemoveFinalizer();
            }
            case NONE -> {}
        }
        Cause cause = detected.reason() == Reason.FREE && FinalizerRules.isHeldByOthers(event, finalizer)
                ? detected.withReason(Reason.DELETE)
                : detected;
        if (cause.reason() == Reason.FREE) {
            return new Decision.Ignore();
        }
        List<Handler> selected = handlers.select(cause);
        return new Decision.Handle(cause, selected);
    }
}
