package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.Settings.StateLocation;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.FieldPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

/** Settings from a file and from the environment (ST-1…ST-42). */
final class SettingsOutsideTest {

    @TempDir
    private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }

    @Test
    void a_file_sets_what_it_names_and_leaves_the_rest() throws IOException {
        Settings settings =
                Settings.defaults().withFinalizer("example.org/mine").withFile(file("""
                        identity: example.org
                        stateLocation: status
                        ignoredFields: [spec.note, metadata.labels]
                        gracePeriod: 1m
                        liveness: http://:8080/healthz
                        timing:
                          reconnectBackoff: 250ms
                          inactivityTimeout: PT2M
                        posting:
                          level: warn
                          loggers: yes
                        peering:
                          lifetime: 30
                          priority: -5
                        activityLimits:
                        """));

        assertThat(settings)
                .isEqualTo(Settings.defaults()
                        .withFinalizer("example.org/mine")
                        .withIdentity("example.org")
                        .withStateLocation(StateLocation.STATUS)
                        .withIgnoredFields(FieldPath.parse("spec.note"), FieldPath.parse("metadata.labels"))
                        .withGracePeriod(Duration.ofMinutes(1))
                        .withLiveness(URI.create("http://:8080/healthz"))
                        .withTiming(new Settings.Timing(
                                Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMillis(250)))
                        .withPosting(
                                Settings.Posting.DEFAULTS.withLevel(Level.WARN).withLoggers(true))
                        .withPeering(Settings.Peering.DEFAULTS
                                .withLifetime(Duration.ofSeconds(30))
                                .withPriority(-5)));
    }

    @Test
    void the_file_that_the_docs_show_is_one() throws IOException {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        String shown =
                page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n") + 8));

        assertThat(Settings.defaults().withFile(file(shown)).peering().name()).isEqualTo("claims");
    }

    @Test
    void what_is_said_alone_elsewhere_goes_before_what_it_contradicts() throws IOException {
        Settings program = Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withMandatory(true));

        assertThat(program.withFile(file("peering: {standalone: true}"))
                        .peering()
                        .standalone())
                .isTrue();
        assertThat(program.withFile(file("peering: {standalone: true, mandatory: false}"))
                        .peering()
                        .mandatory())
                .isFalse();
    }

    @Test
    void a_need_of_a_peering_object_goes_before_standing_alone_that_was_said_farther_away() throws IOException {
        Settings alone = Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withStandalone(true));

        assertThat(alone.withFile(file("peering: {mandatory: true}")).peering())
                .isEqualTo(Settings.Peering.DEFAULTS.withMandatory(true));
        assertThat(alone.withEnvironment(Map.of("KOPF_SETTINGS_PEERING_MANDATORY", "yes"))
                        .peering())
                .isEqualTo(Settings.Peering.DEFAULTS.withMandatory(true));
        assertThat(alone.withFile(file("peering: {mandatory: false}")).peering().standalone())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "KOPF_SETTINGS_GRACE_PEROID      | Was KOPF_SETTINGS_GRACE_PERIOD meant?",
                "KOPF_SETTINGS_grace_period      | Was KOPF_SETTINGS_GRACE_PERIOD meant?",
                "KOPF_SETTINGS_LIFETIME          | Was KOPF_SETTINGS_PEERING_LIFETIME meant?",
                "KOPF_SETTINGS_PEERING_FOO       | \"\"",
                "KOPF_SETTINGS_WATCHING_TIMEOUTS | \"\"",
            })
    void a_variable_that_is_named_as_a_setting_and_is_none_is_warned_of(String variable, String hint) {
        try (CapturedLog log = new CapturedLog("kopf.settings")) {
            assertThat(Settings.defaults()
                            .withEnvironment(Map.of(variable, "1m", "KOPF_SETTINGS_PORT", "tcp://1.2.3.4:1")))
                    .isEqualTo(Settings.defaults());

            assertThat(log.messages())
                    .containsExactly(
                            ("The environment variable " + variable + " has no meaning here. " + hint).strip());
        }
    }

    @Test
    void an_empty_file_sets_nothing() throws IOException {
        assertThat(Settings.defaults().withFile(file("# nothing\n"))).isEqualTo(Settings.defaults());
    }

    @Test
    void the_environment_sets_each_setting_by_its_name_in_capitals() {
        Settings settings = Settings.defaults()
                .withEnvironment(Map.of(
                        "KOPF_SETTINGS_GRACE_PERIOD", "1h30m",
                        "KOPF_SETTINGS_IGNORED_FIELDS", "spec.a  spec.b",
                        "KOPF_SETTINGS_PEERING_STANDALONE", "on",
                        "KOPF_SETTINGS_POSTING_REPORTING_COMPONENT", "me",
                        "KOPF_SETTINGS_ACTIVITY_LIMITS_STARTUP", "",
                        "KOPF_RUN_DEV", "1"));

        assertThat(settings.gracePeriod()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.ignoredFields()).isEqualTo(List.of(FieldPath.parse("spec.a"), FieldPath.parse("spec.b")));
        assertThat(settings.peering()).isEqualTo(Settings.Peering.DEFAULTS.withStandalone(true));
        assertThat(settings.posting().reportingComponent()).isEqualTo("me");
        assertThat(settings.activityLimits()).isEqualTo(Settings.ActivityLimits.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posting: {levle: INFO}      | there is no setting posting.levle. Was posting.level meant?",
                "gracePeriode: 1s            | there is no setting gracePeriode. Was gracePeriod meant?",
                "lifetime: 1s                | there is no setting lifetime. Was peering.lifetime meant?",
                "gracePeriod: soon           | gracePeriod: not a duration, such as 200ms, 10s or PT10S: soon",
                "gracePeriod: -1s            | gracePeriod: gracePeriod must not be negative",
                "gracePeriod: 1.0000000001ms | gracePeriod: not a duration",
                "gracePeriod: PT-1S          | gracePeriod: gracePeriod must not be negative",
                "gracePeriod: 99999999999999999h | gracePeriod: not a duration",
                "gracePeriod:                | gracePeriod has no value.",
                "gracePeriod: {a: 1}         | gracePeriod: one value is wanted here",
                "peering: soon               | peering: further settings are wanted here, and not: soon",
                "peering: {priority: 1.5}    | peering.priority: a whole number of 32 bits is wanted here, and not: 1.5",
                "peering: {mandatory: true, standalone: true} | peering.standalone and peering.mandatory contradict each other",
                "peering: {mandatory: maybe} | peering.mandatory: true or false is wanted here, and not: maybe",
                "peering: {name: No Name}    | peering.name: The name of a peering object",
                "stateLocation: nowhere      | stateLocation: one of [ANNOTATIONS, STATUS, BOTH] is wanted here, and not: nowhere",
                "lifecycle: never            | lifecycle: ",
                "liveness: 'ftp://x'         | liveness: Probes ask at an address such as",
                "gracePeriod: 9999999999999h | gracePeriod: gracePeriod must not be longer than 3650 days",
                "timing: {inactivityTimeout: 0} | timing.inactivityTimeout: inactivityTimeout must be 10 ms or more: PT0S",
                "timing: {reconnectBackoff: 0} | timing.reconnectBackoff: reconnectBackoff must be 10 ms or more: PT0S",
                "activityLimits: {startup: 9999999999999h} | activityLimits.startup: startup must not be longer than",
                "liveness: http://:8080/readyz | liveness: At /readyz it is asked whether the operator is ready",
                "finalizer: no slash         | finalizer: finalizer must be a name such as example.org/finalizer: no slash",
                "finalizer: a/b/c            | finalizer: finalizer must be a name",
                "posting: {eventNamePrefix: Up-} | posting.eventNamePrefix: eventNamePrefix must have small letters",
                "ignoredFields: ''           | ignoredFields: a path such as spec.field is wanted here, and not: ''",
                "ignoredFields: [spec..a]    | ignoredFields: a path such as spec.field is wanted here, and not: 'spec..a'",
                "ignoredFields: [null]       | ignoredFields: a path such as spec.field is wanted here, and not: 'null'",
                "ignoredFields: [[a]]        | ignoredFields: a path such as spec.field is wanted here, and not: '[a]'",
                "- 1                         | has no fields",
                "'a: b: c'                   | is no YAML",
            })
    void what_cannot_be_in_a_file_is_named_with_what_would_be_right(String yaml, String message) throws IOException {
        Path file = file(yaml.startsWith("'a") ? "a: b: c" : yaml);

        assertThatThrownBy(() -> Settings.defaults().withFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("In the settings of " + file)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Settings.defaults().withFile(folder.resolve("none.yaml")))
                .hasMessageContaining("There is no file " + folder.resolve("none.yaml"));
    }

    @Test
    void a_file_that_no_settings_can_be_is_refused_in_a_sentence() throws IOException {
        refuses("a: " + "[".repeat(20_000) + "]".repeat(20_000), "is no YAML: it is nested too deeply.");
        refuses("a: &a [*a]", "is no YAML: it is nested too deeply.");
        refuses("gracePeriod: 1m\n---\ngracePeriod: 2m\n", "has more than one document.");
        refuses("# " + "x".repeat(2_000_000), "has more than 1 MiB: it is no file of settings.");
    }

    private void refuses(String yaml, String message) throws IOException {
        Path file = file(yaml);
        assertThatThrownBy(() -> Settings.defaults().withFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(message);
    }

    @Test
    void the_object_itself_cannot_be_ignored_as_no_change_would_ever_be_seen() {
        assertThatThrownBy(() -> Settings.defaults().withIgnoredFields(FieldPath.ROOT))
                .hasMessage("ignoredFields must not have the object itself: no change would ever be seen.");
    }

    @Test
    void what_cannot_be_in_the_environment_is_named_by_its_variable() {
        assertThatThrownBy(() -> Settings.defaults().withEnvironment(Map.of("KOPF_SETTINGS_PEERING_PRIORITY", "high")))
                .hasMessage("KOPF_SETTINGS_PEERING_PRIORITY: a whole number of 32 bits is wanted here, and not: high");
    }
}
