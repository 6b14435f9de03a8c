package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.AccessorsModel;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a class has beside its getters, and how it is called: whatever the properties are called, they have their names first. */
final class Accessors {

    /** So many alternatives are told by name. */
    private static final int MAX_NAMED = 3;

    private final Map<String, PropertyModel> properties;
    private final Names suffixes;
    private final Function<Shape.Obj, AccessorsModel> others;

    /** The names of nested classes. */
    private final Names types = Names.ofTypes();

    /**
     * @param simpleName the class that has them
     * @param properties its properties, by their names in JSON
     * @param suffixes the names after {@code get} that the class has anyway
     * @param others what the classes of objects in it have
     */
    Accessors(
            String simpleName,
            Map<String, PropertyModel> properties,
            Names suffixes,
            Function<Shape.Obj, AccessorsModel> others) {
        this.properties = properties;
        this.suffixes = suffixes;
        this.others = others;
        properties.values().forEach(property -> suffixes.take(property.suffix()));
        types.take(simpleName);
        // A class of one name with a nested one would have to be written with its package.
        properties.values().forEach(property -> classNames(property.type()).forEach(types::take));
    }

    AccessorsModel of(Map<String, Shape.Property> shapes, List<Union> unions) {
        List<AccessorsModel.OrDefault> defaults = new ArrayList<>();
        shapes.forEach((name, shape) -> {
            PropertyModel property = property(name);
            String json = Defaults.of(shape);
            if (json != null) {
                String method = "get" + suffixes.unique(property.suffix() + "OrDefault");
                defaults.add(new AccessorsModel.OrDefault(property, method, json));
            }
        });
        // Unions have the names that anybody would look for.
        List<AccessorsModel.Union> named = unions(unions);
        List<AccessorsModel.ItemByKey> items = new ArrayList<>();
        shapes.forEach((name, shape) -> {
            if (shape.shape() instanceof Shape.Listing listing
                    && !listing.keys().isEmpty()) {
                items.add(item(property(name), listing));
            }
        });
        return new AccessorsModel(defaults, items, named);
    }

    private AccessorsModel.ItemByKey item(PropertyModel property, Shape.Listing listing) {
        TypeModel.KeyedListOf list = (TypeModel.KeyedListOf) property.type();
        List<AccessorsModel.OrDefault> defaults = listing.item().shape() instanceof Shape.Obj object
                ? others.apply(object).defaults()
                : List.of();
        return new AccessorsModel.ItemByKey(
                property,
                "get" + itemSuffix(property, list),
                parameters(list),
                list.keys().stream().map(key -> getter(key, defaults)).toList(),
                list.keys().size() == 1 ? "" : types.unique(Words.type(Words.singular(property.suffix())) + "Key"));
    }

    /** To the API server a key that is absent is its default. */
    private static String getter(PropertyModel key, List<AccessorsModel.OrDefault> defaults) {
        return defaults.stream()
                .filter(value -> value.property().equals(key))
                .map(AccessorsModel.OrDefault::method)
                .findFirst()
                .orElse("get" + key.suffix());
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
        Names taken = Names.ofMembers();
        return list.keys().stream().map(key -> taken.unique(key.javaName())).toList();
    }

    private List<AccessorsModel.Union> unions(List<Union> unions) {
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
