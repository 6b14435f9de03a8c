package dev.kopf.runtime.internal.logging;

import java.util.Objects;

/**
 * What the log of the process shows, and how.
 *
 * @param verbosity what it shows
 * @param format how a line looks
 */
public record LogSettings(Verbosity verbosity, LogFormat format) {

    /** What is shown when nobody asks for anything else. */
    public static final LogSettings DEFAULTS = new LogSettings(Verbosity.NORMAL, LogFormat.FULL);

    /** What the log shows (E-10). */
    public enum Verbosity {
        /** Warnings and errors. */
        QUIET,
        /** What happens to objects. */
        NORMAL,
        /** What the operator does for it. */
        VERBOSE,
        /** What the libraries do for it, too. */
        DEBUG
    }

    public LogSettings {
        Objects.requireNonNull(verbosity, "verbosity");
        Objects.requireNonNull(format, "format");
    }
}
