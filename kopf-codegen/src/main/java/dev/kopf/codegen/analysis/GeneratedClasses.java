package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.EnumModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.ResourceModel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The classes of all CRDs, of which no two may be one file. Not safe for use by several threads. */
final class GeneratedClasses {

    private static final String WHAT_TO_DO =
            " Give one of them another name or package with the option classNames or packages: ";

    private final Problems problems;
    private final Map<String, Place> kinds = new HashMap<>();

    GeneratedClasses(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds those of one CRD; tells the first one that is there already.
     *
     * @param kind where the CRD says what its kind is called
     */
    void add(Place kind, List<ResourceModel> versions) {
        // What versions share is one class. The resource class and those of its handlers are no version's but its own.
        Set<JavaName> shared = new LinkedHashSet<>();
        boolean apart = true;
        for (ResourceModel version : versions) {
            shared.addAll(typesOf(version));
            apart = apart && addAll(kind, resourceOf(version));
        }
        if (apart) {
            addAll(kind, shared);
        }
    }

    private boolean addAll(Place kind, Set<JavaName> names) {
        for (JavaName name : names) {
            String full = name.packageName() + "." + name.simpleName();
            // Names become files, which not every system tells apart by case.
            Place first = kinds.putIfAbsent(full.toLowerCase(Locale.ROOT), kind);
            if (first != null) {
                String who = first.equals(kind)
                        ? "two classes have one name."
                        : "two CRDs have a class of one name, the other is in "
                                + new Place(first.source(), first.line(), "") + ".";
                problems.report(Problem.Id.KopfDuplicateClass, kind, who + WHAT_TO_DO + full);
                return false;
            }
        }
        return true;
    }

    private static Set<JavaName> resourceOf(ResourceModel version) {
        return version.hasHandlers()
                ? new LinkedHashSet<>(
                        List.of(version.name(), version.handlerName(), version.diffName(), version.dispatchName()))
                : Set.of(version.name());
    }

    private static Set<JavaName> typesOf(ResourceModel version) {
        Set<JavaName> names = new LinkedHashSet<>();
        for (ObjectModel object : version.types().objects()) {
            names.add(object.name());
            if (object.hasDiff()) {
                names.add(object.diffName());
            }
        }
        version.types().enums().stream().map(EnumModel::name).forEach(names::add);
        return names;
    }
}
