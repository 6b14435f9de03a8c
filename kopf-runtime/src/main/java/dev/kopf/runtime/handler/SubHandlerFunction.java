package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/** A sub-handler as a lambda. */
@FunctionalInterface
public interface SubHandlerFunction {
    /**
     * @return the result, to be kept in {@code status.<handler>/<id>}; null for none
     * @throws Exception as a handler's method may
     */
    @Nullable
    Object apply(SubHandlerContext context) throws Exception;
}
