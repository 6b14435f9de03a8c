package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/**
 * A handler as a lambda, of the resource and the context.
 *
 * @param <R> the class of the resource
 * @param <C> the context of its type
 */
@FunctionalInterface
public interface ResourceFunction<R, C extends HandlerContext> {
    /**
     * @return the result, to be kept in {@code status.<id>}; null for none
     * @throws Exception as a handler's method may
     */
    @Nullable
    Object apply(R resource, C context) throws Exception;

    /** As a function that has no result: null. */
    static <R, C extends HandlerContext> ResourceFunction<R, C> withoutResult(ResourceAction<R, C> action) {
        return (resource, context) -> {
            action.accept(resource, context);
            return null;
        };
    }
}
