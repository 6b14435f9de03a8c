package dev.kopf.codegen.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which files of an output folder are ours, and what they were made of.
 *
 * @param input a digest of what they were made of; empty where that is not known
 * @param sizes the files' sizes by path
 */
record Manifest(String input, Map<String, Long> sizes) {

    private static final String NAME = ".kopf-codegen";
    private static final String HEADER = "# Written by kopf-codegen: the files that it may change or delete.";

    static Manifest of(String input, Map<String, byte[]> contents) {
        Map<String, Long> sizes = new TreeMap<>();
        contents.forEach((path, content) -> sizes.put(path, (long) content.length));
        return new Manifest(input, sizes);
    }

    /** The manifest of a folder; an empty one where there is none, or it cannot be read. */
    static Manifest read(Path root) {
        try {
            List<String> lines = Files.readAllLines(root.resolve(NAME));
            Map<String, Long> sizes = new TreeMap<>();
            for (String line : lines.subList(Math.min(2, lines.size()), lines.size())) {
                int space = line.indexOf(' ');
                sizes.put(line.substring(space + 1), Long.valueOf(line.substring(0, space)));
            }
            return new Manifest(lines.size() > 1 ? lines.get(1) : "", sizes);
        } catch (IOException | RuntimeException e) {
            // Without it no file is known as ours: those that are as they would be written stay, all others are a
            // problem.
            return new Manifest("", Map.of());
        }
    }

    Set<String> paths() {
        return sizes.keySet();
    }

    boolean isComplete(Path root) {
        for (Map.Entry<String, Long> entry : sizes.entrySet()) {
            try {
                if (Files.size(root.resolve(entry.getKey())) != entry.getValue()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** The files of both, without saying what they were made of. */
    Manifest and(Manifest other) {
        Map<String, Long> both = new TreeMap<>(other.sizes);
        both.putAll(sizes);
        return new Manifest("", both);
    }

    void write(Path root) throws IOException {
        String text = sizes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n", HEADER + "\n" + input + "\n", "\n"));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Path file = root.resolve(NAME);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            SourceWriter.replace(file, content);
        }
    }
}
