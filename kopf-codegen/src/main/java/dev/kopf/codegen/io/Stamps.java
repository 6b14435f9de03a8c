package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Times and sizes of all files of a run, so that the next one sees that nothing has changed without reading them. They are good on the
 * machine that they were taken on only, so they are kept apart from what is generated.
 *
 * <p>A file that is written twice within one tick of the file system's clock has one time for both contents. So nothing is kept of inputs
 * that are younger than that; the next run reads them once more.
 *
 * <p>All that a build without changes does is done here, mostly in a JVM that has just been started: hence bytes, loops, and no text that is
 * not needed.
 */
public final class Stamps {

    /** What stands between the inputs and the outputs. */
    private static final String OUTPUTS = "outputs\n";

    /** Longer than the tick of any clock that counts parts of seconds. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

    /** File systems that count whole seconds count two of them at a time. */
    private static final long COARSE_TICK = TimeUnit.SECONDS.toNanos(2);

    /** In bytes of stamps: with fewer outputs, further threads cost more time than they save. */
    private static final int MANY = 64 * 1024;

    private final @Nullable Path file;
    private final File root;
    private final byte[] inputs;
    private final boolean isSettled;

    private Stamps(@Nullable Path file, Path root, String inputs, boolean isSettled) {
        this.file = file;
        this.root = root.toFile();
        this.inputs = inputs.getBytes(StandardCharsets.UTF_8);
        this.isSettled = isSettled;
    }

    /**
     * Looks at the files that are read, before they are.
     *
     * @param product what is made of them
     */
    public static Stamps of(CodegenOptions options, String product) {
        try {
            return of(options, product, InputDigest.generator());
        } catch (IOException e) {
            return none(options); // Another build of the generator would look the same.
        }
    }

    /** @param generator what tells one build of the generator from another */
    static Stamps of(CodegenOptions options, String product, Path generator) {
        Path file = options.output().stamps();
        if (file == null) {
            return none(options);
        }
        try {
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            boolean isSettled = true;
            StringBuilder inputs = new StringBuilder(product).append('\n').append(InputDigest.text(options));
            append(generator, inputs);
            for (Path place : options.crds()) {
                for (Path input : CrdReader.filesOf(place)) {
                    long time = append(input, inputs);
                    isSettled &= now - time > (time % 1_000_000_000 == 0 ? COARSE_TICK : TICK);
                }
            }
            return new Stamps(
                    file, options.output().directory(), inputs.append(OUTPUTS).toString(), isSettled);
        } catch (IOException e) {
            return none(options); // Reading it again will tell.
        }
    }

    private static Stamps none(CodegenOptions options) {
        return new Stamps(null, options.output().directory(), "", false);
    }

    /** Whether all is as it was when it was kept. */
    public boolean isUnchanged() {
        if (file == null) {
            return false;
        }
        byte[] kept;
        try {
            kept = Files.readAllBytes(file);
        } catch (IOException e) {
            return false;
        }
        if (kept.length < inputs.length
                || !Arrays.equals(kept, 0, inputs.length, inputs, 0, inputs.length)
                || (kept.length > inputs.length && kept[kept.length - 1] != '\n')) {
            return false;
        }
        int length = kept.length - inputs.length;
        if (length < MANY) {
            return areUnchanged(kept, inputs.length, kept.length);
        }
        int parts = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, parts)
                .parallel()
                .allMatch(part -> areUnchanged(
                        kept, startOfLine(kept, length, part, parts), startOfLine(kept, length, part + 1, parts)));
    }

    /** Where a part of the outputs begins: at a line, whatever is cut. */
    private int startOfLine(byte[] kept, int length, int part, int parts) {
        int start = inputs.length + (int) ((long) length * part / parts);
        while (start > inputs.length && kept[start - 1] != '\n') {
            start++;
        }
        return start;
    }

    /** Whether the outputs of some lines, each {@code time path}, have the times that they had. */
    private boolean areUnchanged(byte[] kept, int from, int to) {
        int position = from;
        while (position < to) {
            long time = 0;
            while (kept[position] >= '0' && kept[position] <= '9') {
                time = time * 10 + (kept[position++] - '0');
            }
            if (time == 0 || kept[position] != ' ') {
                return false;
            }
            int start = ++position;
            while (kept[position] != '\n') {
                position++;
            }
            // Of all ways to ask for a time, this is the one that asks for nothing else. 0 where there is no file.
            String path = new String(kept, start, position - start, StandardCharsets.UTF_8);
            if (new File(root, path).lastModified() != time) {
                return false;
            }
            position++;
        }
        return true;
    }

    /**
     * Keeps how things are, for the next run.
     *
     * @param outputs the paths of all files that were generated, below the output folder
     */
    public void keep(Collection<String> outputs) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            if (isSettled) {
                StringBuilder text = new StringBuilder(new String(inputs, StandardCharsets.UTF_8));
                for (String path : outputs) {
                    text.append(new File(root, path).lastModified())
                            .append(' ')
                            .append(path)
                            .append('\n');
                }
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".draft"), text);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            // Nothing but time is lost: the next run reads all files.
            return;
        }
    }

    /**
     * Adds what tells that a file is as it was: its size, its time, and, where the system has it, the time that it was touched last, which
     * nobody can set: checkouts and caches often give files the times that they had elsewhere.
     *
     * @return when it was written, in nanoseconds
     */
    private static long append(Path input, StringBuilder inputs) throws IOException {
        boolean isUnix = input.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> attributes =
                Files.readAttributes(input, isUnix ? "unix:size,lastModifiedTime,ctime" : "size,lastModifiedTime");
        long time = nanos(attributes.get("lastModifiedTime"));
        inputs.append(time)
                .append(' ')
                .append(isUnix ? nanos(attributes.get("ctime")) : 0)
                .append(' ')
                .append(attributes.get("size"))
                .append(' ')
                .append(input.toAbsolutePath())
                .append('\n');
        return time;
    }

    private static long nanos(@Nullable Object time) {
        return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : 0;
    }
}
