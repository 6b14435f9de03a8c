package dev.kopf.codegen.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that options choose in one version of a kind. Not safe for use by several threads. */
final class Choices {

    /** They are fabric8's: its clients call them. */
    private static final Set<String> OF_EVERY_KIND = Set.of("spec", "status");

    private final Problems problems;
    private final Map<Shape.Named, Wanted> classes = new LinkedHashMap<>();
    private final Map<Shape.Obj, Map<String, Wanted>> properties = new HashMap<>();
    private final Map<String, Wanted> stanzas = new LinkedHashMap<>();

    Choices(Problems problems) {
        this.problems = problems;
    }

    void addClass(Shape.Named shape, Wanted wanted) {
        add(classes, shape, wanted);
    }

    /** @param owner the object that has the property; null for a stanza */
    void addProperty(Shape.@Nullable Obj owner, String property, Wanted wanted) {
        if (owner != null) {
            add(properties.computeIfAbsent(owner, key -> new LinkedHashMap<>()), property, wanted);
        } else if (OF_EVERY_KIND.contains(property)) {
            wanted.refuse(
                    problems, "spec and status have the names that every Kubernetes client knows. Leave it out: ");
        } else {
            add(stanzas, property, wanted);
        }
    }

    private <K> void add(Map<K, Wanted> known, K key, Wanted wanted) {
        Wanted first = known.putIfAbsent(key, wanted);
        if (first != null && !first.value().equals(wanted.value())) {
            wanted.refuse(
                    problems,
                    "two names for one class or property: this place has the structure of "
                            + first.place().text() + ", and so its class. Choose one of them: ");
        }
    }

    Map<Shape.Named, Wanted> classes() {
        return classes;
    }

    Map<String, Wanted> propertiesOf(Shape.Obj owner) {
        return properties.getOrDefault(owner, Map.of());
    }

    Map<String, Wanted> stanzas() {
        return stanzas;
    }

    void refuseTaken(Wanted wanted) {
        wanted.refuse(problems, "the name is taken. Choose another one: ");
    }
}
