package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The handler methods of a kind: one for each direct child of a stanza that may change, and for deeper fields that are asked for. Not
 * safe for use by several threads.
 */
final class FieldHandlers {

    private final Names taken = Names.ofMembers();
    private final List<FieldHandlerModel> handlers = new ArrayList<>();
    private final List<FieldHandlerModel> deeper = new ArrayList<>();
    private final Map<String, PropertyModel> status;
    private final Modeler modeler;

    private FieldHandlers(Map<String, PropertyModel> status, Modeler modeler) {
        this.status = status;
        this.modeler = modeler;
    }

    /**
     * @param variable the name of the variable that holds the resource
     * @param stanzas the stanzas by name, as shapes
     * @param models the stanzas as models, in the same order
     * @param wanted the paths of further fields, which are there
     */
    static ResourceModel.Handlers of(
            String variable,
            Map<String, Shape.Property> stanzas,
            List<PropertyModel> models,
            Modeler modeler,
            List<List<String>> wanted) {
        Shape.Property status = stanzas.get("status");
        FieldHandlers handlers = new FieldHandlers(
                status != null && status.shape() instanceof Shape.Obj object ? modeler.propertiesOf(object) : Map.of(),
                modeler);
        for (PropertyModel stanza : models) {
            Shape.Property shape = stanzas.get(stanza.jsonName());
            if (shape != null && !shape.traits().immutable()) {
                handlers.addStanza(stanza, shape.shape());
            }
        }
        // After all others, so that no other one is called differently for them.
        wanted.forEach(path -> handlers.addDeeper(path, stanzas, models));
        return handlers.fitting(variable);
    }

    private void addStanza(PropertyModel stanza, Shape shape) {
        if (shape instanceof Shape.Obj object && !object.properties().isEmpty()) {
            modeler.propertiesOf(object).forEach((name, property) -> {
                Shape.Property child = object.properties().get(name);
                if (child != null && !child.traits().immutable()) {
                    handlers.add(handler(List.of(stanza, property)));
                }
            });
        } else {
            handlers.add(handler(List.of(stanza)));
        }
    }

    private void addDeeper(List<String> path, Map<String, Shape.Property> stanzas, List<PropertyModel> models) {
        if (handlers.stream().anyMatch(handler -> handler.path().equals(path))) {
            return;
        }
        List<PropertyModel> way = new ArrayList<>();
        models.stream().filter(model -> model.jsonName().equals(path.get(0))).forEach(way::add);
        Shape.Property parent = stanzas.get(path.get(0));
        for (String name : path.subList(1, path.size())) {
            if (parent != null && parent.shape() instanceof Shape.Obj object) {
                way.add(Objects.requireNonNull(modeler.propertiesOf(object).get(name), "a field that is not there"));
                parent = object.properties().get(name);
            }
        }
        deeper.add(handler(way));
    }

    private FieldHandlerModel handler(List<PropertyModel> way) {
        String suffix = taken.unique(way.stream().map(PropertyModel::suffix).collect(Collectors.joining()));
        PropertyModel result = status.get("on" + suffix + "Change");
        return new FieldHandlerModel(suffix, way, result == null ? null : result.type());
    }

    /** As many as a class can hold; those that are asked for are held first. */
    private ResourceModel.Handlers fitting(String variable) {
        int cost = deeper.stream().mapToInt(Limits::cost).sum();
        List<FieldHandlerModel> fields = new ArrayList<>();
        for (FieldHandlerModel handler : handlers) {
            cost += Limits.cost(handler);
            if (cost <= Limits.MAX_COST) {
                fields.add(handler);
            }
        }
        int omitted = handlers.size() - fields.size();
        fields.addAll(deeper);
        Map<String, TypeModel> results = new LinkedHashMap<>();
        for (String method : List.of("onCreate", "onUpdate", "onResume")) {
            PropertyModel result = status.get(method);
            if (result != null) {
                results.put(method, result.type());
            }
        }
        return new ResourceModel.Handlers(variable, fields, omitted, results);
    }
}
