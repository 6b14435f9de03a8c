package dev.kopf.codegen.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StampsTest {

    @TempDir
    private Path folder;

    private Path crd;
    private Path output;

    @BeforeEach
    void makeFiles() throws IOException {
        crd = Files.writeString(folder.resolve("crd.yaml"), "kind: A");
        Files.setLastModifiedTime(crd, FileTime.from(Instant.now().minusSeconds(60)));
        output = Files.writeString(
                Files.createDirectories(folder.resolve("out/p")).resolve("A.java"), "class A {}");
    }

    private Stamps stamps() throws IOException {
        return stamps("my.claims");
    }

    private Stamps stamps(String packageName) throws IOException {
        Path generator = folder.resolve("generator.jar");
        if (!Files.exists(generator)) {
            Files.writeString(generator, "1.0");
        }
        return Stamps.of(
                CodegenOptions.of(List.of(crd), folder.resolve("out"))
                        .withStamps(folder.resolve("kept/stamps"))
                        .withPackageName(packageName),
                generator);
    }

    private void keep() throws IOException {
        stamps().keep(List.of("p/A.java"));
    }

    @Test
    void what_nobody_touched_is_unchanged() throws IOException {
        assertThat(stamps().isUnchanged()).isFalse();

        keep();

        assertThat(stamps().isUnchanged()).isTrue();
    }

    @Test
    void a_change_of_a_file_is_seen_whatever_its_size() throws IOException {
        keep();
        Files.writeString(crd, "kind: B");

        assertThat(stamps().isUnchanged()).isFalse();
    }

    @Test
    void a_change_of_a_file_is_seen_though_it_has_the_size_and_the_time_of_before() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("unix");
        keep();
        FileTime before = Files.getLastModifiedTime(crd);
        byte[] content = Files.readAllBytes(crd);
        content[0]++;
        Files.write(crd, content);
        Files.setLastModifiedTime(crd, before);

        assertThat(stamps().isUnchanged()).isFalse();
    }

    @Test
    void an_option_or_a_generator_that_is_another_changes_all() throws IOException {
        keep();

        assertThat(stamps("other.claims").isUnchanged()).isFalse();

        Files.writeString(folder.resolve("generator.jar"), "1.0.1");
        assertThat(stamps().isUnchanged()).isFalse();
    }

    @Test
    void an_output_that_is_edited_or_gone_is_seen() throws IOException {
        keep();
        Files.setLastModifiedTime(output, FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(stamps().isUnchanged()).isFalse();

        keep();
        Files.delete(output);
        assertThat(stamps().isUnchanged()).isFalse();
    }

    /** It can be written again without its time telling: the clock of the file system has not moved on. */
    @Test
    void a_file_that_is_as_young_as_the_tick_of_a_clock_is_not_trusted() throws IOException {
        Files.setLastModifiedTime(crd, FileTime.from(Instant.now().plusSeconds(5)));
        keep();

        assertThat(stamps().isUnchanged()).isFalse();
    }
}
