package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Jars by their coordinates. Only those that are asked for are resolved, so that builds without them need no dependencies before the sources
 * are there.
 */
final class Dependencies {

    /** What sources begin with that are coordinates. */
    static final String PREFIX = "jar:";

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final @Nullable MavenProject project;

    /** @param project whose dependencies and repositories are meant; null without one */
    Dependencies(RepositorySystem repositories, MavenSession session, @Nullable MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    /**
     * The file of an artifact.
     *
     * @param source {@code jar:groupId:artifactId} for a dependency of the project, or with a {@code :version} behind it
     * @throws CodegenException if there is no such artifact
     */
    Path of(String source) {
        String[] parts = source.substring(PREFIX.length()).split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw problem(source, "a jar is named as jar:groupId:artifactId or jar:groupId:artifactId:version.");
        }
        String version = parts.length == 3 ? parts[2] : versionOf(source, parts[0], parts[1]);
        ArtifactRequest request = new ArtifactRequest();
        request.setArtifact(new DefaultArtifact(parts[0], parts[1], "jar", version));
        MavenProject current = project == null ? session.getCurrentProject() : project;
        if (current != null) {
            request.setRepositories(current.getRemoteProjectRepositories());
        }
        try {
            File file = repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile();
            return file.toPath();
        } catch (ArtifactResolutionException e) {
            throw problem(source, "the jar cannot be resolved: " + e.getMessage());
        }
    }

    private String versionOf(String source, String groupId, String artifactId) {
        List<Dependency> declared = project == null ? List.of() : project.getDependencies();
        return declared.stream()
                .filter(dependency -> dependency.getGroupId().equals(groupId)
                        && dependency.getArtifactId().equals(artifactId))
                .map(Dependency::getVersion)
                .findFirst()
                .orElseThrow(() -> problem(
                        source, "the project has no such dependency. Add it, or the version: " + source + ":VERSION"));
    }

    private static CodegenException problem(String source, String message) {
        return new CodegenException(List.of(new Problem(Problem.Id.KopfNoCrd, source, message)));
    }
}
