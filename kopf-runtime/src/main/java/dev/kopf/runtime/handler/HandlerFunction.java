package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/** Calls the author's code with typed arguments made of a {@link HandlerCall}. */
@FunctionalInterface
public interface HandlerFunction {
    /**
     * @return the result, to be kept in {@code status.<id>}; null for none
     * @throws Exception whatever the author's code throws
     */
    @Nullable
    Object call(HandlerCall call) throws Exception;
}
