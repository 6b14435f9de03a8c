package dev.kopf.codegen.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page about the schema gate tells the truth, and so do the lines among all problems. */
final class DocumentedBreaksTest {

    private static final Path PAGE = Path.of("../docs/schema-gate.md");
    private static final Path PROBLEMS = Path.of("../docs/problems.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(Kopf\\w+)` \\| `(.+)` \\| (?:`(.+)`|nothing) \\|$");

    @TempDir
    private Path folder;

    /** A change of the CRD on the page. */
    private record Row(Problem.Id id, String was, String is) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            String is = matcher.group(3);
            rows.add(new Row(Problem.Id.valueOf(matcher.group(1)), matcher.group(2), is == null ? "" : is));
        }
        return rows;
    }

    private static String crd() throws IOException {
        return Files.readString(PAGE).split("```yaml\n|```\n", 3)[1];
    }

    private List<CrdDocument> read(String name, String crd) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("thing.yaml");
        return CrdReader.read(List.of(Files.writeString(file, crd))).documents();
    }

    private List<Problem> compare(Row row) throws IOException {
        String crd = crd();
        assertThat(crd).contains(row.was());
        return SchemaGate.compare(
                read("released", crd), read("current", crd.replace(row.was(), row.is())), Tolerance.NONE);
    }

    @TestFactory
    Stream<DynamicTest> every_change_in_the_table_is_that_break_and_no_other() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(),
                        () -> assertThat(compare(row)).extracting(Problem::id).containsExactly(row.id())));
    }

    @Test
    void every_break_is_on_the_page() throws IOException {
        Set<Problem.Id> breaks = EnumSet.range(Problem.Id.KopfKindRemoved, Problem.Id.KopfRuleAdded);
        String page = Files.readString(PAGE);

        assertThat(rows()).hasSizeGreaterThan(breaks.size());
        assertThat(breaks).allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
    }

    @Test
    void every_line_among_the_problems_is_told_for_a_change_in_the_table() throws IOException {
        Set<String> told = new TreeSet<>();
        for (Row row : rows()) {
            for (Problem problem : compare(row)) {
                told.add(problem.toString()
                        .replace(folder.resolve("released") + "/", "released/")
                        .replace(folder.resolve("current") + "/", ""));
            }
        }
        String crd = crd();
        SchemaGate.compare(read("released", crd.replace(", status: {}", "")), read("current", crd), Tolerance.NONE)
                .forEach(problem -> told.add(problem.toString().replace(folder.resolve("current") + "/", "")));
        String problems = Files.readString(PROBLEMS);
        List<String> lines = problems.substring(problems.indexOf("\n## Breaking changes"))
                .lines()
                .filter(line -> line.startsWith("[Kopf"))
                .toList();

        assertThat(lines)
                .hasSize(EnumSet.range(Problem.Id.KopfKindRemoved, Problem.Id.KopfRuleAdded)
                        .size());
        assertThat(told).containsAll(lines);
    }
}
