package dev.kopf.codegen.model;

import java.util.List;
import java.util.Optional;

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
        /** A text that is a moment. */
        DATE_TIME,
        /** An amount, as a text or a number. */
        QUANTITY,
        /** A text that is secret. */
        PASSWORD,
        /** Any JSON value. */
        ANY
    }

    /**
     * A value that is secret, and no text.
     *
     * @param type what it is read as
     */
    record Secret(Scalar type) implements TypeModel {}

    /**
     * A list that changes as a whole.
     *
     * @param item the type of the items
     * @param nullable whether the schema allows null for an item
     */
    record ListOf(TypeModel item, boolean nullable) implements TypeModel {}

    /**
     * A list whose order means nothing.
     *
     * @param item the type of the items
     * @param nullable whether the schema allows null for an item
     */
    record SetOf(TypeModel item, boolean nullable) implements TypeModel {}

    /**
     * A list whose items have keys.
     *
     * @param item the type of the items, an {@link ObjectType} or a {@link CoreType}
     * @param keys the properties of an item that make its key, at least one
     * @param nullable whether the schema allows null for an item
     */
    record KeyedListOf(TypeModel item, List<PropertyModel> keys, boolean nullable) implements TypeModel {
        public KeyedListOf {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A map from texts.
     *
     * @param value the type of the values
     * @param nullable whether the schema allows null for a value
     */
    record MapOf(TypeModel value, boolean nullable) implements TypeModel {}

    /**
     * An object with properties.
     *
     * @param name its class
     * @param secret whether anything in it, however deep, is secret
     */
    record ObjectType(JavaName name, boolean secret) implements TypeModel {}

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

    /** What lists and maps are made of, however deep; this where it has no parts. */
    default TypeModel innermost() {
        if (this instanceof MapOf map) {
            return map.value().innermost();
        }
        if (this instanceof SetOf set) {
            return set.item().innermost();
        }
        if (this instanceof KeyedListOf list) {
            return list.item().innermost();
        }
        return this instanceof ListOf list ? list.item().innermost() : this;
    }

    /** The class that is written for it, or for its parts; empty where there is none. */
    default Optional<JavaName> className() {
        TypeModel innermost = innermost();
        if (innermost instanceof ObjectType object) {
            return Optional.of(object.name());
        }
        if (innermost instanceof CoreType core) {
            return Optional.of(core.name());
        }
        return innermost instanceof EnumType enumeration ? Optional.of(enumeration.name()) : Optional.empty();
    }

    /** Whether a value of this type, or anything in it, however deep, is secret. */
    default boolean isSecret() {
        TypeModel innermost = innermost();
        return innermost instanceof ObjectType object
                ? object.secret()
                : innermost == Scalar.PASSWORD || innermost instanceof Secret;
    }
}
