package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.AccessorsModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a class has beside its getters, and how it is called: whatever the properties are called, they have their names first. */
final class Accessors {

    /** So many alternatives are told by name. */
    private static final int MAX_NAMED = 3;

    private final Map<String, PropertyModel> properties;
    private final Names suffixes;

    private Accessors(Map<String, PropertyModel> properties, Names suffixes) {
        this.properties = properties;
        this.suffixes = suffixes;
    }

    /** Of an object, whose class has this name. */
    static AccessorsModel of(String simpleName, Shape.Obj object, Map<String, PropertyModel> properties) {
        Accessors accessors = of(properties, Names.ofMembers("Class"));
        AccessorsModel members = accessors.model(object.properties());
        return new AccessorsModel(members.defaults(), members.items(), accessors.unions(simpleName, object.unions()));
    }

    /**
     * Of a kind.
     *
     * @param suffixes the names after {@code get} that its class has anyway
     */
    static AccessorsModel of(
            Map<String, Shape.Property> stanzas, Map<String, PropertyModel> properties, Names suffixes) {
        return of(properties, suffixes).model(stanzas);
    }

    private static Accessors of(Map<String, PropertyModel> properties, Names suffixes) {
        properties.values().forEach(property -> suffixes.take(property.suffix()));
        return new Accessors(properties, suffixes);
    }

    private AccessorsModel model(Map<String, Shape.Property> shapes) {
        List<AccessorsModel.OrDefault> defaults = new ArrayList<>();
        shapes.forEach((name, shape) -> {
            PropertyModel property = property(name);
            String json = Defaults.of(shape);
            if (json != null) {
                String method = "get" + suffixes.unique(property.suffix() + "OrDefault");
                defaults.add(new AccessorsModel.OrDefault(property, method, json));
            }
        });
        List<AccessorsModel.ItemByKey> items = new ArrayList<>();
        for (PropertyModel property : properties.values()) {
            if (property.type() instanceof TypeModel.KeyedListOf list) {
                items.add(new AccessorsModel.ItemByKey(property, "get" + itemSuffix(property, list), parameters(list)));
            }
        }
        return new AccessorsModel(defaults, items, List.of());
    }

    private PropertyModel property(String jsonName) {
        return Objects.requireNonNull(properties.get(jsonName), "a property without a model");
    }

    /** The singular; where it is taken, or the list is called so, with the keys behind it. */
    private String itemSuffix(PropertyModel list, TypeModel.KeyedListOf type) {
        String singular = Words.singular(list.suffix());
        if (suffixes.take(singular)) {
            return singular;
        }
        String keys = type.keys().stream().map(PropertyModel::suffix).collect(Collectors.joining("And"));
        return suffixes.unique(singular + "By" + keys);
    }

    private static List<String> parameters(TypeModel.KeyedListOf list) {
        Names taken = Names.ofMembers("item");
        return list.keys().stream().map(key -> taken.unique(key.javaName())).toList();
    }

    private List<AccessorsModel.Union> unions(String simpleName, List<Union> unions) {
        Names types = Names.ofTypes();
        types.take(simpleName);
        // A class of one name with a nested one would have to be written with its package.
        properties.values().forEach(property -> classNames(property.type()).forEach(types::take));
        List<AccessorsModel.Union> models = new ArrayList<>();
        for (Union union : unions) {
            // The first one has the name that anybody would look for.
            String typeName = models.isEmpty() && types.take("OneOf") ? "OneOf" : types.unique("OneOf" + words(union));
            String method = Character.toLowerCase(typeName.charAt(0)) + typeName.substring(1);
            Names constants = Names.ofMembers();
            List<AccessorsModel.Alternative> alternatives = union.properties().stream()
                    .map(name -> new AccessorsModel.Alternative(constants.unique(Words.constant(name)), property(name)))
                    .toList();
            models.add(new AccessorsModel.Union(typeName, method, alternatives, union.mayBeNone()));
        }
        return models;
    }

    /** The simple names of all that the accessors of a property mention. */
    private static Stream<String> classNames(TypeModel type) {
        Stream<TypeModel> keys = type instanceof TypeModel.KeyedListOf list
                ? list.keys().stream().map(PropertyModel::type)
                : Stream.empty();
        return Stream.concat(Stream.of(type), keys)
                .flatMap(mentioned -> mentioned.className().stream())
                .map(JavaName::simpleName);
    }

    private String words(Union union) {
        List<String> names =
                union.properties().stream().map(name -> property(name).suffix()).toList();
        return names.size() <= MAX_NAMED ? String.join("Or", names) : names.get(0) + "OrOther";
    }
}
