package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated is what is written down in {@code golden/<case>/}; {@code -Dgolden.update=true} writes it down anew. What is
 * written down is compiled together with the code in {@code use/<case>/}, and that is run.
 */
final class GoldenTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Of the cases that have other options than the default ones. */
    private static final Map<String, UnaryOperator<CodegenOptions>> OPTIONS = Map.of(
            "versions",
            options -> options.with(new CodegenOptions.Selection(Set.of(), Set.of(), Set.of("*"), null)),
            "fields",
            options -> options.with(new CodegenOptions.Content(
                    List.of("spec.template.replicas", "Fleet:spec.template.[a.b].c", "spec.template"), true)),
            "names",
            options -> options.with(new CodegenOptions.Naming(
                    null,
                    Map.of("example.kopf.dev", "com.acme.books"),
                    Map.of("Book", "Volume", "Book:spec", "VolumeSettings", "Book:spec.chapters", "Part"),
                    Map.of("Book:spec.foo-bar", "title", "Book:spec.chapters.n", "number", "Book:x-data", "notes"))));

    /** The names of the CRDs' files. */
    private static List<String> cases() throws IOException {
        return read(RESOURCES.resolve("crds")).keySet().stream()
                .map(file -> file.replace(".yaml", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_sources_are_as_written_down(String name) throws IOException {
        Map<String, String> generated = new TreeMap<>();
        CodegenOptions options =
                CodegenOptions.of(List.of(RESOURCES.resolve("crds/" + name + ".yaml")), Path.of("unused"));
        Codegen.generate(OPTIONS.getOrDefault(name, UnaryOperator.identity()).apply(options))
                .forEach(file -> generated.put(file.path(), file.text()));
        Path golden = RESOURCES.resolve("golden/" + name);
        if (Boolean.getBoolean("golden.update")) {
            update(golden, generated);
        }
        assertThat(read(golden)).containsExactlyEntriesOf(generated);
    }

    /** They are compiled and run where their library is, in kopf-testing. */
    @Test
    void the_fixtures_are_as_written_down() throws IOException {
        CodegenOptions options = CodegenOptions.of(List.of(RESOURCES.resolve("crds/evc.yaml")), Path.of("unused"));
        Map<String, String> generated = new TreeMap<>();
        Codegen.generateFixtures(options, true).forEach(file -> generated.put(file.path(), file.text()));
        Path golden = RESOURCES.resolve("golden/evc-fixtures");
        if (Boolean.getBoolean("golden.update")) {
            update(golden, generated);
        }
        assertThat(read(golden)).containsExactlyEntriesOf(generated);
    }

    @TestFactory
    Stream<DynamicTest> an_author_can_use_what_is_written_down() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : cases()) {
            String main = "use." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Use";
            runs(name, main).forEach(tests::add);
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> runs(String name, String main) throws IOException, ClassNotFoundException {
        List<SourceFile> sources = new ArrayList<>();
        read(RESOURCES.resolve("golden/" + name)).forEach((path, text) -> sources.add(new SourceFile(path, text)));
        read(RESOURCES.resolve("use/" + name)).forEach((path, text) -> sources.add(new SourceFile(path, text)));
        Compiled compiled = Compiled.of(sources);
        assertThat(compiled.errors()).isEmpty();
        return Arrays.stream(compiled.loadClass(main).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0)
                .map(method -> DynamicTest.dynamicTest(name + ": " + method.getName(), () -> run(method)));
    }

    private static void run(Method method) throws Throwable {
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void update(Path golden, Map<String, String> generated) throws IOException {
        for (String gone : read(golden).keySet()) {
            Files.delete(golden.resolve(gone));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path path = golden.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
