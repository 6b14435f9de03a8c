package dev.kopf.codegen.model;

/**
 * The name of a generated class.
 *
 * @param packageName its package
 * @param simpleName its name in the package
 */
public record JavaName(String packageName, String simpleName) {

    /** A class of the same package whose name has this at its end. */
    public JavaName plus(String suffix) {
        return new JavaName(packageName, simpleName + suffix);
    }
}
