package dev.kopf.runtime.internal.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none, as people name them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // else what is tested for waits for ever
final class NamedFileTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private Path pipe;

    @BeforeEach
    void makePipe() throws IOException, InterruptedException {
        pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there is no mkfifo");
    }

    private CompletableFuture<OutputStream> writer() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Files.newOutputStream(pipe); // waits for who reads
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_pipe_is_read_to_its_end() {
        CompletableFuture<Void> writing = writer().thenAccept(out -> {
            try (out) {
                out.write("gracePeriod: ".getBytes(UTF_8));
                out.flush();
                out.write("1m".getBytes(UTF_8));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(Yaml.fields(pipe)).containsEntry("gracePeriod", "1m");
        writing.join();
    }

    @Test
    void a_pipe_that_nobody_writes_to_is_not_waited_for_for_ever() {
        assertThatThrownBy(() -> NamedFile.text(pipe, SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file " + pipe + " is a pipe or a device, and has not come to its end within 0.05 s."
                        + " Somebody has to write to it, and to close it.");
        writer().thenAccept(NamedFileTest::close).join(); // who reads ends
    }

    @Test
    void a_pipe_that_is_not_closed_is_not_waited_for_for_ever() {
        CompletableFuture<OutputStream> writer = writer();
        assertThatThrownBy(() -> NamedFile.text(pipe, SHORT)).hasMessageContaining("has not come to its end");
        writer.thenAccept(NamedFileTest::close).join();
    }

    @Test
    void a_device_without_end_and_a_folder_are_refused() {
        assertThatThrownBy(() -> NamedFile.text(Path.of("/dev/zero"), NamedFile.LIMIT))
                .hasMessage("The file /dev/zero has more than 1 MiB: it is no file of settings.");
        assertThatThrownBy(() -> NamedFile.text(folder, NamedFile.LIMIT))
                .hasMessage(folder + " is a folder, and no file.");
        assertThat(NamedFile.text(Path.of("/dev/null"), NamedFile.LIMIT)).isEmpty();
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
