package dev.kopf.codegen;

import dev.kopf.codegen.analysis.CrdAnalyzer;
import dev.kopf.codegen.analysis.Problems;
import dev.kopf.codegen.gate.SchemaGate;
import dev.kopf.codegen.gate.Tolerance;
import dev.kopf.codegen.generator.Generators;
import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.io.InputDigest;
import dev.kopf.codegen.io.SourceWriter;
import dev.kopf.codegen.io.Stamps;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.CrdInput;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.SourceVersion;

/**
 * Generates resource classes, handler interfaces, diffs and glue from CRDs.
 *
 * <p><b>Guarantees</b>: the same input gives the same bytes; all problems are told at once; where there is one, nothing is written;
 * files that were not generated are not touched.
 *
 * <p><b>Caveats</b>: runs that write to one folder need {@linkplain CodegenOptions#withExecution names of their own}. Under one name, the
 * second one deletes what the first one wrote.
 */
public final class Codegen {

    private Codegen() {}

    /**
     * Generates, and writes what changed.
     *
     * @throws CodegenException with all problems, if there is any error
     */
    public static Result run(CodegenOptions options) {
        return run(options, "classes", warnings -> generate(options, warnings::add));
    }

    private static Result run(
            CodegenOptions options, String product, Function<List<Problem>, List<SourceFile>> generator) {
        Stamps stamps = Stamps.of(options, product);
        if (stamps.isUnchanged()) {
            return new Result(Effort.UNTOUCHED, 0, List.of());
        }
        SourceWriter writer = new SourceWriter(options.output());
        String digest = InputDigest.of(options, product);
        if (writer.isUpToDate(digest)) {
            stamps.keep(writer.paths());
            return new Result(Effort.SAME, 0, List.of());
        }
        List<Problem> warnings = new ArrayList<>();
        List<SourceFile> files = generator.apply(warnings);
        int changed = writer.write(files, digest);
        stamps.keep(files.stream().map(SourceFile::path).toList());
        return new Result(Effort.GENERATED, changed, warnings);
    }

    /**
     * What a run did.
     *
     * @param effort how far it had to go
     * @param changed the number of files that were written or deleted; 0 where nothing had changed
     * @param warnings what authors of the CRDs should know; none where nothing was generated, as nothing was looked at
     */
    public record Result(Effort effort, int changed, List<Problem> warnings) {

        public Result {
            warnings = List.copyOf(warnings);
        }
    }

    /** How far a run had to go. */
    public enum Effort {
        /** No file was touched since the last run, so none was read. */
        UNTOUCHED,
        /** All files are as the last run left them. */
        SAME,
        /** All was generated, and compared with what is there. */
        GENERATED
    }

    /**
     * The files that are read, in a fixed order, each with the file or folder of the options that it was found by.
     *
     * @throws IOException if they cannot be listed
     */
    public static Map<Path, Path> files(CodegenOptions options) throws IOException {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path place : options.crds()) {
            CrdReader.filesOf(place).forEach(file -> files.putIfAbsent(file, place));
        }
        return files;
    }

    /**
     * Generates, and writes nothing. No warnings are told.
     *
     * @throws CodegenException with all problems, if there is any error
     */
    public static List<SourceFile> generate(CodegenOptions options) {
        return generate(options, warning -> {});
    }

    /**
     * Generates example objects for tests, and writes what changed. They need the classes of {@link #run}, with the same names, and
     * {@code dev.kopf:kopf-testing}.
     *
     * @param arbitraries whether jqwik's arbitraries are generated too, which need {@code net.jqwik:jqwik}
     * @return what was done; no warnings, which the other run has told
     * @throws CodegenException with all problems, if there is any error
     */
    public static Result runFixtures(CodegenOptions options, boolean arbitraries) {
        return run(
                options,
                arbitraries ? "fixtures and arbitraries" : "fixtures",
                warnings -> generateFixtures(options, arbitraries));
    }

    /**
     * Generates, and writes nothing.
     *
     * @param warnings takes what authors of the CRDs should know
     * @throws CodegenException with all problems, if there is any error
     */
    public static List<SourceFile> generate(CodegenOptions options, Consumer<? super Problem> warnings) {
        return generate(options, warnings, Generators::generate, true);
    }

    /**
     * Generates example objects for tests, and writes nothing. No warnings are told: {@link #generate} has told them.
     *
     * @param arbitraries whether jqwik's arbitraries are generated too
     * @throws CodegenException with all problems, if there is any error
     */
    public static List<SourceFile> generateFixtures(CodegenOptions options, boolean arbitraries) {
        return generate(options, warning -> {}, versions -> Generators.generateFixtures(versions, arbitraries), false);
    }

    /**
     * Compares CRDs with those of the last release.
     *
     * @param released the files and folders with the CRDs as they were released
     * @param current those with the CRDs as they are to be released
     * @param tolerance which breaking changes are meant
     * @return what breaks objects, clients or operators that fit the released CRDs
     * @throws CodegenException with all problems, if CRDs cannot be read
     */
    public static List<Problem> compare(List<Path> released, List<Path> current, Tolerance tolerance) {
        CrdInput before = CrdReader.read(released);
        CrdInput after = CrdReader.read(current);
        List<Problem> unread = new ArrayList<>(before.problems());
        unread.addAll(after.problems());
        new Problems(unread).throwIfAny();
        return SchemaGate.compare(before.documents(), after.documents(), tolerance);
    }

    /** @param withBuiltIns whether it is for what there is of Kubernetes' own kinds too */
    private static List<SourceFile> generate(
            CodegenOptions options,
            Consumer<? super Problem> warnings,
            Function<List<ResourceModel>, List<SourceFile>> generator,
            boolean withBuiltIns) {
        CrdInput input = CrdReader.read(options.crds());
        Problems problems = new Problems(input.problems());
        checkOptions(options, problems);
        CrdAnalyzer analyzer = new CrdAnalyzer(options, problems);
        List<Modelled> models = new ArrayList<>();
        for (CrdDocument document : analyzer.select(input.documents())) {
            models.add(new Modelled(
                    document.source(), guarded(document.source(), problems, () -> analyzer.analyze(document))));
        }
        for (ResourceModel model : withBuiltIns ? analyzer.analyzeBuiltIns() : List.<ResourceModel>of()) {
            models.add(new Modelled("builtIns", List.of(model)));
        }
        analyzer.finish();
        problems.throwIfAny();
        List<SourceFile> files = new ArrayList<>();
        for (Modelled each : models) {
            files.addAll(guarded(each.source(), problems, () -> generator.apply(each.versions())));
        }
        problems.throwIfAny();
        problems.warnings().forEach(warnings);
        return files;
    }

    /** What is generated for a CRD, and the file that it is from. */
    private record Modelled(String source, List<ResourceModel> versions) {}

    /** What fails in a way that nobody foresaw is a problem of its CRD, and keeps no other CRD from being looked at. */
    static <T> List<T> guarded(String source, Problems problems, Supplier<List<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError e) {
            String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
            problems.report(
                    Problem.Id.KopfInternal,
                    source,
                    "the generator fails at this CRD, which is an error of its own. Report it with the CRD: " + e
                            + where);
            return List.of();
        } catch (OutOfMemoryError e) {
            // What filled the memory is out of reach by now.
            problems.report(
                    Problem.Id.KopfTooLarge,
                    source,
                    "the memory does not suffice for what is made of this CRD. Give Maven more: MAVEN_OPTS=-Xmx4g");
            return List.of();
        }
    }

    private static void checkOptions(CodegenOptions options, Problems problems) {
        String packageName = options.naming().packageName();
        if (packageName != null && !SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            problems.report(Problem.Id.KopfInvalidOption, "packageName", "not a name of a package: " + packageName);
        }
        if (options.crds().isEmpty() && options.selection().builtIns().isEmpty()) {
            problems.report(Problem.Id.KopfNoCrd, "crds", "no file or folder with CRDs is named.");
        }
    }
}
