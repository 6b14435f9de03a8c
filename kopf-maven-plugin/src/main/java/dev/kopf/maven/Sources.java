package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.codehaus.plexus.util.DirectoryScanner;

/**
 * Finds the files that are meant by the places and patterns that a user writes. A place is a file or a folder, a jar, a jar among the
 * project's dependencies ({@code jar:groupId:artifactId}), or a URL with a checksum ({@code https://…#sha256=…}).
 */
final class Sources {

    private static final List<String> CRD_FILES = List.of("**/*.yaml", "**/*.yml", "**/*.json");

    private final Path basedir;
    private final Patterns patterns;
    private final JarCrds jars;
    private final Function<String, Path> fetch;

    /**
     * @param basedir what relative places are below
     * @param patterns which files of folders and jars are meant
     * @param work where files go that are not files yet
     * @param fetch the file for a place that is a URL or coordinates
     */
    Sources(Path basedir, Patterns patterns, Path work, Function<String, Path> fetch) {
        this.basedir = basedir;
        this.patterns = patterns;
        this.jars = new JarCrds(work, patterns.includes(), patterns.excludes());
        this.fetch = fetch;
    }

    /**
     * Which files are meant.
     *
     * @param includes patterns as Maven has them everywhere; empty for all files that are named as CRDs are
     * @param excludes patterns
     */
    record Patterns(List<String> includes, List<String> excludes) {}

    /**
     * Files and folders with nothing in them but what is meant.
     *
     * @throws CodegenException with all places that nothing can be got from
     */
    List<Path> places(List<String> sources) {
        List<Path> places = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String source : sources) {
            try {
                places.addAll(places(source));
            } catch (CodegenException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new CodegenException(problems);
        }
        return places;
    }

    private List<Path> places(String source) {
        boolean isElsewhere = Downloads.isUrl(source) || source.startsWith(Dependencies.PREFIX);
        Path place = isElsewhere ? fetch.apply(source) : basedir.resolve(source);
        if (Files.isRegularFile(place)
                && place.toString().toLowerCase(Locale.ROOT).endsWith(".jar")) {
            return jars.of(place);
        }
        boolean isWhole = patterns.includes().isEmpty() && patterns.excludes().isEmpty();
        List<Path> found = isWhole || !Files.isDirectory(place) ? List.of(place) : matching(place);
        if (found.isEmpty()) {
            throw new CodegenException(List.of(new Problem(
                    Problem.Id.KopfNoCrd,
                    place.toString(),
                    "no file matches. Includes are " + patterns.includes() + ", excludes are " + patterns.excludes()
                            + ".")));
        }
        return found;
    }

    private List<Path> matching(Path folder) {
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(folder.toFile());
        scanner.setIncludes((patterns.includes().isEmpty() ? CRD_FILES : patterns.includes()).toArray(String[]::new));
        scanner.setExcludes(patterns.excludes().toArray(String[]::new));
        scanner.addDefaultExcludes();
        scanner.scan();
        return Arrays.stream(scanner.getIncludedFiles())
                .map(folder::resolve)
                .sorted()
                .toList();
    }
}
