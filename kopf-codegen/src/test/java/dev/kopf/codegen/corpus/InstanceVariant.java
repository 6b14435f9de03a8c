package dev.kopf.codegen.corpus;

/** What the values of an object that is made from a schema are like. All set every property that the schema has, but the last. */
enum InstanceVariant {

    /** The least that the schema allows; empty texts, lists and maps. */
    MINIMUM,

    /** The most that the schema allows; several items. */
    MAXIMUM,

    /** Integers beyond 2^53, numbers with more digits than a double has, date-times with fractions and offsets, enum values nobody knows. */
    PRECISE,

    /** Texts with all that JSON can hold, int-or-string as texts. */
    TEXTS,

    /** Null wherever the schema allows it. */
    NULLS,

    /** A field that no schema knows in every object. */
    UNKNOWN_FIELDS,

    /** Values of other types than the schema says, as objects have that are older than their schema. */
    MISFITS,

    /** What is required, and nothing else. */
    REQUIRED_ONLY
}
