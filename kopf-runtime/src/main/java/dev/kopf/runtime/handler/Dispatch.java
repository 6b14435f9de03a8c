package dev.kopf.runtime.handler;

import java.util.List;

/**
 * Generated glue between a typed handler interface and the runtime.
 *
 * @param <H> the generated handler interface
 */
public interface Dispatch<H extends HandlerSource> {

    /**
     * A handler for each method that the author implemented, in the order of the interface. A method that is not implemented
     * makes no handler, and costs nothing.
     *
     * @throws IllegalArgumentException if an option of a method is wrong; the message names the method
     */
    List<Handler> handlersOf(H source);
}
