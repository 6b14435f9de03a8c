package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.EnumModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.ResourceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The classes of all CRDs, of which no two may be one file. Not safe for use by several threads. */
final class GeneratedClasses {

    private final Problems problems;
    private final Map<String, String> sources = new HashMap<>();

    GeneratedClasses(Problems problems) {
        this.problems = problems;
    }

    /** Adds those of one CRD; tells the first one that another CRD has. */
    void add(String source, ResourceModel model) {
        for (JavaName name : namesOf(model)) {
            String full = name.packageName() + "." + name.simpleName();
            // Names become files, which not every system tells apart by case.
            String first = sources.putIfAbsent(full.toLowerCase(Locale.ROOT), source);
            if (first != null) {
                problems.report(
                        Problem.Id.KopfDuplicateClass,
                        source,
                        "two CRDs have a class of one name, the other is in " + first
                                + ". Generate them apart, with a package of its own for one of them: " + full);
                return;
            }
        }
    }

    private static List<JavaName> namesOf(ResourceModel model) {
        List<JavaName> names =
                new ArrayList<>(List.of(model.name(), model.handlerName(), model.diffName(), model.dispatchName()));
        for (ObjectModel object : model.types().objects()) {
            names.add(object.name());
            if (object.hasDiff()) {
                names.add(object.diffName());
            }
        }
        model.types().enums().stream().map(EnumModel::name).forEach(names::add);
        return names;
    }
}
