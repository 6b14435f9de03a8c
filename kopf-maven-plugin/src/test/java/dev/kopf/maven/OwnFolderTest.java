package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnFolderTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    private Path folder;

    private OwnFolder own;
    private Path file;

    @BeforeEach
    void fill() throws IOException {
        own = new OwnFolder(folder.resolve("own"));
        file = folder.resolve("own/sub/a.txt");
        own.bring(contents("sub/a.txt", "b.txt"), "source");
    }

    private static Map<String, byte[]> contents(String... paths) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String path : paths) {
            contents.put(path, path.getBytes(StandardCharsets.UTF_8));
        }
        return contents;
    }

    @Test
    void it_has_what_it_was_given_and_nothing_else() throws IOException {
        Files.writeString(folder.resolve("own/sub/foreign.txt"), "");

        own.bring(contents("sub/a.txt"), "source");

        assertThat(own.files()).containsExactly(file);
        assertThat(file).hasContent("sub/a.txt");
    }

    @Test
    void it_is_as_it_was_left_until_a_file_is_edited_or_gone_or_new() throws IOException {
        assertThat(own.isAsLeft("source")).isTrue();

        Files.writeString(file, "broken");
        assertThat(own.isAsLeft("source")).isFalse();

        own.bring(contents("sub/a.txt", "b.txt"), "source");
        Files.setLastModifiedTime(file, LONG_AGO);
        assertThat(own.isAsLeft("source")).isFalse();

        own.bring(contents("sub/a.txt", "b.txt"), "source");
        Files.delete(file);
        assertThat(own.isAsLeft("source")).isFalse();

        own.bring(contents("sub/a.txt", "b.txt"), "source");
        Files.writeString(folder.resolve("own/new.txt"), "");
        assertThat(own.isAsLeft("source")).isFalse();
    }

    @Test
    void it_is_not_as_left_by_another_source_or_when_it_is_not_trusted() throws IOException {
        assertThat(own.isAsLeft("another")).isFalse();

        own.distrust();

        assertThat(own.isAsLeft("source")).isFalse();
    }

    @Test
    void what_is_as_it_should_be_keeps_its_time() throws IOException {
        Files.setLastModifiedTime(file, LONG_AGO);

        own.bring(contents("sub/a.txt", "c.txt"), "source");

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void a_run_that_fails_leaves_nothing_that_is_trusted() throws IOException {
        assertThatThrownBy(() -> own.bring(contents("../evil.txt"), "source")).isInstanceOf(IOException.class);

        assertThat(own.isAsLeft("source")).isFalse();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }
}
