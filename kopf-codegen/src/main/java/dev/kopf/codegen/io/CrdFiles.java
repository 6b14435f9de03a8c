package dev.kopf.codegen.io;

import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files of a place; links are followed. Not safe for use by several threads. */
final class CrdFiles extends SimpleFileVisitor<Path> {

    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private CrdFiles() {}

    /** Of a file or a folder, with the folders below it. */
    static CrdFiles of(Path place) throws IOException {
        CrdFiles found = new CrdFiles();
        if (Files.isDirectory(place)) {
            Files.walkFileTree(place, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
            found.files.sort(null);
        } else if (Files.exists(place)) {
            found.files.add(place);
        }
        return found;
    }

    /** The files, in a fixed order. */
    List<Path> files() {
        return files;
    }

    /** What could not be looked at. */
    List<Problem> problems() {
        return problems;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && isNamedAsCrd(file)) {
            files.add(file);
        } else if (attributes.isSymbolicLink() && isNamedAsCrd(file)) {
            report(file, "the link leads nowhere.");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        boolean loop = e instanceof FileSystemLoopException;
        report(file, loop ? "the link leads to a folder that it is in." : "it cannot be read: " + e);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            report(folder, "the folder cannot be read: " + e);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isNamedAsCrd(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void report(Path source, String message) {
        problems.add(new Problem(Problem.Id.KopfFile, source.toString(), message));
    }
}
