package dev.kopf.codegen.model;

import java.util.List;

/**
 * What a class has beside its getters.
 *
 * @param defaults for values with a default
 * @param items for items of lists by their keys
 * @param unions for which one of several properties is set
 */
public record AccessorsModel(List<OrDefault> defaults, List<ItemByKey> items, List<Union> unions) {

    /** Nothing. */
    public static final AccessorsModel NONE = new AccessorsModel(List.of(), List.of(), List.of());

    public AccessorsModel {
        defaults = List.copyOf(defaults);
        items = List.copyOf(items);
        unions = List.copyOf(unions);
    }

    /**
     * The value, or the default.
     *
     * @param property the property
     * @param method the name of the method, such as {@code getSizeOrDefault}
     * @param json the default as JSON, which fits the type
     */
    public record OrDefault(PropertyModel property, String method, String json) {}

    /**
     * An item of a list by its key.
     *
     * @param property the property, whose type is {@link TypeModel.KeyedListOf}
     * @param method the name of the method, such as {@code getListener}
     * @param parameters the names of the parameters, one for each field that makes the key
     * @param getters the methods of an item that give these fields, or their defaults
     * @param keyType the name of the nested class for the key; empty where one field alone is it
     */
    public record ItemByKey(
            PropertyModel property, String method, List<String> parameters, List<String> getters, String keyType) {
        public ItemByKey {
            parameters = List.copyOf(parameters);
            getters = List.copyOf(getters);
        }

        /** The type of the property. */
        public TypeModel.KeyedListOf list() {
            return (TypeModel.KeyedListOf) property.type();
        }
    }

    /**
     * Which one of several properties is set.
     *
     * @param typeName the name of the nested enum, such as {@code OneOf}
     * @param method the name of the method, such as {@code oneOf}
     * @param alternatives the properties, at least two
     * @param mayBeNone whether the schema allows that none of them is set
     */
    public record Union(String typeName, String method, List<Alternative> alternatives, boolean mayBeNone) {
        public Union {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * One of several properties.
     *
     * @param constant the constant of the enum
     * @param property the property
     */
    public record Alternative(String constant, PropertyModel property) {}
}
