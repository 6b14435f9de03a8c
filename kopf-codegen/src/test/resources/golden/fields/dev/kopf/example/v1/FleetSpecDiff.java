// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.fleet.TemplateDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link FleetSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FleetSpecDiff extends ObjectDiff<FleetSpec> {
    /** Of two states, of which each may be absent. */
    public FleetSpecDiff(@Nullable FleetSpec oldValue, @Nullable FleetSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>template</code>. */
    public TemplateDiff template() {
        return new TemplateDiff(ofOld(FleetSpec::getTemplate), ofNew(FleetSpec::getTemplate));
    }

    /** What changed in <code>templateReplicas</code>. */
    public FieldChange<String> templateReplicas() {
        return field(FleetSpec::getTemplateReplicas);
    }
}
