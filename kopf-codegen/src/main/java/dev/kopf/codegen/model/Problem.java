package dev.kopf.codegen.model;

import java.util.Locale;

/**
 * Something that keeps a CRD from being generated, or that its author should know.
 *
 * @param id which kind of problem; documented in {@code docs/problems.md}
 * @param severity whether it keeps the CRD from being generated
 * @param place where it is
 * @param message what is wrong, and what to do, the value last
 */
public record Problem(Id id, Severity severity, Place place, String message) {

    /** Longer texts of a CRD say nothing more. */
    private static final int MAX_LENGTH = 2_000;

    /** An error of a file or an option as a whole. */
    public Problem(Id id, String source, String message) {
        this(id, Severity.ERROR, Place.of(source), message);
    }

    /** The file, or the option, that has it. */
    public String source() {
        return place.source();
    }

    /** How bad a problem is. */
    public enum Severity {
        /** Nothing is generated. */
        ERROR,
        /** What is generated works; its author should know something. */
        WARNING
    }

    /** The kinds of problems; their names are stable. */
    public enum Id {
        /** There is no CRD where CRDs were said to be. */
        KopfNoCrd,
        /** A file or folder cannot be read, or not be written. */
        KopfFile,
        /** A file is neither YAML nor JSON. */
        KopfBrokenYaml,
        /** A key stands twice in a map of a CRD. */
        KopfDuplicateKey,
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
        /** A file from a URL is another one than the checksum says. */
        KopfChecksum,
        /** A file that the generator did not write stands where one has to be written. */
        KopfForeignFile,
        /** What handlers return would be dropped by the API server. */
        KopfResultPruned,
        /** A CRD that was released is gone. */
        KopfKindRemoved,
        /** A kind that was released is called otherwise. */
        KopfNamesChanged,
        /** A short name, a category or the singular of a kind is gone. */
        KopfAliasRemoved,
        /** A kind is in namespaces and was not, or the other way round. */
        KopfScopeChanged,
        /** A version that was released is not served any more. */
        KopfVersionRemoved,
        /** Objects are stored in another version. */
        KopfStorageChanged,
        /** Objects are not converted between versions any more. */
        KopfConversionRemoved,
        /** A subresource of a version that was released is gone. */
        KopfSubresourceRemoved,
        /** The status has become a subresource. */
        KopfStatusSeparated,
        /** Objects are scaled by another field. */
        KopfScaleChanged,
        /** Objects cannot be selected by a field any more. */
        KopfSelectableFieldRemoved,
        /** A field that was released is gone. */
        KopfFieldRemoved,
        /** A field has another type than it was released with. */
        KopfTypeChanged,
        /** A field takes fewer of its known values. */
        KopfEnumNarrowed,
        /** A field takes fewer numbers, lengths or texts. */
        KopfRangeNarrowed,
        /** A field is required that was not. */
        KopfNewlyRequired,
        /** A field does not take null any more. */
        KopfNullableRemoved,
        /** Unknown fields, or entries of any name, are dropped that were kept. */
        KopfUnknownFieldsDropped,
        /** Fields or entries that were unknown have a schema. */
        KopfUnknownFieldsNarrowed,
        /** A field has another default than it was released with, or none. */
        KopfDefaultChanged,
        /** A list or an object is merged in another way. */
        KopfListTypeChanged,
        /** There is a condition that was not there. */
        KopfRuleAdded,
        /** The generator fails at a CRD in a way that nobody foresaw. */
        KopfInternal
    }

    /** The problem in one line, whatever texts of a CRD are in it. */
    @Override
    public String toString() {
        String text = "[" + id + "] " + place + ": " + message;
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().limit(MAX_LENGTH).forEach(point -> {
            if (isPrintable(point)) {
                line.appendCodePoint(point);
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", point));
            }
        });
        return text.length() > MAX_LENGTH ? line.append('…').toString() : line.toString();
    }

    /** Whether a terminal shows it, and does nothing else. */
    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
