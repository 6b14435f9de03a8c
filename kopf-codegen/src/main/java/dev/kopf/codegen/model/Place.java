package dev.kopf.codegen.model;

import java.util.regex.Pattern;

/**
 * Where in a CRD something stands.
 *
 * @param source the file, or the option
 * @param line the line of the file, from 1; 0 where it is not known
 * @param path the way through the document, such as {@code spec.versions[0].schema}; empty for the whole
 */
public record Place(String source, int line, String path) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$-]{1,253}");

    /** A file or an option, as a whole. */
    public static Place of(String source) {
        return new Place(source, 0, "");
    }

    /** The path of a field of what is at a path. */
    public static String join(String path, String name) {
        if (!PLAIN.matcher(name).matches()) {
            return path + "[\"" + name + "\"]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** As compilers write it: {@code claim.yaml:12: spec.versions[0]}. */
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + (path.isEmpty() ? "" : ": " + path);
    }
}
