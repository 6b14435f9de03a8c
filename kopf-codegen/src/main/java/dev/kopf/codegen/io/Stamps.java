package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
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
    private final Path root;
    private final byte[] inputs;
    private final boolean isSettled;

    private Stamps(@Nullable Path file, Path root, String inputs, boolean isSettled) {
        this.file = file;
        this.root = root;
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
            return of(options, product, InputDigest.generator(), System.currentTimeMillis());
        } catch (IOException e) {
            return none(options); // Another build of the generator would look the same.
        }
    }

    /**
     * @param generator what tells one build of the generator from another
     * @param now in milliseconds since 1970
     */
    static Stamps of(CodegenOptions options, String product, Path generator, long now) {
        Path file = options.output().stamps();
        if (file == null) {
            return none(options);
        }
        try {
            boolean isSettled = true;
            StringBuilder inputs = new StringBuilder(product).append('\n').append(InputDigest.text(options));
            append(generator, inputs);
            for (Path place : options.crds()) {
                for (Path input : CrdReader.filesOf(place)) {
                    long time = append(input, inputs);
                    isSettled &= TimeUnit.MILLISECONDS.toNanos(now) - time
                            > (time % 1_000_000_000 == 0 ? COARSE_TICK : TICK);
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

    /** Whether the outputs of some lines, each {@code time size path}, have the times and sizes that they had. */
    private boolean areUnchanged(byte[] kept, int from, int to) {
        int position = from;
        while (position < to) {
            int end = indexOf('\n', kept, position, to);
            int time = indexOf(' ', kept, position, end);
            int size = indexOf(' ', kept, time + 1, end);
            if (size >= end) {
                return false;
            }
            try {
                BasicFileAttributes now =
                        attributes(new String(kept, size + 1, end - size - 1, StandardCharsets.UTF_8));
                if (nanos(now.lastModifiedTime()) != number(kept, position, time)
                        || now.size() != number(kept, time + 1, size)) {
                    return false;
                }
            } catch (IOException | InvalidPathException e) {
                return false;
            }
            position = end + 1;
        }
        return true;
    }

    /** Where a letter is; the end, or more, where it is not. */
    private static int indexOf(char letter, byte[] text, int from, int to) {
        int position = from;
        while (position < to && text[position] != letter) {
            position++;
        }
        return position;
    }

    /** What some digits say; -1 for what is none. */
    private static long number(byte[] text, int from, int to) {
        long number = from < to ? 0 : -1;
        for (int position = from; position < to; position++) {
            int digit = text[position] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Of an output: all at once, as the system is asked once for each file. */
    private BasicFileAttributes attributes(String path) throws IOException {
        return Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
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
                    BasicFileAttributes output = attributes(path);
                    text.append(nanos(output.lastModifiedTime()))
                            .append(' ')
                            .append(output.size())
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
