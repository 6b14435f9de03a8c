package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.ResourceModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From the versions of one kind to their models. The version that handlers are generated for comes first, so that its names are the
 * same whatever else is generated. Not safe for use by several threads.
 */
final class KindAnalyzer {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    /** What handler methods are given beside the resource. */
    private static final Set<String> PARAMETERS = Set.of("context", "diff");

    private final KindNames kindNames;
    private final ChosenNames chosen;
    private final WantedFields fields;
    private final Problems problems;
    private final SchemaAnalyzer schemas;
    private final Map<Shape.Named, JavaName> names = new LinkedHashMap<>();
    private final Modeler modeler;
    private boolean handled;

    KindAnalyzer(KindNames kindNames, ChosenNames chosen, WantedFields fields, Problems problems, CoreTypes coreTypes) {
        this.kindNames = kindNames;
        this.chosen = chosen;
        this.fields = fields;
        this.problems = problems;
        this.schemas = new SchemaAnalyzer(coreTypes);
        this.modeler = new Modeler(names);
    }

    ResourceModel analyze(CrdVersions.Version version) {
        KindModel kind = version.kind();
        Map<String, Tree> children = version.schema().children("properties");
        children.keySet().removeAll(OF_EVERY_OBJECT);
        Map<?, ?> schema = described(version.schema(), children.size());
        Map<String, Shape.Property> stanzas = stanzas(children, version.schema());
        JavaName name = kindNames.of(kind, stanzas.keySet(), !handled);
        Choices choices = chosen.of(kind, stanzas);
        TypeNames.addTo(names, name, stanzas, choices);
        if (handled) {
            return new ResourceModel(
                    kind, name, schema, modeler.types(name, stanzas, choices), ResourceModel.Handlers.NONE);
        }
        handled = true;
        ResourceModel.Types types = modeler.handled(name, stanzas, choices);
        Results results = Results.of(version.schema(), stanzas.get("status"), modeler);
        results.warn(problems);
        FieldHandlers handlers = new FieldHandlers(stanzas, types.stanzas(), modeler, results);
        fields.of(kind, stanzas).forEach(handlers::add);
        return new ResourceModel(kind, name, schema, types, handlers.fitting(variable(name)));
    }

    /** The schema, whose description says where there are more stanzas than a class can hold. */
    private static Map<?, ?> described(Tree schema, int stanzas) {
        if (stanzas <= Limits.MAX_STANZAS) {
            return schema.fields();
        }
        Map<Object, Object> described = new LinkedHashMap<>(schema.fields());
        described.put("description", schema.text("description") + "\n\n" + Limits.tooManyStanzas(stanzas));
        return described;
    }

    /** As many as a class can hold; spec and status first: they keep their names, whatever else there is. */
    private Map<String, Shape.Property> stanzas(Map<String, Tree> children, Tree schema) {
        Set<String> required = new HashSet<>(schema.texts("required"));
        Said said = Said.of(schema);
        Set<String> order = new LinkedHashSet<>(List.of("spec", "status"));
        order.retainAll(children.keySet());
        order.addAll(children.keySet());
        Map<String, Shape.Property> stanzas = new LinkedHashMap<>();
        order.stream()
                .limit(Limits.MAX_STANZAS)
                .forEach(name -> stanzas.put(
                        name,
                        schemas.stanza(
                                name,
                                children.getOrDefault(name, Tree.EMPTY),
                                required.contains(name),
                                said.property(name))));
        return stanzas;
    }

    private static String variable(JavaName name) {
        String variable = Names.member(Words.camel(name.simpleName()));
        return PARAMETERS.contains(variable) ? variable + "Resource" : variable;
    }
}
