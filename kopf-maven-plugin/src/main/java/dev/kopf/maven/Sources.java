package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.DirectoryScanner;

/** Finds the files that are meant by the places and patterns that a user writes. */
final class Sources {

    private static final List<String> CRD_FILES = List.of("**/*.yaml", "**/*.yml", "**/*.json");

    private final Path basedir;
    private final List<String> includes;
    private final List<String> excludes;

    /**
     * @param basedir what relative places are below
     * @param includes patterns as Maven has them everywhere; empty for all files that are named as CRDs are
     * @param excludes patterns
     */
    Sources(Path basedir, List<String> includes, List<String> excludes) {
        this.basedir = basedir;
        this.includes = includes;
        this.excludes = excludes;
    }

    /**
     * Files and folders with nothing in them but what is meant.
     *
     * @throws CodegenException if the patterns leave nothing of a folder
     */
    List<Path> places(List<String> sources) {
        List<Path> places = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String source : sources) {
            Path place = basedir.resolve(source);
            boolean isWhole = includes.isEmpty() && excludes.isEmpty();
            List<Path> found = isWhole || !Files.isDirectory(place) ? List.of(place) : matching(place);
            if (found.isEmpty()) {
                problems.add(new Problem(
                        Problem.Id.KopfNoCrd,
                        place.toString(),
                        "no file matches. Includes are " + includes + ", excludes are " + excludes + "."));
            }
            places.addAll(found);
        }
        if (!problems.isEmpty()) {
            throw new CodegenException(problems);
        }
        return places;
    }

    private List<Path> matching(Path folder) {
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(folder.toFile());
        scanner.setIncludes((includes.isEmpty() ? CRD_FILES : includes).toArray(String[]::new));
        scanner.setExcludes(excludes.toArray(String[]::new));
        scanner.addDefaultExcludes();
        scanner.scan();
        return Arrays.stream(scanner.getIncludedFiles())
                .map(folder::resolve)
                .sorted()
                .toList();
    }
}
