package dev.kopf.maven;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates resource classes, a handler interface, a typed diff and glue for each CRD. In a project, the sources are compiled with
 * the project's own. Without a project, they are only written.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, requiresProject = false, threadSafe = true)
public final class GenerateMojo extends CodegenMojo {

    /** The root folder of the generated sources. What is there and was not generated is never touched. */
    @Parameter(
            property = "kopf.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/kopf",
            required = true)
    private @Nullable File outputDirectory;

    @Override
    Path outputFolder() {
        return Objects.requireNonNull(outputDirectory, "a required parameter").toPath();
    }

    @Override
    void run(CodegenOptions options) {
        Codegen.Result result = Codegen.run(options);
        result.warnings().forEach(warning -> getLog().warn(warning.toString()));
        getLog().info(
                        result.changed() == 0
                                ? "Nothing has changed."
                                : result.changed() + " files are written to " + outputDirectory + ".");
        MavenProject project = project();
        if (project != null) {
            project.addCompileSourceRoot(outputFolder().toAbsolutePath().toString());
        }
    }
}
