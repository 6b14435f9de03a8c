package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.FinalizerRules;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.progress.Progress;
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

    /**
     * What is to be done.
     *
     * @param detected the cause by the stored essence
     * @param progress what is stored of the handlers
     */
    Decision decide(WatchEvent event, Cause detected, Progress progress) {
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
        List<Selected> selected = handlers.select(new HandlerCauses(detected, progress)::of);
        boolean changed = selected.stream().anyMatch(each -> each.cause().reason() == Reason.UPDATE);
        // An object that went back, while others were not done, has changed to those who had seen the change (R1).
        return new Decision.Handle(changed ? detected.withReason(Reason.UPDATE) : detected, selected);
    }

    /** Only of use to optional delete handlers (R11): the others were called before our finalizer went, or never are (C-13). */
    private Decision deletionHeldByOthers(Cause detected) {
        Cause cause = detected.withReason(Reason.DELETE);
        List<Selected> selected = handlers.select(handler -> cause).stream()
                .filter(each -> each.handler().type() == HandlerType.DELETE
                        && each.handler().options().optional())
                .toList();
        return selected.isEmpty() ? new Decision.Ignore() : new Decision.Handle(cause, selected);
    }
}
