package dev.kopf.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.Resource;

/** CRDs that a project's jar has from elsewhere: from other executions of the goal, and from the author's own resources. */
final class OtherCrds {

    private OtherCrds() {}

    /**
     * The files where the CRDs are packed, by their paths in the jar, in {@linkplain PackedCrds#folded lower case}.
     *
     * @param resources the project's
     * @param own a folder that is passed over: the one that is to be filled
     */
    static Map<String, Path> of(List<Resource> resources, Path own) throws IOException {
        Map<String, Path> others = new TreeMap<>();
        for (Resource resource : resources) {
            Path root = Path.of(resource.getDirectory());
            String target = resource.getTargetPath();
            if (!root.equals(own) && (target == null || target.isEmpty())) {
                collect(resource, root.resolve(PackedCrds.FOLDER), others);
            }
        }
        return others;
    }

    private static void collect(Resource resource, Path folder, Map<String, Path> others) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<String> includes = resource.getIncludes().isEmpty() ? List.of("**") : resource.getIncludes();
        PathPatterns patterns = new PathPatterns(includes, resource.getExcludes());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                String path = PackedCrds.FOLDER + file.getFileName();
                if (patterns.match(path)) {
                    others.put(PackedCrds.folded(path), file);
                }
            }
        }
    }
}
