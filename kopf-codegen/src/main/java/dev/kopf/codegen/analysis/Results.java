package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a kind's handlers are stored: in the field of the status that has the handler's name. What the schema does not
 * know there the API server drops, unless the schema says that it is kept.
 */
final class Results {

    /** The methods that return a result whatever the schema says. */
    static final List<String> METHODS = List.of("onCreate", "onUpdate", "onResume");

    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

    private final Tree schema;
    private final Map<String, TypeModel> known;
    private final @Nullable TypeModel others;

    private Results(Tree schema, Map<String, TypeModel> known, @Nullable TypeModel others) {
        this.schema = schema;
        this.known = known;
        this.others = others;
    }

    /**
     * @param schema the schema of the kind
     * @param status the stanza; null where there is none
     */
    static Results of(Tree schema, Shape.@Nullable Property status, Modeler modeler) {
        Map<String, TypeModel> known = new LinkedHashMap<>();
        if (status != null && status.shape() instanceof Shape.Obj object) {
            Map<String, PropertyModel> properties = modeler.propertiesOf(object);
            properties.forEach((name, property) -> known.put(name, property.type()));
        }
        return new Results(schema, known, others(schema, status, modeler));
    }

    /** The type of a result; null where the API server would drop it. */
    @Nullable
    TypeModel typeOf(String method) {
        return known.getOrDefault(method, others);
    }

    /** Tells which results would be dropped. */
    void warn(Problems problems) {
        List<String> dropped =
                METHODS.stream().filter(method -> typeOf(method) == null).toList();
        if (!dropped.isEmpty()) {
            problems.warn(
                    Problem.Id.KopfResultPruned,
                    schema.at("properties").place("status"),
                    "the API server drops what these handler methods return, as the schema of status has no place for"
                            + " it. Add " + PRESERVE + ": true to the schema of status, or properties of these names: "
                            + String.join(", ", dropped));
        }
    }

    private static @Nullable TypeModel others(Tree schema, Shape.@Nullable Property status, Modeler modeler) {
        Tree known = schema.at("properties").at("status");
        if (keepsAll(schema)) {
            return TypeModel.Scalar.ANY;
        }
        if (status == null) {
            // A schema of the status would be the one that counts, whatever is said above it.
            return schema.flag(PRESERVE) || schema.flag("additionalProperties") ? TypeModel.Scalar.ANY : null;
        }
        if (known.flag(PRESERVE) || known.flag("additionalProperties")) {
            return TypeModel.Scalar.ANY;
        }
        boolean typed = !known.at("additionalProperties").fields().isEmpty();
        return typed && status.shape() instanceof Shape.Mapping mapping
                ? modeler.type(mapping.value().shape())
                : null;
    }

    /** Whether nothing of the kind is ever dropped, as it was the default of the first CRDs. */
    private static boolean keepsAll(Tree schema) {
        Tree document = schema;
        while (document.parent() != null) {
            document = document.parent();
        }
        Tree spec = document.at("spec");
        boolean first = document.text("apiVersion").endsWith("/v1beta1");
        return spec.flag("preserveUnknownFields") || (first && !spec.fields().containsKey("preserveUnknownFields"));
    }
}
