package dev.kopf.runtime.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a file that a person names, who may name anything: what is too large for one of settings, or does not come to its end, is refused
 * with a sentence. A pipe is taken, as {@code <(…)} of a shell is one.
 */
final class NamedFile {

    /** No file of settings is so large, but devices and logs are. */
    private static final int MOST = 1 << 20;

    /** What writes to a pipe may have to ask somebody first. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private NamedFile() {}

    /**
     * The text.
     *
     * @param limit how long to wait for its end, where it is no regular file
     * @throws IllegalArgumentException if it cannot be read; the message names it, and says why
     */
    static String text(Path file, Duration limit) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder, and no file.");
        }
        byte[] bytes;
        try {
            bytes = Files.isRegularFile(file) ? read(file) : awaited(file, limit);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " cannot be read: " + e + ".", e);
        }
        if (bytes.length > MOST) {
            throw new IllegalArgumentException("The file " + file + " has more than 1 MiB: it is no file of settings.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The file " + file + " is not text in UTF-8.", e);
        }
    }

    /** Of a pipe nobody may ever write to; already opening it waits for one who does, and is not interrupted. */
    private static byte[] awaited(Path file, Duration limit) throws IOException {
        CompletableFuture<byte[]> content = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        content.complete(read(file));
                    } catch (IOException | RuntimeException | Error e) {
                        content.completeExceptionally(e);
                    }
                },
                "kopf-file");
        reader.setDaemon(true);
        reader.start();
        try {
            return content.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " is a pipe or a device, and has not come to its end within "
                            + limit.toMillis() / 1000.0
                            + " s. Somebody has to write to it, and to close it.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("Reading the file " + file + " was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(MOST + 1);
        }
    }
}
