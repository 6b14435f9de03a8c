package dev.kopf.maven;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.model.Resource;
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

    private static final String RESOURCES = "resources";

    /** The root folder of the generated sources. What is there and was not generated is never touched. */
    @Parameter(
            property = "kopf.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/kopf",
            required = true)
    private @Nullable File outputDirectory;

    /** Whether the CRDs go into the project's jar, below {@code META-INF/kubernetes/crds/}. */
    @Parameter(property = "kopf.packCrds", defaultValue = "true")
    private boolean packCrds = true;

    @Override
    Path outputFolder() {
        return Objects.requireNonNull(outputDirectory, "a required parameter").toPath();
    }

    @Override
    void run(CodegenOptions options) {
        Codegen.Result result = Codegen.run(options);
        result.warnings().forEach(warning -> getLog().warn(warning.toString()));
        show(options, result);
        tell(result);
        MavenProject project = project();
        if (project != null) {
            project.addCompileSourceRoot(outputFolder().toAbsolutePath().toString());
            pack(project, options, result);
        }
    }

    private void show(CodegenOptions options, Codegen.Result result) {
        Editor editor = editor();
        if (result.effort() == Codegen.Effort.GENERATED) {
            editor.show(options, result.warnings());
        } else if (editor.isBehind(result.effort())) {
            List<Problem> warnings = new ArrayList<>();
            Codegen.generate(options, warnings::add);
            editor.show(options, warnings);
        }
        if (result.changed() > 0 || editor.startsAnew()) {
            editor.refresh(outputFolder());
            editor.refresh(work(RESOURCES));
        }
    }

    private void pack(MavenProject project, CodegenOptions options, Codegen.Result result) {
        Path folder = work(RESOURCES);
        OwnFolder resources = new OwnFolder(folder);
        try {
            if (!packCrds) {
                resources.distrust(); // The next run that packs them does not know what has changed until then.
                return;
            }
            Map<String, Path> others = OtherCrds.of(project.getResources(), folder);
            String source = options.crds() + " beside " + others.keySet();
            boolean isUntouched = result.effort() == Codegen.Effort.UNTOUCHED && others.isEmpty();
            if (!isUntouched || !resources.isAsLeft(source)) {
                Map<String, Path> files = PackedCrds.of(Codegen.files(options));
                resources.bring(PackedCrds.beside(files, others, executionName()), source);
            }
        } catch (IOException e) {
            throw new CodegenException(
                    List.of(new Problem(Problem.Id.KopfFile, folder.toString(), "the CRDs cannot be packed: " + e)));
        }
        Resource resource = new Resource();
        resource.setDirectory(folder.toString());
        project.addResource(resource);
    }
}
