package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes source files: only those that changed, and deletes those that it wrote before and that are gone. A list in the output folder
 * says which files are its own; no other file is touched.
 */
public final class SourceWriter {

    private final Path root;
    private final String name;
    private final Manifest manifest;
    private final Set<String> earlier;

    /** @param output the folder, which is made when something is written to it, and whose files are written */
    public SourceWriter(CodegenOptions.Output output) {
        this.root = output.directory();
        this.name = Manifest.nameOf(output.execution());
        this.manifest = Manifest.read(root, name);
        this.earlier = output.earlier().stream().map(Manifest::nameOf).collect(Collectors.toSet());
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
            Map<String, Manifest> others = Manifest.others(root, name);
            List<String> changed = changedOf(contents, others);
            List<String> gone = manifest.paths().stream()
                    .filter(path -> !contents.containsKey(path)
                            && others.values().stream()
                                    .noneMatch(other -> other.paths().contains(path)))
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
            // First a list of all that may be there, so that a run that is killed leaves no file that is nobody's. What
            // is not
            // replaced yet stands in it as it is, or it would be taken for another execution's that has it alike.
            manifest.and(next).write(root.resolve(name), drafts);
            drafts.move();
            for (String path : changes.gone()) {
                delete(resolve(path));
            }
            next.write(root.resolve(name), drafts);
        }
    }

    private List<String> changedOf(Map<String, byte[]> contents, Map<String, Manifest> others) throws IOException {
        List<String> changed = new ArrayList<>();
        List<Problem> foreign = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Path file = resolve(entry.getKey());
            byte[] current = Files.exists(file) ? Files.readAllBytes(file) : null;
            if (!Arrays.equals(current, entry.getValue())) {
                changed.add(entry.getKey());
                String reason = current == null ? null : reasonToLeave(entry.getKey(), current, others);
                if (reason != null) {
                    foreign.add(new Problem(Problem.Id.KopfForeignFile, file.toString(), reason));
                }
            }
        }
        if (!foreign.isEmpty()) {
            throw new CodegenException(foreign);
        }
        return changed;
    }

    /** Why a file that is there is not ours to change; null if it is. */
    private @Nullable String reasonToLeave(String path, byte[] current, Map<String, Manifest> others) {
        String ours = manifest.digests().get(path);
        String digest = Manifest.digest(current);
        for (Map.Entry<String, Manifest> other : others.entrySet()) {
            String theirs = other.getValue().digests().get(path);
            // One that has the file alike, and comes later in this build, will have it as it is to be now.
            boolean isTheirs = digest.equals(theirs) && (!digest.equals(ours) || earlier.contains(other.getKey()));
            if (isTheirs || (theirs != null && ours == null)) {
                return "another execution of the goal has generated this file, and with other contents. Give each execution other"
                        + " kinds, a package, or an outputDirectory of its own, or delete the folder where there is no such"
                        + " execution any more.";
            }
        }
        return ours != null
                ? null
                : "a file that was not generated stands where one has to be. Move it, or choose another folder.";
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
