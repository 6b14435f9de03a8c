package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.FinalizerRules;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.progress.Progress;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.List;
import java.util.function.Function;

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
     * @param attended whether daemons need our finalizer
     */
    Decision decide(WatchEvent event, Cause detected, Progress progress, boolean attended) {
        if (detected.reason() == Reason.GONE) {
            return new Decision.Ignore();
        }
        boolean needed = attended || handlers.requireFinalizer(event.body(), detected);
        switch (FinalizerRules.decide(needed, event, finalizer)) {
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
        Function<Handler, Cause> causes = new HandlerCauses(detected, progress)::of;
        if (!handlers.concern(event.body(), causes)) {
            if (detected.reason() == Reason.UPDATE && isDoneWithSome(event, detected, progress)) {
                return new Decision.Handle(detected, List.of());
            }
            // Nobody is called for the object as it is. It is left alone (C-30), but for what we left there when
            // somebody was (F-14).
            boolean isNew = detected.reason() == Reason.CREATE && handlers.awaitChanges(event.body());
            return new Decision.Handle(isNew ? detected : detected.withReason(Reason.NOOP), List.of());
        }
        List<Selected> selected = handlers.select(event.body(), causes);
        boolean changed = selected.stream().anyMatch(each -> each.cause().reason() == Reason.UPDATE);
        // An object that went back, while others were not done, has changed to those who had seen the change (R1).
        return new Decision.Handle(changed ? detected.withReason(Reason.UPDATE) : detected, selected);
    }

    /** Whether a handler that the change was for is done with it, and sees nothing in it any more: what it did is not to be told to it again. */
    private boolean isDoneWithSome(WatchEvent event, Cause detected, Progress progress) {
        return handlers.concerned(event.body(), detected).stream()
                .map(handler -> progress.state(handler.id()))
                .anyMatch(state -> state != null
                        && state.isFor(Reason.UPDATE)
                        && state.seen().handled() != null);
    }

    /** Only of use to optional delete handlers (R11): the others were called before our finalizer went, or never are (C-13). */
    private Decision deletionHeldByOthers(WatchEvent event, Cause detected) {
        Cause cause = detected.withReason(Reason.DELETE);
        List<Selected> selected = handlers.select(event.body(), handler -> cause).stream()
                .filter(each -> each.handler().type() == HandlerType.DELETE
                        && each.handler().options().optional())
                .toList();
        return selected.isEmpty() ? new Decision.Ignore() : new Decision.Handle(cause, selected);
    }
}
