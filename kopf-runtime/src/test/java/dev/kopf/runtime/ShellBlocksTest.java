package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.Main;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the pages say in shell can be typed: it is shell, and its commands, options, modules, profiles, files and kinds are there. */
final class ShellBlocksTest {

    private static final Set<String> COMMANDS = Set.of("run", "freeze", "resume");
    private static final Set<String> PHASES = Set.of("compile", "test", "package", "verify", "install");
    private static final Set<String> PROPERTIES_OF_MAVEN = Set.of(
            "skipTests", "maven.test.skip", "test", "excludedGroups", "surefire.failIfNoSpecifiedTests", "detail");
    private static final Set<String> VERBS_OF_KINDS = Set.of("get", "patch", "delete", "annotate", "describe", "edit");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]*)");
    private static final Pattern VARIABLE = Pattern.compile("\\b(KOPF_[A-Z_]*[A-Z])\\b");
    private static final Pattern KIND = Pattern.compile("\\b(?:kind|plural|singular|categories):\\s*(?:- )?(\\w+)");
    private static final Pattern PLURAL = Pattern.compile("^\\S+ (\\w+) (?:Namespaced|Cluster) ", Pattern.MULTILINE);
    private static final Pattern BUILT_IN = Pattern.compile("^\\S+ \\w+ \\w+ \\S+\\.(\\w+)$", Pattern.MULTILINE);

    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("blocks")
    void a_block_can_be_typed(ShellBlock block) throws Exception {
        ShellBlock.Run run = block.run(folder);
        problems.addAll(run.complaints());
        for (List<String> call : run.calls()) {
            List<String> words = call.subList(1, call.size());
            switch (call.get(0)) {
                case "java" -> checkJava(words);
                case "mvn" -> checkMaven(words);
                case "kubectl" -> checkKubectl(words);
                case "claims-operator" -> checkOperator(words);
                default -> {} // programs of others
            }
        }

        assertThat(problems).as("%s:%d", block.page(), block.line()).isEmpty();
    }

    private void checkJava(List<String> words) {
        int jar = words.indexOf("-jar") + 1;
        String file = words.get(jar).replace("PATH-TO-THE-CLONE/", "");
        List<String> arguments = words.subList(jar + 1, words.size());
        int target = file.indexOf("/target/");
        if (target > 0) {
            String name = file.substring(target).replaceAll("/target/|\\.jar", "");
            require(CloneTexts.text(file.substring(0, target) + "/pom.xml").contains(name), "no module packs", file);
        }
        String command = arguments.get(0);
        if (file.endsWith("kopf-apiserver.jar")) {
            parse(new CommandLine(Main.class), arguments);
        } else if (!command.equals("demo") && (target < 0 || COMMANDS.contains(command))) {
            checkOperator(arguments);
        } // what programs of the clone have beside, other tests play
    }

    private void checkOperator(List<String> words) {
        boolean isName = words.size() == 1 && COMMANDS.contains(words.get(0)); // without what the command needs
        if (!isName) {
            parse(commandLine("run").getParent(), words);
        }
    }

    private static CommandLine commandLine(String command) {
        return Application.launching(new FakeOperator()).describe(command);
    }

    private void parse(CommandLine line, List<String> arguments) {
        try {
            line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            problems.add(e.getMessage());
        }
    }

    private void checkMaven(List<String> words) {
        String poms = CloneTexts.all("pom.xml");
        String sources = CloneTexts.all(".java");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.replaceFirst("^-[PD]", "").replaceFirst("=.*", "");
            if (word.equals("-pl")) {
                for (String module : words.get(++i).split(",", -1)) {
                    require(CloneTexts.has(module + "/pom.xml"), "no module", module);
                }
            } else if (word.startsWith("-P")) {
                require(poms.contains("<id>" + name + "</id>"), "no profile", name);
            } else if (word.startsWith("-D")) {
                boolean isRead = poms.contains("<" + name + ">") || sources.contains("\"" + name + "\"");
                require(isRead || PROPERTIES_OF_MAVEN.contains(name), "no property that anybody reads", name);
            } else if (!word.startsWith("-") && !PHASES.contains(word)) {
                checkGoal(word.split(":", -1), poms, sources);
            }
        }
    }

    /** {@code plugin:goal}, or {@code group:plugin:version:goal} of our own. */
    private void checkGoal(String[] parts, String poms, String sources) {
        String goal = parts[parts.length - 1];
        String plugin = parts.length == 4 ? parts[1] : parts[0] + "-maven-plugin";
        boolean isOurs = plugin.equals("kopf-maven-plugin");
        require(poms.contains("<artifactId>" + plugin + "</artifactId>"), "no plugin", plugin);
        require(!isOurs || goal.equals("help") || sources.contains("name = \"" + goal + "\""), "no goal", goal);
        if (parts.length == 4) {
            require(poms.contains("<version>" + parts[2] + "</version>"), "no version", parts[2]);
        }
    }

    private void checkKubectl(List<String> words) {
        int file = words.indexOf("-f") + 1;
        if (file > 0) {
            String path = words.get(file);
            boolean isInClone = path.contains("/") && !path.startsWith("src/");
            require(!isInClone || CloneTexts.has(path), "no such file", path);
        } else if (words.size() > 1 && VERBS_OF_KINDS.contains(words.get(0))) {
            String kind = words.get(1).replaceFirst("/.*", "");
            require(kinds().contains(kind), "no kind of a page or of Kubernetes", kind);
        }
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(named(KIND, CloneTexts.all(".md") + CloneTexts.all(".yaml")));
        String table = CloneTexts.all("built-in-kinds.txt");
        kinds.addAll(named(PLURAL, table));
        kinds.addAll(named(BUILT_IN, table));
        kinds.addAll(kinds.stream().map(kind -> kind.toLowerCase(Locale.ROOT)).toList());
        return kinds;
    }

    private void require(boolean condition, String problem, String value) {
        if (!condition) {
            problems.add(problem + ": " + value);
        }
    }

    @Test
    void every_option_that_a_page_names_is_one_of_some_command() {
        String sources = CloneTexts.all(".java");

        assertThat(named(OPTION, CloneTexts.all(".md")))
                .isNotEmpty()
                .allMatch(option -> sources.contains("\"" + option + "\""));
    }

    @Test
    void every_variable_that_a_page_names_has_a_meaning() {
        Set<String> known = new TreeSet<>(SettingNames.variables());
        for (String command : COMMANDS) {
            commandLine(command).getCommandSpec().options().stream()
                    .map(option -> ((Field) option.userObject()).getName())
                    .forEach(field -> known.addAll(Environment.names(command, field)));
        }
        known.add("KOPF_RUN_PATHS"); // a variable of Kopf's, for which a page says what there is instead

        assertThat(named(VARIABLE, CloneTexts.all(".md")))
                .isNotEmpty()
                .allMatch(name -> known.stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "_")));
    }

    private static Set<String> named(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }

    static List<ShellBlock> blocks() throws IOException {
        List<ShellBlock> blocks = new ArrayList<>();
        for (Path page : CloneTexts.files(".md")) {
            blocks.addAll(ShellBlock.allOf(page));
        }
        assertThat(blocks).hasSizeGreaterThan(50);
        return blocks;
    }
}
