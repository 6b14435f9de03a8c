// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Rule}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class RuleDiff extends ObjectDiff<Rule> {
    /** Of two states, of which each may be absent. */
    public RuleDiff(@Nullable Rule oldValue, @Nullable Rule newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>item</code>. */
    public FieldChange<String> item() {
        return field(Rule::getItem);
    }

    /** What changed in <code>class</code>. */
    public FieldChange<String> classField() {
        return field(Rule::getClassField);
    }
}
