package dev.kopf.benchmarks;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Our generator, with resource classes for all versions, as the other one makes them. */
final class Kopf implements Generator {

    private static final CodegenOptions.Selection ALL_VERSIONS =
            new CodegenOptions.Selection(Set.of(), Set.of(), Set.of("*"), null);

    @Override
    public String title() {
        return "Kopf";
    }

    @Override
    public void generate(Path crd, Path folder) {
        Codegen.run(options(crd, folder));
    }

    /** All versions of one CRD. */
    static CodegenOptions options(Path crd, Path folder) {
        return CodegenOptions.of(List.of(crd), folder).with(ALL_VERSIONS);
    }
}
