package dev.kopf.runtime.internal.logging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the log of the process shows, and how.
 *
 * @param verbosity what it shows
 * @param format how a line looks
 * @param prefix whether a message has the object's namespace and name in front; null for in text only
 * @param refKey the field of a JSON line that has the object; {@code object}
 * @param colours whether the level of a line for people has a colour; never in JSON
 */
public record LogSettings(
        Verbosity verbosity, LogFormat format, @Nullable Boolean prefix, String refKey, boolean colours) {

    /** What is shown when nobody asks for anything else. */
    public static final LogSettings DEFAULTS = new LogSettings(Verbosity.NORMAL, LogFormat.FULL);

    /** With all else as nobody asks for anything else. */
    public LogSettings(Verbosity verbosity, LogFormat format) {
        this(verbosity, format, null, "object", false);
    }

    /** Whether somebody asked for something; colours come by themselves. */
    boolean isAskedFor() {
        return !new LogSettings(verbosity, format, prefix, refKey, false).equals(DEFAULTS);
    }

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
        Objects.requireNonNull(refKey, "refKey");
    }

    /** Whether a message has the object's namespace and name in front (E-9). */
    boolean hasPrefix() {
        return prefix == null ? format != LogFormat.JSON : prefix;
    }
}
