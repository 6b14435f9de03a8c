package dev.kopf.codegen.model;

import java.util.List;

/** The Java type of a property. */
public sealed interface TypeModel {

    /** A type without parts. */
    enum Scalar implements TypeModel {
        /** A text. */
        TEXT,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
        LONG,
        /** Any number. */
        DECIMAL,
        /** True or false. */
        BOOLEAN,
        /** A whole number or a text. */
        INT_OR_STRING,
        /** Any JSON value. */
        ANY
    }

    /**
     * A list that changes as a whole.
     *
     * @param item the type of the items
     */
    record ListOf(TypeModel item) implements TypeModel {}

    /**
     * A list whose order means nothing.
     *
     * @param item the type of the items
     */
    record SetOf(TypeModel item) implements TypeModel {}

    /**
     * A list whose items have keys.
     *
     * @param item the type of the items, an {@link ObjectType} or a {@link CoreType}
     * @param keys the properties of an item that make its key, at least one
     */
    record KeyedListOf(TypeModel item, List<PropertyModel> keys) implements TypeModel {
        public KeyedListOf {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A map from texts.
     *
     * @param value the type of the values
     */
    record MapOf(TypeModel value) implements TypeModel {}

    /**
     * An object with properties.
     *
     * @param name its class
     */
    record ObjectType(JavaName name) implements TypeModel {}

    /**
     * An object that a class of fabric8's holds.
     *
     * @param name the class
     */
    record CoreType(JavaName name) implements TypeModel {}

    /**
     * A text with known values.
     *
     * @param name its class
     */
    record EnumType(JavaName name) implements TypeModel {}
}
