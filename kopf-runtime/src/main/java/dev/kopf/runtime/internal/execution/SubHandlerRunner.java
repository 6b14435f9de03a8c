package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.progress.RecordPlaces;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the sub-handlers of a handler, and keeps their progress. Not safe for use by several threads. */
public interface SubHandlerRunner {

    /** For handlers that nothing is remembered of. */
    SubHandlerRunner NONE = new SubHandlerRunner() {
        @Override
        public RecordPlaces.@Nullable Taken take(HandlerId id) {
            throw none();
        }

        @Override
        public @Nullable Duration run(Handler parent, Cause cause, List<Handler> handlers) {
            throw none();
        }

        private IllegalStateException none() {
            return new IllegalStateException(
                    "Handlers of events have no sub-handlers, as nothing is remembered of them.");
        }
    };

    /**
     * Takes the places where the record of a sub-handler is to be kept.
     *
     * @return null if they were free; else the one that was not, and the sub-handler must not be
     */
    RecordPlaces.@Nullable Taken take(HandlerId id);

    /**
     * Calls those of the sub-handlers that are due.
     *
     * @param parent the handler that registered them
     * @param cause the cause as it is to that handler
     * @param handlers all that it registered
     * @return when the first that is not finished is due, from now on; null where all are finished
     * @throws StoppedException if the pass cannot go on
     */
    @Nullable
    Duration run(Handler parent, Cause cause, List<Handler> handlers);
}
