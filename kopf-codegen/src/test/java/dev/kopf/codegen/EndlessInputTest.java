package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would keep the build busy without end, or fill its memory. */
final class EndlessInputTest {

    private static final String GOOD = Sources.crd("Thing", "{type: object, properties: {spec: {type: object}}}");

    private static final int LARGEST = 64 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Path crds;

    @BeforeEach
    void makeFolder() throws IOException {
        crds = Files.createDirectory(folder.resolve("crds"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(crds.resolve(name), text);
    }

    private List<Problem> problems() {
        CodegenException e = catchThrowableOfType(CodegenException.class, () -> Codegen.run(options()));
        assertThat(e).isNotNull();
        assertThat(options().output().directory()).doesNotExist();
        return e.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    private CodegenOptions options() {
        return CodegenOptions.of(List.of(crds), folder.resolve("out"));
    }

    private static String filled(String before, String piece, String after) {
        int room = LARGEST - before.length() - after.length();
        return before + piece.repeat(room / piece.length()) + after;
    }

    @Test
    void very_many_alternatives_that_speak_of_secrets_end() throws IOException {
        StringBuilder properties = new StringBuilder("a: {type: string}");
        StringBuilder alternatives = new StringBuilder("{properties: {a: {format: password}}}");
        for (int i = 0; i < 60_000; i++) {
            properties.append(", p").append(i).append(": {type: string}");
            alternatives.append(", {properties: {p").append(i).append(": {format: password}}}");
        }
        write(
                "crd.yaml",
                Sources.crdWithSpec("{type: object, properties: {" + properties + "}, anyOf: [" + alternatives + "]}"));

        assertThat(Assertions.assertTimeoutPreemptively(PATIENCE, () -> Codegen.generate(options())))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        a: ,            x,            ``
        a: ,            1,            ``
        a: ,            é,            ``
        `a: "`,         x,            `"`
        `a: "`,         x,            ``
        `a: '`,         x,            `'`
        `# `,           x,            ``
        `"`,            x,            `": y`
        `? `,           x,            ``
        a: &,           x,            ` y`
        a: *,           x,            ``
        a: !,           x,            ` y`
        a: !<,          x,            `> y`
        `{"a": "`,      x,            ``
        ` `,            ` `,          ``
        """)
    void a_word_without_end_is_too_large(String before, String piece, String after) throws IOException {
        String start = before.startsWith("{") || before.isBlank() ? before : GOOD + before;
        write("a.yaml", filled(start, piece, after).substring(0, piece.equals("é") ? LARGEST / 2 : LARGEST));

        List<Problem> problems = Assertions.assertTimeoutPreemptively(PATIENCE, this::problems);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfTooLarge);
            assertThat(problem.message()).contains("a word, a comment, or a line of a text of more than 4194304");
            assertThat(problem.place().line()).isEqualTo(start.lines().count());
        });
    }

    @Test
    void a_word_that_a_server_would_take_is_read() throws IOException {
        write("a.yaml", GOOD + "a: " + "x".repeat(4 * 1024 * 1024 - 100_000) + "\n");

        assertThat(Codegen.generate(options())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        `# x\n`
        `\n`
        `a: [ ]\n`
        `a:\n- [\n]\n`
        `---\n`
        `--- x\n`
        `...\n`
        `%TAG !a! b\n`
        """)
    void the_largest_file_ends_soon_with_a_crd_or_a_problem(String line) throws IOException {
        String lines = line.replace("\\n", "\n");
        write("a.yaml", filled(GOOD, lines, ""));

        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            CodegenException e = catchThrowableOfType(CodegenException.class, () -> Codegen.generate(options()));
            assertThat(e == null ? List.of() : e.problems())
                    .allSatisfy(problem -> assertThat(problem)
                            .extracting("id")
                            .isIn(Problem.Id.KopfTooLarge, Problem.Id.KopfBrokenYaml, Problem.Id.KopfDuplicateKey));
        });
    }

    @Test
    void a_tag_that_stands_for_a_long_one_is_too_large() throws IOException {
        write("a.yaml", "%TAG !a! " + "b".repeat(2_000_000) + "\n---\na: [" + "!a!x y, ".repeat(1_000_000) + "]\n");

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("a tag of more than 1000 characters"));
    }

    @Test
    void more_anchors_than_can_be_kept_are_too_many() throws IOException {
        write(
                "a.yaml",
                IntStream.range(0, 100_002).mapToObj(i -> "- &a" + i + " x\n").collect(Collectors.joining()));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfTooLarge);
            assertThat(problem.message()).contains("more than 100000 anchors");
            assertThat(problem.place().line()).isEqualTo(100_001);
        });
    }

    @Test
    void a_text_that_is_used_over_and_over_counts_each_time() throws IOException {
        write("a.yaml", GOOD + "a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a, ".repeat(100) + "]\n");

        assertThat(problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("more than 67108864 characters, aliases written out"));
    }

    @Test
    void a_map_of_a_hundred_thousand_keys_that_all_come_again_does_not_hang_the_build() throws IOException {
        String keys = IntStream.range(0, 200_000).mapToObj(i -> "k" + i + ":\n").collect(Collectors.joining());
        write("a.yaml", GOOD + keys + keys);

        Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(Codegen.generate(options())).isNotEmpty());
    }

    @Test
    void a_large_map_that_is_merged_does_not_hang_the_build() throws IOException {
        String keys =
                IntStream.range(0, 200_000).mapToObj(i -> "  k" + i + ":\n").collect(Collectors.joining());
        write("a.yaml", GOOD + "a: &a\n" + keys + "b: {<<: *a}\n");

        Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(Codegen.generate(options())).isNotEmpty());
    }

    @Test
    void names_that_are_alike_to_a_hash_table_do_not_hang_the_build() throws IOException {
        List<String> names = IntStream.range(0, 1 << 17)
                .mapToObj(i -> IntStream.range(0, 17)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .toList();
        String properties =
                names.stream().map(name -> name + ": {type: string}").collect(Collectors.joining(", "));
        write(
                "a.yaml",
                Sources.crdWithSpec("{type: object, required: [" + String.join(", ", names) + "], properties: {"
                        + properties + "}}"));

        Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(Codegen.generate(options())).isNotEmpty());
    }

    @Test
    void a_hundred_thousand_stanzas_do_not_hang_the_build() throws IOException {
        String stanzas =
                IntStream.range(0, 100_000).mapToObj(i -> "s" + i + ": {}").collect(Collectors.joining(", "));
        write("a.yaml", Sources.crd("Thing", "{type: object, properties: {" + stanzas + "}}"));

        Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(Codegen.generate(options())).isNotEmpty());
    }

    @Test
    void aliases_that_multiply_do_not_hang_the_build() throws IOException {
        StringBuilder bomb = new StringBuilder("kind: CustomResourceDefinition\na0: &a0 [x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(4) + "]\n");
        }
        write("a.yaml", bomb.toString());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(problems()).hasSize(1));
    }

    @Test
    void an_alias_of_itself_does_not_hang_the_build() throws IOException {
        write("a.yaml", "kind: CustomResourceDefinition\nspec: &a\n  b: *a\n");

        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfBrokenYaml);
    }

    @Test
    void a_schema_of_endless_depth_does_not_hang_the_build() throws IOException {
        write(
                "a.json",
                "{\"kind\":\"CustomResourceDefinition\",\"spec\":" + "{\"a\":".repeat(20_000) + "1"
                        + "}".repeat(20_001));

        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfTooLarge);
    }

    @Test
    void a_number_of_endless_digits_stays_a_text() throws IOException {
        String digits = "1".repeat(4_000_000);
        write(
                "a.yaml",
                GOOD + "a: " + digits + "\nb: [!!int " + digits + ", !!float \"" + digits + ".5\", 1e" + digits
                        + "]\n");

        assertThat(Codegen.generate(options())).isNotEmpty();
    }

    @Test
    void a_thousand_aliases_are_read() throws IOException {
        write("a.yaml", GOOD + "a: &a [x]\nb: [" + "*a, ".repeat(1_000) + "]\n");

        assertThat(Codegen.generate(options())).isNotEmpty();
    }

    @Test
    void a_list_that_doubles_is_too_large_as_a_key_too() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        write("a.yaml", bomb + "b:\n  ? *a39\n  : y\n");

        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfTooLarge);
    }

    @Test
    void a_file_of_millions_of_empty_maps_is_too_large_before_it_fills_the_memory() throws IOException {
        write("a.yaml", "a: [" + "{},".repeat(3_900_000) + "]\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfTooLarge);
            assertThat(problem.message()).contains("keys, values and brackets");
        });
    }

    @Test
    void a_file_that_is_larger_than_any_crd_is_not_read() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(write("a.yaml", GOOD).toFile(), "rw")) {
            file.setLength(64 * 1024 * 1024 + 1);
        }

        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfTooLarge);
    }
}
