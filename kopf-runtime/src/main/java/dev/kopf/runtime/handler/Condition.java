package dev.kopf.runtime.handler;

import java.util.List;

/**
 * When a handler is called, said over the whole object (F-6); asked after all other filters have let it pass.
 *
 * <p>It is asked at every event of every object of the kind, also to find out whether the object needs a finalizer, for several objects at
 * once: it is to be quick, and without side effects. What it looks at beyond the object is looked at again when the object changes, and
 * not before (F-8). What it throws counts as a failure of the handler, which is retried until the condition answers (P1).
 *
 * @param <R> the class of the resource
 */
@FunctionalInterface
public interface Condition<R> {

    /**
     * Whether the handler is to be called.
     *
     * @throws Exception where it cannot tell
     */
    boolean test(R resource, ConditionContext<R> context) throws Exception;

    /** The opposite of a condition (F-7). */
    static <R> Condition<R> not(Condition<R> condition) {
        return (resource, context) -> !condition.test(resource, context);
    }

    /** That all of these hold (F-7). */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static <R> Condition<R> allOf(Condition<R>... conditions) {
        List<Condition<R>> all = List.of(conditions);
        return (resource, context) -> {
            for (Condition<R> condition : all) {
                if (!condition.test(resource, context)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** That at least one of these holds (F-7). */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static <R> Condition<R> anyOf(Condition<R>... conditions) {
        List<Condition<R>> all = List.of(conditions);
        return (resource, context) -> {
            for (Condition<R> condition : all) {
                if (condition.test(resource, context)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** That none of these holds (F-7). */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static <R> Condition<R> noneOf(Condition<R>... conditions) {
        return not(anyOf(conditions));
    }
}
