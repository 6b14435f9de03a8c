// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Cache}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class CacheDiff extends ObjectDiff<Cache> {
    /** Of two states, of which each may be absent. */
    private CacheDiff(@Nullable Cache oldValue, @Nullable Cache newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another. Nothing is compared before it is asked for. */
    public static CacheDiff between(Cache oldValue, Cache newValue) {
        return new CacheDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(ofOld(Cache::getMetadata), ofNew(Cache::getMetadata));
    }

    /** What changed in <code>spec</code>. */
    public CacheSpecDiff spec() {
        return new CacheSpecDiff(ofOld(Cache::getSpec), ofNew(Cache::getSpec));
    }

    /** What changed in <code>mode</code>. */
    public FieldChange<String> mode() {
        return field(Cache::getMode);
    }
}
