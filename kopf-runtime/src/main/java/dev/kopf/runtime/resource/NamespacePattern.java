package dev.kopf.runtime.resource;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which namespaces are meant: a name, or a comma-separated list of globs with exclusions, such as {@code prod-*, !*-test} (F-31). The first
 * one decides; later ones with {@code !} take away, later ones without give back what these took.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class NamespacePattern {

    private static final Pattern FUZZY = Pattern.compile("[*?!,\\[\\]]");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern GLOB = Pattern.compile("[-a-z0-9*?\\[\\]!]+");

    private final String text;
    private final List<Glob> globs;
    private final boolean literal;

    private record Glob(Pattern pattern, boolean excludes) {
        boolean fits(String name) {
            return pattern.matcher(name).matches();
        }
    }

    private NamespacePattern(String text, List<Glob> globs, boolean literal) {
        this.text = text;
        this.globs = globs;
        this.literal = literal;
    }

    /** Reads a pattern; each text is one. */
    public static NamespacePattern of(String text) {
        List<Glob> globs = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(glob -> new Glob(compiled(glob.replaceFirst("^!+", "")), glob.startsWith("!")))
                .toList();
        return new NamespacePattern(text, globs, !FUZZY.matcher(text).find());
    }

    /**
     * Reads what a user has given, as {@link #of(String)}, and refuses what cannot be meant.
     *
     * @throws IllegalArgumentException if nothing would ever be handled there, or a part of it does nothing; the message says what to do
     */
    public static NamespacePattern ofUser(String given) {
        String text = given.strip();
        if (!FUZZY.matcher(text).find() && !NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The name of a namespace has at most 63 small letters, digits and '-' inside;"
                            + " patterns have *, ?, [abc], and !… for what is left out. No namespace is: '" + given
                            + "'");
        }
        boolean excluded = false;
        for (String part : text.split(",", -1)) {
            String glob = part.strip();
            boolean excludes = glob.startsWith("!");
            if (!GLOB.matcher(excludes ? glob.substring(1) : glob).matches()) {
                throw new IllegalArgumentException("A part of the pattern, '" + glob
                        + "', fits no name of a namespace, which has small letters, digits and '-' only: '" + given
                        + "'");
            }
            if (!excludes && !excluded && !text.startsWith(part)) {
                throw new IllegalArgumentException("A part of the pattern, '" + glob
                        + "', adds nothing, as what follows the first part only gives back what parts with '!' took away."
                        + " Give it as a pattern of its own: '" + given + "'");
            }
            excluded |= excludes;
        }
        return of(text);
    }

    /** All namespaces whose whole name an expression fits. */
    public static NamespacePattern of(Pattern expression) {
        return new NamespacePattern(expression.pattern(), List.of(new Glob(expression, false)), false);
    }

    /** Whether it is the name of one namespace, which is known without a list of those there are. */
    public boolean isLiteral() {
        return literal;
    }

    /** Whether a namespace is meant. */
    public boolean matches(String name) {
        Glob first = globs.get(0);
        boolean initially = first.excludes() || first.fits(name); // an exclusion takes away from all there are
        boolean matching = first.excludes() ? !first.fits(name) : initially;
        for (Glob glob : globs.subList(1, globs.size())) {
            if (glob.excludes()) {
                matching = matching && !glob.fits(name);
            } else {
                matching = matching || (initially && glob.fits(name));
            }
        }
        return matching;
    }

    /** A glob as an expression: {@code *}, {@code ?}, {@code [abc]}, {@code [!abc]}; all else as it is. */
    private static Pattern compiled(String glob) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + (glob.startsWith("!", i + 1) ? 3 : 2)) : -1;
            if (c == '*') {
                expression.append(".*");
            } else if (c == '?') {
                expression.append('.');
            } else if (end > 0) {
                String set = glob.substring(i + 1, end);
                boolean negated = set.startsWith("!");
                expression
                        .append(negated ? "[^" : "[")
                        .append((negated ? set.substring(1) : set).replaceAll("([\\[\\]\\\\&^])", "\\\\$1"))
                        .append(']');
                i = end;
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    /** The text that it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
