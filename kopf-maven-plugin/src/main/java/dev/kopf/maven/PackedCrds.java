package dev.kopf.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The CRDs' files as they go into a project's jar: whoever has the jar can install them. */
final class PackedCrds {

    /** Where tools look for CRDs in a jar. */
    static final String FOLDER = "META-INF/kubernetes/crds/";

    private PackedCrds() {}

    /**
     * The files by their paths in the jar. They lie in one folder there; where two are named alike, each has the names of the
     * folders that it was in in front.
     *
     * @param files by the place that each was found below
     */
    static Map<String, Path> of(Map<Path, Path> files) {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path file : files.keySet()) {
            byName.computeIfAbsent(folded(nameOf(file)), any -> new ArrayList<>())
                    .add(file);
        }
        Set<String> alone = new HashSet<>();
        byName.forEach((name, alike) -> {
            if (alike.size() == 1) {
                alone.add(folded(FOLDER + name));
            }
        });
        Set<String> taken = new HashSet<>(alone);
        Map<String, Path> packed = new LinkedHashMap<>();
        files.forEach((file, place) -> {
            String name = nameOf(file);
            boolean isAlone = alone.contains(folded(FOLDER + name));
            packed.put(isAlone ? FOLDER + name : free(longName(file, place), taken), file);
        });
        return packed;
    }

    /**
     * The contents as they go into a jar that has other CRDs already: what is there alike is left out, and what has the name of another
     * file gets the execution's name in front.
     *
     * @param files by their paths in the jar
     * @param others what is in the jar already, by their paths in {@linkplain #folded lower case}
     * @param execution the name of the execution whose files these are
     */
    static Map<String, byte[]> beside(Map<String, Path> files, Map<String, Path> others, String execution)
            throws IOException {
        Set<String> taken = new HashSet<>();
        files.keySet().forEach(path -> taken.add(folded(path)));
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Map.Entry<String, Path> entry : files.entrySet()) {
            byte[] content = Files.readAllBytes(entry.getValue());
            String path = entry.getKey();
            Path other = others.get(folded(path));
            while (other != null && !Arrays.equals(Files.readAllBytes(other), content)) {
                path = free(execution + "-" + entry.getKey().substring(FOLDER.length()), taken);
                other = others.get(folded(path));
            }
            if (other == null) {
                contents.put(path, content);
            }
        }
        return contents;
    }

    /** Names that are one file on disks that do not tell cases apart. */
    static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** A path for a file, with a number in front where there is one of the name; it is taken then. */
    private static String free(String name, Set<String> taken) {
        String path = FOLDER + name;
        for (int number = 2; !taken.add(folded(path)); number++) {
            path = FOLDER + number + "-" + name;
        }
        return path;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static String longName(Path file, Path place) {
        Path parent = place.equals(file) ? file.getParent() : place;
        String below =
                parent == null ? file.toString() : parent.relativize(file).toString();
        return below.replaceAll("[/\\\\]", "-");
    }
}
