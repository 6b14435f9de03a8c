package dev.kopf.codegen.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way from the stanzas of a kind to a property.
 *
 * @param steps the properties from the outside in, as far as they are there
 * @param owner the object that has the last one; null for a stanza
 * @param missing why the way ends before its end; empty where it does not
 */
record Walk(List<Shape.Property> steps, Shape.@Nullable Obj owner, String missing) {

    /** The way along this path; where lists and maps are no part of it, it goes on in what they hold. */
    static Walk along(List<String> path, Map<String, Shape.Property> stanzas, boolean throughLists) {
        List<Shape.Property> steps = new ArrayList<>();
        Shape.Obj owner = null;
        Map<String, Shape.Property> names = stanzas;
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            Shape.Property property = names.get(name);
            if (property == null) {
                return new Walk(steps, owner, missing(path.subList(0, i), name, names));
            }
            steps.add(property);
            if (i + 1 < path.size()) {
                Shape below = throughLists ? within(property.shape()) : property.shape();
                if (!(below instanceof Shape.Obj object)) {
                    return new Walk(steps, owner, noObject(path.subList(0, i + 1), below));
                }
                owner = object;
                names = object.properties();
            }
        }
        return new Walk(steps, owner, "");
    }

    /** What a list or a map holds in the end; the shape itself where it is none. */
    static Shape within(Shape shape) {
        return SchemaAnalyzer.part(shape).map(Walk::within).orElse(shape);
    }

    private static String noObject(List<String> path, Shape shape) {
        boolean many = SchemaAnalyzer.part(shape).isPresent();
        return String.join(".", path) + (many ? " is a list or a map, which changes as a whole" : " has no fields");
    }

    private static String missing(List<String> parents, String name, Map<String, Shape.Property> names) {
        String where = parents.isEmpty() ? "the schema" : String.join(".", parents);
        return where + " has no " + name + NearMisses.of(name, names.keySet());
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    /** The last property of a complete way. */
    Shape.Property last() {
        return steps.get(steps.size() - 1);
    }
}
