package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.AccessorsModel;
import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.Traits;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The model of one of Kubernetes' own kinds: fabric8's classes, and a handler method for each field. Not safe for use by several threads. */
final class BuiltInModels {

    private static final JavaName METADATA = new JavaName("io.fabric8.kubernetes.api.model", "ObjectMeta");

    private final BuiltInKind kind;
    private final JavaName name;
    private final Map<JavaName, JavaName> core = new LinkedHashMap<>();
    private final List<PropertyModel> stanzas = new ArrayList<>();
    private final List<ObjectModel> objects = new ArrayList<>();
    private final List<FieldHandlerModel> handlers = new ArrayList<>();
    private final Names handlerNames = Names.ofMembers();

    private BuiltInModels(BuiltInKind kind, JavaName name) {
        this.kind = kind;
        this.name = name;
    }

    /** @param naming names the resource class that would be generated */
    static ResourceModel of(BuiltInKind kind, Function<KindModel, JavaName> naming) {
        KindModel model = kindModel(kind);
        return new BuiltInModels(kind, naming.apply(model)).build(model);
    }

    private static KindModel kindModel(BuiltInKind kind) {
        String singular = kind.kind().toLowerCase(Locale.ROOT);
        boolean hasStatus = kind.type().stanzas().containsKey("status");
        return new KindModel(
                kind.group(),
                kind.version(),
                new KindModel.Names(kind.kind(), kind.plural(), singular, List.of(), List.of()),
                kind.namespaced(),
                new KindModel.Details(true, true, null, new KindModel.Subresources(hasStatus, null), List.of()));
    }

    private ResourceModel build(KindModel model) {
        core.put(name, kind.type().name());
        addMetadata();
        Names suffixes = Names.ofMembers("Class", "Metadata");
        Names variables = Names.ofMembers("metadata");
        kind.type().stanzas().forEach((json, stanza) -> {
            if (stanza.properties().isEmpty()) {
                PropertyModel property = property(json, stanza.type(), suffixes, variables);
                stanzas.add(property);
                handlers.add(handler(List.of(property)));
            } else {
                addObject(json, stanza, suffixes, variables);
            }
        });
        return new ResourceModel(
                model,
                name,
                Map.of(),
                new ResourceModel.Types(stanzas, objects, List.of(), AccessorsModel.NONE, core),
                new ResourceModel.Handlers(variable(), handlers, 0, List.of(), Map.of()));
    }

    /** Labels alone: annotations are where operators keep their state, and tools theirs, whose changes are nobody's. */
    private void addMetadata() {
        PropertyModel metadata = new PropertyModel(
                "metadata", "metadata", "Metadata", new TypeModel.CoreType(METADATA), "", Traits.NONE);
        TypeModel texts = new TypeModel.MapOf(TypeModel.Scalar.TEXT, false);
        handlers.add(
                handler(List.of(metadata, new PropertyModel("labels", "labels", "Labels", texts, "", Traits.NONE))));
    }

    private void addObject(String json, BuiltInKind.Stanza stanza, Names suffixes, Names variables) {
        JavaName object = name.plus(Words.pascal(json));
        core.put(object, ((TypeModel.CoreType) stanza.type()).name());
        PropertyModel property = property(json, new TypeModel.ObjectType(object, false), suffixes, variables);
        stanzas.add(property);
        Names innerSuffixes = Names.ofMembers("Class");
        Names innerVariables = Names.ofMembers();
        List<PropertyModel> properties = new ArrayList<>();
        stanza.properties().forEach((child, type) -> {
            PropertyModel inner = property(child, type, innerSuffixes, innerVariables);
            properties.add(inner);
            handlers.add(handler(List.of(property, inner)));
        });
        objects.add(new ObjectModel(object, "", properties, Set.of(ObjectModel.Feature.DIFF), AccessorsModel.NONE));
    }

    private static PropertyModel property(String json, TypeModel type, Names suffixes, Names variables) {
        String suffix = suffixes.unique(Words.pascal(json));
        String variable = variables.unique(Names.member(Words.camel(suffix)));
        return new PropertyModel(json, variable, suffix, type, "", Traits.NONE);
    }

    private FieldHandlerModel handler(List<PropertyModel> way) {
        String suffix =
                handlerNames.unique(way.stream().map(PropertyModel::suffix).collect(Collectors.joining()));
        return new FieldHandlerModel(suffix, way, null);
    }

    private String variable() {
        return Names.member(Words.camel(name.simpleName()));
    }
}
