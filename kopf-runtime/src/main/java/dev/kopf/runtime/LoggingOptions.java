package dev.kopf.runtime;

import dev.kopf.runtime.internal.logging.LogFormat;
import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSettings.Verbosity;
import dev.kopf.runtime.internal.logging.LogSetup;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            defaultValue = "full",
            converter = FormatConverter.class)
    private LogFormat logFormat = LogFormat.FULL;

    @Option(
            names = "--log-prefix",
            negatable = true,
            fallbackValue = "true",
            description = "Begin messages with the object's namespace and name (default: yes, but for JSON).")
    private @Nullable Boolean logPrefix;

    @Option(
            names = "--log-refkey",
            paramLabel = "FIELD",
            description = "The field of a JSON line that has the object (default: object).")
    private @Nullable String logRefkey;

    private final boolean beside;
    private boolean applied;

    /** The log goes to standard error. */
    public LoggingOptions() {
        this(false);
    }

    private LoggingOptions(boolean beside) {
        this.beside = beside;
    }

    /** For a command that tells a story: the log goes to standard output, line by line with what the command itself prints. */
    public static LoggingOptions besideOutput() {
        return new LoggingOptions(true);
    }

    /** The options of a command; the defaults, if it has none. */
    static LoggingOptions of(CommandSpec command) {
        return command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(LoggingOptions.class::isInstance)
                .map(LoggingOptions.class::cast)
                .findFirst()
                .orElseGet(LoggingOptions::new);
    }

    /** Whether the log that was set up is one of JSON objects. */
    boolean isJson() {
        return applied && logFormat == LogFormat.JSON;
    }

    /** Sets the log of the process up accordingly. */
    void apply(Terminal terminal) {
        boolean colours =
                beside ? terminal.outColours().enabled() : terminal.errColours().enabled();
        applied = LogSetup.apply(settings(colours), beside ? terminal.out() : terminal.err());
    }

    private LogSettings settings(boolean colours) {
        String refKey = logRefkey == null ? LogSettings.DEFAULTS.refKey() : logRefkey;
        return new LogSettings(verbosity(), logFormat, logPrefix, refKey, colours);
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

    /** As picocli's own for enums, but with the names as they are documented. */
    private static final class FormatConverter implements ITypeConverter<LogFormat> {

        @Override
        public LogFormat convert(String value) {
            return Arrays.stream(LogFormat.values())
                    .filter(format -> format.toString().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "not one of " + Arrays.toString(LogFormat.values()) + ": " + value));
        }
    }
}
