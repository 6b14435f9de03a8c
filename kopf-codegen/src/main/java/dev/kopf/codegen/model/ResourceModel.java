package dev.kopf.codegen.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is generated for one version of a CRD.
 *
 * @param kind the kind
 * @param name the resource class, or what it would be called; the other artifacts are named after it
 * @param schema the schema of the whole object, as plain values
 * @param types the stanzas and the classes that they are made of
 * @param handlers the handler interface's methods; {@link Handlers#NONE} for a version that has resource classes only
 */
public record ResourceModel(KindModel kind, JavaName name, Map<?, ?> schema, Types types, Handlers handlers) {

    /**
     * The stanzas and the classes that they are made of.
     *
     * @param stanzas the properties at the top level, but apiVersion, kind and metadata
     * @param objects classes for nested objects, spec and status among them; some may be those of another version of the CRD
     * @param enums classes for texts with known values
     * @param accessors what the resource class has beside getters
     * @param core classes of fabric8's that there are instead of generated ones, by the names that these would have; empty for a CRD
     */
    public record Types(
            List<PropertyModel> stanzas,
            List<ObjectModel> objects,
            List<EnumModel> enums,
            AccessorsModel accessors,
            Map<JavaName, JavaName> core) {
        public Types {
            stanzas = List.copyOf(stanzas);
            objects = List.copyOf(objects);
            enums = List.copyOf(enums);
            core = Map.copyOf(core);
        }

        /** Of a CRD: all classes are generated. */
        public Types(
                List<PropertyModel> stanzas,
                List<ObjectModel> objects,
                List<EnumModel> enums,
                AccessorsModel accessors) {
            this(stanzas, objects, enums, accessors, Map.of());
        }
    }

    /**
     * The handler interface's methods.
     *
     * @param variable the name of the variable that holds the resource
     * @param fields one method for each field
     * @param omitted the number of fields that have no method, since a class file cannot hold more
     * @param fixed fields that have no method, since they never change, from the outside in
     * @param results the types of results by method, where the status has a place for them
     */
    public record Handlers(
            String variable,
            List<FieldHandlerModel> fields,
            int omitted,
            List<String> fixed,
            Map<String, TypeModel> results) {

        /** No handler interface, no diffs, and no glue. */
        public static final Handlers NONE = new Handlers("", List.of(), 0, List.of(), Map.of());

        public Handlers {
            fields = List.copyOf(fields);
            fixed = List.copyOf(fixed);
            results = Map.copyOf(results);
        }
    }

    /** Whether it is a kind of Kubernetes' own, whose classes are fabric8's, and not a CRD's. */
    public boolean isBuiltIn() {
        return !types.core().isEmpty();
    }

    /** The class of the objects. */
    public JavaName resourceName() {
        return types.core().getOrDefault(name, name);
    }

    /** Whether there are a handler interface, diffs, and glue. */
    public boolean hasHandlers() {
        return !handlers.variable().isEmpty();
    }

    /** The handler interface. */
    public JavaName handlerName() {
        return name.plus("Handler");
    }

    /** What changed in an object. */
    public JavaName diffName() {
        return name.plus("Diff");
    }

    /** What the schema says about the kind; empty where it says nothing. */
    public String description() {
        return schema.get("description") instanceof String text ? text : "";
    }

    /** Example objects for tests. */
    public JavaName fixturesName() {
        return name.plus("Fixtures");
    }

    /** The arbitraries of jqwik for tests. */
    public JavaName arbitrariesName() {
        return name.plus("Arbitraries");
    }

    /** The glue. */
    public JavaName dispatchName() {
        return name.plus("Dispatch");
    }

    /** The top-level property of this name in JSON. */
    public @Nullable PropertyModel stanza(String jsonName) {
        return types.stanzas().stream()
                .filter(stanza -> stanza.jsonName().equals(jsonName))
                .findFirst()
                .orElse(null);
    }
}
