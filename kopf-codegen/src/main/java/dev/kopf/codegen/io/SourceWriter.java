package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes source files: only those that changed, and deletes those that it wrote before and that are gone. A list in the output folder
 * says which files are its own; no other file is touched.
 */
public final class SourceWriter {

    private final Path root;
    private final String name;
    private final Manifest manifest;

    /**
     * @param root the output folder; made when something is written to it
     * @param execution whose files are written; those of others are as foreign as any. Null for the only one
     */
    public SourceWriter(Path root, @Nullable String execution) {
        this.root = root;
        this.name = Manifest.nameOf(execution);
        this.manifest = Manifest.read(root, name);
    }

    /** Whether what is there was written for this input, and is still there as it was written. */
    public boolean isUpToDate(String inputDigest) {
        return !inputDigest.isEmpty() && manifest.input().equals(inputDigest) && manifest.isComplete(root);
    }

    /** The files that were there when this was made. */
    public Set<String> paths() {
        return manifest.paths();
    }

    /**
     * Brings the folder to these files.
     *
     * @param inputDigest what the files were made of
     * @return the number of files that were written or deleted
     * @throws CodegenException if a file is not ours, or cannot be written; as long as not all of them could be, none is in its place
     */
    public int write(List<SourceFile> files, String inputDigest) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (SourceFile file : files) {
            contents.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8));
        }
        try {
            Set<String> others = Manifest.pathsOfOthers(root, name);
            List<String> changed = changedOf(contents, others);
            List<String> gone = manifest.paths().stream()
                    .filter(path -> !contents.containsKey(path) && !others.contains(path))
                    .toList();
            Manifest next = Manifest.of(inputDigest, contents);
            if (!next.equals(manifest) || !changed.isEmpty()) {
                write(contents, new Changes(changed, gone), next);
            }
            return changed.size() + gone.size();
        } catch (IOException e) {
            throw new CodegenException(
                    List.of(new Problem(Problem.Id.KopfFile, root.toString(), "the sources cannot be written: " + e)));
        }
    }

    /** What differs from what is there, by path. */
    private record Changes(List<String> changed, List<String> gone) {}

    private void write(Map<String, byte[]> contents, Changes changes, Manifest next) throws IOException {
        try (Drafts drafts = Drafts.in(root)) {
            for (String path : changes.changed()) {
                drafts.add(resolve(path), contents.getOrDefault(path, new byte[0]));
            }
            // First a list of all that may be there, so that a run that is killed leaves no file that is nobody's.
            next.and(manifest).write(root.resolve(name), drafts);
            drafts.move();
            for (String path : changes.gone()) {
                delete(resolve(path));
            }
            next.write(root.resolve(name), drafts);
        }
    }

    private List<String> changedOf(Map<String, byte[]> contents, Set<String> others) throws IOException {
        List<String> changed = new ArrayList<>();
        List<Problem> foreign = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = resolve(entry.getKey());
            if (!Files.exists(file)) {
                changed.add(entry.getKey());
            } else if (!Arrays.equals(Files.readAllBytes(file), entry.getValue())) {
                changed.add(entry.getKey());
                if (others.contains(entry.getKey())) {
                    foreign.add(
                            foreign(
                                    file,
                                    "another execution of the goal has generated this file. Give each execution its own"
                                            + " outputDirectory, or delete the folder where there is no such execution any more."));
                } else if (!manifest.paths().contains(entry.getKey())) {
                    foreign.add(
                            foreign(
                                    file,
                                    "a file that was not generated stands where one has to be. Move it, or choose another folder."));
                }
            }
        }
        if (!foreign.isEmpty()) {
            throw new CodegenException(foreign);
        }
        return changed;
    }

    private static Problem foreign(Path file, String message) {
        return new Problem(Problem.Id.KopfForeignFile, file.toString(), message);
    }

    private Path resolve(String path) {
        if (!Manifest.isBelow(root, path)) {
            throw new IllegalArgumentException("not below the output folder: " + path);
        }
        return root.resolve(path).normalize();
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
