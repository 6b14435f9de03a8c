package dev.kopf.maven;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
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
public final class GenerateMojo extends AbstractMojo {

    /** A folder with CRDs, or a file: {@code *.yaml}, {@code *.yml} or {@code *.json}, each with one CRD or more. */
    @Parameter(property = "kopf.crds", defaultValue = "${basedir}/src/main/crds", required = true)
    private @Nullable File crds;

    /** The root folder of the generated sources. What is there and was not generated is never touched. */
    @Parameter(
            property = "kopf.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/kopf",
            required = true)
    private @Nullable File outputDirectory;

    /** The package of all generated classes. By default there is one for each group and version, such as {@code org.zalando.v1}. */
    @Parameter(property = "kopf.packageName")
    private @Nullable String packageName;

    /** The version of the CRDs to generate for, such as {@code v1}. By default it is the one that is stored. */
    @Parameter(property = "kopf.crdVersion")
    private @Nullable String crdVersion;

    /** Generates nothing. */
    @Parameter(property = "kopf.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private @Nullable MojoExecution execution;

    @Override
    public void execute() throws MojoFailureException {
        if (skip || crds == null || outputDirectory == null) {
            getLog().info("Nothing is generated: kopf.skip is set.");
            return;
        }
        try {
            failOn(UnknownOptions.in(session, execution));
            CodegenOptions options = CodegenOptions.of(List.of(crds.toPath()), outputDirectory.toPath())
                    .withPackageName(packageName)
                    .withVersion(crdVersion)
                    .withExecution(execution == null ? null : execution.getExecutionId());
            Codegen.Result result = Codegen.run(options);
            result.warnings().forEach(warning -> getLog().warn(warning.toString()));
            getLog().info(
                            result.changed() == 0
                                    ? "Nothing has changed."
                                    : result.changed() + " files are written to " + outputDirectory + ".");
        } catch (CodegenException e) {
            throw failure(e);
        }
        if (project != null && project.getFile() != null) {
            project.addCompileSourceRoot(outputDirectory.getAbsolutePath());
        }
    }

    private static void failOn(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new CodegenException(problems);
        }
    }

    /** Maven writes its log to standard output; problems belong to standard error, where scripts look for them. */
    private MojoFailureException failure(CodegenException e) {
        getLog().debug(e);
        Stream<String> lines = e.problems().stream().map(Problem::toString);
        lines.forEach(System.err::println);
        int count = e.problems().size();
        return new MojoFailureException(
                "Nothing is generated: " + (count == 1 ? "1 problem" : count + " problems") + ", see above.");
    }
}
