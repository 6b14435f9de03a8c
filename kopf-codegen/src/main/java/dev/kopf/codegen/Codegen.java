package dev.kopf.codegen;

import dev.kopf.codegen.analysis.CrdAnalyzer;
import dev.kopf.codegen.analysis.Problems;
import dev.kopf.codegen.generator.Generators;
import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.io.InputDigest;
import dev.kopf.codegen.io.SourceWriter;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdInput;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * Generates resource classes, handler interfaces, diffs and glue from CRDs.
 *
 * <p><b>Guarantees</b>: the same input gives the same bytes; all problems are told at once; where there is one, nothing is written;
 * files that were not generated are not touched.
 *
 * <p><b>Caveats</b>: an output folder belongs to one run. A second one with other CRDs deletes what the first one wrote.
 */
public final class Codegen {

    private Codegen() {}

    /**
     * Generates, and writes what changed.
     *
     * @return the number of files that were written or deleted; 0 where nothing had changed
     * @throws CodegenException with all problems, if there are any
     */
    public static int run(CodegenOptions options) {
        SourceWriter writer = new SourceWriter(options.outputDirectory());
        String digest = InputDigest.of(options);
        if (writer.isUpToDate(digest)) {
            return 0;
        }
        return writer.write(generate(options), digest);
    }

    /**
     * Generates, and writes nothing.
     *
     * @throws CodegenException with all problems, if there are any
     */
    public static List<SourceFile> generate(CodegenOptions options) {
        CrdInput input = CrdReader.read(options.crds());
        Problems problems = new Problems(input.problems());
        checkOptions(options, problems);
        List<ResourceModel> models = new CrdAnalyzer(options, problems).analyze(input.documents());
        problems.throwIfAny();
        List<SourceFile> files = new ArrayList<>();
        models.forEach(model -> files.addAll(Generators.generate(model)));
        return files;
    }

    private static void checkOptions(CodegenOptions options, Problems problems) {
        String packageName = options.packageName();
        if (packageName != null && !SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            problems.report(Problem.Id.KopfInvalidOption, "packageName", "not a name of a package: " + packageName);
        }
        if (options.crds().isEmpty()) {
            problems.report(Problem.Id.KopfNoCrd, "crds", "no file or folder with CRDs is named.");
        }
    }
}
