package dev.kopf.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
        }
        Map<String, Path> packed = new LinkedHashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Map.Entry<Path, Path> entry : files.entrySet()) {
            Path file = entry.getKey();
            String simple = file.getFileName().toString();
            boolean isAlone = byName.getOrDefault(simple.toLowerCase(Locale.ROOT), List.of())
                            .size()
                    < 2;
            String name = isAlone ? simple : longName(file, entry.getValue());
            int count = taken.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
            packed.put(FOLDER + (count > 1 ? count + "-" : "") + name, file);
        }
        return packed;
    }

    private static String longName(Path file, Path place) {
        Path parent = place.equals(file) ? file.getParent() : place;
        String below =
                parent == null ? file.toString() : parent.relativize(file).toString();
        return below.replaceAll("[/\\\\]", "-");
    }
}
