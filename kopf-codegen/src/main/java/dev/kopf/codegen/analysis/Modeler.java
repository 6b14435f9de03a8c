package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.AccessorsModel;
import dev.kopf.codegen.model.EnumModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.Traits;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From shapes and their names to the models of classes. Not safe for use by several threads. */
final class Modeler {

    /** What the resource class has from fabric8's, after {@code get} and {@code set}. */
    private static final String[] RESOURCE_MEMBERS = {
        "ApiVersion",
        "Kind",
        "Metadata",
        "Group",
        "Version",
        "Scope",
        "Plural",
        "Singular",
        "CRDName",
        "Crdname",
        "CrdName",
        "FullResourceName",
        "Finalizers",
        "OwnerReferenceFor",
        "DeprecationWarning",
        "Deprecated",
        "Served",
        "Storage",
        "Class",
        "ShortNames",
        "Categories",
        "AdditionalProperties",
        "MarkedForDeletion"
    };

    private final Map<Shape.Named, JavaName> names;
    private final Map<Shape.Obj, Map<String, PropertyModel>> properties = new LinkedHashMap<>();
    private final Map<Shape.Obj, AccessorsModel> accessors = new HashMap<>();
    private final Set<Shape.Obj> diffed = new HashSet<>();
    private Choices choices = new Choices(new Problems(List.of()));

    /** @param names the classes in their order; may grow from version to version */
    Modeler(Map<Shape.Named, JavaName> names) {
        this.names = names;
    }

    /**
     * The stanzas of the version that handlers are for, and its classes, with diffs.
     *
     * @param resource the resource class
     */
    ResourceModel.Types handled(JavaName resource, Map<String, Shape.Property> stanzas, Choices chosen) {
        stanzas.values().forEach(stanza -> collectObjects(stanza.shape(), diffed));
        return types(resource, stanzas, chosen);
    }

    /**
     * The stanzas of a version, and its classes; those that it shares with the handlers' version are that one's.
     *
     * @param resource the resource class
     */
    ResourceModel.Types types(JavaName resource, Map<String, Shape.Property> stanzas, Choices chosen) {
        choices = chosen;
        Set<Shape.Named> reachable = Reachable.from(stanzas);
        List<ObjectModel> objects = new ArrayList<>();
        List<EnumModel> enums = new ArrayList<>();
        names.forEach((shape, name) -> {
            if (!reachable.contains(shape)) {
                return;
            }
            if (shape instanceof Shape.Obj object) {
                List<PropertyModel> members = List.copyOf(propertiesOf(object).values());
                objects.add(new ObjectModel(name, describe(shape), members, featuresOf(object), accessorsOf(object)));
            } else if (shape instanceof Shape.Enumeration enumeration) {
                // What the schema says has its name; what stands for all else is moved aside.
                Names taken = Names.ofMembers();
                List<EnumModel.Constant> constants = constants(enumeration, taken);
                enums.add(new EnumModel(name, describe(shape), constants, taken.unique("UNRECOGNIZED")));
            }
        });
        Map<String, PropertyModel> models =
                model(stanzas, PropertyNames.ofStanzas(stanzas.keySet(), RESOURCE_MEMBERS, chosen));
        return new ResourceModel.Types(
                List.copyOf(models.values()),
                objects,
                enums,
                new Accessors(resource.simpleName(), models, Names.ofMembers(RESOURCE_MEMBERS), this::accessorsOf)
                        .of(stanzas, List.of()));
    }

    /** What the schema says of it; else which property it is for. */
    private static String describe(Shape.Named shape) {
        if (!shape.description().isBlank() || shape.usages().isEmpty()) {
            return shape.description();
        }
        Shape.Usage first = shape.usages().get(0);
        String what = shape instanceof Shape.Obj ? "The object " : "The value of ";
        return (first.item() ? "One of " : what) + first.property() + ".";
    }

    private Set<ObjectModel.Feature> featuresOf(Shape.Obj object) {
        Set<ObjectModel.Feature> features = EnumSet.noneOf(ObjectModel.Feature.class);
        if (diffed.contains(object)) {
            features.add(ObjectModel.Feature.DIFF);
        }
        if (object.isMasked()) {
            features.add(ObjectModel.Feature.SECRET);
        }
        return features;
    }

    /** What the class of an object has beside getters. */
    private AccessorsModel accessorsOf(Shape.Obj object) {
        AccessorsModel known = accessors.get(object);
        if (known == null) {
            JavaName name = Objects.requireNonNull(names.get(object), "a class without a name");
            known = new Accessors(name.simpleName(), propertiesOf(object), Names.ofMembers("Class"), this::accessorsOf)
                    .of(object.properties(), object.unions());
            accessors.put(object, known);
        }
        return known;
    }

    /** The properties of an object, by their names in JSON. */
    Map<String, PropertyModel> propertiesOf(Shape.Obj object) {
        Map<String, PropertyModel> known = properties.get(object);
        if (known == null) {
            Map<String, Shape.Property> members = object.properties();
            known = model(members, PropertyNames.of(members.keySet(), choices.propertiesOf(object), choices));
            properties.put(object, known);
        }
        return known;
    }

    private static void collectObjects(Shape shape, Set<Shape.Obj> objects) {
        if (shape instanceof Shape.Obj object && objects.add(object)) {
            object.properties().values().forEach(property -> collectObjects(property.shape(), objects));
        } else if (shape instanceof Shape.Mapping mapping && mapping.value().shape() instanceof Shape.Obj value) {
            collectObjects(value, objects);
        } else if (shape instanceof Shape.Listing list && !list.keys().isEmpty()) {
            collectObjects(list.item().shape(), objects);
        }
    }

    private Map<String, PropertyModel> model(
            Map<String, Shape.Property> members, Map<String, PropertyNames.Name> javaNames) {
        Map<String, PropertyModel> models = new LinkedHashMap<>();
        members.forEach((jsonName, property) -> {
            PropertyNames.Name name = Objects.requireNonNull(javaNames.get(jsonName), "a property without a name");
            TypeModel type = type(property.shape());
            models.put(
                    jsonName,
                    new PropertyModel(
                            jsonName, name.variable(), name.suffix(), type, property.description(), property.traits()));
        });
        return models;
    }

    /** The type of a shape. */
    TypeModel type(Shape shape) {
        if (shape instanceof Shape.Plain plain) {
            return plain.isMasked() ? new TypeModel.Secret(plain.type()) : plain.type();
        }
        if (shape instanceof Shape.Core core) {
            return new TypeModel.CoreType(core.type().name());
        }
        if (shape instanceof Shape.Mapping mapping) {
            return new TypeModel.MapOf(
                    type(mapping.value().shape()), mapping.value().nullable());
        }
        if (shape instanceof Shape.Listing listing) {
            return listType(listing);
        }
        Shape.Named named = (Shape.Named) shape;
        JavaName name = Objects.requireNonNull(names.get(named), "a class without a name");
        return named instanceof Shape.Obj
                ? new TypeModel.ObjectType(name, named.isSecret())
                : new TypeModel.EnumType(name);
    }

    private TypeModel listType(Shape.Listing listing) {
        TypeModel item = type(listing.item().shape());
        boolean nullable = listing.item().nullable();
        if (listing.set() && isToldApart(item)) {
            return new TypeModel.SetOf(item, nullable);
        }
        if (listing.keys().isEmpty()) {
            return new TypeModel.ListOf(item, nullable);
        }
        List<PropertyModel> keys = listing.keys().stream()
                .map(key -> Objects.requireNonNull(keyOf(listing.item().shape(), key), "a key that is no property"))
                .toList();
        return new TypeModel.KeyedListOf(item, keys, nullable);
    }

    /**
     * Whether values are equal only where their JSON is, so that a set loses none. fabric8's objects are not, and may change; sets are not,
     * whose order means nothing.
     */
    private static boolean isToldApart(TypeModel type) {
        if (type instanceof TypeModel.ListOf list) {
            return isToldApart(list.item());
        }
        if (type instanceof TypeModel.KeyedListOf list) {
            return isToldApart(list.item());
        }
        if (type instanceof TypeModel.MapOf map) {
            return isToldApart(map.value());
        }
        return !(type instanceof TypeModel.SetOf) && !(type instanceof TypeModel.CoreType);
    }

    private @Nullable PropertyModel keyOf(Shape item, String key) {
        if (item instanceof Shape.Core core) {
            TypeModel type = core.type().scalar(key).orElseThrow();
            String suffix = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
            return new PropertyModel(key, key, suffix, type, "", Traits.NONE);
        }
        return item instanceof Shape.Obj object ? propertiesOf(object).get(key) : null;
    }

    private static List<EnumModel.Constant> constants(Shape.Enumeration enumeration, Names taken) {
        return enumeration.values().stream()
                .map(value -> new EnumModel.Constant(taken.unique(Words.constant(value)), value))
                .toList();
    }
}
