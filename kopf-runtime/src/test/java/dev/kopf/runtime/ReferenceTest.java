package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The reference of settings and options is what the code says; {@code -Dgolden.update=true} writes it down anew. What settings mean is in their
 * Javadoc, what options do in their descriptions.
 */
final class ReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference.md");
    private static final Path SETTINGS = Path.of("src/main/java/dev/kopf/runtime/Settings.java");
    private static final Pattern JAVADOC_OF_RECORD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record (\\w+)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\"(\\[Kopf\\w+])");
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ((?:(?!@param ).)*)");

    @Test
    void the_page_has_all_settings_and_options() throws IOException {
        String page = page();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void every_id_in_the_log_stands_in_a_page() {
        String pages = CloneTexts.all(".md");

        assertThat(ID.matcher(CloneTexts.all(".java"))
                        .results()
                        .map(id -> id.group(1))
                        .distinct())
                .isNotEmpty()
                .allMatch(pages::contains);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Reference of settings and options

                Written by the build from the code. [Configuration](configuration.md) and [the command line](command-line.md) tell how they are used.

                ## Settings

                In the program they are `Settings`, each with its `with…`: `Kopf.application(…).settings(…)`, or `Operator.builder().settings(…)`. `run` takes them from a file in YAML,
                `--settings FILE`, by their names here, with those of a part below its name; and from variables of the environment. The command line goes before the environment, that before
                the file, and that before the program. In a program of your own, `withFile` and `withEnvironment` are the same. Times are written as `500ms`, `20s`, `5m` or `1h`.

                | setting | variable | default | means |
                |---|---|---|---|
                """);
        String source = Files.readString(SETTINGS);
        settings(page, "", Settings.defaults(), source);
        page.append("""

                ## Options

                """);
        for (String command : List.of("run", "freeze", "resume")) {
            page.append("### `").append(command).append("`\n\n| option | variable | does |\n|---|---|---|\n");
            Application.launching(new FakeOperator())
                    .describe(command)
                    .getCommandSpec()
                    .options()
                    .forEach(option -> option(page, command, option));
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void settings(StringBuilder page, String prefix, Record part, String source) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String name = prefix + component.getName();
            Object value = value(component, part);
            if (value instanceof Record below) {
                settings(page, name + ".", below, source);
            } else {
                page.append("| `%s` | `%s` | %s |%n"
                        .formatted(
                                name,
                                SettingNames.variable(name),
                                description(part.getClass().getSimpleName(), component.getName(), source)));
            }
        }
    }

    private static Object value(RecordComponent component, Record part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Default and meaning: in Javadoc the default comes last, after a semicolon. */
    private static String description(String record, String component, String source) {
        Matcher documents = JAVADOC_OF_RECORD.matcher(source);
        while (documents.find()) {
            if (documents.group(2).equals(record)) {
                Matcher params = PARAM.matcher(documents.group(1).replaceAll("\\R\\s*\\* ?", " "));
                while (params.find()) {
                    if (params.group(1).equals(component)) {
                        return cells(params.group(2).strip());
                    }
                }
            }
        }
        throw new AssertionError("Settings." + record + "." + component + " has no Javadoc");
    }

    private static String cells(String javadoc) {
        String text = javadoc.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link \\w*#(\\w+)[^}]*}", "`$1`")
                .replaceAll("\\s+", " ");
        int at = text.indexOf("; ");
        assertThat(at).as("'%s' has its default after a semicolon", text).isPositive();
        return text.substring(at + 2) + " | " + text.substring(0, at);
    }

    private static void option(StringBuilder page, String command, OptionSpec option) {
        if (option.hidden()) {
            return;
        }
        String names =
                Arrays.stream(option.names()).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        String value = option.paramLabel() == null
                        || option.arity().max() == 0
                        || option.typeInfo().isBoolean()
                ? ""
                : " " + option.paramLabel();
        String variable = option.userObject() instanceof Field field && !option.usageHelp() && !option.versionHelp()
                ? "`" + Environment.names(command, field.getName()).get(0) + "`"
                : "";
        page.append("| %s%s | %s | %s |%n".formatted(names, value, variable, String.join(" ", option.description())));
    }
}
