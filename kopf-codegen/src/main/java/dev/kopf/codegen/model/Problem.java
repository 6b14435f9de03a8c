package dev.kopf.codegen.model;

/**
 * Something that keeps a CRD from being generated, or that its author should know.
 *
 * @param id which kind of problem; documented in {@code docs/problems.md}
 * @param source the file, or the option, that has it
 * @param message what is wrong, the value last, and what to do
 */
public record Problem(Id id, String source, String message) {

    /** The kinds of problems; their names are stable. */
    public enum Id {
        /** There is no CRD where CRDs were said to be. */
        KopfNoCrd,
        /** A file or folder cannot be read, or not be written. */
        KopfFile,
        /** A file is neither YAML nor JSON. */
        KopfBrokenYaml,
        /** A file has no CRD in it. */
        KopfNotACrd,
        /** A CRD lacks what every CRD has. */
        KopfIncompleteCrd,
        /** The version of a CRD has no schema. */
        KopfNoSchema,
        /** A CRD has no such version. */
        KopfNoVersion,
        /** An option names a group, kind or version that no CRD has. */
        KopfNothingSelected,
        /** An option names a field that no CRD has. */
        KopfNoField,
        /** Two CRDs are of one kind. */
        KopfDuplicateKind,
        /** Two classes have one name. */
        KopfDuplicateClass,
        /** A CRD is larger or deeper than anything that a server would take. */
        KopfTooLarge,
        /** There is no such option. */
        KopfUnknownOption,
        /** An option has a value that it cannot have. */
        KopfInvalidOption,
        /** A file that the generator did not write stands where one has to be written. */
        KopfForeignFile,
        /** The generator fails at a CRD in a way that nobody foresaw. */
        KopfInternal
    }

    /** The problem in one line. */
    @Override
    public String toString() {
        return "[" + id + "] " + source + ": " + message;
    }
}
