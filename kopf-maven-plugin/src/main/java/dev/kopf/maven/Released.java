package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the CRDs of a release.
 *
 * @param basedir what relative places are below
 * @param system finds artifacts; null where Maven does not run the goal
 * @param session the same
 * @param repositories where artifacts are looked for
 */
record Released(
        Path basedir,
        @Nullable RepositorySystem system,
        @Nullable RepositorySystemSession session,
        @Nullable List<RemoteRepository> repositories) {

    private static final String OPTION = "released";

    private static final String IN_JAR = "META-INF/kubernetes/crds";

    /** Windows has drives of one letter. */
    private static final Pattern ARTIFACT = Pattern.compile("[\\w.-]{2,}(:[\\w.-]+){2,4}");

    /**
     * What is made of the CRDs of a place.
     *
     * @param place a file, a folder, a jar, or an artifact
     * @param work is given the file or folder, which can be one inside a jar and is there while the work is done
     * @throws CodegenException if an artifact cannot be found, or a jar has no CRDs
     */
    <T> T read(String place, Function<Path, T> work) {
        Path path = ARTIFACT.matcher(place).matches() ? resolve(place) : basedir.resolve(place);
        return path.toString().endsWith(".jar") && Files.isRegularFile(path) ? readJar(path, work) : work.apply(path);
    }

    private static <T> T readJar(Path jar, Function<Path, T> work) {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path folder = files.getPath(IN_JAR);
            if (!Files.isDirectory(folder)) {
                throw new CodegenException(List.of(new Problem(
                        Problem.Id.KopfNoCrd,
                        OPTION,
                        "the jar has no CRDs in " + IN_JAR + ". Name one that has, or a folder: " + jar)));
            }
            return work.apply(folder);
        } catch (IOException e) {
            throw new CodegenException(
                    List.of(new Problem(Problem.Id.KopfFile, OPTION, "the jar cannot be read: " + jar + ": " + e)));
        }
    }

    private Path resolve(String artifact) {
        if (system == null || session == null) {
            throw new CodegenException(List.of(
                    new Problem(Problem.Id.KopfInvalidOption, OPTION, "only Maven finds artifacts: " + artifact)));
        }
        try {
            ArtifactRequest request = new ArtifactRequest(new DefaultArtifact(artifact), repositories, null);
            return system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException | IllegalArgumentException e) {
            throw new CodegenException(List.of(new Problem(
                    Problem.Id.KopfInvalidOption, OPTION, "the artifact cannot be found: " + e.getMessage())));
        }
    }
}
