package dev.kopf.codegen.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Gives names that do not collide in one scope: a package, a class, an enum. Who comes first gets the name, who comes later gets a
 * number. Not safe for use by several threads.
 */
final class Names {

    /** Files of these names are devices to Windows, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|(?:com|lpt)[0-9]");

    /** Methods that objects, builders and diffs have anyway. */
    private static final Set<String> RESERVED_MEMBERS = Set.of(
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "build",
            "self",
            "oldValue",
            "newValue",
            "isChanged");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> nextNumbers = new HashMap<>();
    private final boolean caseMatters;

    private Names(boolean caseMatters) {
        this.caseMatters = caseMatters;
    }

    /** A scope of classes, whose names become files: upper and lower case are the same. */
    static Names ofTypes() {
        Names names = new Names(false);
        names.taken.addAll(ReservedNames.OF_TYPES);
        return names;
    }

    /** A scope of resource classes and of those beside them. */
    static Names ofResources() {
        Names names = ofTypes();
        names.taken.addAll(ReservedNames.OF_RESOURCE_FILES);
        return names;
    }

    /** A scope of members. */
    static Names ofMembers(String... reserved) {
        Names names = new Names(true);
        names.taken.addAll(Set.of(reserved));
        return names;
    }

    /** Whether the name, and all that it has at its end, is free; where it is, it is taken. */
    boolean take(String name, String... endings) {
        Set<String> wanted = new HashSet<>(Set.of(fold(name)));
        for (String ending : endings) {
            wanted.add(fold(name + ending));
        }
        for (String want : wanted) {
            if (taken.contains(want) || (!caseMatters && DEVICE.matcher(want).matches())) {
                return false;
            }
        }
        return taken.addAll(wanted);
    }

    /** Keeps names away from whoever comes later. */
    void reserve(String... names) {
        for (String name : names) {
            taken.add(fold(name));
        }
    }

    /** The name, or the name with the first number that makes it free. */
    String unique(String name, String... endings) {
        String candidate = name;
        // Names are never given back, so the numbers that were tried need not be tried again.
        int number = nextNumbers.getOrDefault(fold(name), 2);
        while (!take(candidate, endings)) {
            candidate = name + (Character.isDigit(name.charAt(name.length() - 1)) ? "_" : "") + number;
            number++;
        }
        nextNumbers.put(fold(name), number);
        return candidate;
    }

    /** A name for a variable or method: no keyword, and nothing that the class has anyway. */
    static String member(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || RESERVED_MEMBERS.contains(name)
                ? name + "_"
                : name;
    }

    /** A part of a package's name. */
    static String packagePart(String text) {
        String part = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        if (part.isEmpty() || Character.isDigit(part.charAt(0))) {
            part = "_" + part;
        }
        boolean isWord = !SourceVersion.isKeyword(part, SourceVersion.RELEASE_17) && !part.equals("_");
        return isWord && !DEVICE.matcher(part).matches() ? part : part + "_";
    }

    private String fold(String name) {
        return caseMatters ? name : name.toLowerCase(Locale.ROOT);
    }
}
