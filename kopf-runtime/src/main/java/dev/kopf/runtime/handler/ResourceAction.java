package dev.kopf.runtime.handler;

/**
 * A handler without a result as a lambda, of the resource and the context.
 *
 * @param <R> the class of the resource
 * @param <C> the context of its type
 */
@FunctionalInterface
public interface ResourceAction<R, C extends HandlerContext> {
    /** @throws Exception as a handler's method may */
    void accept(R resource, C context) throws Exception;
}
