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
 * Generates example objects for tests: for each kind a class with a minimal and a full one, and arbitraries for jqwik. They need
 * {@code dev.kopf:kopf-testing} among the project's test dependencies, and the classes that {@code generate} makes with the same
 * options.
 */
@Mojo(
        name = "generate-test-sources",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresProject = false,
        threadSafe = true)
public final class GenerateTestSourcesMojo extends CodegenMojo {

    private static final String JQWIK = "net.jqwik";

    /** The root folder of the generated test sources. What is there and was not generated is never touched. */
    @Parameter(
            property = "kopf.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/kopf",
            required = true)
    private @Nullable File testOutputDirectory;

    /** Whether there are arbitraries for jqwik. By default there are if a dependency of the project has the group {@code net.jqwik}. */
    @Parameter(property = "kopf.arbitraries")
    private @Nullable Boolean arbitraries;

    @Override
    Path outputFolder() {
        return Objects.requireNonNull(testOutputDirectory, "a required parameter")
                .toPath();
    }

    @Override
    void run(CodegenOptions options) {
        MavenProject project = project();
        boolean wanted = arbitraries == null ? usesJqwik(project) : arbitraries;
        Codegen.Result result = Codegen.runFixtures(options, wanted);
        show(options, result);
        tell(result);
        if (project != null) {
            project.addTestCompileSourceRoot(outputFolder().toAbsolutePath().toString());
        }
    }

    private void show(CodegenOptions options, Codegen.Result result) {
        Editor editor = editor();
        if (result.effort() == Codegen.Effort.GENERATED || editor.isBehind(result.effort())) {
            editor.show(options, result.warnings());
        }
        if (result.changed() > 0 || editor.startsAnew()) {
            editor.refresh(outputFolder());
        }
    }

    private static boolean usesJqwik(@Nullable MavenProject project) {
        return project != null
                && project.getDependencies().stream()
                        .anyMatch(dependency -> dependency.getGroupId().equals(JQWIK));
    }
}
