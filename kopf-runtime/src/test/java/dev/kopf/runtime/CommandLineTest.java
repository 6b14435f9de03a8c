package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSetup;
import dev.kopf.runtime.internal.peering.HandWriting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

final class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeOperator operator = new FakeOperator();

    @TempDir
    private Path folder;

    @AfterEach
    void giveTheLogBack() {
        LogSetup.apply(LogSettings.DEFAULTS, System.err);
    }

    @Test
    void namespaces_are_served_in_the_order_given() {
        assertThat(run("run", "-n", "b", "--namespace=a", "-n", "b")).isZero();

        assertThat(operator.launches).containsExactly(List.of("b", "a"));
        assertThat(operator.closed.getCount()).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void all_namespaces_are_no_namespace_in_particular() {
        assertThat(run("run", "-Av")).isZero();

        assertThat(operator.launches).containsExactly(List.of());
        assertThat(err()).isEmpty();
    }

    @Test
    void neither_scope_is_warned_of_and_serves_all_namespaces() {
        assertThat(run("run")).isZero();

        assertThat(operator.launches).containsExactly(List.of());
        assertThat(err()).containsOnlyOnce("\n").contains("[WARNING ]", "Neither --namespace nor --all-namespaces");
    }

    @Test
    void both_scopes_are_a_usage_error() {
        assertThat(run("run", "-A", "-n", "default")).isEqualTo(2);

        assertThat(operator.launches).isEmpty();
        assertThat(err()).isEqualToNormalizingNewlines("""
                        Error: Either --namespace or --all-namespaces can be used, not both.
                        Try 'operator run --help' for more information.
                        """);
    }

    @Test
    void an_unknown_option_is_named_with_what_was_meant() {
        assertThat(run("run", "--namespce", "default")).isEqualTo(2);

        assertThat(err()).contains("--namespce", "Possible solutions: --namespace", "Try 'operator run --help'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"walk", "-v run", "run -n", "run --log-format xml", "run ephemeral.py", "run -n="})
    void wrong_arguments_end_with_2_and_a_hint(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(operator.launches).isEmpty();
        assertThat(err()).startsWith("Error: ").contains(" --help' for more information.");
    }

    @Test
    void no_argument_at_all_shows_the_help_and_is_wrong() {
        assertThat(run()).isEqualTo(2);

        assertThat(err()).startsWith("Usage: operator").contains("run ");
    }

    @Test
    void an_unknown_format_names_those_there_are() {
        assertThat(run("run", "-A", "--log-format", "xml")).isEqualTo(2);

        assertThat(err()).contains("'--log-format'", "not one of [plain, full, json]: xml");
    }

    @Test
    void an_operator_that_is_alone_and_waits_for_peers_is_a_usage_error() {
        assertThat(run("run", "-A", "--standalone", "--mandatory")).isEqualTo(2);

        assertThat(err()).contains("Either --standalone or --mandatory can be used, not both");
    }

    @Test
    void a_peering_object_can_be_mandatory_without_being_named() {
        assertThat(run("run", "-A", "--mandatory")).isZero();
        assertThat(run(Map.of("KOPF_RUN_MANDATORY", "yes"), "run", "-A")).isZero();

        assertThat(operator.peerings).hasSize(2).allMatch(Settings.Peering::mandatory);
        assertThat(operator.peerings).extracting(Settings.Peering::name).containsOnly("default");
    }

    @Test
    void L2_what_the_command_line_says_of_peers_goes_before_what_the_program_says() {
        Settings.Peering own =
                Settings.Peering.DEFAULTS.withName("own").withPriority(7).withStandalone(true);
        Application application =
                Application.launching(operator).settings(Settings.defaults().withPeering(own));

        assertThat(application.run(terminal(Map.of()), "run", "-A")).isZero();
        assertThat(application.run(terminal(Map.of("KOPF_RUN_STANDALONE", "0")), "run", "-A", "-P", "other", "-p", "1"))
                .isZero();

        assertThat(operator.peerings)
                .containsExactly(
                        own,
                        own.withName("other")
                                .withMandatory(true)
                                .withPriority(1)
                                .withStandalone(false));
    }

    @Test
    void what_can_be_no_name_of_a_peering_object_is_refused() {
        assertThat(run("run", "-A", "--peering", "No Name")).isEqualTo(2);

        assertThat(err()).contains("'No Name'");
        assertThat(operator.launches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://:8080",
                "0.0.0.0:8080",
                "http://host:99999/",
                "http://host:x/",
                "http://:1/?a=b",
                "http:// /"
            })
    void L_20_probes_are_refused_where_nobody_could_ask(String url) {
        assertThat(run("run", "-A", "--liveness", url)).isEqualTo(2);

        assertThat(err()).contains(url);
        assertThat(operator.launches).isEmpty();
    }

    @Test
    void help_names_commands_and_options() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("Usage: operator", "run ", "Runs the operator");

        assertThat(run("run", "--help")).isZero();
        assertThat(out())
                .contains("-n, --namespace=NAMESPACE", "-A, --all-namespaces", "-v, --verbose", "-d, --debug")
                .contains("-q, --quiet", "--log-format=FORMAT", "plain, full, json (default: full)");
    }

    @Test
    void version_names_kopf_and_java() {
        assertThat(run("--version")).isZero();

        assertThat(out()).contains("Kopf for Java", "Java " + System.getProperty("java.version"));
    }

    @Test
    void a_failed_start_is_one_line_and_1() {
        assertThat(failing(new OperatorException("No such CRD: claims.example.com"), "run", "-A"))
                .isEqualTo(1);

        assertThat(err()).isEqualToNormalizingNewlines("Error: No such CRD: claims.example.com\n");
    }

    @Test
    void a_surprise_is_one_line_that_names_its_class_and_the_way_to_the_stack_trace() {
        assertThat(failing(new IllegalStateException("odd"), "run", "-A")).isEqualTo(1);

        assertThat(err())
                .isEqualToNormalizingNewlines(
                        "Error: java.lang.IllegalStateException: odd (--debug shows the stack trace)\n");
    }

    @Test
    void debug_shows_the_stack_trace() {
        assertThat(failing(new OperatorException("No such CRD"), "run", "-A", "--debug"))
                .isEqualTo(1);

        assertThat(err()).contains("Error: No such CRD", "OperatorException", "\tat dev.kopf.runtime");
    }

    @Test
    void a_failure_in_a_json_log_is_a_json_line() {
        assertThat(failing(new OperatorException("No such CRD"), "run", "-A", "--log-format", "json"))
                .isEqualTo(1);

        assertThat(err()).startsWith("{\"message\":\"No such CRD\"").containsOnlyOnce("\n");
    }

    @Test
    void an_application_adds_a_command_of_its_own() {
        Application application = Application.launching(operator).name("evc").command(new Demo());

        assertThat(application.run(terminal(Map.of()), "--help")).isZero();
        assertThat(out()).contains("Usage: evc", "demo", "Plays the walkthrough.");

        assertThat(application.run(terminal(Map.of()), "demo", "--keep", "-q")).isEqualTo(7);
        assertThat(err()).doesNotContain("It begins").contains("[WARNING ] It is kept");
    }

    @Test
    void the_log_of_a_command_without_options_is_set_up_as_well() {
        Application application = Application.launching(operator).command(new Bare(null));

        assertThat(application.run(terminal(Map.of()), "bare")).isZero();
        assertThat(err()).contains("[INFO    ] It runs");
    }

    @Test
    void a_surprise_in_a_command_without_debug_shows_its_stack_trace() {
        Application application = Application.launching(operator).command(new Bare(new IllegalStateException("odd")));

        assertThat(application.run(terminal(Map.of()), "bare")).isEqualTo(1);
        assertThat(err())
                .contains("Error: java.lang.IllegalStateException: odd\n", "\tat ")
                .doesNotContain("--debug");
    }

    @Test
    void a_users_mistake_in_a_command_without_debug_is_one_line() {
        Application application =
                Application.launching(operator).command(new Bare(new IllegalArgumentException("no such size: x")));

        assertThat(application.run(terminal(Map.of()), "bare")).isEqualTo(1);
        assertThat(err()).endsWith("Error: no such size: x\n").doesNotContain("\tat ");
    }

    @Test
    void environment_sets_what_the_arguments_do_not() {
        assertThat(run(Map.of("KOPF_RUN_NAMESPACES", " a  b "), "run")).isZero();
        assertThat(run(Map.of("KOPF_RUN_NAMESPACES", "a b", "KOPF_RUN_NAMESPACE", "c"), "run"))
                .isZero();
        assertThat(run(Map.of("KOPF_RUN_NAMESPACES", "b c"), "run", "-n", "a")).isZero();
        assertThat(run(Map.of("KOPF_RUN_NAMESPACE", "b"), "run", "-n", "a")).isZero();
        assertThat(run(Map.of("KOPF_RUN_CLUSTERWIDE", "Yes"), "run")).isZero();
        assertThat(run(Map.of("KOPF_RUN_CLUSTERWIDE", "0"), "run", "-n", "a")).isZero();
        assertThat(run(Map.of("KOPF_RUN_CLUSTERWIDE", ""), "run", "-n", "a")).isZero();

        assertThat(operator.launches)
                .containsExactly(
                        List.of("a", "b"),
                        List.of("a", "b", "c"),
                        List.of("a"),
                        List.of("a", "b"),
                        List.of(),
                        List.of("a"),
                        List.of("a"));
        assertThat(err()).isEmpty();
    }

    @Test
    void environment_and_the_same_flag_agree() {
        assertThat(run(Map.of("KOPF_RUN_CLUSTERWIDE", "1"), "run", "-A")).isZero();

        assertThat(operator.launches).containsExactly(List.of());
        assertThat(err()).isEmpty();
    }

    @Test
    void wrong_environment_is_a_usage_error() {
        assertThat(run(Map.of("KOPF_RUN_CLUSTERWIDE", "maybe"), "run")).isEqualTo(2);
        assertThat(run(Map.of("KOPF_RUN_CLUSTERWIDE", "yes"), "run", "-n", "default"))
                .isEqualTo(2);
        assertThat(run(Map.of("KOPF_RUN_NAMESPACE", "b"), "run", "-A")).isEqualTo(2);
        assertThat(run(Map.of("KOPF_RUN_LOG_FORMAT", "xml"), "run", "-A")).isEqualTo(2);

        assertThat(operator.launches).isEmpty();
    }

    @Test
    void a_variable_that_means_nothing_is_warned_of_with_what_was_meant() {
        assertThat(run(
                        Map.of(
                                "KOPF_RUN_NAMEPSACES", "a",
                                "KOPF_PEERING", "mine",
                                "KOPF_RUN_CLUSTERWIDE", "yes",
                                "KOPF_FREEZE_PEERING", "mine"),
                        "run"))
                .isZero();

        assertThat(err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith("The environment variable KOPF_PEERING has no meaning here."
                                        + " Was KOPF_RUN_PEERING meant?"),
                        line -> assertThat(line)
                                .endsWith("The environment variable KOPF_RUN_NAMEPSACES has no meaning here."
                                        + " Was KOPF_RUN_NAMESPACES meant?"));
    }

    @Test
    void K_6_variables_that_Kopf_loads_handlers_from_are_answered_with_what_to_do_instead() {
        assertThat(run(Map.of("KOPF_RUN_MODULES", "a", "KOPF_RUN_PATHS", "b.py"), "run", "-A"))
                .isZero();

        assertThat(err().lines())
                .hasSize(2)
                .allMatch(line -> line.contains(
                                " has no meaning here. This operator has its handlers in it, and loads no modules or files.")
                        && !line.contains("meant?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOPF_RUN_FOO", "KOPF_RUN_DAY", "KOPF_RUN_SOMETHING_ELSE", "KOPF_X"})
    void what_is_not_nearly_a_name_is_warned_of_without_a_guess(String variable) {
        assertThat(run(Map.of(variable, "1"), "run", "-A")).isZero();

        assertThat(err()).endsWith("The environment variable " + variable + " has no meaning here.\n");
    }

    @Test
    void a_variable_that_means_nothing_to_freeze_or_resume_is_told_there() {
        List<HandWriting.ManualRecord> records = new ArrayList<>();
        Application application = Application.launching(operator).writing(records::add);
        Map<String, String> variables = Map.of(
                "KOPF_FREEZE_LIFETIM", "60",
                "KOPF_RESUME_PEERNIG", "mine",
                "KOPF_RUN_LIFETIM", "60",
                "KOPF_SETTINGS_LIFETIM", "60");

        assertThat(application.run(terminal(variables), "resume", "-P", "mine")).isZero();
        assertThat(err().lines())
                .singleElement()
                .asString()
                .endsWith("The environment variable KOPF_RESUME_PEERNIG has no meaning here."
                        + " Was KOPF_RESUME_PEERING meant?");
        err.reset();

        assertThat(application.run(terminal(variables), "freeze", "-P", "mine")).isEqualTo(2);
        assertThat(err().lines())
                .contains("The environment variable KOPF_FREEZE_LIFETIM has no meaning here."
                        + " Was KOPF_FREEZE_LIFETIME meant?");
        assertThat(records).hasSize(1);
    }

    @Test
    void mandatory_goes_before_standalone_that_was_said_farther_away() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), "peering: {standalone: true}\n");
        Map<String, String> standalone = Map.of("KOPF_SETTINGS_PEERING_STANDALONE", "yes");

        assertThat(run("run", "-A", "--settings", file.toString(), "--mandatory"))
                .isZero();
        assertThat(run(standalone, "run", "-A", "--mandatory")).isZero();
        assertThat(run(standalone, "run", "-A", "--mandatory=false")).isZero();
        assertThat(run(standalone, "run", "-A", "-P", "mine")).isZero();

        assertThat(operator.peerings)
                .extracting(Settings.Peering::standalone)
                .containsExactly(false, false, true, true);
    }

    @Test
    void L_2_the_command_line_goes_before_the_environment_and_that_before_a_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("settings.yaml"), "peering: {name: of-file, priority: 1, lifetime: 7s}\n");
        Map<String, String> variables =
                Map.of("KOPF_SETTINGS_PEERING_PRIORITY", "2", "KOPF_SETTINGS_PEERING_NAME", "of-environment");

        assertThat(run(variables, "run", "-A", "--settings", file.toString(), "--peering", "of-command-line"))
                .isZero();

        Settings.Peering peering = operator.peerings.get(0);
        assertThat(peering.name()).isEqualTo("of-command-line");
        assertThat(peering.priority()).isEqualTo(2);
        assertThat(peering.lifetime()).isEqualTo(Duration.ofSeconds(7));
        assertThat(err()).isEmpty();
    }

    @Test
    void settings_that_cannot_be_are_a_usage_error() {
        assertThat(run("run", "-A", "--settings", "/nowhere.yaml")).isEqualTo(2);
        assertThat(run(Map.of("KOPF_SETTINGS_GRACE_PERIOD", "soon"), "run", "-A"))
                .isEqualTo(2);

        assertThat(err()).contains("There is no file /nowhere.yaml.", "KOPF_SETTINGS_GRACE_PERIOD: not a duration");
        assertThat(operator.launches).isEmpty();
    }

    @Test
    void variables_of_services_in_the_namespace_are_none_of_ours() {
        assertThat(run(
                        Map.of(
                                "KOPF_OPERATOR_SERVICE_HOST", "10.0.0.1",
                                "KOPF_OPERATOR_SERVICE_PORT", "443",
                                "KOPF_OPERATOR_SERVICE_PORT_HTTPS", "443",
                                "KOPF_OPERATOR_PORT", "tcp://10.0.0.1:443",
                                "KOPF_OPERATOR_PORT_443_TCP", "tcp://10.0.0.1:443",
                                "KOPF_OPERATOR_PORT_443_TCP_ADDR", "10.0.0.1"),
                        "run",
                        "-A"))
                .isZero();

        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-m pkg.mod", "operator.py", "--module=a -A"})
    void K_6_modules_and_files_are_answered_with_what_to_do_instead(String line) {
        String[] args = ("run " + line).split(" ", -1);

        assertThat(run(args)).isEqualTo(2);

        assertThat(err()).contains("loads no modules or files", "Kopf.application(");
        assertThat(operator.launches).isEmpty();
    }

    @Test
    void K_2_the_prefix_and_the_key_of_the_log_can_be_chosen() {
        assertThat(run("run", "-A", "--no-log-prefix", "--log-refkey=k8s")).isZero();
        assertThat(run(Map.of("KOPF_RUN_LOG_PREFIX", "no", "KOPF_RUN_LOG_REFKEY", "k8s"), "run", "-A", "--log-prefix"))
                .isZero();

        assertThat(err()).isEmpty();
    }

    @Test
    void a_script_completes_commands_and_options_in_the_shell() {
        assertThat(run("completion")).isZero();

        assertThat(out()).contains("complete -F", "operator", "--all-namespaces", "--log-format", "zsh");
    }

    @Test
    void environment_sets_the_log_up() {
        assertThat(run(Map.of("KOPF_RUN_LOG_FORMAT", "JSON"), "run")).isZero();
        assertThat(err()).startsWith("{\"message\":\"Neither ");
    }

    @Test
    void the_log_format_is_taken_in_capitals() {
        assertThat(run("run", "--log-format", "PLAIN")).isZero();
        assertThat(err()).startsWith("Neither ");
    }

    private int failing(RuntimeException failure, String... args) {
        FakeOperator failingOperator = new FakeOperator() {
            @Override
            public void start() {
                throw failure;
            }
        };
        int exitCode = Application.launching(failingOperator).run(terminal(Map.of()), args);
        assertThat(failingOperator.closed.getCount()).isZero();
        return exitCode;
    }

    @Test
    void help_errors_and_levels_have_colours_where_their_stream_is_a_terminal_and_nowhere_else() {
        String escape = "\u001b[";
        Terminal pipe = terminal(Map.of());
        for (boolean isOut : List.of(true, false)) {
            for (boolean isErr : List.of(true, false)) {
                Terminal terminal = new Terminal(
                        pipe.out(), pipe.err(), Map.of(), isOut ? Ansi.ON : Ansi.OFF, isErr ? Ansi.ON : Ansi.OFF);
                out.reset();
                err.reset();
                assertThat(Application.launching(operator).run(terminal, "run", "--help"))
                        .isZero();
                assertThat(out().contains(escape)).isEqualTo(isOut);
                assertThat(Application.launching(operator).run(terminal, "run", "--namespce"))
                        .isEqualTo(2);
                assertThat(err().contains(escape)).isEqualTo(isErr);
                err.reset();
                assertThat(Application.launching(operator).run(terminal, "run")).isZero();
                assertThat(err()).contains("WARNING").contains("Neither --namespace");
                assertThat(err().contains(escape)).isEqualTo(isErr);
                err.reset();
                assertThat(Application.launching(operator).run(terminal, "run", "--log-format=json"))
                        .isZero();
                assertThat(err()).contains("Neither --namespace").doesNotContain(escape);
            }
        }
    }

    @Test
    void the_standard_error_has_no_colours_where_it_is_a_file_though_the_standard_output_is_a_terminal()
            throws IOException {
        Path link = folder.resolve("2");
        for (String terminal : List.of("/dev/pts/0", "/dev/tty1", "/dev/console")) {
            Files.createSymbolicLink(link, Path.of(terminal));
            assertThat(Terminal.errColours(Ansi.ON, link)).isEqualTo(Ansi.ON);
            assertThat(Terminal.errColours(Ansi.OFF, link)).isEqualTo(Ansi.OFF);
            Files.delete(link);
        }
        for (String other : List.of("/tmp/log", "pipe:[17]", "/dev/null")) {
            Files.createSymbolicLink(link, Path.of(other));
            assertThat(Terminal.errColours(Ansi.ON, link)).isEqualTo(Ansi.OFF);
            Files.delete(link);
        }
        assertThat(Terminal.errColours(Ansi.ON, link)).isEqualTo(Ansi.ON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freeze -P No_Name -t 5",
                "freeze -P x -t 5 --namespace=",
                "resume -P X",
                "freeze -P x -t 5 -n App-*"
            })
    void K_4_what_would_stop_nobody_is_a_usage_error(String line) {
        List<Object> written = new ArrayList<>();

        int exitCode = Application.launching(operator).writing(written::add).run(terminal(Map.of()), line.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err()).startsWith("Error: ").doesNotContain("null");
        assertThat(written).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze -P x -t 5", "resume -P x"})
    void N_4_in_a_pod_whose_operator_has_its_name_people_say_theirs(String line) {
        List<HandWriting.ManualRecord> written = new ArrayList<>();
        Application application = Application.launching(operator).writing(written::add);
        Map<String, String> variables = Map.of("POD_ID", "pod-1");

        assertThat(application.run(terminal(variables), line.split(" "))).isEqualTo(2);
        assertThat(err()).startsWith("Error: ").contains("'pod-1'", "POD_ID", "--id");
        assertThat(written).isEmpty();

        assertThat(application.run(terminal(variables), (line + " --id me").split(" ")))
                .isZero();
        assertThat(written).extracting(HandWriting.ManualRecord::identity).containsExactly("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5"})
    void K_4_a_freeze_that_is_over_at_once_is_taken_as_by_kopf_and_warned_of(String lifetime) {
        List<Object> written = new ArrayList<>();

        int exitCode = Application.launching(operator)
                .writing(written::add)
                .run(terminal(Map.of()), "freeze", "-P", "x", "-t", lifetime);

        assertThat(exitCode).isZero();
        assertThat(written).hasSize(1);
        assertThat(err()).contains("[WARNING ]", "Nobody pauses for " + lifetime + " s");
    }

    @Test
    void L_20_slow_clients_of_probes_are_left_by_the_server_of_a_program() {
        assertThat(run("run", "-A", "--liveness=http://:0/alive")).isZero();

        assertThat(System.getProperty("sun.net.httpserver.maxReqTime")).isEqualTo("10");
    }

    private int run(String... args) {
        return run(Map.of(), args);
    }

    private int run(Map<String, String> variables, String... args) {
        return Application.launching(operator).run(terminal(variables), args);
    }

    private Terminal terminal(Map<String, String> variables) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "demo", description = "Plays the walkthrough.")
    private static final class Demo implements Callable<Integer> {

        @Option(names = "--keep")
        private boolean keep;

        @Mixin
        @SuppressWarnings("UnusedVariable") // filled by picocli, and applied before the command runs
        private LoggingOptions logging;

        @Override
        public Integer call() {
            LoggerFactory.getLogger("demo").info("It begins");
            if (keep) {
                LoggerFactory.getLogger("demo").warn("It is kept");
            }
            return 7;
        }
    }

    @Command(name = "bare")
    private static final class Bare implements Runnable {

        private final RuntimeException failure;

        Bare(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public void run() {
            LoggerFactory.getLogger("bare").info("It runs");
            if (failure != null) {
                throw failure;
            }
        }
    }
}
