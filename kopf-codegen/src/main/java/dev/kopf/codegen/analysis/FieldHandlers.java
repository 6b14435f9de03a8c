package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handler methods of a kind: one for each direct child of a stanza that may change. Not safe for use by several threads. */
final class FieldHandlers {

    private final Names taken = Names.ofMembers();
    private final List<FieldHandlerModel> handlers = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private final Results results;
    private int cost;
    private int omitted;

    private FieldHandlers(Results results) {
        this.results = results;
    }

    /**
     * @param variable the name of the variable that holds the resource
     * @param stanzas the stanzas by name, as shapes
     * @param models the stanzas as models, in the same order
     * @param results where results are stored
     */
    static ResourceModel.Handlers of(
            String variable,
            Map<String, Shape.Property> stanzas,
            List<PropertyModel> models,
            Modeler modeler,
            Results results) {
        FieldHandlers handlers = new FieldHandlers(results);
        for (PropertyModel stanza : models) {
            Shape.Property shape = stanzas.get(stanza.jsonName());
            if (shape != null && shape.traits().immutable()) {
                handlers.fixed.add(stanza.jsonName());
            } else if (shape != null) {
                handlers.addStanza(stanza, shape.shape(), modeler);
            }
        }
        Map<String, TypeModel> types = new LinkedHashMap<>();
        for (String method : Results.METHODS) {
            TypeModel type = results.typeOf(method);
            if (type != null) {
                types.put(method, type);
            }
        }
        return new ResourceModel.Handlers(variable, handlers.handlers, handlers.omitted, handlers.fixed, types);
    }

    private void addStanza(PropertyModel stanza, Shape shape, Modeler modeler) {
        if (shape instanceof Shape.Obj object && !object.properties().isEmpty()) {
            modeler.propertiesOf(object).forEach((name, property) -> {
                Shape.Property child = object.properties().get(name);
                if (child != null && child.traits().immutable()) {
                    fixed.add(stanza.jsonName() + "." + name);
                } else if (child != null) {
                    add(stanza, property);
                }
            });
        } else {
            add(stanza, null);
        }
    }

    private void add(PropertyModel stanza, @Nullable PropertyModel property) {
        String suffix = taken.unique(stanza.suffix() + (property == null ? "" : property.suffix()));
        List<String> path =
                property == null ? List.of(stanza.jsonName()) : List.of(stanza.jsonName(), property.jsonName());
        TypeModel result = results.typeOf("on" + suffix + "Change");
        FieldHandlerModel handler = new FieldHandlerModel(suffix, path, stanza, property, result);
        cost += Limits.cost(handler);
        if (cost <= Limits.MAX_COST) {
            handlers.add(handler);
        } else {
            omitted++;
        }
    }
}
