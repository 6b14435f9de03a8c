package dev.kopf.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}: the operator, until it is told to stop (K-3, L-5, L-10, L-13). */
@Command(
        name = "run",
        description = "Runs the operator until it is stopped by Ctrl-C or SIGTERM.",
        mixinStandardHelpOptions = true,
        versionProvider = KopfVersion.class,
        sortOptions = false,
        footer = {
            "",
            "In the environment: KOPF_RUN_NAMESPACES (separated by spaces), KOPF_RUN_CLUSTERWIDE, KOPF_RUN_VERBOSE, "
                    + "KOPF_RUN_DEBUG, KOPF_RUN_QUIET, KOPF_RUN_LOG_FORMAT."
        })
final class RunCommand implements Callable<Integer> {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.run");

    private final Launcher launcher;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "A namespace to serve. Can be given several times.")
    private List<String> namespaces = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            fallbackValue = "true",
            description = "Serve all namespaces.")
    private boolean clusterwide;

    @Mixin
    @SuppressWarnings("UnusedVariable") // filled by picocli, and applied before the command runs
    private LoggingOptions logging = new LoggingOptions();

    RunCommand(Launcher launcher, Terminal terminal) {
        this.launcher = launcher;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<String> served = servedNamespaces();
        if (served.isEmpty() && !clusterwide) {
            LOGGER.warn("Neither --namespace nor --all-namespaces is given. This will become an error;"
                    + " for now, all namespaces are served.");
        }
        Launcher.Launched operator = launcher.launch(served);
        Shutdown shutdown = Shutdown.stopping(operator::close);
        try (operator) {
            operator.start();
            operator.join();
        } finally {
            shutdown.release();
        }
        return ExitCode.OK;
    }

    private Set<String> servedNamespaces() {
        Set<String> served = new LinkedHashSet<>(
                namespaces.isEmpty() ? Environment.words(terminal.variables(), "KOPF_RUN_NAMESPACES") : namespaces);
        served.addAll(Environment.words(terminal.variables(), "KOPF_RUN_NAMESPACE"));
        if (!served.isEmpty() && clusterwide) {
            throw new ParameterException(
                    spec.commandLine(), "Either --namespace or --all-namespaces can be used, not both.");
        }
        if (served.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(spec.commandLine(), "The name of a namespace must not be empty.");
        }
        return served;
    }
}
