package dev.kopf.codegen.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputDigestTest {

    @TempDir
    private Path folder;

    private CodegenOptions options;
    private Path generator;

    @BeforeEach
    void writeFiles() throws IOException {
        generator = Files.writeString(folder.resolve("generator.jar"), "1.0");
        options = CodegenOptions.of(
                List.of(Files.writeString(folder.resolve("crd.yaml"), "kind: A")), folder.resolve("out"));
    }

    private String digest(CodegenOptions of) throws IOException {
        return InputDigest.of(of, "classes", generator);
    }

    @Test
    void a_crd_a_product_or_a_version_of_the_generator_that_is_another_changes_it() throws IOException {
        String before = digest(options);
        assertThat(digest(options)).isEqualTo(before);
        assertThat(InputDigest.of(options, "fixtures", generator)).isNotEqualTo(before);

        Files.writeString(generator, "1.1");
        String after = digest(options);
        assertThat(after).isNotEqualTo(before);

        Files.writeString(folder.resolve("crd.yaml"), "kind: B");
        assertThat(digest(options)).isNotEqualTo(after);
    }

    @Test
    void each_option_changes_it() throws IOException {
        String before = digest(options);
        Set<String> a = Set.of("a");
        Map<String, String> ab = Map.of("a", "b");
        Stream.of(
                        options.with(new CodegenOptions.Selection(a, Set.of(), Set.of(), null)),
                        options.with(new CodegenOptions.Selection(Set.of(), a, Set.of(), null)),
                        options.with(new CodegenOptions.Selection(Set.of(), Set.of(), a, null)),
                        options.with(CodegenOptions.Selection.ALL.withBuiltIns(a)),
                        options.withVersion("a"),
                        options.withPackageName("a"),
                        options.with(new CodegenOptions.Naming(null, ab, Map.of(), Map.of())),
                        options.with(new CodegenOptions.Naming(null, Map.of(), ab, Map.of())),
                        options.with(new CodegenOptions.Naming(null, Map.of(), Map.of(), ab)),
                        options.with(new CodegenOptions.Content(List.of("a"), true)),
                        options.with(new CodegenOptions.Content(List.of(), false)))
                .map(InputDigest::text)
                .forEach(text -> assertThat(text).isNotEqualTo(InputDigest.text(options)));
        assertThat(digest(options.withPackageName("a"))).isNotEqualTo(before);
    }

    @Test
    void no_option_is_forgotten() {
        List<String> lines = InputDigest.text(options).lines().toList();

        assertThat(Stream.of(CodegenOptions.Selection.class, CodegenOptions.Naming.class, CodegenOptions.Content.class)
                        .map(Class::getRecordComponents)
                        .flatMap(Arrays::stream)
                        .map(RecordComponent::getName))
                .allSatisfy(name -> assertThat(lines).anyMatch(line -> line.startsWith(name + "=")));
    }

    @Test
    void values_that_look_alike_when_joined_are_told_apart() {
        CodegenOptions one = options.with(new CodegenOptions.Content(List.of("a", "b"), true));
        CodegenOptions other = options.with(new CodegenOptions.Content(List.of("a 1:b"), true));

        assertThat(InputDigest.text(one)).isNotEqualTo(InputDigest.text(other));
    }
}
