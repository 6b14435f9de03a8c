package dev.kopf.apiserver.registry;

/**
 * How something is written.
 *
 * @param dryRun whether nothing is to be stored
 * @param validation what happens to fields that the schema does not know
 */
public record WriteOptions(boolean dryRun, FieldValidation validation) {

    /** Stores, and drops unknown fields without a word. */
    public static final WriteOptions DEFAULT = new WriteOptions(false, FieldValidation.IGNORE);

    /** What happens to fields that the schema does not know: they are dropped, or the request is refused. */
    public enum FieldValidation {
        /** Dropped. */
        IGNORE,
        /** Dropped, and the client is told in a header. */
        WARN,
        /** Refused. */
        STRICT
    }
}
