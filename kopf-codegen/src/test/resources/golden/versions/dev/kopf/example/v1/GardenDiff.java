// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Garden}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenDiff extends ObjectDiff<Garden> {
    private GardenDiff(@Nullable Garden oldValue, @Nullable Garden newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GardenDiff between(@Nullable Garden oldValue, @Nullable Garden newValue) {
        return new GardenDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public GardenSpecDiff spec() {
        return new GardenSpecDiff(states("spec"));
    }

    /** What changed in <code>status</code>. */
    public GardenStatusDiff status() {
        return new GardenStatusDiff(states("status"));
    }
}
