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
    private static final String DEPENDENCY = "ch.qos.logback:logback-classic";

    private LogSetup() {}

    /**
     * Sets the log up, or says on {@code err} why that is left to the user.
     *
     * @param err where the log goes
     * @return whether the log is as the settings want it
     */
    public static boolean apply(LogSettings settings, PrintStream err) {
        return apply(LoggerFactory.getILoggerFactory(), settings, err);
    }

    static boolean apply(ILoggerFactory backend, LogSettings settings, PrintStream err) {
        boolean logback = backend.getClass().getName().equals(LOGBACK);
        if (logback && LogbackSetup.apply(backend, settings, err)) {
            return true;
        }
        if (backend instanceof NOPLoggerFactory) {
            warn(err, "Nothing is logged, as there is no backend for it. Add the dependency " + DEPENDENCY + ".");
        } else if (settings.isAskedFor()) {
            warn(
                    err,
                    logback
                            ? "The options for the log are left to the configuration of Logback that was found."
                                    + " They work without a logback.xml."
                            : "The options for the log have no effect on "
                                    + backend.getClass().getName() + ". They work with the dependency " + DEPENDENCY
                                    + ".");
        }
        return false;
    }

    private static void warn(PrintStream err, String text) {
        err.println("Warning: " + text);
    }
}
