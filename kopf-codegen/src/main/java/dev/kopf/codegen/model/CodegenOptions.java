package dev.kopf.codegen.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is generated, and where to.
 *
 * @param crds files with CRDs, and folders that are searched for them: {@code *.yaml}, {@code *.yml} and {@code *.json}
 * @param outputDirectory the root folder of the sources; files that were not written by the generator are never touched
 * @param packageName the package of all generated classes; null for one per group and version, such as {@code org.zalando.v1}
 * @param version the version of the CRDs to generate for; null for the one that is stored
 * @param execution which of several runs that write to one folder this is; null for the only one
 */
public record CodegenOptions(
        List<Path> crds,
        Path outputDirectory,
        @Nullable String packageName,
        @Nullable String version,
        @Nullable String execution) {

    public CodegenOptions {
        crds = List.copyOf(crds);
    }

    /** All defaults, for these CRDs. */
    public static CodegenOptions of(List<Path> crds, Path outputDirectory) {
        return new CodegenOptions(crds, outputDirectory, null, null, null);
    }

    /** These options, with all classes in one package; null for the default. */
    public CodegenOptions withPackageName(@Nullable String name) {
        return new CodegenOptions(crds, outputDirectory, name, version, execution);
    }

    /** These options, for this version of the CRDs; null for the default. */
    public CodegenOptions withVersion(@Nullable String name) {
        return new CodegenOptions(crds, outputDirectory, packageName, name, execution);
    }

    /** These options, for one of several runs that write to one folder; null for the only one. */
    public CodegenOptions withExecution(@Nullable String name) {
        return new CodegenOptions(crds, outputDirectory, packageName, version, name);
    }
}
