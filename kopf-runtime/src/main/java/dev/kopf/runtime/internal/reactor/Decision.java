package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.Selected;
import java.util.List;

/** What is to be done about an object in one cycle. */
sealed interface Decision {

    /** Nothing is owed to anybody. */
    record Ignore() implements Decision {}

    /** Our finalizer must be there before anything is handled (C-22). */
    record AddFinalizer() implements Decision {}

    /** Our finalizer is there and nobody needs it (C-23). */
    record RemoveFinalizer() implements Decision {}

    /**
     * Handlers are owed a call, or what they left behind is to be tidied up.
     *
     * @param cause why
     * @param handlers the selected ones, in order of registration
     */
    record Handle(Cause cause, List<Selected> handlers) implements Decision {}
}
