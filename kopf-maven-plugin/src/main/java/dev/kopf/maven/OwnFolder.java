package dev.kopf.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A folder below the build's own that has nothing in it but what a goal puts there. Files that are as they should be keep their times; all
 * others are replaced at once, so that none is ever there by half. A file beside the folder says how it was left.
 */
final class OwnFolder {

    private final Path root;
    private final Path left;

    OwnFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.left = this.root.resolveSibling(this.root.getFileName() + ".stamps");
    }

    /**
     * Whether nobody has touched the folder since it was brought to what it has, by the times and sizes of its files.
     *
     * @param source what the contents were made of, as it was said then
     */
    boolean isAsLeft(String source) throws IOException {
        if (!Files.isRegularFile(left)) {
            return false;
        }
        byte[] now = stamps(source).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(Files.readAllBytes(left), now);
    }

    /** Says that nobody knows how the folder was left. */
    void distrust() throws IOException {
        Files.deleteIfExists(left);
    }

    /** The files that are there, in the order of their names. */
    List<Path> files() throws IOException {
        return attributes().keySet().stream().map(root::resolve).toList();
    }

    /**
     * Brings the folder to these contents.
     *
     * @param contents by path, with {@code /} between names
     * @param source what they were made of
     */
    void bring(Map<String, byte[]> contents, String source) throws IOException {
        distrust();
        Set<Path> wanted = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = fileOf(entry.getKey());
            String alike = names.put(PackedCrds.folded(file.toString()), entry.getKey());
            if (alike != null) {
                throw new IOException(
                        "two files would be one where disks do not tell cases apart. Leave out one of them: " + alike
                                + ", " + entry.getKey());
            }
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                Files.createDirectories(file.getParent());
                replace(file, entry.getValue());
            }
            wanted.add(file);
        }
        for (Path file : files()) {
            if (!wanted.contains(file)) {
                Files.delete(file);
            }
        }
        Files.createDirectories(left.getParent());
        Files.writeString(left, stamps(source));
    }

    private Path fileOf(String path) throws IOException {
        Path file;
        try {
            file = root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new IOException("a file cannot have this name: " + path, e);
        }
        if (!file.startsWith(root)) {
            throw new IOException("a path that leads out of its folder: " + path);
        }
        return file;
    }

    /** What is left of a draft after a crash is no wanted file, and goes with the next run. */
    private void replace(Path file, byte[] content) throws IOException {
        Path draft = Files.write(root.resolve(".draft"), content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String stamps(String source) throws IOException {
        StringBuilder text = new StringBuilder(source).append('\n');
        for (Map.Entry<String, BasicFileAttributes> file : attributes().entrySet()) {
            BasicFileAttributes attributes = file.getValue();
            text.append(attributes.size())
                    .append(' ')
                    .append(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
                    .append(' ')
                    .append(file.getKey())
                    .append('\n');
        }
        return text.toString();
    }

    /** By the paths below the folder. */
    private Map<String, BasicFileAttributes> attributes() throws IOException {
        Map<String, BasicFileAttributes> files = new TreeMap<>();
        int start = root.toString().length() + 1;
        if (Files.isDirectory(root)) {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.put(file.toString().substring(start), attributes);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return files;
    }
}
