package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/from-kopf.md says of Kopf's names: each has its line, and what the list has are Kopf's names. */
class FromKopfTest {

    private static final Path PAGE = Path.of("../docs/from-kopf.md");
    private static final Path LIST = Path.of("src/test/resources/kopf/names.txt");

    private static final Pattern SECTION = Pattern.compile("## (.+)");
    private static final Pattern GROUP = Pattern.compile("\\[(.+)]");
    private static final Pattern ROW = Pattern.compile("\\| (.*?) \\| (.*) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String NOTHING = "—";

    @Test
    void every_name_has_a_line_in_the_table_of_its_section_and_there_is_no_other() throws IOException {
        Map<String, Map<String, String>> tables = tables();
        Map<String, List<String>> expected = namesOf(Files.readAllLines(LIST));

        assertThat(tables.keySet()).containsAll(expected.keySet());
        expected.forEach((section, names) -> assertThat(tables.get(section).keySet())
                .as("names of the section %s", section)
                .containsExactlyInAnyOrderElementsOf(names));
    }

    @Test
    void every_name_has_a_counterpart_or_the_reason_why_there_is_none() throws IOException {
        for (String section : namesOf(Files.readAllLines(LIST)).keySet()) {
            assertThat(tables().get(section)).allSatisfy((name, here) -> {
                boolean isReason = here.startsWith(NOTHING) && here.length() > NOTHING.length() + 1;
                boolean isCounterpart = !here.contains(NOTHING) && !here.isBlank();
                assertThat(isReason || isCounterpart || here.contains(". `run`: " + NOTHING + " "))
                        .as("what stands beside %s: %s", name, here)
                        .isTrue();
            });
        }
    }

    @Test
    void the_page_counts_them() throws IOException {
        List<String> all = new ArrayList<>();
        for (String section : namesOf(Files.readAllLines(LIST)).keySet()) {
            all.addAll(tables().get(section).values());
        }
        long counterparts =
                all.stream().filter(here -> !here.startsWith(NOTHING)).count();

        assertThat(Files.readString(PAGE))
                .contains("Of " + all.size() + " names, " + counterparts + " have a counterpart.");
    }

    @Test
    void the_names_are_those_of_kopf_itself() throws IOException, InterruptedException {
        OperatorProcess.installKopf();

        assertThat(OperatorProcess.kopfPrints("names.py")).isEqualTo(Files.readString(LIST));
    }

    /** What stands beside each name, by the heading of its table. */
    private static Map<String, Map<String, String>> tables() throws IOException {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        String section = "";
        for (String line : Files.readAllLines(PAGE)) {
            var heading = SECTION.matcher(line);
            var row = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                Map<String, String> table = tables.computeIfAbsent(section, key -> new LinkedHashMap<>());
                String here = row.group(2).strip();
                CODE.matcher(row.group(1))
                        .results()
                        .map(name -> name.group(1))
                        .forEach(name -> assertThat(table.put(name, here))
                                .as("%s stands twice", name)
                                .isNull());
            }
        }
        return tables;
    }

    private static Map<String, List<String>> namesOf(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> names = List.of();
        for (String line : lines) {
            MatchResult group = GROUP.matcher(line).results().findFirst().orElse(null);
            if (group != null) {
                names = new ArrayList<>();
                sections.put(group.group(1), names);
            } else if (!line.isBlank()) {
                names.add(line);
            }
        }
        return sections;
    }
}
