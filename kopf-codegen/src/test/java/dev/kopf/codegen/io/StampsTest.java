package dev.kopf.codegen.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StampsTest {

    @TempDir
    private Path folder;

    private Path crd;
    private Path output;
    private long now = System.currentTimeMillis();

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
        return stamps(packageName, "classes");
    }

    private Stamps stamps(String packageName, String product) throws IOException {
        Path generator = folder.resolve("generator.jar");
        if (!Files.exists(generator)) {
            Files.writeString(generator, "1.0");
        }
        return Stamps.of(
                CodegenOptions.of(List.of(crd), folder.resolve("out"))
                        .withStamps(folder.resolve("kept/stamps"))
                        .withPackageName(packageName),
                product,
                generator,
                now);
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
    void what_else_is_made_of_the_same_crds_is_not_there_yet() throws IOException {
        keep();

        assertThat(stamps("my.claims", "fixtures").isUnchanged()).isFalse();
    }

    @Test
    void a_crd_that_is_new_or_gone_is_seen() throws IOException {
        Path crds = Files.createDirectory(folder.resolve("crds"));
        Path other = crds.resolve("other.yaml");
        Files.move(crd, crds.resolve("a.yaml"));
        crd = crds;
        keep();
        assertThat(stamps().isUnchanged()).isTrue();

        Files.writeString(other, "kind: B");
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(stamps().isUnchanged()).isFalse();

        keep();
        assertThat(stamps().isUnchanged()).isTrue();
        Files.delete(other);
        assertThat(stamps().isUnchanged()).isFalse();
    }

    @Test
    void each_of_many_outputs_is_looked_at() throws IOException {
        List<String> paths = new ArrayList<>();
        for (int number = 0; number < 3_000; number++) {
            String path = "p/a_package_with_a_long_name" + number + ".java";
            Files.writeString(folder.resolve("out").resolve(path), "");
            paths.add(path);
        }
        for (String path : List.of(paths.get(0), paths.get(1_499), paths.get(1_500), paths.get(2_999))) {
            stamps().keep(paths);
            assertThat(stamps().isUnchanged()).isTrue();

            Files.setLastModifiedTime(
                    folder.resolve("out").resolve(path),
                    FileTime.from(Instant.now().plusSeconds(1)));
            assertThat(stamps().isUnchanged()).as(path).isFalse();
        }
    }

    @Test
    void stamps_that_are_broken_are_no_stamps() throws IOException {
        keep();
        Path file = folder.resolve("kept/stamps");
        String kept = Files.readString(file);
        for (String broken :
                List.of("", kept.substring(0, kept.length() - 1), kept + "x", kept + "12\n", kept + "\n")) {
            Files.writeString(file, broken);

            assertThat(stamps().isUnchanged()).as(broken).isFalse();
        }
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

    @Test
    void an_output_of_another_size_is_seen_though_it_has_the_time_of_before() throws IOException {
        keep();
        FileTime before = Files.getLastModifiedTime(output);
        Files.writeString(output, "class A { int b; }");
        Files.setLastModifiedTime(output, before);

        assertThat(stamps().isUnchanged()).isFalse();
    }

    /** It can be written again without its time telling: the clock of the file system has not moved on. */
    @ParameterizedTest
    @CsvSource({"123, 0, false", "123, 20, false", "123, 1000, true", "0, 1000, false", "0, 5000, true"})
    void a_file_that_is_as_young_as_the_tick_of_a_clock_is_not_trusted(int time, int age, boolean isTrusted)
            throws IOException {
        long written = 1_700_000_000_000L + time;
        Files.setLastModifiedTime(crd, FileTime.fromMillis(written));
        now = written + age;
        keep();

        assertThat(stamps().isUnchanged()).isEqualTo(isTrusted);
    }
}
