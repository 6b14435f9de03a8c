package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.TypeModel.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class of fabric8's for a part of Kubernetes' own kinds, such as a container.
 *
 * @param name the class
 * @param part whether it is used within others only: too little tells it from what merely looks like it
 * @param hint a word that the schema, or the property that has it, has to have in it; null for none
 * @param properties its properties by their names in JSON
 */
record CoreType(JavaName name, boolean part, @Nullable String hint, Map<String, Property> properties) {

    CoreType {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Whether it has the property, and it is a text, a number or a flag. */
    boolean isScalar(String property) {
        return scalar(property).isPresent();
    }

    /** The type of a property that is a text, a number or a flag; empty for all others. */
    Optional<Scalar> scalar(String property) {
        Property known = properties.get(property);
        return known != null
                        && known.type() instanceof Plain plain
                        && plain.type() != Scalar.ANY
                        && plain.type() != Scalar.INT_OR_STRING
                        && plain.type() != Scalar.QUANTITY
                ? Optional.of(plain.type())
                : Optional.empty();
    }

    /**
     * A property of the class.
     *
     * @param optional whether schemas of the type may lack it, since not every version of Kubernetes has it
     * @param type its type
     */
    record Property(boolean optional, Ref type) {}

    /** The type of a property. */
    sealed interface Ref {}

    /** A value without parts, or any. */
    record Plain(Scalar type) implements Ref {}

    /** A list. */
    record ListOf(Ref item) implements Ref {}

    /** A map from texts. */
    record MapOf(Ref value) implements Ref {}

    /** An object of another class in the table. */
    record ClassOf(String simpleName) implements Ref {}
}
