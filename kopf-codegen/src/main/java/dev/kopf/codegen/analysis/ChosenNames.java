package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.KindModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The names of classes and properties that options choose. Not safe for use by several threads. */
final class ChosenNames {

    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9_]{0,119}");
    private static final Pattern PROPERTY = Pattern.compile("[a-z][A-Za-z0-9_]{0,119}");

    private final Problems problems;
    private final List<Wanted> resources;
    private final List<Wanted> classes;
    private final List<Wanted> properties;

    ChosenNames(CodegenOptions.Naming naming, Problems problems) {
        this.problems = problems;
        Map<String, String> ofKinds = new LinkedHashMap<>();
        Map<String, String> ofPlaces = new LinkedHashMap<>();
        naming.classes().forEach((place, name) -> {
            if (place.contains(":")) {
                ofPlaces.put(place, name);
            } else {
                // A kind is written without a colon; as a place it has no path.
                ofKinds.put(place, name);
            }
        });
        this.resources = valid(Wanted.ofKinds("classNames", ofKinds), CLASS, "class");
        this.classes = valid(Wanted.of("classNames", ofPlaces, problems), CLASS, "class");
        this.properties = valid(Wanted.of("propertyNames", naming.properties(), problems), PROPERTY, "property");
    }

    private List<Wanted> valid(List<Wanted> all, Pattern pattern, String what) {
        return all.stream()
                .filter(wanted -> {
                    String name = wanted.value();
                    boolean valid = pattern.matcher(name).matches()
                            && !SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)
                            && (pattern == CLASS
                                    ? Names.ofResources().take(name)
                                    : Names.member(name).equals(name));
                    if (!valid) {
                        wanted.refuse(problems, "not a name that a " + what + " can have. Choose another one: ");
                    }
                    return valid;
                })
                .toList();
    }

    /** The simple name of a resource class; empty where none is chosen. */
    Optional<String> resource(KindModel kind) {
        String full = kind.names().kind() + "." + kind.group();
        List<Wanted> chosen =
                resources.stream().filter(wanted -> wanted.place().isOf(kind)).toList();
        chosen.forEach(Wanted::find);
        // What names the group too is meant before what does not.
        return Stream.concat(
                        chosen.stream().filter(wanted -> wanted.place().kind().equals(full)), chosen.stream())
                .map(Wanted::value)
                .findFirst();
    }

    /** The names that are chosen in one version of a kind. */
    Choices of(KindModel kind, Map<String, Shape.Property> stanzas) {
        Choices choices = new Choices(problems);
        for (Wanted wanted : classes) {
            walk(wanted, kind, stanzas).ifPresent(walk -> {
                Shape shape = Walk.within(walk.last().shape());
                if (shape instanceof Shape.Named named) {
                    wanted.find();
                    choices.addClass(named, wanted);
                } else {
                    wanted.miss(
                            walk.steps().size() + 1,
                            "the place has no class of its own in "
                                    + kind.names().kind());
                }
            });
        }
        for (Wanted wanted : properties) {
            walk(wanted, kind, stanzas).ifPresent(walk -> {
                wanted.find();
                List<String> path = wanted.place().path();
                choices.addProperty(walk.owner(), path.get(path.size() - 1), wanted);
            });
        }
        return choices;
    }

    private static Optional<Walk> walk(Wanted wanted, KindModel kind, Map<String, Shape.Property> stanzas) {
        return wanted.place().isOf(kind)
                ? Optional.of(wanted.in(kind, stanzas, true)).filter(Walk::isComplete)
                : Optional.empty();
    }

    void finish() {
        Stream.of(resources, classes, properties).flatMap(List::stream).forEach(wanted -> wanted.tellMissing(problems));
    }
}
