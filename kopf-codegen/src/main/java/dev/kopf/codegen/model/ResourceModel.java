package dev.kopf.codegen.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is generated for one CRD.
 *
 * @param kind the kind
 * @param name the resource class; the other artifacts are named after it
 * @param variable the name of a variable that holds such a resource
 * @param description what the schema says about the kind
 * @param stanzas the properties at the top level, but apiVersion, kind and metadata
 * @param types the classes that the stanzas are made of
 * @param handlers the handler interface's methods
 */
public record ResourceModel(
        KindModel kind,
        JavaName name,
        String variable,
        String description,
        List<PropertyModel> stanzas,
        Types types,
        Handlers handlers) {

    public ResourceModel {
        stanzas = List.copyOf(stanzas);
    }

    /**
     * The classes that stanzas are made of.
     *
     * @param objects classes for nested objects, spec and status among them
     * @param enums classes for texts with known values
     */
    public record Types(List<ObjectModel> objects, List<EnumModel> enums) {
        public Types {
            objects = List.copyOf(objects);
            enums = List.copyOf(enums);
        }
    }

    /**
     * The handler interface's methods.
     *
     * @param fields one method for each field
     * @param results the types of results by method, where the status has a property of the method's name
     */
    public record Handlers(List<FieldHandlerModel> fields, Map<String, TypeModel> results) {
        public Handlers {
            fields = List.copyOf(fields);
            results = Map.copyOf(results);
        }
    }

    /** The handler interface. */
    public JavaName handlerName() {
        return name.plus("Handler");
    }

    /** What changed in an object. */
    public JavaName diffName() {
        return name.plus("Diff");
    }

    /** The glue. */
    public JavaName dispatchName() {
        return name.plus("Dispatch");
    }

    /** The top-level property of this name in JSON. */
    public @Nullable PropertyModel stanza(String jsonName) {
        return stanzas.stream()
                .filter(stanza -> stanza.jsonName().equals(jsonName))
                .findFirst()
                .orElse(null);
    }
}
