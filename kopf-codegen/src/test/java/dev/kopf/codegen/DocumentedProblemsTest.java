package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page about problems has all of them, and its examples are true. */
final class DocumentedProblemsTest {

    private static final Path PAGE = Path.of("../docs/problems.md");

    /** Where the page says that the files are. */
    private static final String CRDS = "src/main/crds/";

    @TempDir
    private Path folder;

    @Test
    void every_problem_has_a_section_with_an_example() throws IOException {
        Map<String, String> sections = sections();

        assertThat(sections)
                .containsOnlyKeys(
                        Arrays.stream(Problem.Id.values()).map(Problem.Id::name).toList());
        assertThat(sections).allSatisfy((id, text) -> assertThat(text).contains("\n[" + id + "] "));
    }

    @TestFactory
    Stream<DynamicTest> every_example_prints_the_line_beside_it() throws IOException {
        return sections().entrySet().stream()
                .filter(section -> section.getValue().contains("```yaml\n"))
                .map(section -> DynamicTest.dynamicTest(section.getKey(), () -> check(section)));
    }

    private void check(Map.Entry<String, String> section) throws IOException {
        Path crds = Files.createDirectories(folder.resolve(section.getKey()));
        List<String> files = blocks(section.getValue(), "yaml");
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(crds.resolve(List.of("claim.yaml", "other.yaml").get(i)), files.get(i));
        }
        List<String> printed = problems(CodegenOptions.of(List.of(crds), folder.resolve("out"))
                        .withVersion(section.getKey().equals("KopfNoVersion") ? "v9" : null))
                .stream()
                .filter(problem -> problem.id().name().equals(section.getKey()))
                .map(problem -> problem.toString().replace(crds + "/", CRDS))
                .toList();

        assertThat(String.join("\n", printed) + "\n")
                .isEqualTo(blocks(section.getValue(), "").get(0));
    }

    private static List<Problem> problems(CodegenOptions options) {
        List<Problem> warnings = new ArrayList<>();
        try {
            Codegen.generate(options, warnings::add);
            return warnings;
        } catch (CodegenException e) {
            return e.problems();
        }
    }

    private static List<String> blocks(String text, String language) {
        List<String> blocks = new ArrayList<>();
        String[] parts = text.split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith(language + "\n")) {
                blocks.add(parts[i].substring(language.length() + 1));
            }
        }
        return blocks;
    }

    private static Map<String, String> sections() throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("\n##+ ", -1))
                .filter(text -> text.startsWith("Kopf"))
                .collect(Collectors.toMap(
                        text -> text.substring(0, text.indexOf('\n')), text -> text, (a, b) -> a, TreeMap::new));
    }
}
