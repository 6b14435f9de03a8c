package dev.kopf.runtime.handler;

import java.util.function.Supplier;

/** Where handlers were declared, for messages to their authors. */
final class Origins {

    private Origins() {}

    /**
     * Where a handler was declared: its method, or what it is and its id.
     *
     * @param what such as {@code startup}
     */
    static String of(HandlerOptions options, String what) {
        String origin = options.origin();
        return origin != null ? origin : "the " + what + " handler '" + options.id() + "'";
    }

    /**
     * Does what may find a mistake of an author.
     *
     * @throws IllegalArgumentException as the work does, with the place in front
     */
    static <T> T at(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("at " + place + ": " + e.getMessage(), e);
        }
    }

    /** As {@link #at}, for work that gives nothing. */
    static void check(String place, Runnable work) {
        boolean unused = at(place, () -> {
            work.run();
            return true;
        });
    }
}
