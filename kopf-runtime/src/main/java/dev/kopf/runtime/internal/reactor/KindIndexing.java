package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Selected;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Situation;
import dev.kopf.runtime.internal.execution.SubHandlerRunner;
import dev.kopf.runtime.internal.execution.Watchdog;
import dev.kopf.runtime.internal.indexing.IndexStore;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the handlers that fill indexes from a kind what an object has there (I-2…I-5). Safe for use by several threads. */
final class KindIndexing {

    private final KindHandlers handlers;
    private final Collaborators with;

    KindIndexing(KindHandlers handlers, Collaborators with) {
        this.handlers = handlers;
        this.with = with;
    }

    /**
     * What became of a state of an object.
     *
     * @param changes what is to be done to indexes
     * @param failed those that are not to be called, for now or any more
     * @param again after how long the first of them is to be called again; null for never
     */
    record Found(
            List<Runnable> changes,
            Map<HandlerId, HandlerState> failed,
            @Nullable Duration again) {}

    KindHandlers handlers() {
        return handlers;
    }

    Collaborators with() {
        return with;
    }

    /**
     * Calls those that are for an object, and are due. Changes nothing yet.
     *
     * @param failed those of which the last call for the object has failed
     */
    Found look(ObjectRef object, WatchEvent event, Map<HandlerId, HandlerState> failed) {
        try (Watchdog.Watch watch = with.executor().watch(object)) {
            return call(object, event, failed);
        }
    }

    private Found call(ObjectRef object, WatchEvent event, Map<HandlerId, HandlerState> failed) {
        Cause cause = with.persistence().cause(event, handlers);
        HandlerExecutor.Calls calls = with.executor().calls(new Situation(object, event, cause));
        List<Runnable> changes = new ArrayList<>();
        Map<HandlerId, HandlerState> failing = new HashMap<>();
        for (Handler handler : handlers.indexing()) {
            Instant now = with.time().instant();
            Handler matching = handler.ifMatching(event.body(), cause);
            if (matching == null) {
                changes.add(() -> discard(handler, object));
                continue;
            }
            HandlerState state = failed.getOrDefault(handler.id(), HandlerState.fresh(null, null, now));
            if (!state.isAwakened(now)) {
                failing.put(handler.id(), state);
                continue;
            }
            Outcome outcome = calls.call(new Selected(matching, cause), state, SubHandlerRunner.NONE)
                    .outcome();
            if (outcome instanceof Outcome.Succeeded succeeded) {
                Map<?, ?> values = (Map<?, ?>) succeeded.result();
                if (values != null) {
                    changes.add(() -> replace(handler, object, values));
                }
            } else {
                changes.add(() -> discard(handler, object));
                failing.put(handler.id(), state.withOutcome(outcome, with.time().instant()));
            }
        }
        return new Found(changes, failing.isEmpty() ? Map.of() : failing, again(failing));
    }

    private @Nullable Duration again(Map<HandlerId, HandlerState> failing) {
        Instant now = with.time().instant();
        return failing.values().stream()
                .filter(state -> !state.isFinished())
                .map(state -> state.remaining(now))
                .min(Duration::compareTo)
                .orElse(null);
    }

    /** Takes an object out of all indexes (I-4). */
    void discard(ObjectRef object) {
        handlers.indexing().forEach(handler -> discard(handler, object));
    }

    private void discard(Handler handler, ObjectRef object) {
        store(handler).discard(handlers.kind(), Workers.key(object));
    }

    @SuppressWarnings("unchecked") // whoever declared the handler has given it the types of its index
    private void replace(Handler handler, ObjectRef object, Map<?, ?> values) {
        store(handler).replace(handlers.kind(), Workers.key(object), (Map<Object, @Nullable Object>) values);
    }

    @SuppressWarnings("unchecked") // as above
    private IndexStore<Object, @Nullable Object> store(Handler handler) {
        IndexName<Object, @Nullable Object> name = (IndexName<Object, @Nullable Object>)
                Objects.requireNonNull(handler.options().index(), "a handler of an index without its name");
        return with.executor().shared().indexes().store(name);
    }
}
