package dev.kopf.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders. */
final class Folders {

    private Folders() {}

    /** The files below a folder that end so, in order. */
    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** The bytes of all files below a folder that end so. */
    static long bytes(Path folder, String ending) throws IOException {
        long bytes = 0;
        for (Path file : files(folder, ending)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
