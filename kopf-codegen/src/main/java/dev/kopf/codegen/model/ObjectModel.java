package dev.kopf.codegen.model;

import java.util.List;

/**
 * A class for nested objects.
 *
 * @param name its name
 * @param description what the schema says about it
 * @param properties its properties, in the order of the schema
 * @param hasDiff whether a class for what changed in it is generated too, named as it with {@code Diff} at the end
 * @param accessors what it has beside getters
 */
public record ObjectModel(
        JavaName name, String description, List<PropertyModel> properties, boolean hasDiff, AccessorsModel accessors) {

    public ObjectModel {
        properties = List.copyOf(properties);
    }

    /** The class for what changed in it. */
    public JavaName diffName() {
        return name.plus("Diff");
    }
}
