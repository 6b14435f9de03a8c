package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a further run writes. */
final class IncrementalTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path folder;

    private CodegenOptions options;

    @BeforeEach
    void generateOnce() throws IOException {
        Files.createDirectory(folder.resolve("crds"));
        writeCrd("Claim", "size");
        writeCrd("Other", "size");
        options = CodegenOptions.of(List.of(folder.resolve("crds")), folder.resolve("out"));
        Codegen.run(options);
        age();
    }

    private void writeCrd(String kind, String property) throws IOException {
        Files.writeString(folder.resolve("crds").resolve(kind + ".yaml"), """
                kind: CustomResourceDefinition
                spec:
                  group: t.dev
                  names: {kind: %s, plural: %ss}
                  versions:
                  - name: v1
                    storage: true
                    schema:
                      openAPIV3Schema: {properties: {spec: {type: object, properties: {%s: {type: string}}}}}
                """.formatted(kind, kind, property));
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out/dev"))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void age() throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private Set<String> written() throws IOException {
        return files().stream()
                .filter(file -> {
                    try {
                        return !Files.getLastModifiedTime(file).equals(LONG_AGO);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void without_a_change_nothing_is_written() throws IOException {
        assertThat(Codegen.run(options).changed()).isZero();

        assertThat(written()).isEmpty();
    }

    @Test
    void a_crd_that_changes_has_its_files_written_and_no_others() throws IOException {
        writeCrd("Claim", "colour");

        Codegen.Result result = Codegen.run(options);

        assertThat(written())
                .isNotEmpty()
                .hasSize(result.changed())
                .contains("ClaimSpec.java", "ClaimHandler.java")
                .allMatch(name -> name.startsWith("Claim"));
    }

    @Test
    void an_option_that_changes_has_all_written_again() throws IOException {
        Set<Path> before = files();

        Codegen.Result result = Codegen.run(options.withPackageName("my.claims"));

        assertThat(before).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(folder.resolve("out/my/claims")).isDirectoryContaining(file -> file.endsWith("OtherSpec.java"));
        assertThat(result.changed()).isEqualTo(2 * before.size());
    }

    @Test
    void what_was_edited_or_deleted_is_written_again() throws IOException {
        Path spec = folder.resolve("out/dev/t/v1/ClaimSpec.java");
        String text = Files.readString(spec);
        Files.writeString(spec, "edited");
        Files.delete(folder.resolve("out/dev/t/v1/Other.java"));

        Codegen.run(options);

        assertThat(spec).hasContent(text);
        assertThat(written()).containsExactlyInAnyOrder("ClaimSpec.java", "Other.java");
    }

    @Test
    void fixtures_lose_their_arbitraries_where_they_are_not_wanted_any_more() throws IOException {
        CodegenOptions tests = CodegenOptions.of(options.crds(), folder.resolve("tests"));
        Path arbitraries = folder.resolve("tests/dev/t/v1/ClaimArbitraries.java");
        Codegen.runFixtures(tests, true);
        assertThat(arbitraries).exists();

        Codegen.runFixtures(tests, false);

        assertThat(arbitraries).doesNotExist();
        assertThat(folder.resolve("tests/dev/t/v1/ClaimFixtures.java")).exists();
    }
}
