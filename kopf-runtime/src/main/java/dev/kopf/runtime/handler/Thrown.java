package dev.kopf.runtime.handler;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an author's code has thrown, which is the author's code too: it may fail when it is asked what it is (R15). */
public final class Thrown {

    private Thrown() {}

    /** What it says; null where that is nothing, or fails. */
    public static @Nullable String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null || message.isBlank() ? null : message;
        } catch (Throwable e) {
            return null;
        }
    }

    /** What it is, and what it says; where that fails, what it is. */
    public static String text(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable e) {
            return thrown.getClass().getName() + ", which cannot be shown";
        }
    }

    /**
     * Tells of it, with its stack trace. Where it fails at that, another one is told in its place, with where it was thrown.
     *
     * @param log what tells of the exception that it is given
     */
    public static void tell(Throwable thrown, Consumer<? super Throwable> log) {
        try {
            log.accept(thrown);
        } catch (Throwable e) {
            log.accept(new Unshown(thrown));
        }
    }

    /** Stands for an exception that cannot be shown. */
    private static final class Unshown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unshown(Throwable thrown) {
            super(thrown.getClass().getName() + ", which cannot be shown");
            try {
                setStackTrace(thrown.getStackTrace());
            } catch (Throwable e) { // nor can this be told
                setStackTrace(new StackTraceElement[0]);
            }
        }
    }
}
