package dev.kopf.runtime.handler;

import dev.kopf.runtime.essence.JsonStates;
import org.jspecify.annotations.Nullable;

/** One call of a handler, before the generated glue has made typed arguments of it. Not safe for use by several threads. */
public interface HandlerCall {

    /**
     * The object as it is now. Decoded once per pass.
     *
     * @param type the generated class of the kind, or fabric8's
     */
    <R> R resource(Class<R> type);

    /**
     * The essence that was last handled, as an object that has only what the essence has (D-1, D-9).
     *
     * @return null where none was handled before
     */
    <R> @Nullable R oldEssence(Class<R> type);

    /** The essence being handled, as an object that has only what the essence has (D-1, D-9). */
    <R> R newEssence(Class<R> type);

    /** Both essences as plain JSON, for what is told from it; not to be changed. */
    JsonStates essences();

    /**
     * The context of the call.
     *
     * @param type the interface that fits the handler's type, such as {@link CreateContext} for {@link HandlerType#CREATE}
     */
    <C extends HandlerContext> C context(Class<C> type);

    /** The context of a call that fills an index. */
    default IndexContext indexContext() {
        throw new UnsupportedOperationException("This call fills no index.");
    }
}
