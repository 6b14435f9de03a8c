// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Container;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link SpecContainer}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SpecContainerDiff extends ObjectDiff<SpecContainer> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public SpecContainerDiff(JsonStates states) {
        super(states, Types.object(SpecContainer::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static SpecContainerDiff between(@Nullable SpecContainer oldValue,
            @Nullable SpecContainer newValue) {
        return new SpecContainerDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>image</code>. */
    public FieldChange<String> image() {
        return field("image", Types.TEXT);
    }

    /** What changed in <code>container</code>. */
    public FieldChange<Container> container() {
        return field("container", Types.core(Container.class));
    }
}
