package dev.kopf.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder below the build's own that has nothing in it but what a goal puts there. Files that are as they should be keep their times. */
final class OwnFolder {

    private final Path root;

    OwnFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Whether the folder has these files and no other, whatever is in them. */
    boolean hasJust(Set<String> paths) throws IOException {
        Set<Path> wanted = new HashSet<>();
        paths.forEach(path -> wanted.add(root.resolve(path).normalize()));
        return wanted.equals(Set.copyOf(files()));
    }

    /**
     * Brings the folder to these contents.
     *
     * @param contents by path, with {@code /} between names
     * @return the files, in the order of the contents
     */
    List<Path> bring(Map<String, byte[]> contents) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = root.resolve(entry.getKey()).normalize();
            if (!file.startsWith(root)) {
                throw new IOException("a path that leads out of its folder: " + entry.getKey());
            }
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
            files.add(file);
        }
        deleteAllBut(new HashSet<>(files));
        return files;
    }

    private void deleteAllBut(Set<Path> wanted) throws IOException {
        for (Path file : files()) {
            if (!wanted.contains(file)) {
                Files.delete(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
