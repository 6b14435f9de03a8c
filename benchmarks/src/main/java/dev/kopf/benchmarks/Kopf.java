package dev.kopf.benchmarks;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Our generator, with resource classes for all versions, as the other one makes them. */
final class Kopf implements Generator {

    private static final int ROUNDS = 20;

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
        return options(List.of(crd), folder);
    }

    private static CodegenOptions options(List<Path> crds, Path folder) {
        return CodegenOptions.of(crds, folder).with(ALL_VERSIONS);
    }

    /** The milliseconds of a run whose input is as it was in the run before; the best of some rounds. */
    static double unchangedMillis(List<Path> crds, Path folder) {
        CodegenOptions options = options(crds, folder);
        Codegen.run(options);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            boolean untouched = Codegen.run(options).effort() == Codegen.Effort.UNTOUCHED;
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
            if (!untouched) {
                throw new IllegalStateException("written again, with nothing changed");
            }
        }
        return best;
    }
}
