// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Volume}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VolumeDiff extends ObjectDiff<Volume> {
    private VolumeDiff(@Nullable Volume oldValue, @Nullable Volume newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static VolumeDiff between(@Nullable Volume oldValue, @Nullable Volume newValue) {
        return new VolumeDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public VolumeSettingsDiff spec() {
        return new VolumeSettingsDiff(states("spec"));
    }

    /** What changed in <code>x-data</code>. */
    public MapChange<String> notes() {
        return map("x-data", Types.TEXT);
    }
}
