package dev.kopf.runtime;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code resume}: lets operators go on that pause because of {@code freeze} (K-4, N-13). */
@Command(
        name = ResumeCommand.NAME,
        description = "Lets the operators of a peering go on that pause because of freeze.",
        mixinStandardHelpOptions = true,
        versionProvider = KopfVersion.class,
        sortOptions = false)
final class ResumeCommand implements Callable<Integer> {

    static final String NAME = "resume";

    private final RecordWriter records;
    private final Terminal terminal;

    @Mixin
    private PeeringOptions peering = new PeeringOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // filled by picocli, and applied before the command runs
    private LoggingOptions logging = new LoggingOptions();

    ResumeCommand(RecordWriter records, Terminal terminal) {
        this.records = records;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        records.write(peering.record(terminal, "RESUME", 0, 0));
        return ExitCode.OK;
    }
}
