// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import io.fabric8.kubernetes.api.model.Container;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link SpecContainer}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SpecContainerDiff extends ObjectDiff<SpecContainer> {
    /** Of two states, of which each may be absent. */
    public SpecContainerDiff(@Nullable SpecContainer oldValue, @Nullable SpecContainer newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>image</code>. */
    public FieldChange<String> image() {
        return field(SpecContainer::getImage);
    }

    /** What changed in <code>container</code>. */
    public FieldChange<Container> container() {
        return field(SpecContainer::getContainer);
    }
}
