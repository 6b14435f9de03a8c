package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of an object matters to its handlers: all but the status and what only the system or operators write (D-1). Two essences are
 * equal where no diff is between them (R19).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Essence {

    private final Map<String, @Nullable Object> content;
    private @Nullable String digest;

    private Essence(Map<String, @Nullable Object> content) {
        this.content = Collections.unmodifiableMap(content);
    }

    /**
     * An essence that is known already.
     *
     * @param content plain JSON values, which nobody must change afterwards
     */
    public static Essence of(Map<String, @Nullable Object> content) {
        return new Essence(content);
    }

    /**
     * The essence of an object, apart from what storages add and remove (D-1, D-2).
     *
     * @param body the object
     * @param extraFields fields that count beyond those that always do, such as {@code status.phase}
     * @see EssenceStorage#build
     */
    public static Essence of(Body body, Collection<FieldPath> extraFields) {
        return new Essence(EssenceRules.essence(body, extraFields));
    }

    /** The content. */
    public Map<String, @Nullable Object> asMap() {
        return content;
    }

    /** The content as compact JSON (D-4). */
    public String asJson() {
        return Json.write(content);
    }

    /** This essence without annotations of such keys, and without what is empty then (D-2, D-3). */
    public Essence withoutAnnotations(Predicate<String> keys) {
        return new Essence(EssenceRules.clearAnnotations(content, keys));
    }

    /** This essence without a field, and without what is empty then (D-1, D-3). */
    public Essence without(FieldPath field) {
        return new Essence(EssenceRules.clearField(content, field));
    }

    /** The value at a path; null where there is none. */
    public @Nullable Object resolve(FieldPath path) {
        return path.resolve(content);
    }

    /** A short text that is the same for equal essences, and for no others (R1). */
    public String digest() {
        String known = digest; // a race computes it twice, to the same text
        if (known == null) {
            known = Digest.of(content);
            digest = known;
        }
        return known;
    }

    /** As {@link #digest()}, of the value at a path alone: what a handler of this field is shown (R1). */
    public String digest(FieldPath field) {
        return field.isRoot() ? digest() : Digest.of(resolve(field));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Essence essence && Json.equal(content, essence.content);
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return "Essence[" + digest() + "]"; // never its content, which may be secret (R12)
    }
}
