package dev.kopf.runtime;

import dev.kopf.runtime.internal.logging.LogFormat;
import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSettings.Verbosity;
import dev.kopf.runtime.internal.logging.LogSetup;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The options about the log that every command of Kopf's has (K-2). A command of an author's gets them with
 * {@code @Mixin LoggingOptions logging}. Not safe for use by several threads.
 */
public final class LoggingOptions {

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "Log what the operator does in detail.")
    private boolean verbose;

    @Option(
            names = {"-d", "--debug"},
            fallbackValue = "true",
            description = "As --verbose, with the libraries' logs, and with stack traces of errors.")
    private boolean debug;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            description = "Log warnings and errors only.")
    private boolean quiet;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "How a line looks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "full")
    private LogFormat logFormat = LogFormat.FULL;

    /** Made by picocli. */
    public LoggingOptions() {}

    /** The options of a command; the defaults, if it has none. */
    static LoggingOptions of(CommandSpec command) {
        return command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(LoggingOptions.class::isInstance)
                .map(LoggingOptions.class::cast)
                .findFirst()
                .orElseGet(LoggingOptions::new);
    }

    LogFormat format() {
        return logFormat;
    }

    /** Sets the log of the process up accordingly. */
    void apply(PrintStream err) {
        LogSetup.apply(new LogSettings(verbosity(), logFormat), err);
    }

    private Verbosity verbosity() {
        if (debug) {
            return Verbosity.DEBUG;
        }
        if (verbose) {
            return Verbosity.VERBOSE;
        }
        return quiet ? Verbosity.QUIET : Verbosity.NORMAL;
    }
}
