package dev.kopf.codegen.model;

/**
 * Where in a CRD something stands.
 *
 * @param source the file, or the option
 * @param line the line of the file, from 1; 0 where it is not known
 * @param path the way through the document, such as {@code spec.versions[0].schema}; empty for the whole
 */
public record Place(String source, int line, String path) {

    /** A file or an option, as a whole. */
    public static Place of(String source) {
        return new Place(source, 0, "");
    }

    /** As compilers write it: {@code claim.yaml:12: spec.versions[0]}. */
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + (path.isEmpty() ? "" : ": " + path);
    }
}
