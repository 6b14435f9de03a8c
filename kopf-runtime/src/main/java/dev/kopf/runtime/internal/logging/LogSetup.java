package dev.kopf.runtime.internal.logging;

import java.io.PrintStream;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

/**
 * Sets the log of the process up. That is possible for Logback, unless the user has configured it; any other backend of SLF4J is left
 * as it is, and who asked for more is told so in one line.
 */
public final class LogSetup {

    private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

    private LogSetup() {}

    /**
     * Sets the log up, or says on {@code err} why that is left to the user.
     *
     * @param err where the log goes
     */
    public static void apply(LogSettings settings, PrintStream err) {
        apply(LoggerFactory.getILoggerFactory(), settings, err);
    }

    static void apply(ILoggerFactory backend, LogSettings settings, PrintStream err) {
        boolean asked = !settings.equals(LogSettings.DEFAULTS);
        if (backend instanceof NOPLoggerFactory) {
            warn(
                    err,
                    "Nothing is logged, as there is no backend for it. Add the dependency ch.qos.logback:logback-classic.");
        } else if (!backend.getClass().getName().equals(LOGBACK)) {
            if (asked) {
                warn(
                        err,
                        "The log's level and format are left to "
                                + backend.getClass().getName()
                                + ". The options for them need ch.qos.logback:logback-classic as the backend.");
            }
        } else if (!LogbackSetup.apply(backend, settings, err) && asked) {
            warn(
                    err,
                    "The log's level and format are left to the configuration of Logback that was found"
                            + ". The options for them need it to be removed.");
        }
    }

    private static void warn(PrintStream err, String text) {
        err.println("Warning: " + text);
    }
}
