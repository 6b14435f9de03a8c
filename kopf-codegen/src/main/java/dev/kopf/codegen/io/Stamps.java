package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times and sizes of all files of a run, so that the next one sees that nothing has changed without reading them. They are good on the
 * machine that they were taken on only, so they are kept apart from what is generated.
 *
 * <p>A file that is written twice within one tick of the file system's clock has one time for both contents. So nothing is kept of inputs
 * that are younger than that; the next run reads them once more.
 */
public final class Stamps {

    private static final String OUTPUT = "output ";

    /** Longer than the tick of any clock that counts parts of seconds. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(50);

    /** File systems that count whole seconds count two of them at a time. */
    private static final long COARSE_TICK = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable Path file;
    private final Path root;
    private final String inputs;
    private final boolean isSettled;

    private Stamps(@Nullable Path file, Path root, String inputs, boolean isSettled) {
        this.file = file;
        this.root = root;
        this.inputs = inputs;
        this.isSettled = isSettled;
    }

    /** Looks at the files that are read, before they are. */
    public static Stamps of(CodegenOptions options) {
        try {
            return of(options, InputDigest.generator());
        } catch (IOException e) {
            return new Stamps(
                    null, options.output().directory(), "", false); // Another build of it would look the same.
        }
    }

    /** @param generator what tells one build of the generator from another */
    static Stamps of(CodegenOptions options, Path generator) {
        Path file = options.output().stamps();
        Path root = options.output().directory();
        if (file == null) {
            return new Stamps(null, root, "", false);
        }
        try {
            long now = nanos(Instant.now());
            boolean isSettled = true;
            StringBuilder inputs = new StringBuilder();
            inputs.append(stamp(generator));
            inputs.append(InputDigest.text(options)).append('\n');
            for (Path place : options.crds()) {
                for (Path input : CrdReader.filesOf(place)) {
                    long time = nanos(Files.getLastModifiedTime(input).toInstant());
                    inputs.append(stamp(input));
                    isSettled &= now - time > (time % 1_000_000_000 == 0 ? COARSE_TICK : TICK);
                }
            }
            return new Stamps(file, root, inputs.toString(), isSettled);
        } catch (IOException e) {
            return new Stamps(null, root, "", false); // Reading it again will tell.
        }
    }

    /** Whether all is as it was when it was kept. */
    public boolean isUnchanged() {
        if (file == null) {
            return false;
        }
        String kept;
        try {
            kept = Files.readString(file);
        } catch (IOException e) {
            return false;
        }
        if (!kept.startsWith(inputs) || !kept.startsWith(OUTPUT, inputs.length())) {
            return false;
        }
        String folder = root + File.separator;
        List<String> outputs = kept.substring(inputs.length()).lines().toList();
        return outputs.parallelStream().allMatch(line -> {
            int time = OUTPUT.length();
            int space = line.indexOf(' ', time);
            return line.startsWith(OUTPUT)
                    && space > 0
                    && line.substring(time, space).equals(time(folder + line.substring(space + 1)));
        });
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
                StringBuilder text = new StringBuilder(inputs);
                for (String path : outputs) {
                    text.append(OUTPUT)
                            .append(time(root + File.separator + path))
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

    private static String stamp(Path input) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(input, BasicFileAttributes.class);
        return "input " + nanos(attributes.lastModifiedTime().toInstant()) + changed(input) + " " + attributes.size()
                + " " + input.toAbsolutePath() + "\n";
    }

    /** When the file was touched last, which nobody can set: checkouts and caches often give files the times that they had elsewhere. */
    private static String changed(Path input) throws IOException {
        return input.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? " " + nanos(((FileTime) Files.getAttribute(input, "unix:ctime")).toInstant())
                : "";
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    /** In milliseconds: of all ways to ask for it, {@link File}'s is the one that asks for nothing else. 0 where there is no file. */
    private static String time(String output) {
        return Long.toString(new File(output).lastModified());
    }
}
