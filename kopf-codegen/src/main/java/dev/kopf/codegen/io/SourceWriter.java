package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes source files: only those that changed, and deletes those that it wrote before and that are gone. A list in the output folder
 * says which files are its own; no other file is touched.
 */
public final class SourceWriter {

    private final Path root;
    private final Manifest manifest;

    /** @param root the output folder; made when something is written to it */
    public SourceWriter(Path root) {
        this.root = root;
        this.manifest = Manifest.read(root);
    }

    /** Whether what is there was written for this input, and is still there. */
    public boolean isUpToDate(String inputDigest) {
        return !inputDigest.isEmpty() && manifest.input().equals(inputDigest) && manifest.isComplete(root);
    }

    /**
     * Brings the folder to these files.
     *
     * @param inputDigest what the files were made of
     * @return the number of files that were written or deleted
     * @throws CodegenException if a file cannot be written, or is not ours; where it is not ours, nothing was written
     */
    public int write(List<SourceFile> files, String inputDigest) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (SourceFile file : files) {
            contents.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8));
        }
        try {
            List<String> changed = changedOf(contents);
            List<String> gone = manifest.paths().stream()
                    .filter(path -> !contents.containsKey(path))
                    .toList();
            // First a list of all that may be there, so that a run that is killed leaves no file that is nobody's.
            Manifest next = Manifest.of(inputDigest, contents);
            if (!changed.isEmpty() || !gone.isEmpty()) {
                next.and(manifest).write(root);
            }
            for (String path : changed) {
                replace(resolve(path), contents.getOrDefault(path, new byte[0]));
            }
            for (String path : gone) {
                delete(resolve(path));
            }
            next.write(root);
            return changed.size() + gone.size();
        } catch (IOException e) {
            throw new CodegenException(
                    List.of(new Problem(Problem.Id.KopfFile, root.toString(), "the sources cannot be written: " + e)));
        }
    }

    private List<String> changedOf(Map<String, byte[]> contents) throws IOException {
        List<String> changed = new ArrayList<>();
        List<Problem> foreign = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = resolve(entry.getKey());
            if (!Files.exists(file)) {
                changed.add(entry.getKey());
            } else if (!Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                changed.add(entry.getKey());
                if (!manifest.paths().contains(entry.getKey())) {
                    foreign.add(
                            new Problem(
                                    Problem.Id.KopfForeignFile,
                                    file.toString(),
                                    "a file that was not generated stands where one has to be. Move it, or choose another folder."));
                }
            }
        }
        if (!foreign.isEmpty()) {
            throw new CodegenException(foreign);
        }
        return changed;
    }

    private Path resolve(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new IllegalArgumentException("not below the output folder: " + path);
        }
        return file;
    }

    static void replace(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (folder != null && !folder.equals(root.normalize()) && isEmpty(folder)) {
            Files.delete(folder);
            folder = folder.getParent();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
