package dev.kopf.codegen.generator;

import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** All artifacts of a kind. */
public final class Generators {

    private Generators() {}

    /** The source files for a kind: resource classes, handler interface, diff and glue. */
    public static List<SourceFile> generate(ResourceModel model) {
        List<SourceFile> files = new ArrayList<>();
        files.add(new ResourceGenerator(model).generate());
        for (ObjectModel object : model.types().objects()) {
            files.add(new ObjectGenerator(object).generate());
            if (object.hasDiff()) {
                files.add(DiffGenerator.generate(object));
            }
        }
        model.types().enums().forEach(enumeration -> files.add(new EnumGenerator(enumeration).generate()));
        files.add(DiffGenerator.generate(model));
        files.add(new HandlerGenerator(model).generate());
        files.add(new DispatchGenerator(model).generate());
        return files;
    }

    /**
     * The source files for tests of a kind.
     *
     * @param arbitraries whether there are jqwik's arbitraries among them
     */
    public static List<SourceFile> generateFixtures(ResourceModel model, boolean arbitraries) {
        FixtureGenerator generator = new FixtureGenerator(model);
        return arbitraries ? List.of(generator.fixtures(), generator.arbitraries()) : List.of(generator.fixtures());
    }
}
