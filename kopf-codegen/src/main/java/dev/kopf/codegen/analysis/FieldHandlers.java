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
    private final List<String> fixed = new ArrayList<>();
    private final Map<String, Shape.Property> stanzas;
    private final List<PropertyModel> models;
    private final Modeler modeler;
    private final Results results;

    /**
     * Those of direct children.
     *
     * @param stanzas the stanzas by name, as shapes
     * @param models the stanzas as models, in the same order
     * @param results where results are stored
     */
    FieldHandlers(Map<String, Shape.Property> stanzas, List<PropertyModel> models, Modeler modeler, Results results) {
        this.stanzas = stanzas;
        this.models = models;
        this.modeler = modeler;
        this.results = results;
        for (PropertyModel stanza : models) {
            Shape.Property shape = stanzas.get(stanza.jsonName());
            if (shape != null && shape.traits().immutable()) {
                fixed.add(stanza.jsonName());
            } else if (shape != null) {
                addStanza(stanza, shape.shape());
            }
        }
    }

    private void addStanza(PropertyModel stanza, Shape shape) {
        if (shape instanceof Shape.Obj object && !object.properties().isEmpty()) {
            modeler.propertiesOf(object).forEach((name, property) -> {
                Shape.Property child = object.properties().get(name);
                if (child != null && child.traits().immutable()) {
                    fixed.add(stanza.jsonName() + "." + name);
                } else if (child != null) {
                    handlers.add(handler(List.of(stanza, property)));
                }
            });
        } else {
            handlers.add(handler(List.of(stanza)));
        }
    }

    /** Adds one for another field, which is there: after all others, so that no other one is called differently for it. */
    void add(List<String> path) {
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
        return new FieldHandlerModel(suffix, way, results.typeOfField("on" + suffix + "Change"));
    }

    /**
     * As many as a class can hold; those that are asked for are held first.
     *
     * @param variable the name of the variable that holds the resource
     */
    ResourceModel.Handlers fitting(String variable) {
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
        Map<String, TypeModel> types = new LinkedHashMap<>();
        for (String method : Results.METHODS) {
            TypeModel type = results.typeOf(method);
            if (type != null) {
                types.put(method, type);
            }
        }
        return new ResourceModel.Handlers(variable, fields, omitted, fixed, types);
    }
}
