package dev.kopf.codegen.model;

import java.util.List;
import java.util.Set;

/**
 * A class for nested objects.
 *
 * @param name its name
 * @param description what the schema says about it
 * @param properties its properties, in the order of the schema
 * @param features what else is to be known of it
 * @param accessors what it has beside getters
 */
public record ObjectModel(
        JavaName name,
        String description,
        List<PropertyModel> properties,
        Set<Feature> features,
        AccessorsModel accessors) {

    public ObjectModel {
        properties = List.copyOf(properties);
        features = Set.copyOf(features);
    }

    /** What a class may have, or be. */
    public enum Feature {
        /** There is a class for what changed in it too, named as it with {@code Diff} at the end. */
        DIFF,
        /** All of it is secret, whatever it has for properties. */
        SECRET
    }

    /** Whether a class for what changed in it is generated too. */
    public boolean hasDiff() {
        return features.contains(Feature.DIFF);
    }

    /** Whether all of it is secret. */
    public boolean isSecret() {
        return features.contains(Feature.SECRET);
    }

    /** The class for what changed in it. */
    public JavaName diffName() {
        return name.plus("Diff");
    }
}
