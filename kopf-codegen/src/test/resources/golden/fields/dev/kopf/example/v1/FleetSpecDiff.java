// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.fleet.TemplateDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link FleetSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FleetSpecDiff extends ObjectDiff<FleetSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public FleetSpecDiff(JsonStates states) {
        super(states, Types.object(FleetSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static FleetSpecDiff between(@Nullable FleetSpec oldValue,
            @Nullable FleetSpec newValue) {
        return new FleetSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>template</code>. */
    public TemplateDiff template() {
        return new TemplateDiff(states("template"));
    }

    /** What changed in <code>templateReplicas</code>. */
    public FieldChange<String> templateReplicas() {
        return field("templateReplicas", Types.TEXT);
    }
}
