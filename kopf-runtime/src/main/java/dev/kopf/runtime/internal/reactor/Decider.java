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
        switch (FinalizerRules.decide(handlers.requireFinalizer(event.body(), detected), event, finalizer)) {
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
                    ? deletionHeldByOthers(event, detected)
                    : new Decision.Ignore();
        }
        if (!handlers.concern(event.body(), detected)) {
            // Nobody is called for such objects, so they are left as they are, but for what we left there when somebody
            // was (C-30, F-14).
            return new Decision.Handle(detected.withReason(Reason.NOOP), List.of());
        }
        return new Decision.Handle(detected, handlers.select(event.body(), detected));
    }

    /** Only of use to optional delete handlers (R11): the others were called before our finalizer went, or never are (C-13). */
    private Decision deletionHeldByOthers(WatchEvent event, Cause detected) {
        Cause cause = detected.withReason(Reason.DELETE);
        List<Handler> selected = handlers.select(event.body(), cause).stream()
                .filter(handler -> handler.type() == HandlerType.DELETE
                        && handler.options().optional())
                .toList();
        return selected.isEmpty() ? new Decision.Ignore() : new Decision.Handle(cause, selected);
    }
}
