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
    private final Map<String, TypeModel> results = new LinkedHashMap<>();
    private final Map<String, PropertyModel> status;
    private int cost;
    private int omitted;

    private FieldHandlers(Map<String, PropertyModel> status) {
        this.status = status;
    }

    /**
     * @param variable the name of the variable that holds the resource
     * @param stanzas the stanzas by name, as shapes
     * @param models the stanzas as models, in the same order
     */
    static ResourceModel.Handlers of(
            String variable, Map<String, Shape.Property> stanzas, List<PropertyModel> models, Modeler modeler) {
        Shape.Property status = stanzas.get("status");
        FieldHandlers handlers = new FieldHandlers(
                status != null && status.shape() instanceof Shape.Obj object ? modeler.propertiesOf(object) : Map.of());
        for (PropertyModel stanza : models) {
            Shape.Property shape = stanzas.get(stanza.jsonName());
            if (shape != null && !shape.traits().immutable()) {
                handlers.addStanza(stanza, shape.shape(), modeler);
            }
        }
        for (String method : List.of("onCreate", "onUpdate", "onResume")) {
            PropertyModel result = handlers.status.get(method);
            if (result != null) {
                handlers.results.put(method, result.type());
            }
        }
        return new ResourceModel.Handlers(variable, handlers.handlers, handlers.omitted, handlers.results);
    }

    private void addStanza(PropertyModel stanza, Shape shape, Modeler modeler) {
        if (shape instanceof Shape.Obj object && !object.properties().isEmpty()) {
            modeler.propertiesOf(object).forEach((name, property) -> {
                Shape.Property child = object.properties().get(name);
                if (child != null && !child.traits().immutable()) {
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
        PropertyModel result = status.get("on" + suffix + "Change");
        FieldHandlerModel handler =
                new FieldHandlerModel(suffix, path, stanza, property, result == null ? null : result.type());
        cost += Limits.cost(handler);
        if (cost <= Limits.MAX_COST) {
            handlers.add(handler);
        } else {
            omitted++;
        }
    }
}
