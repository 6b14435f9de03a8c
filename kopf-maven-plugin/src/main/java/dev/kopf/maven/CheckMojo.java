package dev.kopf.maven;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.gate.Tolerance;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the CRDs with those of the last release, and fails the build where objects, clients or operators that fit the old ones do not
 * fit the new ones. Writes nothing.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends CodegenMojo {

    private static final String ALL = "*";

    /**
     * What was released: a place as in {@code sources}, such as a folder or {@code jar:org.example:claims:1.2}. Without it nothing is
     * compared.
     */
    @Parameter(property = "kopf.released")
    private @Nullable String released;

    /** Breaks that are meant: {@code KopfDefaultChanged}, or of one field {@code KopfFieldRemoved=EphemeralVolumeClaim:spec.size}. */
    @Parameter(property = "kopf.ignoredChanges")
    private @Nullable List<String> ignoredChanges;

    /** Ids of breaks that are warnings; {@code *} for all. */
    @Parameter(property = "kopf.warnings")
    private @Nullable List<String> warnings;

    @Override
    Path outputFolder() {
        return basedir();
    }

    @Override
    boolean needsSources() {
        return false;
    }

    @Override
    String failed() {
        return "The CRDs break what was released";
    }

    @Override
    void run(CodegenOptions options) {
        if (released == null || released.isBlank()) {
            getLog().info("Nothing is compared: kopf.released does not say what was released.");
            return;
        }
        Tolerance tolerance = tolerance();
        List<Path> before = places(List.of(released.strip()), "released");
        List<Problem> breaks = Codegen.compare(before, options.crds(), tolerance);
        List<Problem> errors = breaks.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        breaks.stream()
                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                .forEach(problem -> getLog().warn(problem.toString()));
        if (!errors.isEmpty()) {
            throw new CodegenException(errors);
        }
        editor().show(options, breaks);
        getLog().info("The CRDs break nothing that was released.");
    }

    private Tolerance tolerance() {
        List<String> names = listOf(warnings);
        Set<String> known =
                Arrays.stream(Problem.Id.values()).map(Problem.Id::name).collect(Collectors.toSet());
        List<Problem> unknown = names.stream()
                .filter(name -> !name.equals(ALL) && !known.contains(name))
                .map(name -> new Problem(
                        Problem.Id.KopfInvalidOption, "warnings", "there is no problem of this id: " + name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new CodegenException(unknown);
        }
        Set<Problem.Id> warned = names.contains(ALL)
                ? EnumSet.allOf(Problem.Id.class)
                : names.stream().map(Problem.Id::valueOf).collect(Collectors.toSet());
        return new Tolerance(Set.copyOf(listOf(ignoredChanges)), warned);
    }
}
