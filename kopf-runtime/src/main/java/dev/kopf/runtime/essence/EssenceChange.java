package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.Patch;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from one essence to another, short enough to be kept in a handler's record (R1): a merge patch, or only that there was a way,
 * where it is too long.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param patch what is set, null deletes; null where it was too long to be kept
 */
public record EssenceChange(@Nullable Map<String, @Nullable Object> patch) {

    /** No change. */
    public static final EssenceChange NONE = new EssenceChange(Map.of());

    /** A change of which only is known that there was one. */
    public static final EssenceChange UNKNOWN = new EssenceChange(null);

    /** Several of them fit beside an essence into the 262,144 bytes that all annotations may have. */
    private static final int LONGEST = 4_096;

    private static final String UNKNOWN_TEXT = "unknown";

    public EssenceChange {
        patch = patch == null ? null : Collections.unmodifiableMap(patch);
    }

    /**
     * The way from one essence to another, as they are kept: without secrets (R12).
     *
     * @param field the field that counts; the root for all
     */
    public static EssenceChange between(Essence from, Essence to, FieldPath field) {
        Patch patch = Patch.EMPTY;
        for (DiffItem item : Diff.between(from.kept().resolve(field), to.kept().resolve(field))
                .items()) {
            FieldPath path = field;
            for (String key : item.path().keys()) {
                path = path.child(key);
            }
            patch = patch.with(path, item.newValue());
        }
        EssenceChange change = new EssenceChange(patch.asMap());
        return change.asText().length() > LONGEST ? UNKNOWN : change;
    }

    /**
     * The change that a stored text says.
     *
     * @throws IllegalArgumentException if it says none
     */
    public static EssenceChange ofText(String text) {
        if (text.equals(UNKNOWN_TEXT)) {
            return UNKNOWN;
        }
        try {
            return new EssenceChange(Json.map(Json.parseStored(text)));
        } catch (JsonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    /** The change as a text, to be stored. */
    public String asText() {
        return patch == null ? UNKNOWN_TEXT : Json.write(patch);
    }

    /** Whether it is known what changed. */
    public boolean isKnown() {
        return patch != null;
    }

    /** The essence that the change leads to; the one that it comes from where it is not known. */
    public Essence from(Essence essence) {
        return patch == null
                ? essence
                : Essence.of(Patch.of(patch).applyTo(essence.kept().asMap()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EssenceChange change && Json.equal(patch, change.patch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isKnown());
    }

    /** Never its content, which may be secret (R12). */
    @Override
    public String toString() {
        return "EssenceChange[" + (patch == null ? UNKNOWN_TEXT : patch.keySet()) + "]";
    }
}
