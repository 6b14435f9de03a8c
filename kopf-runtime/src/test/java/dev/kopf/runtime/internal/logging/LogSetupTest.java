package dev.kopf.runtime.internal.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.runtime.internal.logging.LogSettings.Verbosity;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPLoggerFactory;

final class LogSetupTest {

    private static final ObjectRef CLAIM = new ObjectRef(
            ResourceKind.namespaced("zalando.org", "v1", "EphemeralVolumeClaim", "ephemeralvolumeclaims"),
            "default",
            "my-claim",
            "u-1");
    private static final ObjectRef NODE =
            new ObjectRef(ResourceKind.clusterScoped("", "v1", "Node", "nodes"), null, "node-7", "u-2");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @AfterEach
    void giveTheLogBack() {
        LogSetup.apply(LogSettings.DEFAULTS, System.err);
    }

    @Test
    void full_lines_have_time_logger_level_and_object() {
        apply(Verbosity.NORMAL, LogFormat.FULL);

        ObjectLogging.logger(CLAIM).warn("PVC {} is lost", "pvc-1");

        assertThat(log())
                .matches("\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}] kopf\\.objects         \\[WARNING ] "
                        + "\\[default/my-claim] PVC pvc-1 is lost\\R");
    }

    @Test
    void a_long_name_of_a_logger_is_cut_from_its_packages() {
        apply(Verbosity.NORMAL, LogFormat.FULL);

        LoggerFactory.getLogger("com.example.operators.Claims").info("Hi");
        LoggerFactory.getLogger("com.example.operators.EphemeralVolumeClaims").info("Hi");

        assertThat(log().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("] c.e.operators.Claims [INFO    ] Hi"),
                        line -> assertThat(line).contains("] c.e.o.EphemeralVolum [INFO    ] Hi"));
    }

    @Test
    void plain_lines_have_object_and_message() {
        apply(Verbosity.NORMAL, LogFormat.PLAIN);

        ObjectLogging.logger(CLAIM).info("Größe geändert");
        ObjectLogging.logger(NODE).atInfo().addArgument(3).log("{} pods");
        LoggerFactory.getLogger("kopf.run").info("It runs");

        assertThat(log().lines()).containsExactly("[default/my-claim] Größe geändert", "[node-7] 3 pods", "It runs");
    }

    @Test
    void whatever_logs_while_an_object_is_named_has_it_in_its_line() {
        apply(Verbosity.NORMAL, LogFormat.PLAIN);

        ObjectLogging.Scope scope = ObjectLogging.with(CLAIM);
        LoggerFactory.getLogger("com.example.Library").info("Connected");
        scope.close();
        LoggerFactory.getLogger("com.example.Library").info("Idle");

        assertThat(log().lines()).containsExactly("[default/my-claim] Connected", "Idle");
    }

    @Test
    void an_objects_logger_names_it_in_any_thread() throws InterruptedException {
        apply(Verbosity.NORMAL, LogFormat.PLAIN);
        Logger logger = ObjectLogging.logger(CLAIM);

        Thread thread = new Thread(() -> logger.info("Elsewhere"));
        thread.start();
        thread.join();

        assertThat(log().lines()).containsExactly("[default/my-claim] Elsewhere");
    }

    @Test
    void a_stack_trace_stands_below_its_line() {
        apply(Verbosity.NORMAL, LogFormat.PLAIN);

        ObjectLogging.logger(CLAIM).error("No PVC", new IllegalStateException("gone", new RuntimeException("why")));

        assertThat(log())
                .startsWith(
                        "[default/my-claim] No PVC" + System.lineSeparator() + "java.lang.IllegalStateException: gone")
                .contains("\tat " + LogSetupTest.class.getName(), "Caused by: java.lang.RuntimeException: why");
    }

    @Test
    void json_lines_have_the_fields_of_kopf() throws Exception {
        apply(Verbosity.NORMAL, LogFormat.JSON);

        ObjectLogging.logger(CLAIM).warn("\"quoted\"\nand more");

        assertThat(log()).containsOnlyOnce("\n").endsWith("}\n");
        JsonNode line = new ObjectMapper().readTree(log());
        assertThat(line.fieldNames()).toIterable().containsExactly("message", "timestamp", "object", "severity");
        assertThat(line.path("message").asText()).isEqualTo("\"quoted\"\nand more");
        assertThat(line.path("severity").asText()).isEqualTo("warn");
        assertThat(OffsetDateTime.parse(line.path("timestamp").asText()).getOffset())
                .hasToString("Z");
        assertThat(line.path("object")).hasToString("""
                        {"apiVersion":"zalando.org/v1","kind":"EphemeralVolumeClaim","name":"my-claim",\
                        "uid":"u-1","namespace":"default"}""");
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void K_2_objects_are_named_in_front_of_messages_or_not_in_any_format(LogFormat format) {
        for (boolean prefix : List.of(true, false)) {
            bytes.reset();
            assertThat(LogSetup.apply(new LogSettings(Verbosity.NORMAL, format, prefix, "object", false), err))
                    .isTrue();

            ObjectLogging.logger(CLAIM).info("Bound");

            assertThat(log().contains("[default/my-claim] Bound")).isEqualTo(prefix);
            assertThat(log()).contains("Bound");
        }
    }

    @Test
    void K_2_the_field_of_the_object_in_json_has_the_name_that_was_asked_for() throws Exception {
        assertThat(LogSetup.apply(new LogSettings(Verbosity.NORMAL, LogFormat.JSON, null, "k8s", false), err))
                .isTrue();

        ObjectLogging.logger(CLAIM).info("Bound");

        JsonNode line = new ObjectMapper().readTree(log());
        assertThat(line.fieldNames()).toIterable().containsExactly("message", "timestamp", "k8s", "severity");
    }

    @Test
    void json_of_an_object_of_the_cluster_has_no_namespace() throws Exception {
        apply(Verbosity.NORMAL, LogFormat.JSON);

        ObjectLogging.logger(NODE).info("Up");

        assertThat(new ObjectMapper().readTree(log()).path("object")).hasToString("""
                        {"apiVersion":"v1","kind":"Node","name":"node-7","uid":"u-2","namespace":null}""");
    }

    @Test
    void json_without_an_object_has_none_and_a_stack_trace_is_a_field() throws Exception {
        apply(Verbosity.NORMAL, LogFormat.JSON);

        LoggerFactory.getLogger("kopf.run").error("Failed", new IllegalStateException("odd"));

        JsonNode line = new ObjectMapper().readTree(log());
        assertThat(line.fieldNames()).toIterable().containsExactly("message", "exc_info", "timestamp", "severity");
        assertThat(line.path("exc_info").asText()).startsWith("java.lang.IllegalStateException: odd");
        assertThat(line.path("severity").asText()).isEqualTo("error");
    }

    @ParameterizedTest
    @CsvSource({
        "QUIET,   com.example.Op, WARN",
        "NORMAL,  com.example.Op, INFO",
        "VERBOSE, com.example.Op, DEBUG",
        "DEBUG,   com.example.Op, DEBUG",
        "VERBOSE, dev.kopf.runtime.Operator, DEBUG",
        "VERBOSE, kopf.objects, DEBUG",
        "NORMAL,  io.fabric8.kubernetes.client.Config, WARN",
        "VERBOSE, io.fabric8.kubernetes.client.Config, WARN",
        "DEBUG,   io.fabric8.kubernetes.client.Config, DEBUG",
    })
    void verbosity_is_a_level(Verbosity verbosity, String logger, String level) {
        LoggerContext context = new LoggerContext();
        BasicConfigurator fallback = new BasicConfigurator();
        fallback.setContext(context);
        fallback.configure(context);

        assertThat(LogSetup.apply(context, new LogSettings(verbosity, LogFormat.FULL), err))
                .isTrue();

        assertThat(context.getLogger(logger).getEffectiveLevel()).hasToString(level);
    }

    @Test
    void a_second_setup_replaces_the_first() {
        apply(Verbosity.DEBUG, LogFormat.JSON);
        apply(Verbosity.NORMAL, LogFormat.PLAIN);

        LoggerFactory.getLogger("kopf.run").info("Once");
        LoggerFactory.getLogger("kopf.run").debug("Never");

        assertThat(log().lines()).containsExactly("Once");
    }

    @Test
    void a_users_configuration_is_left_alone_and_messages_name_their_object() {
        LoggerContext context = new LoggerContext();
        ListAppender<ILoggingEvent> appender = listAppender(context);

        assertThat(LogSetup.apply(context, LogSettings.DEFAULTS, err)).isFalse();
        assertThat(log()).isEmpty();
        assertThat(LogSetup.apply(context, new LogSettings(Verbosity.DEBUG, LogFormat.JSON), err))
                .isFalse();
        assertThat(log()).startsWith("Warning: ").contains("logback.xml").containsOnlyOnce("\n");

        new ObjectLogger(context.getLogger("kopf.objects"), CLAIM, ObjectLogging.Listener.NONE).info("Size is {}", 5);
        assertThat(appender.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("[default/my-claim] Size is 5");
            assertThat(event.getCallerData()[0].getClassName()).isEqualTo(LogSetupTest.class.getName());
        });
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void another_backend_is_left_alone_and_says_what_to_add(LogFormat format) {
        ILoggerFactory backend = name -> NOPLogger.NOP_LOGGER;

        assertThat(LogSetup.apply(backend, new LogSettings(Verbosity.NORMAL, format), err))
                .isFalse();

        List<String> lines = log().lines().toList();
        if (format == LogFormat.FULL) {
            assertThat(lines).isEmpty();
        } else {
            assertThat(lines).singleElement().asString().contains("ch.qos.logback:logback-classic");
        }
    }

    @Test
    void no_backend_at_all_is_always_worth_a_warning() {
        assertThat(LogSetup.apply(new NOPLoggerFactory(), LogSettings.DEFAULTS, err))
                .isFalse();

        assertThat(log().lines()).singleElement().asString().contains("ch.qos.logback:logback-classic");
    }

    private static ListAppender<ILoggingEvent> listAppender(LoggerContext context) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                assertThat(event.getCallerData()).isNotEmpty();
                super.append(event);
            }
        };
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    private void apply(Verbosity verbosity, LogFormat format) {
        assertThat(LogSetup.apply(new LogSettings(verbosity, format), err)).isTrue();
    }

    private String log() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
