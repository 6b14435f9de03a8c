package dev.kopf.example.evc;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xml.sax.InputSource;

/** What the pages below docs say in Java is true of the code, and their links lead somewhere. */
class DocsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern PACKAGE = Pattern.compile("^package (\\S+);", Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public |final )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)#\\s]*)(?:#([^)]*))?\\)");
    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("<a id=\"([^\"]+)\"></a>");

    @ParameterizedTest
    @MethodSource("blocks")
    void every_java_block_is_a_whole_class_that_compiles_without_warnings(Block block) {
        List<String> problems = javac()
                .withOptions("-Xlint:all,-processing,-classfile", "-proc:none")
                .compile(block.source())
                .diagnostics()
                .stream()
                .map(problem -> block.page() + ":" + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
                .toList();

        assertThat(problems).isEmpty();
    }

    /** The page of problems has files that are none on purpose; the generator's tests read them. */
    @ParameterizedTest
    @MethodSource("linkingPages")
    void every_block_of_yaml_or_xml_can_be_read(Path page) throws IOException {
        assumeFalse(page.endsWith("problems.md"));
        for (Block block : Block.allOf(page, "yaml")) {
            assertThatCode(() -> new Load(LoadSettings.builder().build())
                            .loadAllFromString(block.text())
                            .forEach(document -> assertThat(document).isNotNull()))
                    .as(block.toString())
                    .doesNotThrowAnyException();
        }
        for (Block block : Block.allOf(page, "xml")) {
            // What stands in a page may be several elements of a file.
            String xml = "<page>" + block.text() + "</page>";
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml))))
                    .as(block.toString())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("linkingPages")
    void every_link_leads_to_a_file_and_to_a_heading_of_it(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : LINK.matcher(
                        FENCED.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .toList()) {
            if (!link.group(1).contains("://") && !leadsSomewhere(page, link.group(1), link.group(2))) {
                broken.add(link.group());
            }
        }

        assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
    }

    /** @param heading null where the link is to the page as a whole */
    private static boolean leadsSomewhere(Path page, String file, @Nullable String heading) throws IOException {
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(target) && (heading == null || anchorsOf(target).contains(heading));
    }

    /** The headings of a page, as its address in a browser names them, and what is marked by hand. */
    private static Set<String> anchorsOf(Path page) throws IOException {
        String text = FENCED.matcher(Files.readString(page)).replaceAll("");
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .forEach(heading -> anchors.add(heading.replace(' ', '-')));
        MARK.matcher(text).results().forEach(mark -> anchors.add(mark.group(1)));
        return anchors;
    }

    /** All that is written for users. */
    static List<Path> linkingPages() throws IOException {
        List<Path> pages = new ArrayList<>(pages());
        try (Stream<Path> files = Files.walk(DOCS.resolveSibling("examples"), 2)) {
            files.filter(file -> file.endsWith("README.md")).sorted().forEach(pages::add);
        }
        for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md")) {
            pages.add(DOCS.resolveSibling(name));
        }
        return pages.stream().filter(Files::exists).toList();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            blocks.addAll(Block.allOf(page, "java"));
        }
        return blocks;
    }

    /**
     * A fenced block of some language.
     *
     * @param page the name of the file that it stands in
     * @param line the number of its first line there
     * @param text what stands between the fences
     */
    record Block(String page, int line, String text) {

        static List<Block> allOf(Path page, String language) throws IOException {
            String name = page.getFileName().toString();
            List<Block> blocks = new ArrayList<>();
            StringBuilder text = null;
            int start = 0;
            int number = 0;
            for (String line : Files.readAllLines(page)) {
                number++;
                if (text == null && line.equals("```" + language)) {
                    text = new StringBuilder();
                    start = number + 1;
                } else if (text != null && line.equals("```")) {
                    blocks.add(new Block(name, start, text.toString()));
                    text = null;
                } else if (text != null) {
                    text.append(line).append('\n');
                }
            }
            assertThat(text).as("a block of %s that is not closed", name).isNull();
            return blocks;
        }

        /** The compiler's line numbers are those of the page: as many empty lines stand in front. */
        JavaFileObject source() {
            String simpleName = found(TYPE).orElseThrow(() -> new AssertionError(this + " is no whole class"));
            String name = found(PACKAGE).map(prefix -> prefix + ".").orElse("") + simpleName;
            return JavaFileObjects.forSourceString(name, "\n".repeat(line - 1) + text);
        }

        private Optional<String> found(Pattern pattern) {
            return pattern.matcher(text).results().map(match -> match.group(1)).findFirst();
        }

        @Override
        public String toString() {
            return page + ":" + line;
        }
    }
}
