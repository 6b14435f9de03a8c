package dev.kopf.runtime.internal.logging;

import java.util.Locale;

/** How a line of the log looks (E-9). */
public enum LogFormat {
    /** The message alone, with the object's namespace and name in front. */
    PLAIN,
    /** With time, logger and level. */
    FULL,
    /** One JSON object. */
    JSON;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
