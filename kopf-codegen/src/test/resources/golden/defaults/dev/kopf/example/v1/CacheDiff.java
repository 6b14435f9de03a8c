// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Cache}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class CacheDiff extends ObjectDiff<Cache> {
    private CacheDiff(@Nullable Cache oldValue, @Nullable Cache newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static CacheDiff between(@Nullable Cache oldValue, @Nullable Cache newValue) {
        return new CacheDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public CacheSpecDiff spec() {
        return new CacheSpecDiff(states("spec"));
    }

    /** What changed in <code>mode</code>. */
    public FieldChange<String> mode() {
        return field("mode", Types.TEXT);
    }
}
