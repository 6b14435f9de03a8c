package dev.kopf.codegen.analysis;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The shapes that a version is made of. */
final class Reachable {

    private Reachable() {}

    /** All that have a class, each once. */
    static Set<Shape.Named> from(Map<String, Shape.Property> stanzas) {
        Set<Shape.Named> found = new LinkedHashSet<>();
        stanzas.values().forEach(stanza -> collect(stanza.shape(), found));
        return found;
    }

    private static void collect(Shape shape, Set<Shape.Named> found) {
        if (!(shape instanceof Shape.Named named)) {
            SchemaAnalyzer.part(shape).ifPresent(part -> collect(part, found));
        } else if (found.add(named) && named instanceof Shape.Obj object) {
            object.properties().values().forEach(property -> collect(property.shape(), found));
        }
    }
}
