// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1beta1;

import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Gadget}. Nothing is compared before it is asked for. */
@SuppressWarnings("deprecation")
@NullMarked
@Generated("dev.kopf.codegen")
public final class GadgetDiff extends ObjectDiff<Gadget> {
    private GadgetDiff(@Nullable Gadget oldValue, @Nullable Gadget newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GadgetDiff between(@Nullable Gadget oldValue, @Nullable Gadget newValue) {
        return new GadgetDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public GadgetSpecDiff spec() {
        return new GadgetSpecDiff(states("spec"));
    }
}
