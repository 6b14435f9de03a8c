package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.Traits;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a schema describes, before it has names. Shapes of one structure are one shape. */
sealed interface Shape {

    /** A text that is equal for equal structures, and short. */
    String key();

    /** A shape without parts. */
    record Plain(TypeModel.Scalar type, boolean isSecret) implements Shape {
        @Override
        public String key() {
            return type.name() + (isSecret ? "*" : "");
        }

        /** Whether it is secret, which its type does not tell. */
        boolean isMasked() {
            return isSecret && type != TypeModel.Scalar.PASSWORD;
        }
    }

    /** Whether a value of this shape, or anything in it, however deep, is secret. */
    boolean isSecret();

    /** An object that a class of fabric8's holds. */
    record Core(CoreType type) implements Shape {
        @Override
        public String key() {
            return "c" + type.name().simpleName();
        }

        @Override
        public boolean isSecret() {
            return false;
        }
    }

    /** A list; keys are there only where it is a list with keys. */
    record Listing(Part item, boolean set, List<String> keys) implements Shape {
        @Override
        public String key() {
            return "[" + item.key() + (set ? "s" : "") + keys + "]";
        }

        @Override
        public boolean isSecret() {
            return item.shape.isSecret();
        }
    }

    /** A map from texts. */
    record Mapping(Part value) implements Shape {
        @Override
        public String key() {
            return "<" + value.key() + ">";
        }

        @Override
        public boolean isSecret() {
            return value.shape.isSecret();
        }
    }

    /** What a list or a map holds, and whether it may be null. */
    record Part(Shape shape, boolean nullable) {

        /** Any values, of which the schema says nothing. */
        static final Part ANY = new Part(new Plain(TypeModel.Scalar.ANY, false), true);

        private String key() {
            return shape.key() + (nullable ? "?" : "");
        }
    }

    /** A shape that becomes a class, and so needs a name. Equal to itself only. */
    abstract sealed class Named implements Shape {
        private final String key;
        private final String description;
        private final List<Usage> usages = new ArrayList<>();

        private Named(String key, String description) {
            this.key = key;
            this.description = description;
        }

        @Override
        public String key() {
            return key;
        }

        String description() {
            return description;
        }

        /** Whether it is a stanza, whose class stands beside the resource class. */
        boolean isStanza() {
            return key.startsWith("stanza ");
        }

        /** Where it is used; filled while schemas are read. */
        List<Usage> usages() {
            return usages;
        }
    }

    /** An object with properties, in the order of the schema. */
    final class Obj extends Named {
        private final Map<String, Property> properties;
        private final List<Union> unions;
        private final boolean masked;
        private final boolean secret;

        /** @param masked whether all of it is secret, whatever it has for properties */
        Obj(String key, String description, Map<String, Property> properties, List<Union> unions, boolean masked) {
            super(key, description);
            this.masked = masked;
            this.properties = new LinkedHashMap<>(properties);
            this.unions = List.copyOf(unions);
            this.secret = masked
                    || properties.values().stream()
                            .anyMatch(property -> property.shape().isSecret());
        }

        boolean isMasked() {
            return masked;
        }

        /** Of which properties only one is set. */
        List<Union> unions() {
            return unions;
        }

        @Override
        public boolean isSecret() {
            return secret;
        }

        Map<String, Property> properties() {
            return properties;
        }
    }

    /** A text with known values. */
    final class Enumeration extends Named {
        private final List<String> values;

        Enumeration(String key, String description, List<String> values) {
            super(key, description);
            this.values = List.copyOf(values);
        }

        @Override
        public boolean isSecret() {
            return false;
        }

        List<String> values() {
            return values;
        }
    }

    /** A property of an object: its shape, and what is said about it. */
    record Property(Shape shape, String description, Traits traits) {}

    /** A property under which a shape is used, itself or as an item of it. */
    record Usage(String property, boolean item) {}
}
