package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.KindModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place of a schema, as options write it: {@code Kind:spec.template}. A name with dots is in brackets: {@code spec.[a.b].c}.
 *
 * @param text as it is written
 * @param kind the kind, also with its group, as {@code Kind.group}; empty for any
 * @param path the names of the properties from the outside in; empty for the kind itself
 */
record SchemaPlace(String text, String kind, List<String> path) {

    SchemaPlace {
        path = List.copyOf(path);
    }

    /** Empty where the text is no place. */
    static Optional<SchemaPlace> parse(String text) {
        int bracket = text.indexOf('[');
        int colon = text.indexOf(':');
        boolean hasKind = colon >= 0 && (bracket < 0 || colon < bracket);
        Optional<List<String>> path = pathOf(hasKind ? text.substring(colon + 1) : text);
        if (hasKind && colon == 0) {
            return Optional.empty();
        }
        return path.map(names -> new SchemaPlace(text, hasKind ? text.substring(0, colon) : "", names));
    }

    private static Optional<List<String>> pathOf(String text) {
        List<String> names = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            boolean bracket = text.startsWith("[", start);
            int end = bracket ? endOfBracket(text, start) : endOfName(text, start);
            String name = text.substring(bracket ? start + 1 : start, Math.max(end, start));
            if (end < 0 || name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name);
            start = end + (bracket ? 2 : 1);
        }
        return Optional.of(names);
    }

    private static int endOfName(String text, int start) {
        int dot = text.indexOf('.', start);
        return dot < 0 ? text.length() : dot;
    }

    /** Where the bracket is closed before a dot or the end; -1 where it is not. */
    private static int endOfBracket(String text, int start) {
        int dotted = text.indexOf("].", start);
        if (dotted >= 0) {
            return dotted;
        }
        return text.endsWith("]") ? text.length() - 1 : -1;
    }

    boolean isOf(KindModel model) {
        String name = model.names().kind();
        return kind.isEmpty() || kind.equals(name) || kind.equals(name + "." + model.group());
    }
}
