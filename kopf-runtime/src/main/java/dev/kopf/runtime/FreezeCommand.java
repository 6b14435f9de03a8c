package dev.kopf.runtime;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code freeze}: lets operators pause for a while (K-4, N-13). */
@Command(
        name = FreezeCommand.NAME,
        description = "Lets the operators of a peering pause, until the time is over or resume is called.",
        mixinStandardHelpOptions = true,
        versionProvider = KopfVersion.class,
        sortOptions = false)
final class FreezeCommand implements Callable<Integer> {

    static final String NAME = "freeze";

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.peering");

    private final RecordWriter records;
    private final Terminal terminal;

    @Mixin
    private PeeringOptions peering = new PeeringOptions();

    @Option(
            names = {"-p", "--priority"},
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "Operators of this and of a lower priority pause (default: ${DEFAULT-VALUE}).")
    private int priority;

    @Option(names = "--dev", fallbackValue = "true", description = "The same as --priority=666.")
    private boolean dev;

    @Option(
            names = {"-t", "--lifetime"},
            paramLabel = "SECONDS",
            required = true,
            description = "For how long.")
    private int lifetime;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Why; kept nowhere.")
    @SuppressWarnings("UnusedVariable") // taken as Kopf takes it
    private @Nullable String message;

    @Mixin
    @SuppressWarnings("UnusedVariable") // filled by picocli, and applied before the command runs
    private LoggingOptions logging = new LoggingOptions();

    FreezeCommand(RecordWriter records, Terminal terminal) {
        this.records = records;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (lifetime < 1) { // Kopf takes it without a word
            LOGGER.warn(
                    "Nobody pauses for {} s: a lifetime of less than a second takes the record away, as resume does.",
                    lifetime);
        }
        int effective = dev ? Settings.Peering.DEVELOPMENT : priority;
        records.write(peering.record(terminal, "FREEZE", effective, lifetime));
        return ExitCode.OK;
    }
}
