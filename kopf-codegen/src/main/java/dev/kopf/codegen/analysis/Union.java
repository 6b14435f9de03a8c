package dev.kopf.codegen.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Properties of an object of which a schema says that only one is set.
 *
 * @param properties their names in JSON
 * @param mayBeNone whether none of them may be set, too
 */
record Union(List<String> properties, boolean mayBeNone) {

    /** An enum of more is nothing to switch over, and Java's limits are near. */
    private static final int MAX_ALTERNATIVES = 500;

    /** More than any real schema has. */
    private static final int MAX_UNIONS = 20;

    private static final int MAX_RULE = 10_000;

    private static final Pattern HAS = Pattern.compile("has\\(self\\.([A-Za-z_][A-Za-z0-9_]*)\\)");

    /** The ends of a rule, without blanks, that say that one is true; the second group is there where none may be. */
    private static final Pattern ONE = Pattern.compile(
            "\\.(?:exists_one\\(([a-z]+),\\1\\)|filter\\(([a-z]+),\\2(?:==true)?\\)\\.size\\(\\)(?:==|(<=))1)");

    Union {
        properties = List.copyOf(properties);
    }

    /**
     * What the schema of an object says.
     *
     * @param known the object's properties
     */
    static List<Union> of(Tree schema, Set<String> known) {
        List<Tree> places = new ArrayList<>(List.of(schema));
        places.addAll(schema.trees("allOf"));
        List<Union> unions = new ArrayList<>();
        Set<Set<String>> seen = new LinkedHashSet<>();
        for (Tree place : places) {
            if (place.has("oneOf")) {
                oneOf(place.trees("oneOf")).ifPresent(unions::add);
            }
        }
        for (Tree rule : schema.trees("x-kubernetes-validations")) {
            cel(rule.text("rule")).ifPresent(unions::add);
        }
        return unions.stream()
                .filter(union -> union.isOver(known) && seen.add(new HashSet<>(union.properties)))
                .limit(MAX_UNIONS)
                .toList();
    }

    private boolean isOver(Set<String> known) {
        return properties.size() > 1
                && properties.size() <= MAX_ALTERNATIVES
                && new LinkedHashSet<>(properties).size() == properties.size()
                && known.containsAll(properties);
    }

    private static Optional<Union> oneOf(List<Tree> alternatives) {
        List<String> names = new ArrayList<>();
        List<String> none = List.of();
        for (Tree alternative : alternatives) {
            Optional<String> name = required(alternative);
            if (name.isPresent()) {
                names.add(name.get());
            } else if (none.isEmpty()) {
                none = notAnyOf(alternative);
                if (none.isEmpty()) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        boolean same = none.isEmpty() || new HashSet<>(none).equals(new HashSet<>(names));
        return same ? Optional.of(new Union(names, !none.isEmpty())) : Optional.empty();
    }

    /** The one property that is all that an alternative asks for: were it to ask for more, others could be set beside it. */
    private static Optional<String> required(Tree schema) {
        List<String> names = schema.texts("required");
        boolean alone = schema.fields().size() == 1 && schema.list("required").size() == 1 && names.size() == 1;
        return alone ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** The properties of which none is set, where this is how a schema says that none has to be. */
    private static List<String> notAnyOf(Tree schema) {
        Tree not = schema.at("not");
        if (schema.fields().size() != 1 || not.fields().size() != 1) {
            return List.of();
        }
        List<Optional<String>> names =
                not.trees("anyOf").stream().map(Union::required).toList();
        return names.stream().allMatch(Optional::isPresent)
                ? names.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** A rule such as {@code [has(self.a), has(self.b)].exists_one(x, x)}. */
    private static Optional<Union> cel(String rule) {
        if (rule.length() > MAX_RULE) {
            return Optional.empty();
        }
        String text = rule.replaceAll("\\s", "");
        int end = text.indexOf(']');
        Matcher one = ONE.matcher(text.substring(end + 1));
        if (!text.startsWith("[") || end < 0 || !one.matches()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (String part : text.substring(1, end).split(",", -1)) {
            Matcher has = HAS.matcher(part);
            if (!has.matches()) {
                return Optional.empty();
            }
            names.add(has.group(1));
        }
        return Optional.of(new Union(names, one.group(3) != null));
    }
}
