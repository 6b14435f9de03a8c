package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the classes of one kind, as an author would: after the property, in the singular for items; the parent's name in front only
 * where the name is taken. What is nearer to the top chooses first. Not safe for use by several threads.
 */
final class TypeNames {

    private static final int MAX_LENGTH = 120;

    private final Map<Shape.Named, JavaName> names = new LinkedHashMap<>();
    private final Deque<Shape.Obj> open = new ArrayDeque<>();
    private final Names taken = Names.ofTypes();
    private final JavaName kind;
    private final String packageName;

    private TypeNames(JavaName kind) {
        this.kind = kind;
        this.packageName = kind.packageName() + "." + Names.packagePart(kind.simpleName());
    }

    /**
     * @param kind the resource class; the classes of stanzas are named after it and stand beside it, all others in a package below
     * @param stanzas the stanzas by name
     * @return the names in the order of the classes
     */
    static Map<Shape.Named, JavaName> of(JavaName kind, Map<String, Shape.Property> stanzas) {
        TypeNames typeNames = new TypeNames(kind);
        // A file that imports both would have to qualify one.
        typeNames.taken.take(kind.simpleName(), "Handler", "Diff", "Dispatch", "Spec", "Status");
        Set<Shape.Obj> seen = new HashSet<>();
        stanzas.values().forEach(stanza -> typeNames.takeCore(stanza.shape(), seen));
        Names beside = Names.ofTypes();
        beside.take(kind.simpleName(), "Handler", "Diff", "Dispatch");
        stanzas.forEach((name, stanza) -> {
            if (stanza.shape() instanceof Shape.Obj object) {
                String simpleName = beside.unique(kind.simpleName() + Words.pascal(name), "Diff");
                typeNames.names.put(object, new JavaName(kind.packageName(), simpleName));
                typeNames.open.add(object);
            }
        });
        stanzas.values().forEach(stanza -> typeNames.visit(stanza.shape(), null));
        typeNames.visitAll();
        return typeNames.names;
    }

    /** Takes the names of fabric8's classes that are used. */
    private void takeCore(Shape shape, Set<Shape.Obj> seen) {
        if (shape instanceof Shape.Core core) {
            taken.take(core.type().name().simpleName());
        } else if (shape instanceof Shape.Obj object) {
            if (seen.add(object)) {
                object.properties().values().forEach(property -> takeCore(property.shape(), seen));
            }
        } else {
            SchemaAnalyzer.part(shape).ifPresent(part -> takeCore(part, seen));
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
        String name = commonName(shape);
        if (taken.take(name, "Diff")) {
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
