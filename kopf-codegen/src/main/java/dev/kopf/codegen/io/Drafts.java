package dev.kopf.codegen.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Files that are written whole, in a folder of their own, before the first of them is moved to where it belongs. What is left of a run
 * that was killed is removed by the next one.
 */
final class Drafts implements AutoCloseable {

    private static final String PREFIX = ".kopf-draft-";

    private final Path folder;
    private final Map<Path, Path> drafts = new LinkedHashMap<>();
    private final Set<Path> folders = new HashSet<>();
    private int count;

    private Drafts(Path folder) {
        this.folder = folder;
    }

    static Drafts in(Path root) throws IOException {
        Files.createDirectories(root);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path leftover : leftovers) {
                if (Files.isDirectory(leftover, LinkOption.NOFOLLOW_LINKS)) {
                    remove(leftover);
                }
            }
        }
        return new Drafts(Files.createTempDirectory(root, PREFIX));
    }

    /** Writes a draft, and makes sure that there is a folder to move it to. */
    void add(Path file, byte[] content) throws IOException {
        drafts.put(file, write(content));
        if (folders.add(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
    }

    /** Moves all drafts to where they belong. */
    void move() throws IOException {
        for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
            Files.move(draft.getValue(), draft.getKey(), StandardCopyOption.REPLACE_EXISTING);
        }
        drafts.clear();
    }

    /** Replaces one file at once. */
    void replace(Path file, byte[] content) throws IOException {
        Files.move(write(content), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve(String.valueOf(count++)), content);
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
