package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSetup;
import dev.kopf.runtime.internal.peering.HandWriting;
import dev.kopf.runtime.internal.peering.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The command line takes what Kopf's takes (K-1, K-3, K-5). */
final class CommandVectorsTest {

    @AfterEach
    void giveTheLogBack() {
        LogSetup.apply(LogSettings.DEFAULTS, System.err);
    }

    @TestFactory
    Stream<DynamicTest> commands() throws IOException {
        return cases("command").map(vector -> dynamicTest(vector.path("name").asText(), () -> check(vector)));
    }

    private static Stream<JsonNode> cases(String call) throws IOException {
        Path file = Path.of(System.getProperty("vectors", ""), "cli.json");
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(Files.exists(file), "the vectors are missing: " + file);
        }
        JsonNode cases = new ObjectMapper().readTree(Files.readString(file)).path("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(vector -> vector.at("/in/call").asText().equals(call));
    }

    private static void check(JsonNode vector) {
        List<String> args = texts(vector.at("/in/args"));
        Map<String, String> variables = new HashMap<>();
        vector.at("/in/env").forEachEntry((name, value) -> variables.put(name, value.asText()));
        JsonNode out = vector.path("out");
        boolean runs = !args.isEmpty() && args.get(0).equals("run");
        boolean loads = out.has("paths") || (out.has("modules") && args.size() > 1);
        assumeTrue(!loads, "a Java program loads no files");

        FakeOperator operator = new FakeOperator();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables);
        List<HandWriting.ManualRecord> records = new ArrayList<>();
        int exitCode = Application.launching(operator).writing(records::add).run(terminal, args.toArray(String[]::new));

        assertThat(exitCode)
                .as(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(out.path("exit").asInt());
        if (out.has("arguments") && runs) {
            assertThat(operator.launches).containsExactly(List.copyOf(texts(out.at("/arguments/namespaces"))));
            assertPeering(operator, out.path("peering"));
            assertThat(String.valueOf(operator.liveness))
                    .isEqualTo(out.at("/arguments/liveness_endpoint").asText());
        } else if (out.has("arguments")) {
            assertThat(records).singleElement().satisfies(record -> assertRecord(record, out));
        }
    }

    private static void assertPeering(FakeOperator operator, JsonNode expected) {
        Settings.Peering peering = operator.peerings.get(0);
        boolean isClusterwide =
                peering.clusterwide() || operator.launches.get(0).isEmpty();
        assertThat(peering.name()).isEqualTo(expected.path("name").asText());
        assertThat(peering.priority()).isEqualTo(expected.path("priority").asInt());
        assertThat(peering.mandatory()).isEqualTo(expected.path("mandatory").asBoolean());
        assertThat(peering.standalone()).isEqualTo(expected.path("standalone").asBoolean());
        assertThat(isClusterwide).isEqualTo(expected.path("clusterwide").asBoolean());
    }

    private static void assertRecord(HandWriting.ManualRecord record, JsonNode out) {
        JsonNode arguments = out.path("arguments");
        String identity = arguments.path("identity").asText();
        assertThat(record.peering()).isEqualTo(out.at("/peering/name").asText());
        assertThat(record.priority()).isEqualTo(out.at("/peering/priority").asInt());
        assertThat(record.lifetime()).isEqualTo(arguments.path("lifetime").asInt());
        assertThat(record.isClusterwide())
                .isEqualTo(arguments.path("clusterwide").asBoolean());
        assertThat(List.copyOf(record.namespaces())).isEqualTo(texts(arguments.path("namespaces")));
        assertThat(record.identity())
                .isEqualTo(identity.equals("<own, manual>") ? Identity.ofPerson(Map.of()) : identity);
    }

    /** The options, their names, values and variables (K-1…K-5). */
    @TestFactory
    Stream<DynamicTest> options() throws IOException {
        return cases("options").map(vector -> dynamicTest(vector.path("name").asText(), () -> checkOptions(vector)));
    }

    private static void checkOptions(JsonNode vector) throws IOException {
        String command = vector.at("/in/command").asText();
        Map<String, OptionSpec> ours = new HashMap<>();
        CommandLine line = Application.launching(new FakeOperator()).describe(command);
        line.getCommandSpec().options().forEach(option -> {
            for (String name : option.names()) {
                ours.put(name, option);
            }
        });
        for (JsonNode expected : vector.path("out")) {
            List<String> names = texts(expected.path("names"));
            if (names.isEmpty()) {
                continue;
            }
            OptionSpec option = ours.get(names.get(0));
            assertThat(option).as("%s", names).isNotNull();
            assertThat(option.names()).as("%s", names).contains(names.toArray(String[]::new));
            assertThat(option.isMultiValue())
                    .as("%s", names)
                    .isEqualTo(expected.path("multiple").asBoolean());
            assertThat(option.typeInfo().isBoolean())
                    .as("%s", names)
                    .isEqualTo(expected.path("type").asText().equals("flag"));
            boolean isRequired = expected.path("required").asBoolean()
                    && expected.path("default").isNull();
            assertThat(option.required()).as("%s", names).isEqualTo(isRequired);
            JsonNode value = expected.path("default");
            boolean saysNothing = value.isNull() || value.isBoolean();
            assertThat(option.defaultValue()).as("%s", names).isEqualTo(saysNothing ? null : value.asText());
        }
    }

    /** The settings that both have, with Kopf's defaults (ST-4…ST-14, ST-18). */
    @Test
    void defaults_of_settings_are_those_of_Kopf() throws IOException {
        Settings.Peering peering = Settings.Peering.DEFAULTS;
        Settings.Posting posting = Settings.Posting.DEFAULTS;
        Map<String, Object> ours = Map.of(
                "peering.stealth", peering.stealth(),
                "peering.priority", peering.priority(),
                "peering.lifetime", peering.lifetime().toSeconds(),
                "peering.mandatory", peering.mandatory(),
                "peering.clusterwide", peering.clusterwide(),
                "posting.level", posting.level().toInt(),
                "posting.reporting_component", posting.reportingComponent(),
                "posting.reporting_instance", posting.reportingInstance(),
                "posting.event_name_prefix", posting.eventNamePrefix(),
                "watching.reconnect_backoff",
                        Settings.Timing.DEFAULTS.reconnectBackoff().toMillis() / 1000.0);
        assertThat(cases("setting")
                        .filter(vector ->
                                ours.containsKey(vector.at("/in/setting").asText())))
                .isNotEmpty()
                .allSatisfy(vector -> assertThat(
                                String.valueOf(ours.get(vector.at("/in/setting").asText())))
                        .isEqualTo(vector.at("/out/default").asText()));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
