package dev.kopf.codegen.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the properties of one class. What is chosen has its name first; a name that is taken gets {@code Field} behind it, then a
 * number. Not safe for use by several threads.
 */
final class PropertyNames {

    private final Names suffixes;
    private final Names variables;
    private final Choices choices;
    private final Map<String, Wanted> chosen = new HashMap<>();
    private final Map<String, Name> names = new LinkedHashMap<>();

    private PropertyNames(Names suffixes, Names variables, Choices choices) {
        this.suffixes = suffixes;
        this.variables = variables;
        this.choices = choices;
    }

    /**
     * The name of a property.
     *
     * @param variable such as {@code size}, in builders and diffs
     * @param suffix such as {@code Size}, in getters and handlers
     */
    record Name(String variable, String suffix) {}

    /** The names of the properties of a nested object or a stanza, by their names in JSON. */
    static Map<String, Name> of(Collection<String> properties, Map<String, Wanted> wanted, Choices choices) {
        // What every object has.
        return new PropertyNames(Names.ofMembers("Class"), Names.ofMembers(), choices).all(properties, wanted);
    }

    /** The names of the stanzas of a resource class, which inherits what fabric8's have. */
    static Map<String, Name> ofStanzas(Collection<String> stanzas, String[] inherited, Choices choices) {
        return new PropertyNames(Names.ofMembers(inherited), Names.ofMembers("metadata"), choices)
                .all(stanzas, choices.stanzas());
    }

    private Map<String, Name> all(Collection<String> properties, Map<String, Wanted> wanted) {
        wanted.forEach(this::choose);
        // Of fooBar and foo_bar, the one that is a Java name already has its name, whichever comes first.
        for (boolean isJava : List.of(true, false)) {
            for (String property : properties) {
                if (!names.containsKey(property) && Words.isOneName(property) == isJava) {
                    names.put(property, nameOf(property));
                }
            }
        }
        return names;
    }

    private void choose(String property, Wanted wanted) {
        String variable = wanted.value();
        String suffix = Character.toUpperCase(variable.charAt(0)) + variable.substring(1);
        if (suffixes.take(suffix) && variables.take(variable)) {
            names.put(property, new Name(variable, suffix));
            chosen.put(suffix, wanted);
            chosen.put(variable, wanted);
        } else {
            choices.refuseTaken(wanted);
        }
    }

    private Name nameOf(String property) {
        String suffix = Words.pascal(property);
        String unique = suffixes.take(suffix) ? suffix : suffixes.unique(suffix + "Field");
        String variable = Names.member(Words.camel(unique));
        Wanted inTheWay = chosen.getOrDefault(suffix, chosen.get(variable));
        if (inTheWay != null) {
            choices.refuseTaken(inTheWay);
        }
        return new Name(variables.unique(variable), unique);
    }
}
