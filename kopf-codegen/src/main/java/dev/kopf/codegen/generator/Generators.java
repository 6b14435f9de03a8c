package dev.kopf.codegen.generator;

import dev.kopf.codegen.model.EnumModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All artifacts of a kind. */
public final class Generators {

    private Generators() {}

    /**
     * The source files for a kind: resource classes, handler interface, diff and glue. What several versions share is there once.
     *
     * @param versions the versions of the kind
     */
    public static List<SourceFile> generate(List<ResourceModel> versions) {
        List<Supplier<SourceFile>> files = new ArrayList<>();
        Set<JavaName> done = new HashSet<>();
        versions.forEach(version -> add(version, done, files));
        // Files know nothing of each other; all processors write them, and their order stays.
        return files.parallelStream().map(Supplier::get).toList();
    }

    private static void add(ResourceModel model, Set<JavaName> done, List<Supplier<SourceFile>> files) {
        if (model.isBuiltIn()) {
            model.types().objects().forEach(object -> files.add(() -> DiffGenerator.generate(model, object)));
            addHandlers(model, files);
            return;
        }
        files.add(() -> new ResourceGenerator(model).generate());
        for (ObjectModel object : model.types().objects()) {
            if (done.add(object.name())) {
                files.add(() -> new ObjectGenerator(object).generate());
                if (object.hasDiff()) {
                    files.add(() -> DiffGenerator.generate(model, object));
                }
            }
        }
        for (EnumModel enumeration : model.types().enums()) {
            if (done.add(enumeration.name())) {
                files.add(() -> new EnumGenerator(enumeration).generate());
            }
        }
        if (model.hasHandlers()) {
            addHandlers(model, files);
        }
    }

    private static void addHandlers(ResourceModel model, List<Supplier<SourceFile>> files) {
        files.add(() -> DiffGenerator.generate(model));
        files.add(() -> new HandlerGenerator(model).generate());
        files.add(() -> new DispatchGenerator(model).generate());
    }

    /**
     * The source files for tests of a kind.
     *
     * @param versions the versions of the kind
     * @param arbitraries whether there are jqwik's arbitraries among them
     */
    public static List<SourceFile> generateFixtures(List<ResourceModel> versions, boolean arbitraries) {
        List<SourceFile> files = new ArrayList<>();
        for (ResourceModel version : versions) {
            FixtureGenerator generator = new FixtureGenerator(version);
            files.add(generator.fixtures());
            if (arbitraries) {
                files.add(generator.arbitraries());
            }
        }
        return files;
    }
}
