package dev.kopf.benchmarks;

import dev.kopf.codegen.analysis.CrdAnalyzer;
import dev.kopf.codegen.analysis.Problems;
import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ResourceModel;
import io.fabric8.java.generator.WritableCRCompilationUnit;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many types a generator makes of a CRD: its resources, objects and enums, in all versions. */
final class TypeCounts {

    private TypeCounts() {}

    /** What our classes are made of, in all versions, with fabric8's classes for core types or without. */
    static List<ResourceModel> modelsOf(Path crd, boolean coreTypes) {
        CodegenOptions options =
                Kopf.options(crd, Path.of("unused")).with(new CodegenOptions.Content(List.of(), coreTypes));
        CrdAnalyzer analyzer = new CrdAnalyzer(options, new Problems(List.of()));
        return analyzer.select(CrdReader.read(options.crds()).documents()).stream()
                .flatMap(document -> analyzer.analyze(document).stream())
                .toList();
    }

    static int ours(Path crd) {
        return ours(modelsOf(crd, true));
    }

    /** A type that versions share counts once; builders, diffs and handlers, which java-generator does not make, do not. */
    static int ours(List<ResourceModel> models) {
        Set<JavaName> types = new HashSet<>();
        for (ResourceModel model : models) {
            types.add(model.name());
            model.types().objects().forEach(object -> types.add(object.name()));
            model.types().enums().forEach(enumeration -> types.add(enumeration.name()));
        }
        return types.size();
    }

    /** Its classes, and the enums in them; it makes no others. */
    static int theirs(List<WritableCRCompilationUnit> versions) {
        return versions.stream()
                .flatMap(version -> version.getClassResults().stream())
                .mapToInt(result -> 1
                        + result.getClassByName(result.getName())
                                .map(type -> (int) type.getMembers().stream()
                                        .filter(member -> member.isEnumDeclaration())
                                        .count())
                                .orElse(0))
                .sum();
    }
}
