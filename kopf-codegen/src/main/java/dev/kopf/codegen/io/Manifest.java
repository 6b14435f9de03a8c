package dev.kopf.codegen.io;

import dev.kopf.codegen.model.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files of an output folder are ours, and what they were made of. Each execution has its own list, so that several can write to one
 * folder.
 *
 * @param input a digest of what they were made of; empty where that is not known
 * @param digests the digests of the files by path
 */
record Manifest(String input, Map<String, String> digests) {

    private static final String NAME = ".kopf-codegen";
    private static final String HEADER = "# Written by kopf-codegen: the files that it may change or delete.";

    /** What Maven calls an execution that nobody named: in a project, and on the command line. */
    private static final Set<String> UNNAMED = Set.of("", "default", "default-cli");

    static Manifest of(String input, Map<String, byte[]> contents) {
        Map<String, String> digests = new TreeMap<>();
        contents.forEach((path, content) -> digests.put(path, digest(content)));
        return new Manifest(input, digests);
    }

    /** The name of an execution's list. */
    static String nameOf(@Nullable String execution) {
        if (execution == null || UNNAMED.contains(execution)) {
            return NAME;
        }
        return NAME + "." + FileNames.of(execution);
    }

    /** An execution's manifest; an empty one where there is none, or it cannot be read. What it says of other folders is passed over. */
    static Manifest read(Path root, String name) {
        try {
            List<String> lines = Files.readAllLines(root.resolve(name));
            Map<String, String> digests = new TreeMap<>();
            for (String line : lines.subList(Math.min(2, lines.size()), lines.size())) {
                int space = line.indexOf(' ');
                if (space > 0 && isBelow(root, line.substring(space + 1))) {
                    digests.put(line.substring(space + 1), line.substring(0, space));
                }
            }
            return new Manifest(lines.size() > 1 ? lines.get(1) : "", digests);
        } catch (IOException e) {
            // Without it no file is known as ours: those that are as they would be written stay, all others are a
            // problem.
            return new Manifest("", Map.of());
        }
    }

    /** Those of all other executions, by their names. */
    static Map<String, Manifest> others(Path root, String name) throws IOException {
        Map<String, Manifest> others = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> manifests = Files.newDirectoryStream(root, NAME + "*")) {
                for (Path other : manifests) {
                    String otherName = other.getFileName().toString();
                    if (!otherName.equals(name)) {
                        others.put(otherName, read(root, otherName));
                    }
                }
            }
        }
        return others;
    }

    static boolean isBelow(Path root, String path) {
        try {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root.normalize()) && !file.equals(root.normalize());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Set<String> paths() {
        return digests.keySet();
    }

    boolean isComplete(Path root) {
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            try {
                if (!digest(Files.readAllBytes(root.resolve(entry.getKey()))).equals(entry.getValue())) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** The files of both, those that are in both as they are here, without saying what they were made of. */
    Manifest and(Manifest other) {
        Map<String, String> both = new TreeMap<>(other.digests);
        both.putAll(digests);
        return new Manifest("", both);
    }

    void write(Path file, Drafts drafts) throws IOException {
        String text = digests.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n", HEADER + "\n" + input + "\n", "\n"));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            drafts.replace(file, content);
        }
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
