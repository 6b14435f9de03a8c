package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the classes of one kind, as an author would: after the property, in the singular for items; the parent's name in front only
 * where the name is taken. What is nearer to the top chooses first. Not safe for use by several threads.
 */
final class TypeNames {

    private static final int MAX_LENGTH = 120;

    private final Map<Shape.Named, JavaName> names;
    private final Map<Shape.Named, String> chosen = new HashMap<>();
    private final Deque<Shape.Obj> open = new ArrayDeque<>();
    private final Names taken = Names.ofTypes();
    private final JavaName kind;
    private final String packageName;

    private TypeNames(Map<Shape.Named, JavaName> names, JavaName kind) {
        this.names = names;
        this.kind = kind;
        this.packageName = kind.packageName() + "." + packagePart(kind.simpleName());
    }

    /** A package must not be called as a class is. */
    private static String packagePart(String simpleName) {
        String part = Names.packagePart(simpleName);
        return part.equals(simpleName) ? part + "_" : part;
    }

    /**
     * Adds the names of one version's classes.
     *
     * @param names those of the versions before; what has a name keeps it
     * @param kind the resource class; the classes of stanzas are named after it and stand beside it, all others in a package below
     * @param stanzas the stanzas by name
     * @param choices the names that options choose; nobody else gets them
     */
    static void addTo(
            Map<Shape.Named, JavaName> names, JavaName kind, Map<String, Shape.Property> stanzas, Choices choices) {
        TypeNames typeNames = new TypeNames(names, kind);
        Names beside = Names.ofResources();
        typeNames.reserve(stanzas, beside);
        beside.reserve(kind.simpleName(), kind.simpleName() + "Handler");
        beside.reserve(kind.simpleName() + "Diff", kind.simpleName() + "Dispatch");
        choices.classes().forEach((shape, wanted) -> {
            Names scope = shape.isStanza() ? beside : typeNames.taken;
            if (names.containsKey(shape) || scope.take(wanted.value(), "Diff")) {
                typeNames.chosen.put(shape, wanted.value());
            } else {
                choices.refuseTaken(wanted);
            }
        });
        stanzas.forEach((name, stanza) -> {
            if (stanza.shape() instanceof Shape.Obj object && !names.containsKey(object)) {
                String wanted = typeNames.chosen.get(object);
                String simpleName =
                        wanted == null ? beside.unique(kind.simpleName() + Words.pascal(name), "Diff") : wanted;
                names.put(object, new JavaName(kind.packageName(), simpleName));
                typeNames.taken.reserve(simpleName, simpleName + "Diff");
                typeNames.open.add(object);
            }
        });
        stanzas.values().forEach(stanza -> typeNames.visit(stanza.shape(), null));
        typeNames.visitAll();
    }

    /** A file that imports two classes of one name would have to qualify one. */
    private void reserve(Map<String, Shape.Property> stanzas, Names beside) {
        for (String ending : List.of("", "Handler", "Diff", "Dispatch", "Spec", "Status")) {
            taken.reserve(kind.simpleName() + ending);
        }
        Set<Shape.Obj> seen = new HashSet<>();
        stanzas.values().forEach(stanza -> takeCore(stanza.shape(), seen, beside));
        for (Shape.Named shape : Reachable.from(stanzas)) {
            JavaName shared = names.get(shape);
            if (shared != null) {
                taken.reserve(shared.simpleName(), shared.simpleName() + "Diff");
            }
        }
    }

    /** Takes the names of fabric8's classes that are used, from the classes beside the resource too. */
    private void takeCore(Shape shape, Set<Shape.Obj> seen, Names beside) {
        if (shape instanceof Shape.Core core) {
            taken.reserve(core.type().name().simpleName());
            beside.reserve(core.type().name().simpleName());
        } else if (shape instanceof Shape.Obj object) {
            if (seen.add(object)) {
                object.properties().values().forEach(property -> takeCore(property.shape(), seen, beside));
            }
        } else {
            SchemaAnalyzer.part(shape).ifPresent(part -> takeCore(part, seen, beside));
        }
    }

    private void visitAll() {
        while (!open.isEmpty()) {
            Shape.Obj parent = open.remove();
            parent.properties().values().forEach(property -> visit(property.shape(), parent));
        }
    }

    private void visit(Shape shape, Shape.@Nullable Obj parent) {
        if (shape instanceof Shape.Named named) {
            if (!names.containsKey(named)) {
                names.put(named, new JavaName(packageName, nameOf(named, parent)));
                if (named instanceof Shape.Obj object) {
                    open.add(object);
                }
            }
        } else {
            SchemaAnalyzer.part(shape).ifPresent(part -> visit(part, parent));
        }
    }

    private String nameOf(Shape.Named shape, Shape.@Nullable Obj parent) {
        String wanted = chosen.get(shape);
        if (wanted != null) {
            return wanted;
        }
        String name = commonName(shape);
        // What a stanza uses is imported by the resource class too.
        boolean besideResource = parent == null && !Names.ofResources().take(name);
        if (!besideResource && taken.take(name, "Diff")) {
            return name;
        }
        String qualified = parentName(parent) + name;
        return taken.unique(qualified.length() > MAX_LENGTH ? qualified.substring(0, MAX_LENGTH) : qualified, "Diff");
    }

    private String parentName(Shape.@Nullable Obj parent) {
        JavaName name = parent == null ? null : names.get(parent);
        if (name == null) {
            return kind.simpleName();
        }
        boolean stanza = name.packageName().equals(kind.packageName())
                && name.simpleName().startsWith(kind.simpleName());
        String rest = stanza ? name.simpleName().substring(kind.simpleName().length()) : "";
        return rest.isEmpty() || Character.isDigit(rest.charAt(0)) ? name.simpleName() : rest;
    }

    /** The name that most usages suggest. */
    private static String commonName(Shape.Named shape) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Shape.Usage usage : shape.usages()) {
            String word = usage.item() ? Words.singular(usage.property()) : usage.property();
            counts.merge(Words.type(word), 1, Integer::sum);
        }
        // Of equally many the first one, which max() would not give.
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Item");
    }
}
