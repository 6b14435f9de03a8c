package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSetup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

final class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeOperator operator = new FakeOperator();

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
    void an_option_of_kopf_that_does_not_work_yet_is_not_there_yet() {
        assertThat(run("run", "--standalone")).isEqualTo(2);
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
