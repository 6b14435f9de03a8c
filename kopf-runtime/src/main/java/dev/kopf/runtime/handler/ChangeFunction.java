package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/**
 * A handler of changes as a lambda, of the resource, what changed, and the context.
 *
 * @param <R> the class of the resource
 * @param <D> what changed: the generated diff, or a {@link dev.kopf.runtime.essence.FieldChange} of a field
 */
@FunctionalInterface
public interface ChangeFunction<R, D> {
    /**
     * @return the result, to be kept in {@code status.<id>}; null for none
     * @throws Exception as a handler's method may
     */
    @Nullable
    Object apply(R resource, D change, UpdateContext context) throws Exception;

    /** As a function that has no result: null. */
    static <R, D> ChangeFunction<R, D> withoutResult(WithoutResult<R, D> function) {
        return (resource, change, context) -> {
            function.accept(resource, change, context);
            return null;
        };
    }

    /**
     * A handler of changes that has no result.
     *
     * @param <R> the class of the resource
     * @param <D> what changed
     */
    @FunctionalInterface
    interface WithoutResult<R, D> {
        /**
         * Handles a change.
         *
         * @throws Exception as a handler's method may
         */
        void accept(R resource, D change, UpdateContext context) throws Exception;
    }
}
