package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The command line takes what Kopf's takes (K-1, K-3, K-5), as far as it is built. */
final class CommandVectorsTest {

    private static final Set<String> NOT_BUILT_COMMANDS = Set.of("freeze", "resume");
    private static final Set<String> NOT_BUILT = Set.of(
            "--standalone",
            "--dev",
            "-p",
            "--priority",
            "-P",
            "-L",
            "-m",
            "--log-prefix",
            "--log-refkey",
            "KOPF_RUN_PRIORITY");

    @AfterEach
    void giveTheLogBack() {
        LogSetup.apply(LogSettings.DEFAULTS, System.err);
    }

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        Path file = Path.of(System.getProperty("vectors", ""), "cli.json");
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(Files.exists(file), "the vectors are missing: " + file);
        }
        JsonNode cases = new ObjectMapper().readTree(Files.readString(file)).path("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(vector -> vector.at("/in/call").asText().equals("command"))
                .map(vector -> dynamicTest(vector.path("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        List<String> args = texts(vector.at("/in/args"));
        Map<String, String> variables = new HashMap<>();
        vector.at("/in/env").forEachEntry((name, value) -> variables.put(name, value.asText()));
        JsonNode out = vector.path("out");
        assumeTrue(args.isEmpty() || !NOT_BUILT_COMMANDS.contains(args.get(0)), "not built yet");
        assumeTrue(
                Stream.concat(args.stream(), variables.keySet().stream()).noneMatch(NOT_BUILT::contains),
                "not built yet");
        assumeTrue(!out.has("paths") && !out.has("modules"), "a Java program loads no files");

        FakeOperator operator = new FakeOperator();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables);
        int exitCode = Application.launching(operator).run(terminal, args.toArray(String[]::new));

        assertThat(exitCode)
                .as(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(out.path("exit").asInt());
        if (out.has("arguments")) {
            assertThat(operator.launches).containsExactly(List.copyOf(texts(out.at("/arguments/namespaces"))));
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
