package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The command line of an operator: {@code run}, {@code freeze} and {@code resume}, and the commands that the author adds.
 *
 * <pre>{@code
 * Kopf.application(new EvcOperator()).name("evc-operator").command(new Demo()).main(args);
 * }</pre>
 *
 * <p>Every option of every command can be set in the environment, as {@code KOPF_<COMMAND>_<FIELD>}: {@code KOPF_RUN_LOG_FORMAT}.
 * Options that take several values are left out, but for {@code KOPF_RUN_NAMESPACES}, whose values are separated by spaces.
 *
 * <p>Immutable; safe for use by several threads as far as the commands are.
 */
public final class Application {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.run");

    private final String name;
    private final Launcher launcher;
    private final Function<Settings, RecordWriter> records;
    private final Settings settings;
    private final List<Object> commands;

    private Application(
            String name,
            Launcher launcher,
            Function<Settings, RecordWriter> records,
            Settings settings,
            List<Object> commands) {
        this.name = name;
        this.launcher = launcher;
        this.records = records;
        this.settings = settings;
        this.commands = List.copyOf(commands);
    }

    static Application of(HandlerSource... handlers) {
        List<HandlerSource> sources = List.of(handlers);
        return of(Launcher.of(sources), sources);
    }

    /** Runs operators that are made by this launcher. */
    static Application launching(Launcher launcher) {
        return of(launcher, List.of());
    }

    private static Application of(Launcher launcher, List<HandlerSource> handlers) {
        return new Application(
                "operator",
                launcher,
                settings -> RecordWriter.inCluster(
                        handlers, settings.activityLimits().startup()),
                Settings.defaults(),
                List.of());
    }

    /** The commands that write records of peers write them so. */
    Application writing(RecordWriter writer) {
        return new Application(name, launcher, any -> writer, settings, commands);
    }

    /** With a name for help and messages: that of the program, as its users call it. */
    public Application name(String programName) {
        return new Application(
                Objects.requireNonNull(programName, "programName"), launcher, records, settings, commands);
    }

    /**
     * With settings for {@code run}: how the operator works, beside its handlers. {@code freeze} and {@code resume} wait for credentials as
     * long as they say for the handlers of the start.
     */
    public Application settings(Settings values) {
        return new Application(name, launcher, records, Objects.requireNonNull(values, "values"), commands);
    }

    /**
     * With one more command. Its log is set up as that of {@code run}; a {@link LoggingOptions} mixin gives it the options for it.
     *
     * @param picocliCommand an object with picocli's {@code @Command}, which is a {@code Runnable} or a {@code Callable<Integer>}
     */
    public Application command(Object picocliCommand) {
        List<Object> more = new ArrayList<>(commands);
        more.add(Objects.requireNonNull(picocliCommand, "picocliCommand"));
        return new Application(name, launcher, records, settings, more);
    }

    /** Runs the command that the arguments name, and ends the JVM with its exit code. */
    @SuppressWarnings("IncorrectMainMethod") // it is what the program's own main calls
    public void main(String... args) {
        int exitCode = ExitCode.SOFTWARE;
        try {
            exitCode = run(args);
        } catch (Error e) {
            // Nothing that a user did; and the JVM must end, whatever threads are left.
            Thread main = Thread.currentThread();
            main.getUncaughtExceptionHandler().uncaughtException(main, e);
        }
        System.exit(exitCode);
    }

    /**
     * Runs the command that the arguments name, until it ends.
     *
     * @return the exit code: 0 after a stop by a signal or from within, 1 after an error, 2 for wrong arguments; or the command's own
     */
    public int run(String... args) {
        return run(Terminal.ofProcess(), args);
    }

    int run(Terminal terminal, String... args) {
        // Each command that is described takes time, which an operator's start has none for.
        boolean runs = args.length > 0 && args[0].equals(RunCommand.NAME);
        return commandLine(terminal, !runs).execute(args);
    }

    /** What a command takes. */
    CommandLine describe(String command) {
        return Objects.requireNonNull(
                commandLine(Terminal.ofProcess(), true).getSubcommands().get(command), command);
    }

    private CommandLine commandLine(Terminal terminal, boolean withOthers) {
        CommandLine line = new CommandLine(new Main()).setCommandName(name);
        line.addSubcommand(new RunCommand(launcher, settings, terminal));
        if (withOthers) {
            RecordWriter writer = records.apply(settings);
            line.addSubcommand(new FreezeCommand(writer, terminal));
            line.addSubcommand(new ResumeCommand(writer, terminal));
            line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        }
        commands.forEach(line::addSubcommand);
        Environment environment = new Environment(terminal.variables());
        line.getSubcommands().values().forEach(environment::provideDefaults);
        Failures failures = new Failures(Help.defaultColorScheme(terminal.errColours()), terminal.variables());
        return line.setColorScheme(Help.defaultColorScheme(terminal.outColours()))
                .setOut(terminal.outWriter())
                .setErr(terminal.errWriter())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(parsed -> execute(parsed, terminal));
    }

    private static int execute(ParseResult parsed, Terminal terminal) {
        Integer helpExitCode = CommandLine.executeHelpRequest(parsed);
        if (helpExitCode != null) {
            return helpExitCode;
        }
        CommandSpec command = innermost(parsed).commandSpec();
        LoggingOptions.of(command).apply(terminal);
        UnknownVariables.of(command, terminal.variables()).forEach(LOGGER::warn);
        return new RunLast().execute(parsed);
    }

    private static ParseResult innermost(ParseResult parsed) {
        return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed;
    }

    /** The program itself, which does nothing without a command. */
    @Command(
            description = "A Kubernetes operator.",
            mixinStandardHelpOptions = true,
            versionProvider = KopfVersion.class,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Main {}
}
