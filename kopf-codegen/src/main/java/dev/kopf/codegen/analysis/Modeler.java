package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.EnumModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.Traits;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.Collection;
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

    Modeler(Map<Shape.Named, JavaName> names) {
        this.names = names;
    }

    /** The stanzas of a kind, and its classes. */
    ResourceModel.Types types(Map<String, Shape.Property> stanzas) {
        Set<Shape.Obj> diffed = new HashSet<>();
        stanzas.values().forEach(stanza -> collectObjects(stanza.shape(), diffed));
        List<ObjectModel> objects = new ArrayList<>();
        List<EnumModel> enums = new ArrayList<>();
        names.forEach((shape, name) -> {
            if (shape instanceof Shape.Obj object) {
                List<PropertyModel> members = List.copyOf(propertiesOf(object).values());
                objects.add(new ObjectModel(
                        name,
                        shape.description(),
                        members,
                        diffed.contains(object),
                        Accessors.of(name.simpleName(), object, propertiesOf(object))));
            } else if (shape instanceof Shape.Enumeration enumeration) {
                // What the schema says has its name; what stands for all else is moved aside.
                Names taken = Names.ofMembers();
                List<EnumModel.Constant> constants = constants(enumeration, taken);
                enums.add(new EnumModel(name, shape.description(), constants, taken.unique("UNRECOGNIZED")));
            }
        });
        Map<String, PropertyModel> models = model(stanzas, Names.ofMembers(RESOURCE_MEMBERS));
        return new ResourceModel.Types(
                List.copyOf(models.values()),
                objects,
                enums,
                Accessors.of(stanzas, models, Names.ofMembers(RESOURCE_MEMBERS)));
    }

    /** The properties of an object, by their names in JSON. */
    Map<String, PropertyModel> propertiesOf(Shape.Obj object) {
        Map<String, PropertyModel> known = properties.get(object);
        if (known == null) {
            known = model(object.properties(), Names.ofMembers("Class"));
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

    private Map<String, PropertyModel> model(Map<String, Shape.Property> members, Names suffixes) {
        Names javaNames = Names.ofMembers();
        Map<String, String> unique = suffixes(members.keySet(), suffixes);
        Map<String, PropertyModel> models = new LinkedHashMap<>();
        members.forEach((jsonName, property) -> {
            String suffix = Objects.requireNonNull(unique.get(jsonName), jsonName);
            String javaName = javaNames.unique(Names.member(Words.camel(suffix)));
            TypeModel type = type(property.shape());
            models.put(
                    jsonName,
                    new PropertyModel(jsonName, javaName, suffix, type, property.description(), property.traits()));
        });
        return models;
    }

    /** Of {@code fooBar} and {@code foo_bar}, the one that is a Java name already has its name, whichever comes first. */
    private static Map<String, String> suffixes(Collection<String> jsonNames, Names taken) {
        Map<String, String> suffixes = new HashMap<>();
        for (boolean isJava : List.of(true, false)) {
            for (String jsonName : jsonNames) {
                if (Words.isOneName(jsonName) == isJava) {
                    String suffix = Words.pascal(jsonName);
                    suffixes.put(jsonName, taken.take(suffix) ? suffix : taken.unique(suffix + "Field"));
                }
            }
        }
        return suffixes;
    }

    /** The type of a shape. */
    TypeModel type(Shape shape) {
        if (shape instanceof Shape.Plain plain) {
            return plain.type();
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
        // fabric8's objects are no members of a set: they may change, and are equal where the JSON is not.
        if (listing.set() && !(item instanceof TypeModel.CoreType)) {
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
