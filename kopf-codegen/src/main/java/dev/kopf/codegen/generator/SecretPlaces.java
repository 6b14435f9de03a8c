package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where in an object secrets are, for the runtime to keep digests of them only. */
final class SecretPlaces {

    /** Stands for each item of a list, and each value of a map. */
    private static final String ANY = "*";

    /** More places than this are told by what is around them, of which all is taken for secret then. */
    private static final int MOST = 200;

    private final Map<JavaName, ObjectModel> objects = new HashMap<>();
    private final Set<List<String>> places = new LinkedHashSet<>();

    private SecretPlaces(ResourceModel model) {
        model.types().objects().forEach(object -> objects.put(object.name(), object));
        addAll(model.types().stanzas(), List.of());
    }

    /** What the constant of a kind has at its end; empty where there are no secrets. */
    static CodeBlock of(ResourceModel model) {
        Set<List<String>> places = new SecretPlaces(model).places;
        for (int depth = longest(places); places.size() > MOST && depth > 0; depth--) {
            places = cut(places, depth);
        }
        if (places.isEmpty()) {
            return CodeBlock.of("");
        }
        List<CodeBlock> paths = places.stream().map(SecretPlaces::path).toList();
        return CodeBlock.of("\n.withSecrets(\n$>$L$<)", CodeBlock.join(paths, ",\n"));
    }

    private void addAll(List<PropertyModel> properties, List<String> around) {
        for (PropertyModel property : properties) {
            if (property.type().isSecret()) {
                add(property.type(), deeper(around, property.jsonName()));
            }
        }
    }

    private void add(TypeModel type, List<String> place) {
        if (type instanceof TypeModel.MapOf map) {
            add(map.value(), deeper(place, ANY));
        } else if (type instanceof TypeModel.ListOf list) {
            add(list.item(), deeper(place, ANY));
        } else if (type instanceof TypeModel.SetOf set) {
            add(set.item(), deeper(place, ANY));
        } else if (type instanceof TypeModel.KeyedListOf list) {
            add(list.item(), deeper(place, ANY));
        } else {
            ObjectModel object = type instanceof TypeModel.ObjectType named ? objects.get(named.name()) : null;
            if (object == null || object.isSecret()) {
                places.add(place);
            } else {
                addAll(object.properties(), place);
            }
        }
    }

    private static int longest(Set<List<String>> places) {
        return places.stream().mapToInt(List::size).max().orElse(0);
    }

    private static Set<List<String>> cut(Set<List<String>> places, int length) {
        Set<List<String>> cut = new LinkedHashSet<>();
        places.forEach(place -> cut.add(place.subList(0, Math.min(length, place.size()))));
        return cut;
    }

    private static CodeBlock path(List<String> place) {
        CodeBlock keys = CodeBlock.join(place.stream().map(Literals::of).toList(), ", ");
        return CodeBlock.of("$T.of($L)", ClassName.get("dev.kopf.runtime.resource", "FieldPath"), keys);
    }

    private static List<String> deeper(List<String> place, String key) {
        List<String> deeper = new ArrayList<>(place);
        deeper.add(key);
        return deeper;
    }
}
