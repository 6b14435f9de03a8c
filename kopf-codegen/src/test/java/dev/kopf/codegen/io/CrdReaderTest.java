package dev.kopf.codegen.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.CrdInput;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kubectl would have sent to the server is what is read. */
final class CrdReaderTest {

    private static final String KIND = "kind: CustomResourceDefinition\n";

    @TempDir
    private Path folder;

    private CrdInput read(String name, byte[] bytes) throws IOException {
        return CrdReader.read(List.of(Files.write(folder.resolve(name), bytes)));
    }

    private CrdInput read(String yaml) throws IOException {
        return read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of {@code a} in a CRD. */
    private @Nullable Object valueOf(String text) throws IOException {
        CrdInput input = read(KIND + text);
        assertThat(input.problems()).isEmpty();
        return input.documents().get(0).root().get("a");
    }

    @Test
    void characters_of_two_halves_are_whole_wherever_they_stand() throws IOException {
        String smiles = "\ud83d\ude00".repeat(100_000);
        for (int shift = 0; shift < 4; shift++) {
            assertThat(valueOf(" ".repeat(shift) + "# x\na: \"" + smiles + "\""))
                    .isEqualTo(smiles);
        }
    }

    @Test
    void a_character_that_no_yaml_has_is_told_with_its_line() throws IOException {
        assertThat(read(KIND + "a: b\nc: d\0\n").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfBrokenYaml);
            assertThat(problem.place().line()).isEqualTo(3);
            assertThat(problem.message())
                    .isEqualTo("not valid YAML at column 5: no YAML has the character U+0000. Write it as an escape"
                            + " in quotes");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\x", "a: \"\\u", "a: \"b\\U", "a: \"\\Uffffffff\""})
    void an_escape_of_no_character_is_told_with_its_line(String text) throws IOException {
        assertThat(read(KIND + text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfBrokenYaml);
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.message()).contains("an escape in quotes");
        });
    }

    @Test
    void an_unforeseen_failure_is_a_problem_that_names_the_file() {
        Path file = Path.of("a.yaml");

        assertThat(CrdReader.failure(file, () -> {
                    throw new IndexOutOfBoundsException("surprise");
                }))
                .get()
                .asString()
                .startsWith("[KopfInternal] a.yaml: ")
                .contains("surprise");
        assertThat(CrdReader.failure(file, () -> {
                    throw new OutOfMemoryError();
                }))
                .get()
                .asString()
                .startsWith("[KopfTooLarge] a.yaml: the memory");
        assertThat(CrdReader.failure(file, () -> {})).isEmpty();
    }

    @Test
    void a_replacement_character_that_is_written_is_a_character() throws IOException {
        assertThat(valueOf("a: \"\ufffd\"")).isEqualTo("\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes", "YES", "y", "Y", "on", "On", "ON", "true", "True", "TRUE", "!!bool yes"})
    void words_of_consent_are_true(String word) throws IOException {
        assertThat(valueOf("a: " + word)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", "NO", "n", "N", "off", "Off", "OFF", "false", "False", "FALSE"})
    void words_of_refusal_are_false(String word) throws IOException {
        assertThat(valueOf("a: " + word)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothing_is_null(String word) throws IOException {
        assertThat(valueOf("a: " + word)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "+12, 12",
        "-12, -12",
        "1_000, 1000",
        "0x1F, 31",
        "-0x10, -16",
        "014, 12",
        "0o14, 12",
        "0b101, 5",
        "9223372036854775807, 9223372036854775807",
        "18446744073709551616, 18446744073709551616",
    })
    void whole_numbers_are_read_in_every_base(String text, BigInteger value) throws IOException {
        assertThat(new BigInteger(String.valueOf(valueOf("a: " + text)))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1.10, 1.10", ".5, 0.5", "08, 8", "1e3, 1E+3", "-0.5e-3, -0.0005", "0e999999999, 0", "1e-999999999, 0"})
    void numbers_keep_their_digits(String text, BigDecimal value) throws IOException {
        assertThat(valueOf("a: " + text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:30",
                "0o8",
                "0x",
                "1.2.3",
                "2001-12-14",
                "2001-12-14T21:59:43Z",
                "1e999999999",
                ".inf",
                "-.Inf",
                ".nan",
                "-",
                "+",
                ".",
                "yEs",
                "nULL",
                "<<"
            })
    void all_else_is_a_text(String text) throws IOException {
        assertThat(valueOf("a: " + (text.equals("-") ? "'-'" : text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'12'", "\"yes\"", "!!str 12", "! 12", "|-\n  12", "!mine 12", "!!int x"})
    void what_is_quoted_or_tagged_is_a_text(String text) throws IOException {
        assertThat(valueOf("a: " + text)).isInstanceOf(String.class);
    }

    @Test
    void keys_are_texts() throws IOException {
        assertThat(valueOf("a: {on: 1, n: 2, 1.10: 3, 0x10: 4, 1.0: 5, 'on': 6, x: 7}"))
                .isEqualTo(Map.of("true", 1, "false", 2, "1.1", 3, "16", 4, "1", 5, "on", 6, "x", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {~: 1}",
                "a: {? [1]: 1}",
                "a: {? {b: c}: 1}",
                "a: &x [*x]",
                "a: *nobody",
                "a: {<<: 1}",
                "a:\tb: c"
            })
    void what_no_json_can_be_is_told_with_its_line(String text) throws IOException {
        assertThat(read(KIND + text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfBrokenYaml);
            assertThat(problem.place().line()).isEqualTo(2);
        });
    }

    @Test
    void aliases_are_what_they_stand_for() throws IOException {
        assertThat(valueOf("b: &b {c: [1]}\na: [*b, *b]"))
                .isEqualTo(List.of(Map.of("c", List.of(1)), Map.of("c", List.of(1))));
    }

    @Test
    void an_anchor_can_be_given_again() throws IOException {
        assertThat(valueOf("b: &b 1\nc: &b 2\na: *b")).isEqualTo(2);
    }

    @Test
    void maps_are_merged_and_their_own_keys_win() throws IOException {
        assertThat(valueOf("b: &b {x: 1, y: 2}\nc: &c {x: 3, z: 4}\na:\n  'y': 5\n  <<: [*b, *c]"))
                .isEqualTo(Map.of("y", 5, "x", 1, "true", 2, "z", 4));
    }

    @Test
    void a_quoted_arrow_is_a_key() throws IOException {
        assertThat(valueOf("a: {'<<': 1}")).isEqualTo(Map.of("<<", 1));
    }

    @Test
    void the_last_of_two_equal_keys_counts_and_the_author_is_told() throws IOException {
        CrdInput input = read(KIND + "a:\n- b:\n    c.d: 1\n    c.d: 2\n");

        assertThat(input.documents().get(0).root().get("a")).isEqualTo(List.of(Map.of("b", Map.of("c.d", 2))));
        assertThat(input.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem)
                    .hasToString("[KopfDuplicateKey] " + folder.resolve("a.yaml")
                            + ":5: a[0].b[\"c.d\"]: the key stands twice in its map, and this one counts."
                            + " Remove one of them.");
        });
    }

    @Test
    void two_equal_keys_beside_a_crd_are_nobodys_business() throws IOException {
        assertThat(read("a: 1\na: 2\n---\n" + KIND).problems()).isEmpty();
    }

    @Test
    void json_is_read_as_json() throws IOException {
        String json =
                "\t{\n\t\"kind\":\t\"CustomResourceDefinition\",\n\t\"a\": [\"\\ud83e\\udd8a\\/\\ud800\", 1.10, 1e400, yes]}";
        CrdInput broken = read("a.json", json.getBytes(StandardCharsets.UTF_8));
        CrdInput input = read("a.json", json.replace("yes", "null").getBytes(StandardCharsets.UTF_8));

        assertThat(broken.problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfBrokenYaml);
        assertThat(input.problems()).isEmpty();
        assertThat(input.documents().get(0).root().get("a"))
                .isEqualTo(Arrays.asList("🦊/\ufffd", new BigDecimal("1.10"), "1e400", null));
    }

    @Test
    void json_objects_may_stand_one_behind_the_other() throws IOException {
        String json = "{\"kind\":\"CustomResourceDefinition\"}\n";

        assertThat(read(json + json).documents()).hasSize(2);
    }

    @Test
    void braces_may_be_yaml() throws IOException {
        assertThat(read("{kind: CustomResourceDefinition}\n---\n{kind: CustomResourceDefinition}")
                        .documents())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_says_the_encoding(String charset) throws IOException {
        String yaml = "\ufeff" + KIND + "a: ä🦊";
        String json = "\ufeff{\"kind\": \"CustomResourceDefinition\", \"a\": \"ä🦊\"}";

        assertThat(read("a.yaml", yaml.getBytes(Charset.forName(charset)))
                        .documents()
                        .get(0)
                        .root())
                .containsEntry("a", "ä🦊");
        assertThat(read("a.json", json.getBytes(Charset.forName(charset)))
                        .documents()
                        .get(0)
                        .root())
                .containsEntry("a", "ä🦊");
    }

    @Test
    void lists_hold_crds_and_lists() throws IOException {
        CrdInput input = read("""
                kind: List
                items:
                - {kind: CustomResourceDefinition, a: 1}
                - {kind: ConfigMap, items: 3}
                - kind: CustomResourceDefinitionList
                  items:
                  - {a: 2}
                  - {kind: List, items: [{kind: CustomResourceDefinition, a: 3}]}
                """);

        assertThat(input.problems()).isEmpty();
        assertThat(input.documents())
                .extracting(CrdDocument::root)
                .extracting(root -> root.get("a"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void ten_megabytes_are_read() throws IOException {
        StringBuilder text = new StringBuilder(KIND + "a:\n");
        for (int i = 0; i < 40_000; i++) {
            text.append("  field")
                    .append(i)
                    .append(":\n    description: ")
                    .append("x".repeat(250))
                    .append("\n    type: string\n");
        }

        assertThat(text.length()).isGreaterThan(10 * 1024 * 1024);
        assertThat(valueOf(text.substring(KIND.length())))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .hasSize(40_000);
    }
}
