package dev.kopf.runtime.internal.client;

import java.util.concurrent.locks.LockSupport;

/**
 * Outlasts a moment without any memory. Who begins again what broke off for want of memory needs a little of it for that; where there is
 * not even so much, nobody would come back to it, and the operator would look alive and do nothing (P2, R2). Safe for use by several threads.
 */
public final class MemoryShortage {

    private static final long PAUSE_NANOS = 10_000_000;

    private MemoryShortage() {}

    /**
     * What begins again. One that is made when it is needed would need memory: it is to be a constant.
     *
     * @param <T> what it is done to
     */
    public interface Step<T> {
        /** Does it; may be called again where it has thrown an {@link OutOfMemoryError}, wherever that was. */
        void on(T whose);
    }

    /** Does it as soon as there is memory for it. Anything else that it throws is the caller's. */
    public static <T> void outlast(T whose, Step<T> step) {
        while (!isDone(whose, step)) {
            pause();
        }
    }

    private static <T> boolean isDone(T whose, Step<T> step) {
        try {
            step.on(whose);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    private static void pause() {
        try {
            LockSupport.parkNanos(PAUSE_NANOS);
        } catch (OutOfMemoryError e) { // a virtual thread needs some for that
            Thread.onSpinWait();
        }
    }
}
