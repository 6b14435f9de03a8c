package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kopf.codegen.analysis.Problems;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadInputTest {

    private static final String GOOD = Sources.crd("Thing", "{type: object, properties: {spec: {type: object}}}");

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

    private List<Problem> problems(CodegenOptions options) {
        CodegenException e = catchThrowableOfType(CodegenException.class, () -> Codegen.run(options));
        assertThat(e).isNotNull();
        assertThat(options.output().directory()).doesNotExist();
        return e.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    private List<Problem> problems() {
        return problems(options());
    }

    private CodegenOptions options() {
        return CodegenOptions.of(List.of(crds), folder.resolve("out"));
    }

    @Test
    void an_empty_folder_has_no_crd() {
        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfNoCrd);
    }

    @Test
    void a_missing_folder_has_no_crd() {
        Path missing = folder.resolve("missing");

        assertThat(problems(CodegenOptions.of(List.of(missing), folder.resolve("out"))))
                .singleElement()
                .hasToString("[KopfNoCrd] " + missing
                        + ": there is no *.yaml, *.yml or *.json file. Put the CRDs there, or say where they are.");
    }

    @Test
    void broken_yaml_is_told_with_file_and_line() throws IOException {
        Path file = write("a.yaml", "kind: x\nspec: [1, 2\nother: y\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfBrokenYaml);
            assertThat(problem.place()).isEqualTo(new Place(file.toString(), 3, ""));
            assertThat(problem.message())
                    .startsWith("not valid YAML at column 6: ")
                    .doesNotContain("\n");
        });
    }

    @Test
    void bytes_that_are_no_text_are_broken() throws IOException {
        Files.write(crds.resolve("a.yaml"), "kind: \u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfBrokenYaml);
    }

    @Test
    void a_file_without_a_crd_is_told() throws IOException {
        write("a.yaml", "kind: ConfigMap\n");

        assertThat(problems()).extracting(Problem::id).containsExactly(Problem.Id.KopfNotACrd);
    }

    @Test
    void a_version_without_a_schema_is_told() throws IOException {
        write("a.yaml", GOOD.replaceAll(", schema: .*", "}"));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.toString())
                    .startsWith("[KopfNoSchema] " + crds.resolve("a.yaml") + ":9: spec.versions[0]: ");
            assertThat(problem.message()).endsWith(": v1");
        });
    }

    @Test
    void what_a_crd_lacks_is_told_at_once() throws IOException {
        write("a.yaml", "kind: CustomResourceDefinition\nspec: {versions: [{name: v1, storage: true}]}");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfIncompleteCrd);
            assertThat(problem.message()).contains("spec.group, spec.names.kind, spec.names.plural");
        });
    }

    @Test
    void a_name_that_is_too_long_is_not_said_to_be_missing() throws IOException {
        write("a.yaml", GOOD.replace("kind: Thing", "kind: " + "T".repeat(254)));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfIncompleteCrd);
            assertThat(problem.message()).endsWith("Shorten to 253 characters at most: spec.names.kind");
        });
    }

    @Test
    void two_crds_of_one_kind_are_told() throws IOException {
        Path first = write("a.yaml", GOOD);
        write("b.yaml", GOOD);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfDuplicateKind);
            assertThat(problem.message()).contains(first.toString()).endsWith(": Thing.t.dev");
        });
    }

    @Test
    void two_kinds_of_one_plural_are_told() throws IOException {
        Path first = write("a.yaml", GOOD);
        Path second = write("b.yaml", GOOD.replace("kind: Thing", "kind: Part"));

        assertThat(problems())
                .singleElement()
                .hasToString(
                        "[KopfDuplicateKind] " + second + ":7: spec.names.plural: two CRDs have one plural, so that one"
                                + " would replace the other in the cluster, which is in " + first
                                + ". Keep one of them, or give"
                                + " one another plural: things.t.dev");
    }

    @Test
    void a_version_that_is_not_there_is_told() throws IOException {
        write("a.yaml", GOOD);

        assertThat(problems(options().withVersion("v9"))).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfNoVersion);
            assertThat(problem.message()).contains("[v1]").endsWith(": v9");
        });
    }

    @Test
    void a_package_that_cannot_be_is_told() throws IOException {
        write("a.yaml", GOOD);

        assertThat(problems(options().withPackageName("a.class")))
                .singleElement()
                .hasToString("[KopfInvalidOption] packageName: not a name of a package: a.class");
    }

    @Test
    void all_problems_are_told_at_once() throws IOException {
        write("a.yaml", "kind: ConfigMap\n");
        write("b.yaml", "[");
        write("c.yaml", GOOD.replaceAll(", schema: .*", "}"));

        assertThat(problems())
                .extracting(Problem::id)
                .containsExactly(Problem.Id.KopfNotACrd, Problem.Id.KopfBrokenYaml, Problem.Id.KopfNoSchema);
    }

    @Test
    void an_unforeseen_failure_is_a_problem_that_names_the_file() {
        Problems problems = new Problems(List.of());

        List<SourceFile> files = Codegen.guarded("a.yaml", problems, () -> {
            throw new IllegalStateException("surprise");
        });

        assertThat(files).isEmpty();
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfInternal] a.yaml: ")
                .hasMessageContaining("surprise");
    }

    @Test
    void memory_that_does_not_suffice_is_a_problem_of_the_crd() {
        Problems problems = new Problems(List.of());

        Codegen.guarded("a.yaml", problems, () -> {
            throw new OutOfMemoryError();
        });

        assertThatThrownBy(problems::throwIfAny).hasMessageStartingWith("[KopfTooLarge] a.yaml: the memory");
    }

    @Test
    void a_problem_is_one_line_that_does_nothing_to_a_terminal() throws IOException {
        write(
                "a.yaml",
                GOOD.replace("t.dev\n", "\"a\\n\\e[31m\\u202e" + "x".repeat(9_000) + "\"\n")
                        .replace("t.dev}", "}"));
        write("b.yaml", GOOD.replace("group: t.dev", "\"g\\n\\e[31m\": 1\n  \"g\\n\\e[31m\": 2"));

        assertThat(problems())
                .allSatisfy(problem -> assertThat(problem.toString())
                        .hasSizeLessThan(2_100)
                        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    @Test
    void lists_and_documents_beside_crds_are_read() throws IOException {
        write(
                "a.yaml",
                "kind: ConfigMap\n---\n" + GOOD
                        + "---\nkind: List\nitems:\n- {kind: CustomResourceDefinition, spec: {group: t.dev,"
                        + " names: {kind: Other, plural: others}, versions: [{name: v1, storage: true,"
                        + " schema: {openAPIV3Schema: {type: object}}}]}}\n");

        assertThat(Codegen.generate(options()))
                .extracting(SourceFile::path)
                .contains("dev/t/v1/Thing.java", "dev/t/v1/Other.java");
    }
}
