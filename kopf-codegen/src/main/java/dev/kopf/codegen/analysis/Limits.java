package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.Map;

/** How much fits in a class file, whose constants are limited. */
final class Limits {

    /** The most properties at the top level of a kind that are typed. */
    static final int MAX_STANZAS = 1_000;

    /** What the methods of one class may cost together: 3,000 of the cheapest ones, measured with some room left. */
    static final int MAX_COST = 6_000;

    /** A method that takes more keys than this is no help to anybody; Java's limit is 254. */
    static final int MAX_KEYS = 20;

    private Limits() {}

    /** Whether a class with getters for these properties, and one that compares them, can be compiled. */
    static boolean fitInAClass(Map<String, Shape.Property> properties) {
        return properties.values().stream()
                        .mapToInt(property -> cost(property.shape()))
                        .sum()
                <= MAX_COST;
    }

    private static int cost(Shape shape) {
        if (shape instanceof Shape.Plain) {
            return 2;
        }
        // A list with keys is compared, and read, by three functions.
        return shape instanceof Shape.Listing list && !list.keys().isEmpty() ? 6 : 3;
    }

    /** What is said where they do not fit. */
    static String tooMany(int properties) {
        return "The schema has " + properties + " properties, too many for a Java class: asMap() has their values.";
    }

    /** What is said where there are more stanzas than a class can hold. */
    static String tooManyStanzas(int stanzas) {
        return "The schema has " + stanzas + " properties at its top level, too many for a Java class: asMap() has the"
                + " values of those after the first " + MAX_STANZAS + ".";
    }

    /** What the glue for a field costs. */
    static int cost(FieldHandlerModel field) {
        int type = field.field().type() instanceof TypeModel.Scalar ? 2 : 3;
        return field.result() == null ? type : type + 2;
    }
}
