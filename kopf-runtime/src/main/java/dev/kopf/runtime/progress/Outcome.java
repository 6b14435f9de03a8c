package dev.kopf.runtime.progress;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one attempt of a handler. */
public sealed interface Outcome {

    /** Whether the handler is not called again for what it was shown. */
    boolean isFinal();

    /** The text of the error; null where there was none. */
    @Nullable
    String message();

    /** When the handler is called next, from now on; null for as soon as possible, and where it is not called again. */
    @Nullable
    Duration delay();

    /**
     * The handler did what it should.
     *
     * @param result what it returned, as a plain JSON value; null where nothing is to be kept
     */
    record Succeeded(@Nullable Object result) implements Outcome {
        @Override
        public boolean isFinal() {
            return true;
        }

        @Override
        public @Nullable String message() {
            return null;
        }

        @Override
        public @Nullable Duration delay() {
            return null;
        }
    }

    /**
     * The handler failed for good.
     *
     * @param message the text of the error
     */
    record Failed(String message) implements Outcome {

        public Failed {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public boolean isFinal() {
            return true;
        }

        @Override
        public @Nullable Duration delay() {
            return null;
        }
    }

    /**
     * The handler is to be called again.
     *
     * @param message the text of the error
     * @param delay when, from now on; null for as soon as possible
     */
    record Retry(String message, @Nullable Duration delay) implements Outcome {

        public Retry {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public boolean isFinal() {
            return false;
        }
    }

    /**
     * The handler did its part and waits for its sub-handlers, which is no attempt (R5).
     *
     * @param delay when the first of them is called next, from now on
     */
    record Waiting(Duration delay) implements Outcome {

        public Waiting {
            Objects.requireNonNull(delay, "delay");
        }

        @Override
        public boolean isFinal() {
            return false;
        }

        @Override
        public @Nullable String message() {
            return null;
        }
    }
}
