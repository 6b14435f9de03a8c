package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/rules.md says: each rule has its line, each test that a line names is there, and what differs is told in docs/kopf-differences.md. */
final class RulesTest {

    /** The rules of Kopf that the table is about, by chapter. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("B", "1-17"),
            Map.entry("G", "1-8"),
            Map.entry("C", "1-13 20-30"),
            Map.entry("D", "1-9 20-26"),
            Map.entry("S", "1-23"),
            Map.entry("X", "1-4 10-16 20-21 30-31 40-48"),
            Map.entry("P", "1-15 20-23"),
            Map.entry("W", "1-9 20-25 30-31 35-38 40-43"),
            Map.entry("E", "1-10"),
            Map.entry("F", "1-9 13-14 20-25 30-31"),
            Map.entry("N", "1-14"),
            Map.entry("I", "1-9"),
            Map.entry("M", "1-3 5-5"),
            Map.entry("L", "1-5 10-15 20-22 30-30"),
            Map.entry("AU", "1-6"),
            Map.entry("H", "1-7"),
            Map.entry("ST", "1-42"),
            Map.entry("T", "1-2"),
            Map.entry("EM", "1-3"),
            Map.entry("K", "1-6"));

    private static final int PROMISES = 7;
    private static final int DEPARTURES = 21;

    private static final String NO_TEST = "—";
    private static final Pattern RULE = Pattern.compile("[A-Z]+-?\\d+");
    private static final Pattern CELLS = Pattern.compile("^\\| (.*) \\|$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern LINK = Pattern.compile("\\[differs]\\(kopf-differences\\.md#([^)]+)\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:#(\\w+))?`");
    private static final Pattern MARK = Pattern.compile(" {4}@(?:Test|TestFactory|ParameterizedTest)\\b.*");
    private static final Pattern METHOD = Pattern.compile(" {4}(?:[\\w<>]+ )+(\\w+)\\(.*");

    @Test
    void every_rule_has_one_line_and_there_is_no_other() throws IOException {
        List<String> expected = new ArrayList<>();
        RULES.forEach((chapter, numbers) -> numbers(numbers).forEach(number -> expected.add(chapter + "-" + number)));
        IntStream.rangeClosed(1, PROMISES).forEach(number -> expected.add("P" + number));
        IntStream.rangeClosed(1, DEPARTURES).forEach(number -> expected.add("R" + number));

        assertThat(table()).extracting(Line::rule).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        Map<String, Set<String>> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Line line : table()) {
            for (Matcher name = TEST.matcher(line.tests()); name.find(); ) {
                Set<String> methods = tests.getOrDefault(name.group(1), Set.of());
                if (name.group(2) == null ? methods.isEmpty() : !methods.contains(name.group(2))) {
                    missing.add(line.rule() + ": " + name.group());
                }
            }
        }
        assertThat(missing)
                .as("tests that docs/rules.md names and that do not exist")
                .isEmpty();
    }

    @Test
    void what_no_test_proves_is_told_as_a_difference() throws IOException {
        List<Line> table = table();
        assertThat(table)
                .filteredOn(line -> line.tests().equals(NO_TEST))
                .filteredOn(line -> line.link().isEmpty())
                .extracting(Line::rule)
                .isEmpty();
        assertThat(table)
                .filteredOn(line -> !line.tests().equals(NO_TEST))
                .filteredOn(line -> !line.tests().matches(TEST + "(, " + TEST + ")*"))
                .extracting(Line::rule)
                .isEmpty();
        assertThat(table).extracting(Line::about).noneMatch(String::isBlank);
    }

    @Test
    void every_difference_is_of_a_rule_that_there_is_and_linked_from_its_line() throws IOException {
        Set<String> differing = new LinkedHashSet<>();
        Set<String> anchors = new LinkedHashSet<>();
        for (List<String> cells : rows("kopf-differences.md")) {
            assertThat(cells).as("rule, here, why").hasSize(3).noneMatch(String::isBlank);
            ANCHOR.matcher(cells.get(0))
                    .results()
                    .forEach(anchor -> assertThat(anchors.add(anchor.group(1)))
                            .as("the first line of %s, and no other, has its anchor", anchor.group(1))
                            .isTrue());
            differing.addAll(List.of(ANCHOR.matcher(cells.get(0)).replaceAll("").split(", ")));
        }
        List<Line> table = table();
        List<String> ours = table.stream().map(Line::rule).toList();

        assertThat(anchors)
                .containsExactlyInAnyOrderElementsOf(
                        differing.stream().map(RulesTest::anchor).toList());
        assertThat(differing).allSatisfy(rule -> assertThat(rule).matches(RULE));
        assertThat(differing).filteredOn(RulesTest::isOfTheTable).isSubsetOf(ours);
        assertThat(table)
                .filteredOn(line -> !line.link().isEmpty())
                .allSatisfy(line -> assertThat(line.link()).isEqualTo(anchor(line.rule())))
                .extracting(Line::rule)
                .containsExactlyInAnyOrderElementsOf(
                        differing.stream().filter(RulesTest::isOfTheTable).toList());
    }

    @Test
    void the_rules_are_those_of_the_specification() throws IOException {
        Path specification = Path.of(System.getProperty("shared", ""), "spec");
        assertThat(Files.exists(specification) || !"true".equals(System.getenv("CI")))
                .as("the specification is missing: " + specification)
                .isTrue();
        assumeTrue(Files.exists(specification), "the specification is missing: " + specification);
        Set<String> all = found(
                specification.resolve("kopf-behaviour.md"), Pattern.compile("^([A-Z]+-\\d+) ", Pattern.MULTILINE));
        Pattern setting = Pattern.compile("^\\| (\\d+) \\| [a-z_]+\\.[a-z_.]+ ", Pattern.MULTILINE);
        found(specification.resolve("kopf-behaviour.md"), setting).forEach(number -> all.add("ST-" + number));
        Set<String> promised = found(
                specification.resolve("decisions.md"), Pattern.compile("^- \\*\\*([PR]\\d+) ", Pattern.MULTILINE));
        List<String> ours = table().stream().map(Line::rule).toList();

        assertThat(ours)
                .filteredOn(rule -> rule.contains("-"))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(RulesTest::isOfTheTable).toList());
        assertThat(ours).filteredOn(rule -> !rule.contains("-")).containsExactlyInAnyOrderElementsOf(promised);
        for (List<String> cells : rows("kopf-differences.md")) {
            assertThat(ANCHOR.matcher(cells.get(0)).replaceAll("").split(", "))
                    .allMatch(rule -> all.contains(rule) || promised.contains(rule));
        }
    }

    private static boolean isOfTheTable(String rule) {
        return !rule.contains("-") || RULES.containsKey(rule.substring(0, rule.indexOf('-')));
    }

    private static String anchor(String rule) {
        return rule.toLowerCase(Locale.ROOT);
    }

    private static Stream<Integer> numbers(String ranges) {
        return Stream.of(ranges.split(" "))
                .map(range -> range.split("-"))
                .flatMap(range -> IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
                        .boxed());
    }

    private static Set<String> found(Path file, Pattern pattern) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<Line> table() throws IOException {
        return rows("rules.md").stream().map(Line::of).toList();
    }

    /** The cells of the tables of a page, without their heads. */
    private static List<List<String>> rows(String page) throws IOException {
        return Files.readAllLines(Path.of("../docs", page)).stream()
                .map(CELLS::matcher)
                .filter(Matcher::matches)
                .map(row -> List.of(row.group(1).split(" \\| ?", -1)))
                .filter(cells -> !cells.get(0).equals("rule"))
                .toList();
    }

    /** The methods of each test class of all modules; classes of one name are taken together. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new LinkedHashMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."));
                Stream<Path> examples = Files.list(Path.of("../examples"))) {
            for (Path sources : Stream.concat(modules, examples)
                    .map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                            .toList()) {
                        String name = file.getFileName().toString().replace(".java", "");
                        tests.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .addAll(methods(file));
                    }
                }
            }
        }
        return tests;
    }

    /** The test methods of a file: the first method behind each mark. */
    private static Set<String> methods(Path file) throws IOException {
        Set<String> methods = new LinkedHashSet<>();
        boolean marked = false;
        for (String line : Files.readAllLines(file)) {
            Matcher method = METHOD.matcher(line);
            if (MARK.matcher(line).matches()) {
                marked = true;
            } else if (marked && method.matches()) {
                methods.add(method.group(1));
                marked = false;
            }
        }
        return methods;
    }

    /** A line of the table; no link where nothing differs. */
    private record Line(String rule, String about, String tests, String link) {

        static Line of(List<String> cells) {
            assertThat(cells).as("rule, about, proven by, differs").hasSize(4);
            Matcher link = LINK.matcher(cells.get(3));
            boolean linked = link.matches();
            assertThat(linked || cells.get(3).isEmpty())
                    .as("the last cell of %s", cells.get(0))
                    .isTrue();
            return new Line(cells.get(0), cells.get(1), cells.get(2), linked ? link.group(1) : "");
        }
    }
}
