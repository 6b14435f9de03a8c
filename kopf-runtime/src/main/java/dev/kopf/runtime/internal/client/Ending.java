package dev.kopf.runtime.internal.client;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done at the end of something, step by step: one that fails keeps no other from being done (R8). */
public final class Ending {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.operator");

    private Ending() {}

    /** Does it; what it throws is told of. */
    public static void step(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    /** Does it with each of them. */
    public static <T> void each(Iterable<T> all, Consumer<T> step) {
        all.forEach(one -> step(() -> step.accept(one)));
    }

    private static void tell(Throwable failure) {
        try {
            LOGGER.error("Something failed that is done at the end. The rest of it is done all the same.", failure);
        } catch (RuntimeException | Error untold) {
            // There is no memory for words either.
        }
    }
}
