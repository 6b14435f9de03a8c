package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesTest {

    @TempDir
    private Path basedir;

    private void write(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(basedir.resolve(file).getParent());
            Files.writeString(basedir.resolve(file), "");
        }
    }

    private List<String> found(List<String> includes, List<String> excludes, String... sources) {
        Sources.Patterns patterns = new Sources.Patterns(includes, excludes);
        return new Sources(
                        basedir,
                        patterns,
                        basedir.resolve("work"),
                        source -> new Downloads(basedir, DownloadsTest.NETWORK, true).of(source))
                .places(List.of(sources)).stream()
                        .map(place -> basedir.relativize(place).toString().replace('\\', '/'))
                        .toList();
    }

    @Test
    void a_place_without_patterns_is_taken_as_it_is() {
        assertThat(found(List.of(), List.of(), "crds", "a.yaml")).containsExactly("crds", "a.yaml");
    }

    @Test
    void patterns_are_mavens_own() throws IOException {
        write("crds/a.yaml", "crds/prod/b.yaml", "crds/prod/deep/c.json", "crds/prod/notes.md", "crds/test/d.yml");

        assertThat(found(List.of("**/prod/**/*.yaml"), List.of(), "crds")).containsExactly("crds/prod/b.yaml");
        assertThat(found(List.of(), List.of("test/**"), "crds"))
                .containsExactly("crds/a.yaml", "crds/prod/b.yaml", "crds/prod/deep/c.json");
    }

    @Test
    void a_file_that_is_named_is_read_whatever_the_patterns_say() throws IOException {
        write("a.yaml", "crds/a.yaml", "crds/b.yaml");

        assertThat(found(List.of(), List.of("a.yaml"), "a.yaml", "crds")).containsExactly("a.yaml", "crds/b.yaml");
    }

    @Test
    void a_pattern_that_leaves_nothing_is_a_problem() throws IOException {
        write("crds/a.yaml");

        assertThatThrownBy(() -> found(List.of("*.json"), List.of(), "crds"))
                .isInstanceOf(CodegenException.class)
                .hasMessageContainingAll("[KopfNoCrd] ", "crds: no file matches.", "[*.json]");
    }
}
