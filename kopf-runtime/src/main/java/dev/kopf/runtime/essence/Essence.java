package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.UnknownValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final @Nullable KeptForm form;
    private @Nullable Essence kept;
    private @Nullable String digest;

    private Essence(Map<String, @Nullable Object> content) {
        this(content, null, null);
    }

    private Essence(Map<String, @Nullable Object> content, @Nullable KeptForm form, @Nullable Essence kept) {
        this.content = Collections.unmodifiableMap(content);
        this.form = form;
        this.kept = kept;
    }

    /**
     * An essence that is known already.
     *
     * @param content plain JSON values, which nobody must change afterwards
     */
    public static Essence of(Map<String, @Nullable Object> content) {
        return new Essence(content);
    }

    /** An essence of which nothing is known, but that it had the fields that one of these has. */
    public static Essence unknown(Essence... like) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        for (Essence essence : like) {
            essence.content.keySet().forEach(key -> content.put(key, UnknownValue.of("")));
        }
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

    /** What is kept of it, as compact JSON (D-4). */
    public String asJson() {
        return Json.write(kept().content);
    }

    /**
     * This essence, of which only digests of its secrets are to be kept (R12).
     *
     * @param salt what makes the digests of this object unlike those of others: its uid
     * @param secrets the places of secrets, with {@code *} for each item of a list and each value of a map
     */
    public Essence keptWithout(String salt, Collection<FieldPath> secrets) {
        return new Essence(content, new KeptForm(salt, List.copyOf(secrets)), null);
    }

    /** This essence as it is stored: with digests in place of secrets (R12). Itself where there is nothing to hide. */
    public Essence kept() {
        Essence known = kept; // a race computes it twice, to the same
        if (known == null) {
            known = form == null || form.secrets().isEmpty() ? this : new Essence(form.kept(content));
            kept = known;
        }
        return known;
    }

    /**
     * This essence, which was stored, with what is known of it: a value of which a digest was kept is known where it has not changed
     * (R12, R13). What has changed stays an {@link UnknownValue}.
     *
     * @param now what the object is now
     */
    public Essence revealedBy(Essence now) {
        Map<String, @Nullable Object> revealed = now.form == null ? content : now.form.revealed(content, now.content);
        return revealed == content ? this : new Essence(revealed, now.form, this);
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

    /** A short text that is the same for equal essences of an object, and for no others (R1). No secret can be told from it (R12). */
    public String digest() {
        String known = digest; // a race computes it twice, to the same text
        if (known == null) {
            known = Digest.of(kept().content);
            digest = known;
        }
        return known;
    }

    /** As {@link #digest()}, of the value at a path alone: what a handler of this field is shown (R1). */
    public String digest(FieldPath field) {
        return field.isRoot() ? digest() : Digest.of(kept().resolve(field));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Essence essence && Json.equal(content, essence.content);
    }

    @Override
    public int hashCode() {
        return Digest.of(content).hashCode(); // of the content as equals has it, in whatever form it is kept
    }

    @Override
    public String toString() {
        return "Essence[" + digest() + "]"; // never its content, which may be secret (R12)
    }
}
