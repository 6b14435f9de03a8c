package dev.kopf.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What is written by hand in this clone. Immutable; safe for use by several threads. */
final class CloneTexts {

    static final Path ROOT = Path.of("..");

    private static final Set<String> NOT_BY_HAND = Set.of("target", ".git", "golden");
    private static final List<Path> FILES = list();

    private CloneTexts() {}

    private static List<Path> list() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_BY_HAND.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(files);
        return List.copyOf(files);
    }

    /** The files of a kind. */
    static List<Path> files(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** All that files of a kind say. */
    static String all(String ending) {
        StringBuilder all = new StringBuilder();
        files(ending)
                .forEach(file -> all.append(
                        text(file.toString().substring(ROOT.toString().length() + 1))));
        return all.toString();
    }

    /** What a file says, by its path below the root; nothing where there is none. */
    static String text(String path) {
        Path file = ROOT.resolve(path);
        try {
            return Files.exists(file) ? Files.readString(file) + "\n" : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }
}
