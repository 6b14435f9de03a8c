package dev.kopf.apiserver.schema;

import java.util.Map;
import java.util.regex.Pattern;

/** Reads regular expressions as Go does, whose dialect Kubernetes uses. Not thread-safe. */
final class GoPattern {

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "{Alnum}"),
            Map.entry("alpha", "{Alpha}"),
            Map.entry("ascii", "{ASCII}"),
            Map.entry("blank", "{Blank}"),
            Map.entry("cntrl", "{Cntrl}"),
            Map.entry("digit", "{Digit}"),
            Map.entry("graph", "{Graph}"),
            Map.entry("lower", "{Lower}"),
            Map.entry("print", "{Print}"),
            Map.entry("punct", "{Punct}"),
            Map.entry("space", "{Space}"),
            Map.entry("upper", "{Upper}"),
            Map.entry("xdigit", "{XDigit}"));

    private final String go;
    private final StringBuilder java = new StringBuilder();
    private int position;

    private GoPattern(String go) {
        this.go = go;
    }

    /**
     * The pattern in Java's dialect.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    static Pattern compile(String go) {
        return Pattern.compile(new GoPattern(go).translate(), Pattern.UNIX_LINES);
    }

    private String translate() {
        // With that flag an end of a line is meant.
        String end = go.contains("(?m") ? "$" : "\\z";
        while (position < go.length()) {
            if (go.startsWith("\\Q", position)) {
                int close = go.indexOf("\\E", position);
                take(close < 0 ? go.length() - position : close + 2 - position);
            } else if (go.charAt(position) == '\\') {
                take(2);
            } else if (go.startsWith("(?P<", position)) {
                replace("(?P<", "(?<");
            } else if (go.charAt(position) == '$') {
                replace("$", end);
            } else if (go.charAt(position) == '[') {
                translateClass();
            } else {
                take(1);
            }
        }
        return java.toString();
    }

    private void translateClass() {
        take(go.startsWith("[^", position) ? 2 : 1);
        boolean first = true;
        while (position < go.length() && (first || go.charAt(position) != ']')) {
            if (go.charAt(position) == '\\') {
                take(2);
            } else if (!takeNamedClass()) {
                // What Java reads as a class inside, or as an operator, is a character for Go.
                if ("[]&~".indexOf(go.charAt(position)) >= 0) {
                    java.append('\\');
                }
                take(1);
            }
            first = false;
        }
        take(1);
    }

    private boolean takeNamedClass() {
        int close = go.startsWith("[:", position) ? go.indexOf(":]", position) : -1;
        if (close < 0) {
            return false;
        }
        boolean negated = go.startsWith("[:^", position);
        String name = go.substring(position + (negated ? 3 : 2), close);
        if (name.equals("word")) {
            java.append(negated ? "\\W" : "\\w");
        } else if (CLASSES.containsKey(name)) {
            java.append(negated ? "\\P" : "\\p").append(CLASSES.get(name));
        } else {
            return false;
        }
        position = close + 2;
        return true;
    }

    private void take(int count) {
        int end = Math.min(go.length(), position + count);
        java.append(go, position, end);
        position = end;
    }

    private void replace(String mine, String theirs) {
        java.append(theirs);
        position += mine.length();
    }
}
