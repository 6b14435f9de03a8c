package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.FinalizerRules;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
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
        if (detected.reason() == Reason.FREE) {
            return FinalizerRules.isHeldByOthers(event, finalizer)
                    ? deletionHeldByOthers(detected)
                    : new Decision.Ignore();
        }
        return new Decision.Handle(detected, handlers.select(detected));
    }

    /** Only of use to optional delete handlers (R11): the others were called before our finalizer went, or never are (C-13). */
    private Decision deletionHeldByOthers(Cause detected) {
        Cause cause = detected.withReason(Reason.DELETE);
        List<Handler> selected = handlers.select(cause).stream()
                .filter(handler -> handler.type() == HandlerType.DELETE
                        && handler.options().optional())
                .toList();
        return selected.isEmpty() ? new Decision.Ignore() : new Decision.Handle(cause, selected);
    }
}
