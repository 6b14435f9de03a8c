package dev.kopf.runtime.handler;

import java.util.Collection;
import java.util.function.Function;

/**
 * What a handler is given whose progress is kept on the object: it may hand its work over to sub-handlers, which are retried each by
 * itself and remembered each by itself (X-40…X-48).
 *
 * <p>A handler with sub-handlers is not done before they are. Until then it is called again each time that one of them is due, and
 * registers the same ones again: what it does beside that must do no harm when it is done twice. Such a call is no attempt: it uses up
 * neither {@code retries} nor {@code timeout} of the handler (R5). A sub-handler that fails for good does not fail the handler.
 */
public interface ChangingContext extends HandlerContext {

    /**
     * Registers a sub-handler for each item, to be called after the handler has returned.
     *
     * @param items what there is to work on
     * @param id names the item among these, and does so again next time; the id of the sub-handler is {@code <handler>/<id>}
     * @param action what is to be done for an item
     * @throws IllegalArgumentException if two sub-handlers of the handler have one id, or an item has a name that is null, blank, or has
     *     line ends or control characters
     */
    default <T> void subHandlers(
            Collection<? extends T> items,
            Function<? super T, String> id,
            ResourceAction<? super T, ? super SubHandlerContext> action) {
        int number = 0;
        for (T item : items) {
            number++;
            String name = id.apply(item);
            HandlerOptions options;
            try {
                options = HandlerOptions.of(name == null ? "" : name);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Item " + number + " of the sub-handlers of '" + handlerId()
                                + "' has a name that no id can be made of: " + e.getMessage(),
                        e);
            }
            subHandler(options, context -> {
                action.accept(item, context);
                return null;
            });
        }
    }

    /**
     * Registers one sub-handler, to be called after the handler has returned.
     *
     * @param options its options; their id is the part after the slash
     * @param function what is to be done; what it returns is kept in {@code status.<handler>/<id>}
     * @throws IllegalArgumentException if two sub-handlers of the handler have one id
     */
    void subHandler(HandlerOptions options, SubHandlerFunction function);

    /**
     * Calls the sub-handlers that were registered so far now, instead of after the handler has returned. What stands after this call is
     * only done when all of them are finished: until then it ends the handler with an exception, which must not be caught.
     */
    void runSubHandlers();
}
