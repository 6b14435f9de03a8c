package dev.kopf.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: the operator, until it is told to stop (K-3, L-5, L-10, L-13). */
@Command(
        name = RunCommand.NAME,
        description = "Runs the operator until it is stopped by Ctrl-C or SIGTERM.",
        mixinStandardHelpOptions = true,
        versionProvider = KopfVersion.class,
        sortOptions = false,
        footer = {
            "",
            "In the environment: KOPF_RUN_NAMESPACES (separated by spaces), KOPF_RUN_CLUSTERWIDE, KOPF_RUN_STANDALONE, "
                    + "KOPF_RUN_DEV, KOPF_RUN_PEERING, KOPF_RUN_MANDATORY, KOPF_RUN_PRIORITY, "
                    + "KOPF_RUN_LIVENESS_ENDPOINT, KOPF_RUN_SETTINGS_FILE, KOPF_RUN_VERBOSE, "
                    + "KOPF_RUN_DEBUG, KOPF_RUN_QUIET, KOPF_RUN_LOG_FORMAT, KOPF_RUN_LOG_PREFIX, KOPF_RUN_LOG_REFKEY; and each setting,"
                    + " such as KOPF_SETTINGS_GRACE_PERIOD."
        })
final class RunCommand implements Callable<Integer> {

    static final String NAME = "run";

    /** Kopf's name for it of old, which it takes without a word (K-5). */
    static final String ONE_NAMESPACE = "KOPF_RUN_NAMESPACE";

    /** What whoever comes from Kopf is to do instead (K-6). */
    static final String HANDLERS_ARE_IN_IT =
            "This operator has its handlers in it, and loads no modules or files. They are given to"
                    + " Kopf.application(…) in its main method, and run without being named.";

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.run");

    private final Launcher launcher;
    private final Settings settings;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description =
                    "A namespace to serve, or a pattern of namespaces, such as 'app-*,!*-test'. Can be given several times.")
    private List<String> namespaces = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            fallbackValue = "true",
            description = "Serve all namespaces.")
    private boolean clusterwide;

    @Option(
            names = "--standalone",
            fallbackValue = "true",
            description = "Work whoever else is there, and let nobody know.")
    private @Nullable Boolean standalone;

    @Option(
            names = "--dev",
            fallbackValue = "true",
            description = "Take over from deployed operators while this one runs: the same as --priority=666.")
    private boolean dev;

    @Option(
            names = {"-P", "--peering"},
            paramLabel = "NAME",
            description = "The peering object to meet other operators at; pause while there is none.")
    private @Nullable String peeringName;

    @Option(
            names = "--mandatory",
            fallbackValue = "true",
            description = "Pause while there is no peering object. --peering says so, too.")
    private @Nullable Boolean mandatory;

    @Option(
            names = {"-p", "--priority"},
            paramLabel = "NUMBER",
            description = "Make way for operators of a higher priority.")
    private @Nullable Integer priority;

    @Option(
            names = {"-L", "--liveness"},
            paramLabel = "URL",
            description = "Where probes ask for the operator's health, such as http://0.0.0.0:8080/healthz.")
    private @Nullable String livenessEndpoint;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A file in YAML with settings, such as 'gracePeriod: 1m'.")
    private @Nullable Path settingsFile;

    @Option(
            names = {"-m", "--module"},
            hidden = true)
    private List<String> modules = new ArrayList<>();

    @Parameters(hidden = true)
    private List<String> files = new ArrayList<>();

    @Mixin
    @SuppressWarnings("UnusedVariable") // filled by picocli, and applied before the command runs
    private LoggingOptions logging = new LoggingOptions();

    RunCommand(Launcher launcher, Settings settings, Terminal terminal) {
        this.launcher = launcher;
        this.settings = settings;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireNothingToLoad();
        Set<String> served = servedNamespaces();
        if (served.isEmpty() && !clusterwide) {
            LOGGER.warn("Neither --namespace nor --all-namespaces is given. This will become an error;"
                    + " for now, all namespaces are served.");
        }
        Settings all = settings();
        if (all.liveness() != null) {
            ProbeServer.limitSlowClients();
        }
        Launcher.Launched operator = launcher.launch(all, served);
        Shutdown shutdown = Shutdown.stopping(operator::close);
        try (operator) {
            operator.start();
            operator.join();
        } finally {
            shutdown.release();
        }
        return ExitCode.OK;
    }

    /** Kopf loads the handlers of a program (K-6); here they are in it. */
    private void requireNothingToLoad() {
        List<String> names = files.isEmpty() ? modules : files;
        if (!names.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), HANDLERS_ARE_IN_IT + " Leave out: " + String.join(" ", names));
        }
    }

    /** What the command line says goes before what the program says (L-2). */
    private Settings.Peering peering(Settings.Peering own) {
        Settings.Peering peering = own;
        if (peeringName != null) {
            peering = peering.withName(peeringName).withMandatory(true);
        }
        if (Boolean.TRUE.equals(mandatory) && Boolean.TRUE.equals(standalone)) {
            throw new IllegalArgumentException(
                    "Either --standalone or --mandatory can be used, not both: an operator that"
                            + " works alone waits for no peering object.");
        }
        if (mandatory != null) {
            peering = peering.withMandatory(mandatory).notAloneIfMandatory();
        }
        if (standalone != null) {
            peering = peering.withStandalone(standalone);
        }
        if (dev) {
            return peering.withPriority(Settings.Peering.DEVELOPMENT);
        }
        return priority == null ? peering : peering.withPriority(priority);
    }

    /** The command line goes before the environment, that before a file, and that before what the program says (L-2). */
    private Settings settings() {
        try {
            Settings own = settingsFile == null ? settings : settings.withFile(settingsFile);
            Settings around = own.withEnvironment(terminal.variables());
            Settings all = around.withPeering(peering(around.peering()));
            return livenessEndpoint == null ? all : all.withLiveness(URI.create(livenessEndpoint));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Set<String> servedNamespaces() {
        Set<String> served = new LinkedHashSet<>(
                namespaces.isEmpty() ? Environment.words(terminal.variables(), "KOPF_RUN_NAMESPACES") : namespaces);
        served.addAll(Environment.words(terminal.variables(), ONE_NAMESPACE));
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
